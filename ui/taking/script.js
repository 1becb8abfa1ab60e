// What is taken away: the browser fetches the file of a question, a person or filters; what is to be printed opens beside.
(() => {
  // `fields` are pairs of a name and a value, of which a name may come several times.
  wenzheng.take = (kind, fields) => {
    const address = `taken?${new URLSearchParams([["as", kind], ...fields.filter(([, value]) => value)])}`;
    if (kind !== "print") {
      Object.assign(document.createElement("a"), { href: address, download: "" }).click();
      return;
    }
    const sheet = window.open(address);
    sheet?.addEventListener("load", () => sheet.print());
  };
})();
