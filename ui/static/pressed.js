if (element.closest("#conversation")) document.addEventListener("wenzheng:changed", () => trigger("renew", {}));
element.addEventListener("click", (event) => {
  const pressed = event.target.closest("button, a");
  if (!pressed || event.ctrlKey || event.metaKey) return;
  const { ask, clear, reopen, forget, again, rate, turn, shown } = pressed.dataset;
  if (ask) trigger("example", { question: ask });
  if (again) trigger("again", {});
  if (clear) trigger("clear", {});
  if (reopen) trigger("reopen", { number: +reopen });
  if (forget) trigger("forget", {});
  if (rate) trigger("rate", { turn: +turn, liked: wenzheng.rate(pressed) });
  if (shown) {
    event.preventDefault();
    wenzheng.opening(pressed);
    trigger("evidence", { turn: +turn, shown: +shown });
  }
});
