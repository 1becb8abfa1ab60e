// The settings: shown as they are, kept as soon as they are changed.
(() => {
  const theme = wenzheng.theme;

  wenzheng.settings = (element) => {
    const choose = (name, value) => {
      const choice = element.querySelector(`input[name="${name}"][value="${value}"]`);
      if (choice) choice.checked = true;
    };
    choose("language", document.documentElement.lang.slice(0, 2));
    choose("theme", theme.kept());
    element.addEventListener("change", ({ target }) => {
      if (target.name === "theme") theme.keep(target.value);
      if (target.name === "language") wenzheng.speak(target.value);
    });
    document.addEventListener("wenzheng-theme", () => choose("theme", theme.kept()));
  };
})();
