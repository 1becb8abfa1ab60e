// The tab "Pages": files sent one after another, the run that reads them, the list, and deleting a page of it.
(() => {
  const PAUSE = 200; // milliseconds without a key after which a word is taken for typed
  const OFTEN = 1000; // milliseconds between two looks at a run that is going on
  const SELDOM = 5000; // milliseconds between two looks at what following the folder has done

  wenzheng.pages = (element, server) => {
    const find = (selector) => element.querySelector(selector);
    const zone = find("[data-drop]");
    const input = find("input[type=file]");
    const form = find("form[role=search]");
    const orders = find("[data-orders]");
    const dialog = find("dialog");
    const unreachable = find("[data-unreachable]");
    const picking = wenzheng.picking(element);
    const wanted = { by: "name", falling: false, page: 1 };
    let timer = 0;
    let watching = 0;
    let step = "";
    let following = 0;

    // Every answer of the server goes into its parts; without one the reader is told so.
    async function ask(what, fields = {}) {
      try {
        const parts = await server[what](fields);
        unreachable.hidden = true;
        wenzheng.fill(element, parts);
        if ("rows" in parts) picking.show();
        return parts;
      } catch {
        unreachable.hidden = false;
        return null;
      }
    }

    function look() {
      const text = form.elements.text.value;
      if (element.offsetParent) wenzheng.remember({ tab: "pages", text });
      return ask("look", { text, by: wanted.by, falling: wanted.falling ? "yes" : "", page: String(wanted.page) });
    }

    // The conversation is asked anew, so that it cites what is there now; a reader in the middle of one is left alone
    // unless a page is gone.
    function changed(gone) {
      if (gone || !document.querySelector("#conversation .turn")) document.dispatchEvent(new Event("wenzheng:changed"));
    }

    async function watch() {
      clearTimeout(watching);
      const open = find(".followed details")?.open;
      const parts = await ask("state");
      if (open && find(".followed details")) find(".followed details").open = true;
      follow(parts?.step);
      if (parts?.running) watching = setTimeout(watch, OFTEN);
      else if (watching) look().then(() => changed(false));
      if (!parts?.running) watching = 0;
    }

    // A folder that is followed changes without anybody here doing anything; whoever looks elsewhere is told on coming back.
    function follow(now) {
      clearTimeout(following);
      if (!now) return;
      if (step && step !== now) look().then(() => changed(false));
      step = now;
      const looked = () => (element.offsetParent && !document.hidden && !watching ? watch() : follow(now));
      following = setTimeout(looked, SELDOM);
    }

    async function keep(name) {
      if (await ask("keep", { names: [name] })) watch();
    }

    async function begin(fields) {
      await ask("begin", fields);
      watching = 1;
      watch();
    }

    async function filesOf(transfer) {
      const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
      return entries.length ? (await Promise.all(entries.map(inside))).flat() : [...transfer.files];
    }

    // A folder stands for the files in it, but for hidden ones.
    async function inside(entry) {
      if (entry.isFile) return [await new Promise((done, failed) => entry.file(done, failed))];
      if (entry.name.startsWith(".")) return [];
      const reader = entry.createReader();
      const found = [];
      for (;;) {
        const some = await new Promise((done, failed) => reader.readEntries(done, failed));
        if (!some.length) return (await Promise.all(found.filter((e) => !e.name.startsWith(".")).map(inside))).flat();
        found.push(...some);
      }
    }

    async function send(files) {
      if (!files.length || !(await ask("fresh"))) return;
      const drop = crypto.getRandomValues(new Uint32Array(4)).reduce((name, n) => name + n.toString(36), "");
      const told = find(".sending");
      for (const [number, file] of files.entries()) {
        told.textContent = `${told.dataset.label} ${number + 1} / ${files.length}`;
        if (!(await sent(file, drop))) break;
      }
      told.textContent = "";
      begin({});
    }

    // What the server would refuse anyway is not sent: it is told the name and the size alone.
    async function sent(file, drop) {
      const fits = file.size <= Number(input.dataset.largest) && input.accept.split(",").some((kind) => file.name.toLowerCase().endsWith(kind));
      const fields = new URLSearchParams({ drop, name: file.name, size: file.size });
      try {
        await fetch(`pages/arriving?${fields}`, { method: "PUT", body: fits ? file : "" });
        return true;
      } catch {
        unreachable.hidden = false;
        return false;
      }
    }

    async function sure(names, button) {
      const question = await ask("sure", { names });
      if (!question) return;
      if (!question.name) {
        picking.drop(names);
        look();
        return;
      }
      dialog.querySelector("[data-title]").textContent = question.title;
      dialog.querySelector("[data-named]").textContent = question.name;
      const lines = question.lines.split("\n").map((line) => Object.assign(document.createElement("p"), { textContent: line }));
      dialog.querySelector("[data-lines]").replaceChildren(...lines);
      const moving = dialog.querySelector("[data-files]");
      moving.hidden = !question.files;
      moving.querySelector("span").textContent = question.files;
      moving.querySelector("input").checked = false;
      dialog.returnValue = "";
      // The list may have been filled anew meanwhile, and the browser gives the focus back to what is gone by then.
      dialog.onclose = () => {
        const now = wenzheng.standing(element, button);
        if (dialog.returnValue === "delete") remove(names, now);
        else now?.focus();
      };
      dialog.showModal();
    }

    // The row goes, so the focus goes to the one that takes its place.
    async function remove(names, button) {
      const place = [...element.querySelectorAll("[data-delete]")].indexOf(button);
      if (!(await ask("remove", { names, files: dialog.querySelector("#pages-files").checked ? "yes" : "" }))) return;
      picking.drop(names);
      await look();
      const left = [...element.querySelectorAll("[data-delete]")];
      (left[Math.max(0, Math.min(place, left.length - 1))] ?? form.elements.text).focus();
      changed(true);
    }

    function sort(by) {
      wanted.falling = by === wanted.by ? !wanted.falling : ["articles", "events"].includes(by);
      wanted.by = by;
      wanted.page = 1;
      orders.value = by;
      look();
    }

    zone.addEventListener("dragover", (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
    zone.addEventListener("dragleave", (event) => {
      if (!zone.contains(event.relatedTarget)) zone.classList.remove("over");
    });
    zone.addEventListener("drop", async (event) => {
      event.preventDefault();
      zone.classList.remove("over");
      send(await filesOf(event.dataTransfer));
    });
    input.addEventListener("change", async () => {
      const files = [...input.files];
      await send(files);
      input.value = "";
    });
    form.addEventListener("input", (event) => {
      clearTimeout(timer);
      if (event.target === orders) return;
      wanted.page = 1;
      timer = setTimeout(look, PAUSE);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      look();
    });
    orders.addEventListener("change", () => sort(orders.value));
    element.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      const { by, page, delete: name, keep: kept } = button.dataset;
      if (kept) keep(kept);
      if (by) sort(by);
      if (page) {
        wanted.page = Number(page);
        look().then(() => find(".list").scrollIntoView({ block: "start" }));
      }
      if (name) sure([name], button);
      if ("deletePicked" in button.dataset) sure(picking.names(), button);
      if ("askPicked" in button.dataset) wenzheng.askWithin({ pages: picking.names() });
      if ("unpick" in button.dataset) picking.drop();
      if ("again" in button.dataset) begin({ again: "yes" });
      if ("begin" in button.dataset) begin({});
      if ("retry" in button.dataset) opened();
    });

    function opened() {
      look();
      watch();
    }
    const given = new URLSearchParams(location.search);
    if (given.get("tab") === "pages") form.elements.text.value = given.get("text") ?? "";
    wenzheng.reopened("pages", opened);
    opened();
  };
})();
