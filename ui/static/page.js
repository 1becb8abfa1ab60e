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
    isDark: () => (theme.kept() === "system" ? DARK.matches : theme.kept() === "dark"),
    apply() {
      document.body.classList.toggle("dark", theme.isDark());
      document.dispatchEvent(new Event("wenzheng-theme"));
    },
    turn: () => theme.keep(document.body.classList.contains("dark") ? "light" : "dark"),
  };

  // The language that the page was sent in stays its language: the framework puts the browser's in its place once it draws.
  function spoken() {
    const page = document.documentElement;
    const { lang } = page;
    new MutationObserver(() => page.lang === lang || (page.lang = lang)).observe(page, { attributeFilter: ["lang"] });
  }

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

  // Before it is in the page: no frame shows it otherwise.
  function first() {
    spoken();
    theme.apply();
    const returning = wenzheng.talks.now().length || /[?&](tab|article|ask)=/.test(location.search);
    document.documentElement.toggleAttribute("data-returning", Boolean(returning));
    setTimeout(arrived, PATIENCE);
  }

  // The welcome as it was painted, for whoever is welcomed with it; none once the page is there.
  const painted = () => find("#first .welcome");

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
  // Gradio follows the system as it is drawn, whatever was chosen: it is set right before that is seen.
  const gradio = new MutationObserver(() => document.body.classList.toggle("dark", theme.isDark()));
  gradio.observe(document.body, { attributeFilter: ["class"] });
  return { arrived, first, painted, speak, theme };
})();
