// Amending a conversation: another wording for a question that was asked, another name for a conversation.
wenzheng.amend = (() => {
  // The question goes back into the box, and where it was asked beside it; what it will take away with it stands back.
  function question(talk, turn) {
    leave(talk);
    talk.editing = turn;
    talk.unedited = talk.within.get();
    talk.within.set(turn.scope);
    for (const one of talk.turns.slice(talk.turns.indexOf(turn))) one.element.classList.add("leaving");
    talk.element.querySelector("#editing").hidden = false;
    talk.box.value = turn.question;
    talk.box.dispatchEvent(new Event("input"));
    talk.box.focus();
  }

  function leave(talk) {
    if (!talk.editing) return;
    talk.editing = null;
    talk.within.set(talk.unedited);
    for (const one of talk.turns) one.element.classList.remove("leaving");
    talk.element.querySelector("#editing").hidden = true;
    talk.box.value = "";
    talk.box.dispatchEvent(new Event("input"));
  }

  // A field in the place of the name; Enter and leaving it keep what was typed, Escape does not.
  function name(button, keep) {
    const opening = button.closest("li").querySelector("[data-reopen]");
    const field = Object.assign(document.createElement("input"), { type: "text", value: opening.dataset.name, maxLength: 200 });
    field.setAttribute("aria-label", button.getAttribute("aria-label"));
    let done = false;
    const end = (kept) => {
      if (done) return;
      done = true;
      field.replaceWith(opening);
      if (kept) keep(field.value);
      else button.focus();
    };
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing) end(true);
      if (event.key === "Escape") end(false);
    });
    field.addEventListener("blur", () => end(true));
    opening.replaceWith(field);
    field.focus();
    field.select();
  }

  return { question, leave, name };
})();
