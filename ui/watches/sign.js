// The sign on the tab "Watch": how much was found since the reader looked there last. It is gone once the tab is opened.
(() => {
  const SELDOM = 60000; // milliseconds between two looks while another tab is open; a look is at one count
  const NONE = { sign: "", told: "" };

  wenzheng.sign = (element, server) => {
    let timer = 0;
    const tab = () => document.getElementById("tab-watches-button");
    const open = () => tab()?.getAttribute("aria-selected") === "true";

    const show = wenzheng.latest(() => server.sign({}), (parts) => parts && put(open() ? NONE : parts));

    // The tabs may be drawn after this is.
    function put({ sign, told }, tries = 100) {
      const button = tab();
      if (!button) {
        if (tries) setTimeout(() => put({ sign, told }, tries - 1), 100);
        return;
      }
      if (sign) Object.assign(button.dataset, { sign });
      else delete button.dataset.sign;
      told ? button.setAttribute("aria-label", told) : button.removeAttribute("aria-label");
      const line = element.querySelector("[data-part=told]");
      if (line.textContent !== told) line.textContent = told; // what is said already is not read aloud again
    }

    function look() {
      clearTimeout(timer);
      if (!document.hidden && !open()) show({});
      timer = setTimeout(look, SELDOM);
    }

    document.addEventListener("click", ({ target }) => target.closest("#tab-watches-button") && put(NONE));
    document.addEventListener("wenzheng:changed", look);
    document.addEventListener("visibilitychange", look);
    look();
  };
})();
