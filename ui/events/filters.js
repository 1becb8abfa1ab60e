// Help with filters: names that the index holds are offered while they are typed, days are chosen on the browser's calendar.
(() => {
  const PAUSE = 120; // milliseconds without a key after which names are looked for

  // `suggest` asks the server, `changed` is told when a day was chosen.
  wenzheng.filters = (form, suggest, changed) => {
    let timer = 0;
    const wish = wenzheng.latest(suggest, (parts) => parts && offer(form.elements[newest].list, parts.names.split("\n")));
    let newest = "";
    const look = ({ target }) => {
      if (!("suggested" in target.dataset)) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        newest = target.name;
        wish({ field: target.name, part: target.value });
      }, PAUSE);
    };
    form.addEventListener("input", look);
    form.addEventListener("focusin", look);
    form.addEventListener("click", ({ target }) => {
      const button = target.closest("[data-calendar]");
      if (button) open(form, button);
    });
    form.addEventListener("change", ({ target }) => {
      if (!target.matches(".calendar")) return;
      form.elements[target.parentElement.querySelector("button").dataset.calendar].value = target.value;
      changed();
    });
  };

  function offer(list, names) {
    const options = names.filter(Boolean).map((line) => {
      const [value, label = ""] = line.split("\t"); // the browser offers what holds the letters that are typed
      return Object.assign(document.createElement("option"), label ? { value, label } : { value });
    });
    list.replaceChildren(...options);
  }
  wenzheng.offer = offer;

  // It opens at what was typed, as far as that is a day or a month.
  function open(form, button) {
    const calendar = button.nextElementSibling;
    const [year, month, day] = form.elements[button.dataset.calendar].value.split("-");
    calendar.value = year && month ? [year, month.padStart(2, "0"), (day ?? "1").padStart(2, "0")].join("-") : "";
    calendar.showPicker();
  }
})();
