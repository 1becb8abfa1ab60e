// Bars of months or years from which a period is chosen: dragged over, or walked along with the arrow keys.
(() => {
  const group = (event) => event.target.closest?.("[data-brush]");
  const bars = (at) => [...at.children];
  const picked = (at) => bars(at).filter((bar) => bar.classList.contains("picked"));
  const readout = (at) => at.closest("figure").querySelector(".readout");

  function under(at, x) {
    const box = at.getBoundingClientRect();
    const place = Math.floor(((x - box.left) / box.width) * at.children.length);
    return Math.max(0, Math.min(at.children.length - 1, place));
  }

  function read(at, some) {
    const total = some.reduce((sum, bar) => sum + Number(bar.dataset.count), 0);
    const ends = new Set([some[0].dataset.when, some[some.length - 1].dataset.when]);
    readout(at).textContent = `${[...ends].join(" – ")} · ${total}`;
  }

  function pick(at, one, other) {
    bars(at).forEach((bar, n) => bar.classList.toggle("picked", n >= Math.min(one, other) && n <= Math.max(one, other)));
    at.classList.add("picking");
    read(at, picked(at));
  }

  function rest(at) {
    at.classList.remove("picking");
    bars(at).forEach((bar) => bar.classList.remove("picked"));
    readout(at).textContent = readout(at).dataset.rest;
  }

  // To choose what is chosen already is to take the choice back.
  function settle(at, choose) {
    const now = picked(at);
    const before = bars(at).filter((bar) => bar.getAttribute("aria-pressed") === "true");
    const same = now.length === before.length && now.every((bar, n) => bar === before[n]);
    if (now.length) choose(...(same ? ["", ""] : [now[0].dataset.when, now[now.length - 1].dataset.when]));
  }

  function drag(root, choose) {
    let anchor = 0;
    root.addEventListener("pointerdown", (event) => {
      const at = group(event);
      if (!at || event.button) return;
      at.setPointerCapture(event.pointerId);
      anchor = under(at, event.clientX);
      pick(at, anchor, anchor);
    });
    root.addEventListener("pointermove", (event) => {
      const at = group(event);
      if (at?.hasPointerCapture(event.pointerId)) pick(at, anchor, under(at, event.clientX));
      else if (at) read(at, [at.children[under(at, event.clientX)]]);
    });
    root.addEventListener("pointerup", (event) => {
      const at = group(event);
      if (at?.hasPointerCapture(event.pointerId)) settle(at, choose);
    });
    for (const away of ["pointercancel", "pointerout"]) {
      root.addEventListener(away, (event) => group(event) && !event.buttons && rest(group(event)));
    }
  }

  function walk(root, choose) {
    let anchor = 0;
    root.addEventListener("keydown", (event) => {
      const at = group(event);
      if (!at) return;
      const here = bars(at).indexOf(event.target);
      const to = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: at.children.length - 1 }[event.key];
      if (!at.children[to]) return;
      event.preventDefault();
      if (!event.shiftKey) anchor = to;
      else if (!picked(at).length) anchor = here;
      pick(at, anchor, to);
      at.children[here].tabIndex = -1;
      at.children[to].tabIndex = 0;
      at.children[to].focus();
    });
    root.addEventListener("click", (event) => {
      const at = group(event);
      if (!at || event.detail) return; // a pointer's click was settled as it was let go
      const here = bars(at).indexOf(event.target);
      if (!event.target.classList.contains("picked")) pick(at, here, here);
      settle(at, choose);
    });
    root.addEventListener("focusout", (event) => group(event) && group(event) !== event.relatedTarget?.parentElement && rest(group(event)));
  }

  // `choose(first, last)` gets the ends of what was chosen as ISO months or years, empty ones for no period.
  wenzheng.brush = (root, choose) => {
    drag(root, choose);
    walk(root, choose);
    root.addEventListener("click", (event) => event.target.closest("[data-anytime]") && choose("", ""));
  };
})();
