// The look-up test: asks for the tables of a question, and marks one passage in all of them.
(() => {
  const WITHIN = ["newspaper", "since", "until", "pages"];
  const KEPT = ["question", "history", ...WITHIN]; // in the address

  wenzheng.lookup = (element, server) => {
    const form = element.querySelector("form");
    const found = element.querySelector("[data-part=found]");
    const unreachable = element.querySelector("[data-unreachable]");

    const wish = wenzheng.latest((wanted) => server.look(wanted), (parts) => {
      found.removeAttribute("aria-busy");
      unreachable.hidden = parts !== null;
      if (parts) wenzheng.fill(element, parts);
    });

    function look() {
      const wanted = Object.fromEntries(new FormData(form));
      if (element.offsetParent) wenzheng.remember({ tab: "settings", ...Object.fromEntries(KEPT.map((name) => [name, wanted[name]])) });
      if (!found.innerHTML) found.innerHTML = `<p class="pending">${found.dataset.pending}</p>`;
      found.setAttribute("aria-busy", "true");
      wish(wanted);
    }

    function mark(event) {
      const passage = event.type === "pointerleave" ? null : event.target.closest?.("[data-passage]")?.dataset.passage;
      for (const row of found.querySelectorAll("[data-passage]")) row.classList.toggle("same", row.dataset.passage === passage);
    }

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      look();
    });
    wenzheng.filters(form, () => Promise.resolve(null), () => {});
    form.elements.limit.addEventListener("change", () => found.innerHTML && look());
    for (const kind of ["pointerover", "pointerleave", "focusin", "focusout"]) found.addEventListener(kind, mark);

    const given = new URLSearchParams(location.search);
    if (!["settings", "lookup"].includes(given.get("tab"))) return;
    element.querySelector("details").open = given.has("question") || given.get("tab") === "lookup";
    if (!given.get("question")) return;
    for (const name of KEPT) form.elements[name].value = given.get(name) ?? "";
    form.querySelector(".within").open = WITHIN.some((name) => given.get(name));
    look();
  };
})();
