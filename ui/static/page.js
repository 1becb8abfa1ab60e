// What the page does by itself, without asking the server: theme, tabs, copying, and bringing things into view.
window.wenzheng = (() => {
  const THEME = "wenzheng-theme";
  const NARROW = window.matchMedia("(max-width: 860px)");
  const find = (selector) => document.querySelector(selector);

  function keepTheme() {
    const kept = localStorage.getItem(THEME);
    if (kept) document.body.classList.toggle("dark", kept === "dark");
  }

  function switchTheme() {
    const dark = document.body.classList.toggle("dark");
    localStorage.setItem(THEME, dark ? "dark" : "light");
  }

  function view(tab) {
    const panel = tab.closest("article");
    for (const other of panel.querySelectorAll("[role=tab]")) {
      const chosen = other === tab;
      other.setAttribute("aria-selected", String(chosen));
      other.tabIndex = chosen ? 0 : -1;
      panel.querySelector(`#${other.getAttribute("aria-controls")}`).hidden = !chosen;
    }
    showMark();
  }

  // The whole page repeats what the article shows, so one of the two marks is hidden.
  function citedMark() {
    return [...document.querySelectorAll("#evidence mark.cited")].find((mark) => mark.offsetParent !== null);
  }

  function showMark() {
    const mark = citedMark();
    const scroller = find("#proof");
    if (!mark || !scroller) return;
    const within = mark.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    if (scroller.scrollHeight > scroller.clientHeight) scroller.scrollTop += within - scroller.clientHeight / 3;
  }

  async function copy(button, text = button.dataset.copy) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = Object.assign(document.createElement("textarea"), { value: text });
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    const label = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = label), 1500);
  }

  // The evidence: a link of the form ?article=… opens it wherever it stands, and it opens with the page's own address.
  let place = null;
  let opener = null;

  function panel(element, show) {
    place = show;
    element.setAttribute("role", "region");
    element.setAttribute("aria-label", document.documentElement.dataset.panel ?? "");
    if (new URLSearchParams(location.search).has("article")) place(location.search);
  }

  function opening(link) {
    opener = link;
    if (link.getAttribute("href")?.startsWith("?article=")) history.replaceState(null, "", link.getAttribute("href"));
  }

  function follow(link) {
    opening(link);
    place(link.getAttribute("href"));
  }

  function close() {
    document.body.classList.remove("proof-open");
    history.replaceState(null, "", location.pathname);
    opener?.focus();
  }

  // After a marker was clicked: the panel, and in it the sentence, come into view and take the focus.
  function reveal() {
    document.body.classList.add("proof-open");
    requestAnimationFrame(() => {
      showMark();
      find("#evidence h2")?.focus({ preventScroll: true });
    });
  }

  // After an answer: the latest question stands at the top, and the next one can be typed at once.
  function answered() {
    requestAnimationFrame(() => {
      const turns = document.querySelectorAll("#conversation .turn");
      turns[turns.length - 1]?.scrollIntoView({ block: "start" });
      showMark();
      if (!NARROW.matches) find("#question textarea")?.focus({ preventScroll: true });
    });
  }

  // An opinion shows at once; pressed a second time it is taken back. Returns what it is now.
  function rate(button) {
    const pressed = button.getAttribute("aria-pressed") !== "true";
    for (const other of button.parentElement.children) other.setAttribute("aria-pressed", String(other === button && pressed));
    return pressed ? button.dataset.rate : "";
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='?article=']");
    if (link && !link.dataset.shown && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      follow(link);
    }
    const button = event.target.closest("button");
    if (!button) return;
    if ("themeSwitch" in button.dataset) switchTheme();
    if (button.dataset.view) view(button);
    if (button.dataset.copy) copy(button);
    if (button.dataset.copyLink) copy(button, new URL(button.dataset.copyLink, location.href).href);
    if (button.dataset.close) close();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.body.classList.contains("proof-open")) close();
    const tab = event.target.closest?.("[role=tab][data-view]");
    if (!tab || !["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    const other = [...tab.parentElement.children].find((t) => t !== tab);
    view(other);
    other.focus();
  });

  keepTheme();
  return { answered, opening, panel, rate, reveal };
})();
