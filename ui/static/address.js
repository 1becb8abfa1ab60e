// The address in the bar: which tab is open, what it lists, which article stands beside it; going back undoes a step.
(() => {
  const PLACE = ["article", "mark", "of"];
  const FIRST = "ask"; // the tab of an address that names none
  const MOVED = { lookup: "settings" }; // tabs that older links name, and where what they held stands now
  const given = () => new URLSearchParams(location.search);
  const part = (place) => Object.fromEntries([...given()].filter(([name]) => PLACE.includes(name) === place && name !== "lang"));

  function write(fields, step, state = step ? null : history.state) {
    const search = String(new URLSearchParams(Object.entries(fields).filter(([, value]) => value)));
    if (search === String(given())) return;
    history[step ? "pushState" : "replaceState"](state, "", search ? `?${search}` : location.pathname);
  }

  // What a tab lists; the article beside it stays. With `step` going back leads to what was listed before.
  wenzheng.remember = (fields, step = false) => write({ ...fields, ...part(true) }, step);

  // The article that is open, by its link; none for "". `opened` says that going back closes it.
  wenzheng.at = (link, opened = false) => {
    const place = Object.fromEntries(new URLSearchParams(link));
    if (opened) write({ ...part(false), ...place }, true, { opened });
    else write({ ...part(false), ...place }, false);
  };
  wenzheng.isAt = () => (given().has("article") ? location.search : "");

  // Opens a tab by its name; a page that is still being drawn opens it as soon as it can.
  wenzheng.go = (tab, tries = 100) => {
    const button = document.getElementById(`tab-${tab}-button`);
    if (button) button.click();
    else if (tries) setTimeout(() => wenzheng.go(tab, tries - 1), 50);
  };

  // Opens a tab with what it lists, which it takes from the address where it is only drawn now.
  wenzheng.visit = (fields) => {
    wenzheng.remember(fields, true);
    wenzheng.go(fields.tab);
  };

  const open = () => MOVED[given().get("tab")] ?? given().get("tab") ?? (given().has("person") ? "people" : FIRST);

  // Before the tab itself hears of the click, and tells what it lists.
  const pressed = (event) => {
    const tab = event.target.closest("[role=tab][id^='tab-'][id$='-button']")?.id.slice(4, -7);
    if (tab && tab !== open()) wenzheng.remember({ tab: tab === FIRST ? "" : tab }, true);
  };
  document.addEventListener("click", pressed, { capture: true });

  window.addEventListener("popstate", () => {
    wenzheng.go(open());
    document.dispatchEvent(new Event("wenzheng:back"));
  });

  if (open() !== FIRST) wenzheng.go(open());
})();
