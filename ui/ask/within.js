// What is chosen before asking: a newspaper, a period, pages. It shows as buttons beside the question box, each of which takes
// its part off.
(() => {
  const PAUSE = 200; // milliseconds without a key after which a field is taken for typed
  const TYPED = ["newspaper", "since", "until"];
  const PARTS = { newspaper: ["newspaper"], period: ["since", "until"] };

  wenzheng.within = (element, server) => {
    const form = element.querySelector("form");
    const [fold, chips, wrong] = ["#within details", "#within .chips", "#within .wrong"].map((at) => form.querySelector(at));
    let pages = [];
    let timer = 0;

    const get = () => ({ ...Object.fromEntries(TYPED.map((name) => [name, form.elements[name].value.trim()])), pages });

    const shown = wenzheng.latest((scope) => server.within(scope), (parts) => {
      if (!parts) return;
      chips.innerHTML = parts.chips;
      wrong.hidden = !parts.wrong;
      for (const name of PARTS.period) form.elements[name].setAttribute("aria-invalid", String(name === parts.wrong));
      if (parts.wrong) fold.open = true;
      wenzheng.offer(form.elements.newspaper.list, parts.papers.split("\n"));
    });

    function look() {
      clearTimeout(timer);
      wenzheng.talks.keepScope(get());
      shown(get());
    }

    function set(scope) {
      for (const name of TYPED) form.elements[name].value = scope?.[name] ?? "";
      pages = [...(scope?.pages ?? [])];
      look();
    }

    function takeOff(part) {
      const left = get();
      for (const name of PARTS[part] ?? []) left[name] = "";
      if (part === "pages") left.pages = [];
      set(part ? left : null);
      form.querySelector("textarea").focus({ preventScroll: true });
    }

    wenzheng.filters(form, () => Promise.resolve(null), look);
    const typed = ({ target }) => TYPED.includes(target.name);
    form.addEventListener("input", (event) => {
      if (!typed(event)) return;
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE);
    });
    // a field is not where a question is sent from
    form.addEventListener("keydown", (event) => {
      if (!typed(event) || event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      look();
    });
    fold.addEventListener("toggle", () => fold.open && look());
    chips.addEventListener("click", ({ target }) => {
      const chip = target.closest("[data-off]");
      if (chip) takeOff(chip.dataset.off);
    });
    return { get, set };
  };

  // The fields of an address that hold a scope, and the scope that they hold.
  wenzheng.within.fields = (scope) => [...TYPED.map((name) => [name, scope?.[name] ?? ""]), ...(scope?.pages ?? []).map((page) => ["page", page])];
  wenzheng.within.given = (address) => ({ ...Object.fromEntries(TYPED.map((name) => [name, address.get(name) ?? ""])), pages: address.getAll("page") });
})();
