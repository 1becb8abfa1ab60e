// Rows that are ticked, leaf after leaf, and the line that says how many there are.
(() => {
  wenzheng.picking = (element) => {
    const line = element.querySelector("[data-picked]");
    const chosen = new Set();
    const boxes = () => [...element.querySelectorAll("[data-pick]")];

    function show() {
      for (const box of boxes()) box.checked = chosen.has(box.dataset.pick);
      const here = boxes().filter((box) => box.checked).length;
      const all = element.querySelector("[data-pick-all]");
      if (all) Object.assign(all, { checked: here > 0 && here === boxes().length, indeterminate: here > 0 && here < boxes().length });
      line.hidden = !chosen.size;
      line.querySelector("[data-count]").textContent = String(chosen.size);
    }

    function tick(box) {
      if (box.checked) chosen.add(box.dataset.pick);
      else chosen.delete(box.dataset.pick);
    }

    element.addEventListener("change", ({ target }) => {
      if (target.matches("[data-pick-all]")) for (const box of boxes()) tick(Object.assign(box, { checked: target.checked }));
      else if (target.matches("[data-pick]")) tick(target);
      else return;
      show();
    });

    function drop(names = [...chosen]) {
      for (const name of names) chosen.delete(name);
      show();
    }

    return { show, drop, names: () => [...chosen] };
  };
})();
