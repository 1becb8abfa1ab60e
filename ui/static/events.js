// The event table: filters that act while they are typed, months to drag over, leaves asked for one by one.
// What is shared with the profiles of people: wenzheng.latest, wenzheng.fill, wenzheng.brush, wenzheng.go.
(() => {
  const PAUSE = 200; // milliseconds without a key after which a word is taken for typed

  // Asks for the newest wish only: what was wished for while an answer was on its way is dropped but for the last.
  wenzheng.latest = (ask, show) => {
    let busy = false;
    let next = null;
    return async function wish(wanted) {
      if (busy) {
        next = wanted;
        return;
      }
      busy = true;
      let given = null;
      try {
        given = await ask(wanted);
      } catch {
        given = null;
      }
      busy = false;
      const newer = next;
      next = null;
      if (newer) wish(newer);
      else show(given);
    };
  };

  // Puts HTML into the parts of an element; whatever had the focus in them has it again, if it is still there.
  wenzheng.fill = (element, parts) => {
    for (const [name, html] of Object.entries(parts)) {
      const part = element.querySelector(`[data-part="${name}"]`);
      if (!part) continue;
      const kept = part.contains(document.activeElement) ? key(document.activeElement) : null;
      part.innerHTML = html;
      if (kept) [...part.querySelectorAll("button, a, summary")].find((e) => key(e) === kept)?.focus();
    }
  };

  function key(control) {
    const { key, when, set, to } = control.dataset;
    return key ?? when ?? (set ? `${set}=${to}` : control.getAttribute("href")) ?? control.textContent;
  }

  // Opens a tab of the page by its name.
  wenzheng.go = (tab) => document.getElementById(`tab-${tab}-button`)?.click();

  // Bars of a timeline to be dragged over, or walked along with the arrow keys; `choose(first, last)` gets the ends.
  wenzheng.brush = (root, choose) => {
    let anchor = null;
    const bars = (group) => [...group.children];
    const group = (event) => event.target.closest?.("[data-brush]");

    function under(group, x) {
      const box = group.getBoundingClientRect();
      const count = group.children.length;
      return Math.max(0, Math.min(count - 1, Math.floor(((x - box.left) / box.width) * count)));
    }

    function paint(group, from, to) {
      const [low, high] = [Math.min(from, to), Math.max(from, to)];
      const all = bars(group);
      all.forEach((bar, n) => bar.classList.toggle("picked", n >= low && n <= high));
      group.classList.add("picking");
      read(group, all.slice(low, high + 1));
    }

    function read(group, some) {
      const total = some.reduce((sum, bar) => sum + Number(bar.dataset.count), 0);
      const ends = [...new Set([some[0].dataset.when, some[some.length - 1].dataset.when])];
      group.closest("figure").querySelector(".readout").textContent = `${ends.join(" – ")} · ${total}`;
    }

    function rest(group) {
      group.classList.remove("picking");
      const readout = group.closest("figure").querySelector(".readout");
      readout.textContent = readout.dataset.rest;
    }

    function chosen(group) {
      const picked = bars(group).filter((bar) => bar.classList.contains("picked"));
      const whole = bars(group).filter((bar) => bar.getAttribute("aria-pressed") === "true");
      const again = picked.length === whole.length && picked.every((bar, n) => bar === whole[n]);
      if (picked.length) choose(...(again ? ["", ""] : [picked[0].dataset.when, picked[picked.length - 1].dataset.when]));
    }

    root.addEventListener("pointerdown", (event) => {
      const at = group(event);
      if (!at || event.button) return;
      at.setPointerCapture(event.pointerId);
      anchor = under(at, event.clientX);
      paint(at, anchor, anchor);
    });
    root.addEventListener("pointermove", (event) => {
      const at = group(event);
      if (!at) return;
      const here = under(at, event.clientX);
      if (at.hasPointerCapture(event.pointerId)) paint(at, anchor, here);
      else read(at, [at.children[here]]);
    });
    root.addEventListener("pointerup", (event) => {
      const at = group(event);
      if (at?.hasPointerCapture(event.pointerId)) chosen(at);
    });
    root.addEventListener("pointercancel", (event) => group(event) && rest(group(event)));
    root.addEventListener("pointerout", (event) => group(event) && !event.buttons && rest(group(event)));
    root.addEventListener("keydown", (event) => {
      const at = group(event);
      if (!at) return;
      const all = bars(at);
      const here = all.indexOf(event.target);
      const to = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: all.length - 1 }[event.key];
      if (to === undefined || !all[to]) return;
      event.preventDefault();
      if (!event.shiftKey || anchor === null) anchor = event.shiftKey ? here : to;
      paint(at, anchor, to);
      all[here].tabIndex = -1;
      all[to].tabIndex = 0;
      all[to].focus();
    });
    root.addEventListener("click", (event) => {
      const at = group(event);
      if (!at || event.detail) return; // a pointer's click was settled as it was let go
      if (!event.target.classList.contains("picked")) paint(at, ...Array(2).fill(bars(at).indexOf(event.target)));
      chosen(at);
    });
  };

  wenzheng.events = (element, server) => {
    const form = element.querySelector("form");
    const orders = element.querySelector("[data-orders]");
    const more = form.querySelector("details");
    const unreachable = element.querySelector("[data-unreachable]");
    let page = 1;
    let timer = 0;

    const filters = () => Object.fromEntries(new FormData(form));
    const fields = () => ({ ...filters(), order: orders.value, page: String(page) });

    const wish = wenzheng.latest((wanted) => server.look(wanted), (parts) => {
      element.removeAttribute("aria-busy");
      unreachable.hidden = parts !== null;
      if (!parts) return;
      const { wrong, choices, ...shown } = parts;
      wenzheng.fill(element, shown);
      for (const name of ["since", "until"]) form.elements[name].setAttribute("aria-invalid", String(name === wrong));
      if (choices !== undefined) offer(choices.split("\n"));
      if (!shown.timeline && wrong) more.open = true;
    });

    function offer(names) {
      const list = form.querySelector("datalist");
      list.replaceChildren(...names.filter(Boolean).map((name) => Object.assign(document.createElement("option"), { value: name })));
    }

    function look(parts = "all") {
      clearTimeout(timer);
      element.setAttribute("aria-busy", "true");
      remember();
      wish({ ...fields(), parts });
    }

    function again() {
      page = 1;
      look();
    }

    // The address keeps the filters, so that a list can be kept or sent to somebody.
    function remember() {
      if (!element.offsetParent) return;
      const kept = Object.entries({ ...filters(), order: orders.selectedIndex ? orders.value : "" }).filter(([, v]) => v);
      history.replaceState(null, "", `?${new URLSearchParams([["tab", "events"], ...kept])}`);
    }

    function recall(address) {
      const given = new URLSearchParams(address);
      for (const control of [...form.elements].filter((e) => e.name && given.has(e.name))) {
        if (control.type === "checkbox") control.checked = true;
        else control.value = given.get(control.name);
      }
      if (given.has("order")) orders.value = given.get("order");
      if (orders.selectedIndex < 0) orders.selectedIndex = 0;
      if (!form.elements.type.value) form.elements.type.selectedIndex = 0;
    }

    function set(values) {
      for (const [name, value] of Object.entries(values)) form.elements[name].value = value;
      again();
    }

    async function save(button) {
      const label = button.textContent;
      button.textContent = button.dataset.busy;
      button.disabled = true;
      try {
        const file = await server.save({ ...fields(), as: button.dataset.export });
        if (file.text !== undefined) hand(file);
      } catch {
        unreachable.hidden = false;
      }
      button.textContent = label;
      button.disabled = false;
    }

    function hand({ name, text }) {
      const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
      Object.assign(document.createElement("a"), { href: address, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    }

    function turn(to) {
      page = Number(to);
      look("rows");
      element.querySelector(".tools").scrollIntoView({ block: "start" });
    }

    form.addEventListener("input", (event) => {
      clearTimeout(timer);
      timer = setTimeout(again, event.target.matches("select, [type=checkbox]") ? 0 : PAUSE);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      again();
    });
    orders.addEventListener("change", () => {
      page = 1;
      look("rows");
    });
    element.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      const row = event.target.closest("tbody tr");
      if (!button && row && !event.target.closest("a, summary, details[open]") && !String(getSelection())) {
        row.querySelector("a.open").click();
      }
      if (row) element.querySelectorAll("tr.opened").forEach((other) => other.classList.remove("opened"));
      if (row) row.classList.add("opened");
      if (!button) return;
      const { set: name, to, order, page: leaf, export: kind } = button.dataset;
      if (name) set({ [name]: to });
      if (order) {
        orders.value = order;
        page = 1;
        look("rows");
      }
      if (leaf) turn(leaf);
      if (kind) save(button);
      if ("retry" in button.dataset) look();
      if ("reset" in button.dataset) {
        form.reset();
        again();
      }
    });
    wenzheng.brush(element, (since, until) => set({ since, until }));

    wenzheng.list = (filter) => {
      form.reset();
      wenzheng.go("events");
      set(filter);
    };

    more.open = window.matchMedia("(min-width: 861px)").matches;
    const given = new URLSearchParams(location.search);
    if (given.get("tab") === "events") {
      recall(location.search);
      wenzheng.go("events");
    }
    document.getElementById("tab-events-button")?.addEventListener("click", () => setTimeout(() => look(), 0));
    look();
  };
})();
