// The tab "Watch": what is watched, what it found, and a list of names looked up.
(() => {
  const OFTEN = 10000; // milliseconds between two looks at whether something new was found
  const FILTERS = ["who", "office", "where", "together", "places", "newspaper", "text", "type", "since", "until", "all"];

  wenzheng.watches = (element, server) => {
    const find = (selector) => element.querySelector(selector);
    const form = find("form.watch");
    let timer = 0;
    let tag = ""; // of what is listed: the server says nothing where it is still so

    async function ask(what, fields = {}) {
      try {
        const parts = await server[what](fields);
        find("[data-unreachable]").hidden = true;
        return parts;
      } catch {
        find("[data-unreachable]").hidden = false;
        return null;
      }
    }

    // Filters come with the address, from the tab where they were chosen; then no question is asked for.
    const filters = () => {
      const given = new URLSearchParams(location.search);
      return given.get("tab") === "watches" ? Object.fromEntries(FILTERS.filter((name) => given.get(name)).map((name) => [name, given.get(name)])) : {};
    };

    async function look() {
      clearTimeout(timer);
      const asked = new URLSearchParams(location.search).get("question");
      if (asked) {
        form.elements.question.value = asked;
        wenzheng.remember({ tab: "watches", ...filters() });
        form.elements.name.focus();
      }
      const looking = element.offsetParent && !document.hidden ? "yes" : "";
      const parts = await ask("listed", { ...filters(), tag, looking });
      if (parts) {
        const opened = find("[data-watch] > details[open]")?.closest("[data-watch]").dataset.watch;
        const before = opened && find(`[data-watch="${opened}"] [data-hits]`).innerHTML;
        wenzheng.fill(element, parts);
        form.querySelector(".asked").hidden = Boolean(parts.wanted);
        tag = parts.tag ?? "";
        const again = opened && parts.rows && find(`[data-watch="${opened}"] > details`);
        if (again) {
          again.querySelector("[data-hits]").innerHTML = before; // until what it found comes anew
          again.open = true;
        }
      }
      timer = setTimeout(() => (element.offsetParent && !document.hidden ? look() : wait()), OFTEN);
    }
    const wait = () => (timer = setTimeout(() => (element.offsetParent && !document.hidden ? look() : wait()), OFTEN));

    async function open(details) {
      const row = details.closest("[data-watch]");
      const parts = await ask("opened", { id: row.dataset.watch });
      if (!parts) return;
      row.querySelector("[data-hits]").innerHTML = parts.hits;
      row.dataset.newest = parts.newest ?? "";
    }

    async function press(button) {
      const row = button.closest("[data-watch]");
      if ("retry" in button.dataset) look();
      if ("seen" in button.dataset && (await ask("seen", { id: row.dataset.watch, newest: row.dataset.newest }))) {
        await look();
        const details = find(`[data-watch="${row.dataset.watch}"] > details`);
        if (details) open(details);
      }
      if ("remove" in button.dataset && window.confirm(button.dataset.sure)) {
        const parts = await ask("remove", { id: row.dataset.watch });
        if (!parts) return;
        wenzheng.fill(element, parts);
        await look();
        form.elements.name.focus();
      }
    }

    async function add() {
      const parts = await ask("add", { ...filters(), question: form.elements.question.value, name: form.elements.name.value });
      if (!parts) return;
      wenzheng.fill(element, parts);
      if (parts.said) return;
      form.reset();
      wenzheng.remember({ tab: "watches" });
      look();
    }

    // The file is made here from what the server sends, so that a long list need not stand in an address.
    async function names(list) {
      const told = find("[data-names]");
      const body = JSON.stringify({ names: list });
      if (new Blob([body]).size > Number(told.dataset.most)) {
        told.textContent = told.dataset.large; // a server that refuses it may close before it is all sent, and is not heard
        return;
      }
      told.textContent = told.dataset.busy;
      find("[data-unreachable]").hidden = true;
      try {
        const answer = await fetch("watch/names", { method: "POST", headers: { "content-type": "application/json" }, body });
        if (!answer.ok) throw new Error(await answer.text());
        const address = URL.createObjectURL(await answer.blob());
        Object.assign(document.createElement("a"), { href: address, download: "wenzheng-names.csv" }).click();
        URL.revokeObjectURL(address);
        told.textContent = told.dataset.done;
      } catch (error) {
        find("[data-unreachable]").hidden = !(error instanceof TypeError);
        told.textContent = error instanceof TypeError ? "" : error.message;
      }
    }

    element.addEventListener("toggle", (event) => event.target.open && event.target.matches("[data-watch] > details") && open(event.target), { capture: true });
    element.addEventListener("click", (event) => event.target.closest("button[data-seen], button[data-remove], button[data-retry]") && press(event.target.closest("button")));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (form.elements.question.value.trim() || find(".wanted").textContent) add();
      else form.elements.question.focus();
    });
    const list = find("form.names");
    list.addEventListener("submit", (event) => {
      event.preventDefault();
      names(list.elements.names.value);
    });
    list.querySelector("[type=file]").addEventListener("change", async (event) => {
      const [file] = event.target.files;
      if (file) list.elements.names.value = await file.text();
      event.target.value = "";
    });
    wenzheng.reopened("watches", look);
    document.addEventListener("wenzheng:changed", () => element.offsetParent && look());
    look();
  };
})();
