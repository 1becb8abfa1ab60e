// What tabs that list things share: asking for the newest wish only, filling parts of a tab, looking again.
(() => {
  // Asks for the newest wish only: what was wished for while an answer was on its way is dropped but for the last.
  // `show` gets the answer, or null where none came: Gradio gives undefined when the program does not answer.
  wenzheng.latest = (ask, show) => {
    let busy = false;
    let newest = null;
    return async function wish(wanted) {
      newest = wanted;
      if (busy) return;
      busy = true;
      const given = (await ask(wanted).catch(() => null)) ?? null;
      busy = false;
      if (newest === wanted) show(given);
      else wish(newest);
    };
  };

  // Puts HTML into the parts of an element; what had the focus in them has it again, if it is still there.
  wenzheng.fill = (element, parts) => {
    for (const [name, html] of Object.entries(parts)) {
      const part = element.querySelector(`[data-part="${name}"]`);
      if (!part) continue;
      const held = part.contains(document.activeElement) ? document.activeElement : null;
      part.innerHTML = html;
      if (held) wenzheng.standing(part, held)?.focus();
    }
  };

  // The control of an element that does what this one did before its part was filled anew; undefined where it is gone.
  wenzheng.standing = (element, control) => [...element.querySelectorAll("button, a, summary, [aria-label]")].find((one) => key(one) === key(control));

  // The same word stands on a button of every row, so what is read aloud tells more than what is printed.
  function key(control) {
    const { key, when, set, to } = control.dataset;
    return key ?? when ?? (set ? `${set} ${to}` : control.getAttribute("href")) ?? control.getAttribute("aria-label") ?? control.textContent;
  }

  // Calls `again` whenever the tab is opened anew: what it lists may have changed meanwhile.
  wenzheng.reopened = (tab, again) => {
    document.getElementById(`tab-${tab}-button`)?.addEventListener("click", () => setTimeout(again, 0));
  };
})();
