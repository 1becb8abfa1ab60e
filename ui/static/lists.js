// What tabs that list things share: asking for the newest wish only, filling parts of a tab, opening a tab by its address.
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
      const held = part.contains(document.activeElement) ? key(document.activeElement) : null;
      part.innerHTML = html;
      if (held) [...part.querySelectorAll("button, a, summary")].find((control) => key(control) === held)?.focus();
    }
  };

  function key(control) {
    const { key, when, set, to } = control.dataset;
    return key ?? when ?? (set ? `${set} ${to}` : control.getAttribute("href")) ?? control.textContent;
  }

  // The address of the page as seen in the bar: which tab, and what it lists. Empty values are left out.
  wenzheng.remember = (fields) => {
    const kept = Object.entries(fields).filter(([, value]) => value);
    history.replaceState(null, "", `?${new URLSearchParams(kept)}`);
  };

  // Opens a tab by its name; a page that is still being drawn opens it as soon as it can.
  wenzheng.go = (tab, tries = 100) => {
    const button = document.getElementById(`tab-${tab}-button`);
    if (button) button.click();
    else if (tries) setTimeout(() => wenzheng.go(tab, tries - 1), 50);
  };

  // Calls `again` whenever the tab is opened anew: what it lists may have changed meanwhile.
  wenzheng.reopened = (tab, again) => {
    document.getElementById(`tab-${tab}-button`)?.addEventListener("click", () => setTimeout(again, 0));
  };

  // Asks a question in the conversation, as if it had been typed there.
  wenzheng.ask = (question, tries = 100) => {
    wenzheng.go("ask");
    const box = document.querySelector("#question textarea");
    if (!box) return void (tries && setTimeout(() => wenzheng.ask(question, tries - 1), 50));
    box.value = question;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    setTimeout(() => document.getElementById("send").click(), 0);
  };

  const given = new URLSearchParams(location.search);
  if (given.has("tab")) wenzheng.go(given.get("tab"));
})();
