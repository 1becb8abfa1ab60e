// The corrections that were made, for editors: those still open or all, each beside its page, taken back with one press.
(() => {
  wenzheng.corrections = (element, server) => {
    if ("reads" in document.documentElement.dataset) return;
    const whole = element.querySelector("details");
    const wanted = { only: "", page: "1" };

    let before = Promise.resolve();

    // One after the other: what is pressed while the list is on its way is done once it is there.
    const ask = (what, fields) => (before = before.then(() => asked(what, fields)));

    async function asked(what, fields = {}) {
      element.ariaBusy = "true";
      const parts = (await server[what]({ ...wanted, ...fields }).catch(() => null)) ?? null;
      element.ariaBusy = "false";
      element.querySelector("[data-unreachable]").hidden = parts !== null;
      if (!parts) return null;
      wenzheng.fill(element, parts);
      whole.hidden = !parts.count;
      return parts;
    }
    const look = () => ask("listed");

    element.addEventListener("click", async (event) => {
      const { only, page, undo } = event.target.closest("button")?.dataset ?? {};
      if (only) Object.assign(wanted, { only, page: "1" });
      if (page) wanted.page = page;
      if (only || page) {
        wenzheng.fill(element, { said: "" });
        look();
      }
      if (undo && (await ask("undo", { entry: undo }))?.wrong === "") document.dispatchEvent(new Event("wenzheng:changed"));
    });
    for (const changed of ["wenzheng:corrected", "wenzheng:changed"])
      document.addEventListener(changed, () => element.offsetParent && look());
    wenzheng.reopened("pages", look);
    if (new URLSearchParams(location.search).get("tab") === "pages") look();
  };
})();
