// The event table: filters that act while they are typed, leaves asked for one by one, files of all rows.
(() => {
  const PAUSE = 200; // milliseconds without a key after which a word is taken for typed
  const WIDE = window.matchMedia("(min-width: 861px)");

  wenzheng.events = (element, server) => {
    const tab = { element, server, page: 1, form: element.querySelector("form"), orders: element.querySelector("[data-orders]") };
    tab.rows = wenzheng.latest((wanted) => server.look(wanted), (parts) => show(tab, parts));
    tab.spread = wenzheng.latest((wanted) => server.look(wanted), (parts) => parts && fill(tab, parts));
    tab.form.querySelector("details").open = WIDE.matches;
    recall(tab, new URLSearchParams(location.search));
    listen(tab);
    wenzheng.brush(element, (since, until) => set(tab, { since, until }));
    wenzheng.reopened("events", () => look(tab));
    document.addEventListener("wenzheng:corrected", () => tab.element.offsetParent && look(tab));
    document.addEventListener("wenzheng:back", () => {
      const given = new URLSearchParams(location.search);
      if (given.get("tab") !== "events") return;
      tab.form.reset();
      recall(tab, given);
      anew(tab);
    });
    // the evidence takes room beside the table: the row that was opened stays in sight
    new ResizeObserver(() => element.querySelector("tr.opened")?.scrollIntoView({ block: "nearest" })).observe(element);
    look(tab);
  };

  // The people and places that a row or a line stands for, a name a line, and those that the events are narrowed to already.
  wenzheng.pinned = ({ dataset }, before = {}) => {
    const both = (name) => [...new Set(`${before[name] ?? ""}\n${dataset[name] ?? ""}`.split("\n"))].filter(Boolean).join("\n");
    return { together: both("together"), places: both("places") };
  };

  // From another tab: the table with these filters and no others.
  wenzheng.list = (filters) => {
    const form = document.querySelector("#events form");
    wenzheng.visit({ tab: "events", ...filters });
    if (!form) return; // it is drawn now, and takes its filters from the address
    form.reset();
    for (const [name, value] of Object.entries({ view: "", by: "", ...filters })) form.elements[name].value = value;
  };

  const filters = (tab) => Object.fromEntries(new FormData(tab.form));
  const fields = (tab) => ({ ...filters(tab), order: tab.orders.value, page: String(tab.page) });

  // The rows come first; how they are spread is counted once they are there, and only if the filters have changed.
  function look(tab, parts = "all") {
    clearTimeout(tab.timer);
    tab.uncounted ||= parts === "all";
    tab.element.setAttribute("aria-busy", "true");
    if (tab.element.offsetParent) remember(tab);
    tab.rows({ ...fields(tab), parts: "rows" });
  }

  // With `step` going back leads to what was listed before.
  function remember(tab, step) {
    const order = tab.orders.selectedIndex ? tab.orders.value : "";
    wenzheng.remember({ tab: "events", ...filters(tab), order }, step);
  }

  // Another view of the same events, or the events behind a row of one.
  function turnTo(tab, values) {
    for (const [name, value] of Object.entries({ by: "", ...values })) tab.form.elements[name].value = value;
    remember(tab, true);
    anew(tab);
    tab.element.querySelector(".views").scrollIntoView({ block: "nearest" });
  }

  function anew(tab, parts) {
    tab.page = 1;
    look(tab, parts);
  }

  function set(tab, values) {
    for (const [name, value] of Object.entries(values)) tab.form.elements[name].value = value;
    anew(tab);
  }

  function show(tab, parts) {
    tab.element.removeAttribute("aria-busy");
    tab.element.querySelector("[data-unreachable]").hidden = parts !== null;
    if (!parts) return;
    const { value: view } = tab.form.elements.view;
    for (const button of tab.element.querySelectorAll("[data-view]")) {
      button.setAttribute("aria-pressed", String(button.dataset.view === (view || "events")));
    }
    fill(tab, parts);
    if (tab.uncounted && !parts.wrong) tab.spread({ ...fields(tab), parts: "spread" });
    tab.uncounted = false;
  }

  function fill(tab, { wrong, newspapers, ...parts }) {
    wenzheng.fill(tab.element, parts);
    if (newspapers !== undefined) wenzheng.offer(tab.form.elements.newspaper.list, newspapers.split("\n"));
    for (const name of ["since", "until"]) tab.form.elements[name].setAttribute("aria-invalid", String(name === wrong));
    if (wrong) tab.form.querySelector("details").open = true;
  }

  function recall(tab, given) {
    if (given.get("tab") !== "events") return;
    for (const name of ["view", "by"]) tab.form.elements[name].value = given.get(name) ?? "";
    for (const control of [...tab.form.elements].filter((one) => given.has(one.name))) {
      if (control.type === "checkbox") control.checked = true;
      else control.value = given.get(control.name);
    }
    if (given.has("order")) tab.orders.value = given.get("order");
    for (const list of [tab.orders, tab.form.elements.type]) list.selectedIndex = Math.max(0, list.selectedIndex);
  }

  function listen(tab) {
    wenzheng.filters(tab.form, (wanted) => tab.server.suggest(wanted), () => anew(tab));
    tab.form.addEventListener("input", (event) => {
      if (event.target.matches(".calendar")) return;
      clearTimeout(tab.timer);
      tab.timer = setTimeout(() => anew(tab), event.target.matches("select, [type=checkbox]") ? 0 : PAUSE);
    });
    tab.form.addEventListener("submit", (event) => {
      event.preventDefault();
      anew(tab);
    });
    tab.orders.addEventListener("change", () => anew(tab, "rows"));
    tab.element.addEventListener("click", (event) => {
      const { target } = event;
      const pin = target.closest("[data-pin]") ?? (target.closest("a, button") ? null : target.closest(".links tbody tr")?.querySelector("[data-pin]"));
      const button = target.closest("button");
      if (pin) turnTo(tab, { view: "", ...wenzheng.pinned(pin, filters(tab)) });
      else if (button) press(tab, button);
      else open(tab, target);
    });
  }

  function press(tab, button) {
    const { set: name, to, order, by, view, page, export: kind } = button.dataset;
    if (name) set(tab, { [name]: to });
    if (order) sort(tab, order);
    if (by) sortBy(tab, by);
    if (view) turnTo(tab, { view: view === "events" ? "" : view });
    if (page) turn(tab, Number(page));
    if (kind) save(tab, kind);
    if (button.dataset.take) wenzheng.take(button.dataset.take, Object.entries(filters(tab)));
    if ("watch" in button.dataset) wenzheng.visit({ tab: "watches", ...filters(tab) });
    if ("retry" in button.dataset) look(tab);
    if ("reset" in button.dataset) {
      tab.form.reset();
      anew(tab);
    }
  }

  function sort(tab, order) {
    tab.orders.value = order;
    anew(tab, "rows");
  }

  function sortBy(tab, by) {
    tab.form.elements.by.value = by;
    anew(tab, "rows");
  }

  function turn(tab, page) {
    tab.page = page;
    look(tab, "rows");
    tab.element.querySelector(".tools").scrollIntoView({ block: "start" });
  }

  // A row opens as a whole, but not while its words are being selected.
  function open(tab, target) {
    const row = target.closest(".deeds tbody tr");
    if (!row || target.closest("summary, details[open], a.person")) return;
    if (!target.closest("a") && !String(getSelection())) row.querySelector("a.open").click();
    for (const other of tab.element.querySelectorAll("tr.opened")) other.classList.remove("opened");
    row.classList.add("opened");
  }

  // The browser fetches the file itself, and shows how far it is.
  function save(tab, kind) {
    const address = `events/file?${new URLSearchParams({ ...fields(tab), as: kind })}`;
    Object.assign(document.createElement("a"), { href: address, download: "" }).click();
  }
})();
