// What the page does by itself, without asking the server: theme, tabs, copying, and bringing things into view.
window.wenzheng = (() => {
  const THEME = "wenzheng-theme";
  const NARROW = window.matchMedia("(max-width: 860px)");
  const find = (selector) => document.querySelector(selector);

  // Light, dark, or as the system: what was chosen is kept, and the system's wish counts where nothing was.
  const DARK = window.matchMedia("(prefers-color-scheme: dark)");
  const theme = {
    kept: () => localStorage.getItem(THEME) ?? "system",
    keep(choice) {
      if (choice === "system") localStorage.removeItem(THEME);
      else localStorage.setItem(THEME, choice);
      theme.apply();
    },
    apply() {
      const dark = theme.kept() === "system" ? DARK.matches : theme.kept() === "dark";
      document.body.classList.toggle("dark", dark);
      document.dispatchEvent(new Event("wenzheng-theme"));
    },
    turn: () => theme.keep(document.body.classList.contains("dark") ? "light" : "dark"),
  };

  // The other language: the page is loaded anew, at the same place.
  function speak(language) {
    const address = new URL(location.href);
    address.searchParams.set("lang", language);
    location.assign(address);
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
    element.setAttribute("aria-label", find("#masthead header")?.dataset.panel ?? "");
    theme.apply(); // Gradio has followed the system by now, whatever was chosen
  }

  // What is painted first is the welcome; who comes back to a conversation, or to a place, is not welcomed again.
  const TALKING = "wenzheng-talking";
  const PATIENCE = 15000;

  function first() {
    theme.apply();
    if (localStorage.getItem(TALKING) || location.search) find("#first").classList.add("bare");
    setTimeout(() => find("#first")?.remove(), PATIENCE);
  }

  // After the page came up: an address that points at an article opens it.
  function arrived() {
    find("#first")?.remove();
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

  // On a phone the evidence covers everything else, which must not be reached behind it.
  function cover() {
    const covered = NARROW.matches && document.body.classList.contains("proof-open");
    for (const behind of document.querySelectorAll("#masthead, #work")) behind.inert = covered;
  }

  function close() {
    document.body.classList.remove("proof-open");
    cover();
    forgetPlace();
    opener?.focus();
  }

  function forgetPlace() {
    if (new URLSearchParams(location.search).has("article")) history.replaceState(null, "", location.pathname);
  }

  // After a marker was clicked: the panel, and in it the sentence, come into view and take the focus.
  function reveal() {
    document.body.classList.add("proof-open");
    cover();
    requestAnimationFrame(() => {
      showMark();
      find("#evidence h2")?.focus({ preventScroll: true });
    });
  }

  // After an answer: the latest question stands at the top, and the next one can be typed at once.
  function answered() {
    forgetPlace();
    localStorage.setItem(TALKING, "yes");
    requestAnimationFrame(() => {
      const turns = document.querySelectorAll("#conversation .turn");
      turns[turns.length - 1]?.scrollIntoView({ block: "start" });
      showMark();
      if (!NARROW.matches) find("#question textarea")?.focus({ preventScroll: true });
    });
  }

  // What was put into the box goes out as if it had been typed.
  function send() {
    requestAnimationFrame(() => find("#send").click());
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
    const language = event.target.closest("a[href^='?lang=']");
    if (language) {
      event.preventDefault();
      speak(new URLSearchParams(language.getAttribute("href")).get("lang"));
    }
    const button = event.target.closest("button");
    if (!button) return;
    if ("themeSwitch" in button.dataset) theme.turn();
    if (button.dataset.view) view(button);
    if (button.dataset.copy) copy(button);
    if (button.dataset.copyLink) copy(button, new URL(button.dataset.copyLink, location.href).href);
    if (button.dataset.close) close();
    if (button.dataset.clear) localStorage.removeItem(TALKING);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.body.classList.contains("proof-open")) close();
    const tab = event.target.closest?.("[role=tab][data-view]");
    if (!tab || !["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    const other = [...tab.parentElement.children].find((t) => t !== tab);
    view(other);
    other.focus();
  });

  NARROW.addEventListener("change", cover);
  DARK.addEventListener("change", theme.apply);
  if (document.body) theme.apply();
  document.addEventListener("DOMContentLoaded", theme.apply);
  return { answered, arrived, first, opening, panel, rate, reveal, send, speak, theme };
})();
