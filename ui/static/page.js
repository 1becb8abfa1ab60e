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

  async function copy(button) {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
    } catch {
      const area = Object.assign(document.createElement("textarea"), { value: button.dataset.copy });
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    const label = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = label), 1500);
  }

  // After a marker was clicked: the panel, and in it the sentence, come into view and take the focus.
  function reveal() {
    requestAnimationFrame(() => {
      showMark();
      const mark = citedMark();
      if (mark && NARROW.matches) mark.scrollIntoView({ block: "center" });
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

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if ("themeSwitch" in button.dataset) switchTheme();
    if (button.dataset.view) view(button);
    if (button.dataset.copy) copy(button);
    if (button.dataset.back) find(`#turn-${button.dataset.back}`)?.scrollIntoView({ block: "start" });
  });

  document.addEventListener("keydown", (event) => {
    const tab = event.target.closest?.("[role=tab][data-view]");
    if (!tab || !["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    const other = [...tab.parentElement.children].find((t) => t !== tab);
    view(other);
    other.focus();
  });

  keepTheme();
  return { answered, reveal };
})();
