// What the page does by itself, without asking the server: theme, language, copying, and what is painted first.
window.wenzheng = (() => {
  const THEME = "wenzheng-theme";
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

  async function copy(button, text = button.dataset.copy) {
    if (button.dataset.label) return; // still saying that it was copied
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = Object.assign(document.createElement("textarea"), { value: text });
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    button.dataset.label = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => {
      button.textContent = button.dataset.label;
      delete button.dataset.label;
    }, 1500);
  }

  // What is painted first is the welcome; who comes back to a conversation, or to a place, is not welcomed again.
  const PATIENCE = 15000;

  function first() {
    theme.apply();
    const returning = wenzheng.talks.now().length || /[?&](tab|article|ask)=/.test(location.search);
    find("#first").classList.toggle("bare", Boolean(returning));
    setTimeout(arrived, PATIENCE);
  }

  function arrived() {
    find("#first")?.remove();
  }

  document.addEventListener("click", (event) => {
    const language = event.target.closest("a[href^='?lang=']");
    if (language) {
      event.preventDefault();
      speak(new URLSearchParams(language.getAttribute("href")).get("lang"));
    }
    const button = event.target.closest("button");
    if (!button) return;
    if ("themeSwitch" in button.dataset) theme.turn();
    if (button.dataset.copy) copy(button);
    if (button.dataset.copyLink) copy(button, new URL(button.dataset.copyLink, location.href).href);
  });

  DARK.addEventListener("change", theme.apply);
  if (document.body) theme.apply();
  document.addEventListener("DOMContentLoaded", theme.apply);
  return { arrived, first, speak, theme };
})();
