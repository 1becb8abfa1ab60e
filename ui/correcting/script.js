// Correcting what was drawn from an article: a form beside its text, one press a correction.
(() => {
  wenzheng.correcting = (element, server) => {
    const dialog = element.querySelector("dialog.correcting");
    if (!dialog) return;
    let link = "";
    let changed = false;

    async function ask(what, fields = {}) {
      if (dialog.ariaBusy === "true") return;
      dialog.ariaBusy = "true";
      const parts = (await server[what]({ ...fields, link }).catch(() => null)) ?? null;
      dialog.ariaBusy = "false";
      if (parts) show(parts, what);
      else unreachable();
    }

    // What was opened stays open, and whoever read far down stays there; what became of the press is read out.
    function show({ form, wrong, link: now }, what) {
      const things = dialog.querySelector(".things");
      const opened = [...dialog.querySelectorAll("section > details[open]:not(.missed) > summary")].map((one) => one.textContent);
      const at = things?.scrollTop ?? 0;
      if (what !== "correcting") changed ||= !wrong;
      if (wrong && dialog.open && dialog.querySelector(".beside")) return void say(form);
      dialog.innerHTML = form;
      link = now || link;
      for (const summary of dialog.querySelectorAll("section > details > summary"))
        if (opened.includes(summary.textContent)) summary.parentElement.open = true;
      if (!dialog.open) dialog.showModal();
      if (what === "correcting") dialog.querySelector("details[open] summary, h2")?.focus();
      dialog.querySelector(what === "correcting" ? "details[open]" : ".told")?.scrollIntoView({ block: "nearest" });
      if (what !== "correcting") {
        dialog.querySelector(".told")?.focus();
        dialog.querySelector(".things").scrollTop = at;
      }
    }

    // What was typed stays where it is refused: only the line that says why comes new.
    function say(form) {
      const told = new DOMParser().parseFromString(form, "text/html").querySelector(".told, .problem");
      dialog.querySelector(".told")?.remove();
      if (told) dialog.querySelector(".beside").before(told);
      told?.scrollIntoView({ block: "nearest" });
    }

    function unreachable() {
      say(`<p class="told wrong" role="alert">${dialog.dataset.unreachable}</p>`);
    }

    const fields = (form) => Object.fromEntries(new FormData(form));

    // An event's fields stand in a set for each of the events that are to be.
    function made(form) {
      return [...form.querySelectorAll("fieldset")].map((set) =>
        Object.fromEntries([...set.elements].map((control) => [control.name, control.value])),
      );
    }

    function press(button) {
      const form = button.closest("form");
      const { ruling } = button.dataset;
      const { thing, mark, was, role } = form.dataset;
      const given = { thing, ruling, ...fields(form) };
      if (thing !== "event") return void ask("correct", { ...given, was: was ?? "", role: role ?? "" });
      const several = made(form);
      if (ruling === "add") return void ask("correct", { thing, ruling, sentence: given.sentence, made: several });
      const parted = ruling === "mend" && several.length > 1;
      const marks = ruling === "merge" ? `${mark},${given.other}` : mark;
      ask("correct", { thing, ruling: parted ? "split" : ruling, marks, made: ruling === "merge" ? several.slice(0, 1) : several });
    }

    function partInTwo(button) {
      const set = button.closest("form").querySelector("fieldset:last-of-type");
      const other = set.cloneNode(true);
      [...other.querySelectorAll("select")].forEach((list, k) => (list.value = set.querySelectorAll("select")[k].value));
      set.after(other);
      other.querySelector("input").focus();
    }

    document.addEventListener("click", (event) => {
      const opener = event.target.closest("#evidence button[data-correct]");
      if (!opener) return;
      link = opener.dataset.correct;
      changed = false;
      ask("correcting");
    });

    dialog.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      if ("shut" in button.dataset) dialog.close();
      if (button.dataset.ruling) press(button);
      if (button.dataset.undo) ask("uncorrect", { entry: button.dataset.undo });
      if ("partInTwo" in button.dataset) partInTwo(button);
    });

    // Whoever selects words of the article while an event is being added means their sentence.
    document.addEventListener("selectionchange", () => {
      const { anchorNode: node, isCollapsed } = document.getSelection();
      const one = !isCollapsed && dialog.contains(node) && node.parentElement?.closest("[data-sentence]");
      const missed = one && dialog.querySelector("details.missed");
      if (missed) {
        missed.open = true;
        missed.querySelector("[name=sentence]").value = one.dataset.sentence;
      }
    });

    // Enter in a field keeps what is in it, as the button does.
    dialog.addEventListener("submit", (event) => {
      event.preventDefault();
      event.target.querySelector("[data-ruling=mend], [data-ruling]")?.click();
    });

    // What stands beside the form is told anew once it is shut.
    dialog.addEventListener("close", () => {
      if (!changed) return;
      document.dispatchEvent(new CustomEvent("wenzheng:corrected", { detail: link }));
      document.dispatchEvent(new Event("wenzheng:changed"));
    });
  };
})();
