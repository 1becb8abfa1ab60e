// People: the list that is searched while one types, and the profile of whoever is chosen.
(() => {
  const PAUSE = 200; // milliseconds without a key after which a word is taken for typed

  wenzheng.people = (element, server) => {
    const tab = { element, page: 1, acts: 1, since: "", until: "", person: "", form: element.querySelector("form") };
    tab.list = wenzheng.latest((wanted) => server.everybody(wanted), (parts) => show(tab, parts));
    tab.profile = wenzheng.latest((wanted) => server.somebody(wanted), (parts) => show(tab, parts));
    listen(tab);
    wenzheng.brush(element, (since, until) => choose(tab, { since, until }));
    wenzheng.reopened("people", () => look(tab));
    wenzheng.person = (name) => open(tab, name);
    document.addEventListener("wenzheng:back", () => asked() !== tab.person && open(tab, asked()));
    open(tab, asked());
    look(tab);
  };

  const asked = () => new URLSearchParams(location.search).get("person") ?? "";

  function look(tab) {
    clearTimeout(tab.timer);
    const part = tab.form.elements.part.value;
    if (tab.element.offsetParent) wenzheng.remember({ tab: "people", person: tab.person });
    tab.list({ part, person: tab.person, page: String(tab.page) });
  }

  function show(tab, parts) {
    tab.element.querySelector("[data-unreachable]").hidden = parts !== null;
    if (!parts) return;
    wenzheng.fill(tab.element, parts);
    if ("profile" in parts && tab.reveal) reveal(tab);
  }

  // On a phone the list and the profile take turns; a screen reader begins at the name.
  function reveal(tab) {
    tab.reveal = false;
    tab.element.querySelector(".profile h2")?.focus({ preventScroll: true });
    if (tab.element.getBoundingClientRect().top < 0) tab.element.scrollIntoView({ block: "start" });
  }

  function open(tab, name) {
    Object.assign(tab, { person: name, since: "", until: "", acts: 1, reveal: Boolean(name) });
    tab.element.querySelector(".file").classList.toggle("one", Boolean(name));
    for (const link of tab.element.querySelectorAll(".everybody a")) {
      const here = new URLSearchParams(link.getAttribute("href")).get("person") === name;
      here ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current");
    }
    ask(tab, "profile");
  }

  function ask(tab, parts) {
    const { person, since, until } = tab;
    tab.profile({ person, since, until, page: String(tab.acts), parts });
  }

  function choose(tab, period) {
    Object.assign(tab, period, { acts: 1 });
    ask(tab, "profile");
  }

  function listen(tab) {
    const anew = () => {
      tab.page = 1;
      look(tab);
    };
    tab.form.addEventListener("input", () => {
      clearTimeout(tab.timer);
      tab.timer = setTimeout(anew, PAUSE);
    });
    tab.form.addEventListener("submit", (event) => {
      event.preventDefault();
      anew();
    });
    tab.element.addEventListener("click", (event) => {
      const pin = event.target.closest("[data-pin]");
      const button = event.target.closest("button");
      if (pin) wenzheng.list(wenzheng.pinned(pin));
      else if (button) press(tab, button);
    });
  }

  function press(tab, button) {
    const { page, ask: question, list: person, network: name, take } = button.dataset;
    if (page) turn(tab, button, Number(page));
    if (question) wenzheng.ask(question);
    if (person) wenzheng.list({ who: person });
    if (name) wenzheng.list({ together: name, view: "people" });
    if (take) wenzheng.take(take, [["person", tab.person], ["since", tab.since], ["until", tab.until]]);
    if ("everybody" in button.dataset) back(tab);
    if ("retry" in button.dataset) {
      look(tab);
      ask(tab, "profile");
    }
  }

  function turn(tab, button, page) {
    if (button.closest(".acts")) {
      tab.acts = page;
      ask(tab, "acts");
    } else {
      tab.page = page;
      look(tab);
    }
  }

  function back(tab) {
    const name = tab.person;
    wenzheng.remember({ tab: "people" }, true);
    open(tab, "");
    const links = [...tab.element.querySelectorAll(".everybody a")];
    const link = links.find((one) => new URLSearchParams(one.getAttribute("href")).get("person") === name);
    (link ?? tab.form.elements.part).focus();
  }

  // A link to a person opens the profile wherever it stands.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='?person=']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const name = new URLSearchParams(link.getAttribute("href")).get("person");
    wenzheng.visit({ tab: "people", person: name });
    wenzheng.person?.(name); // a tab that is only drawn now takes the name from the address
  });
})();
