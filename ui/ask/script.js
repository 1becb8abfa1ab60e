// The conversation: asked, answered line by line, kept in the browser as questions, and asked anew when it comes back.
(() => {
  const KEPT = 20; // turns on the page, as many as are understood as history
  const LATER = [1000, 2000, 4000, 8000]; // milliseconds
  const NARROW = window.matchMedia("(max-width: 860px)");

  wenzheng.talk = (element, server) => {
    const find = (selector) => element.querySelector(selector);
    const talk = {
      element,
      server,
      conversation: find("#conversation"),
      suggestions: find("#suggestions"),
      box: find("textarea"),
      within: wenzheng.within(element, server),
      turns: [], // { question, liked, alone, scope, known, element }: known where the question was understood
      control: null, // of the question under way
    };
    listen(talk);
    wenzheng.ask = (question) => {
      wenzheng.go("ask");
      ask(talk, question);
    };
    wenzheng.askWithin = (scope) => {
      wenzheng.go("ask");
      talk.within.set(scope);
      talk.box.focus({ preventScroll: true });
    };
    document.addEventListener("wenzheng:changed", () => resume(talk, talk.turns));
    const given = new URLSearchParams(location.search);
    const linked = given.get("ask");
    if (linked) wenzheng.talks.putAway();
    const scope = linked ? wenzheng.within.given(given) : wenzheng.talks.scope();
    if (linked || scope) talk.within.set(scope);
    const told = resume(talk, wenzheng.talks.now());
    if (linked) {
      wenzheng.remember({});
      told.then(() => ask(talk, linked));
    }
  };

  const drawn = (talk, name) => talk.element.querySelector(`template[data-of="${name}"]`).content.cloneNode(true);
  const busy = (talk) => Boolean(talk.conversation.querySelector(".pending, [aria-busy]"));

  function keep(talk) {
    wenzheng.talks.keep(talk.turns);
  }

  // The questions before a turn that it may lean on: none for one asked alone, and for a later one none before that.
  function leantOn(talk, turn) {
    const before = turn.alone ? [] : talk.turns.slice(0, talk.turns.indexOf(turn));
    const start = before.findLastIndex((one) => one.alone);
    return before.slice(Math.max(start, 0)).filter((one) => one.known).map((one) => one.question);
  }

  // A question shows at once, and its answer in its place. One that is under way is waited for.
  async function ask(talk, question, alone = false, scope = wenzheng.talks.scoped(talk.within.get())) {
    if (busy(talk) || !question.trim()) return;
    talk.control?.abort(); // of the last answer only what might be asked next can still be on its way
    if (!talk.turns.length) talk.conversation.replaceChildren(drawn(talk, "top"));
    if (talk.turns.length >= KEPT) talk.turns.shift().element.remove();
    talk.suggestions.replaceChildren();
    wenzheng.leave();
    const turn = begun(talk, { question, alone, scope });
    keep(talk);
    turn.element.scrollIntoView({ block: "start" });
    await tell(talk, turn, true);
  }

  function begun(talk, turn) {
    turn.element = drawn(talk, "pending").firstElementChild;
    turn.element.querySelector("h2").textContent = turn.question.slice(0, 400);
    talk.conversation.append(turn.element);
    talk.turns.push(turn);
    return turn;
  }

  async function tell(talk, turn, latest) {
    const { question, liked, scope } = turn;
    const history = leantOn(talk, turn);
    const control = (talk.control = new AbortController());
    try {
      const body = JSON.stringify({ question, history, liked, latest, scope });
      const answer = await fetch("conversation/asking", { method: "POST", headers: { "content-type": "application/json" }, body, signal: control.signal });
      if (!answer.ok) throw answer.status;
      for await (const line of lines(answer.body)) if (!control.signal.aborted) show(talk, turn, line);
      if (busy(talk) && turn.element.matches(":has(.pending, [aria-busy])")) throw new Error("cut short");
    } catch (why) {
      const told = control.signal.aborted ? "stopped" : why === 503 ? "crowded" : "unreachable";
      if (turn.element.querySelector(".pending, [aria-busy]")) fail(talk, turn, told);
    }
  }

  // Not all browsers can walk through a stream of bytes by themselves.
  async function* lines(bytes) {
    const reader = bytes.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const pieces = (rest + value).split("\n");
      rest = pieces.pop();
      for (const piece of pieces) yield JSON.parse(piece);
    }
  }

  function show(talk, turn, { words, turn: html, known, evidence, suggestions }) {
    if (words !== undefined) coming(turn.element, words);
    if (html !== undefined) {
      turn.known = Boolean(known);
      const whole = Object.assign(document.createElement("template"), { innerHTML: html }).content.firstElementChild;
      turn.element.replaceWith(whole);
      turn.element = whole;
    }
    if (evidence !== undefined) wenzheng.proof(evidence, cited(turn.element), 0);
    if (suggestions !== undefined) talk.suggestions.innerHTML = suggestions;
  }

  // The beginning of an answer; its markers open nothing yet.
  function coming(element, words) {
    let line = element.querySelector(".words");
    if (!line) {
      line = Object.assign(document.createElement("p"), { className: "words" });
      const answer = Object.assign(document.createElement("div"), { className: "answer" });
      answer.setAttribute("aria-busy", "true");
      answer.append(line);
      element.querySelector(".pending")?.replaceWith(answer);
    }
    line.textContent = words;
  }

  function fail(talk, turn, why) {
    turn.element.querySelector(".pending, .answer")?.remove();
    turn.element.append(drawn(talk, why));
  }

  // What a turn cites, in the order in which the evidence steps through it.
  function cited(element) {
    const links = [...element.querySelectorAll(".sources .marker, .nearest .open")];
    return { links: links.map((link) => link.getAttribute("href")), nearest: Boolean(element.querySelector(".refusal")) };
  }

  // The conversation as the browser kept it: answers are found anew, so that nothing is cited that was deleted since.
  async function resume(talk, said) {
    talk.control?.abort();
    const whole = said.slice(-KEPT);
    if (!whole.length) return welcome(talk);
    talk.turns = [];
    talk.suggestions.replaceChildren();
    talk.conversation.replaceChildren(drawn(talk, "top"));
    for (const { question, liked, alone, scope } of whole) begun(talk, { question, liked, alone, scope });
    wenzheng.arrived();
    talk.turns.at(-1).element.scrollIntoView({ block: "start" });
    const turns = talk.turns;
    for (const turn of turns) {
      await tell(talk, turn, turn === turns.at(-1));
      if (talk.turns !== turns) return;
      if (!turn.known && talk.control.signal.aborted) return stop(talk);
    }
  }

  async function welcome(talk) {
    const earlier = wenzheng.talks.earlier().map(({ name, said }) => [name || said[0][0], said.length - 1]);
    const painted = earlier.length ? null : wenzheng.painted();
    const html = painted ? undefined : await talk.server.welcome(earlier).catch(() => undefined);
    talk.turns = [];
    talk.suggestions.replaceChildren();
    if (painted) talk.conversation.replaceChildren(painted);
    if (html !== undefined) talk.conversation.innerHTML = html;
    wenzheng.arrived();
    exampled(talk);
  }

  // Examples are shown once they were asked, which they were not yet where the program has only just started.
  async function exampled(talk) {
    const part = talk.conversation.querySelector("[data-part=examples]");
    for (const wait of LATER) {
      if (!part?.isConnected || part.firstChild) return;
      await new Promise((done) => setTimeout(done, wait));
      const html = await talk.server.examples({}).catch(() => "");
      if (html) part.innerHTML = html;
    }
  }

  function stop(talk) {
    talk.control?.abort();
    for (const turn of talk.turns) if (turn.element.querySelector(".pending")) fail(talk, turn, "stopped");
  }

  function listen(talk) {
    const form = talk.element.querySelector("form");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (busy(talk)) return;
      const question = talk.box.value;
      if (!question.trim()) return;
      talk.box.value = "";
      fit(talk.box);
      const chosen = wenzheng.talks.scoped(talk.within.get()); // before what is edited goes, and takes its own along
      const { editing } = talk;
      const alone = amended(talk);
      if (editing) talk.within.set(chosen);
      ask(talk, question, alone, chosen);
    });
    talk.box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") wenzheng.amend.leave(talk);
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
    talk.box.addEventListener("input", () => fit(talk.box));
    talk.element.addEventListener("click", (event) => {
      const pressed = event.target.closest("button, a");
      if (pressed && !event.ctrlKey && !event.metaKey && !event.shiftKey) press(talk, pressed, event);
    });
  }

  // The box grows with what is typed, up to some lines.
  function fit(box) {
    box.style.height = "auto";
    box.style.height = box.value ? `${Math.min(box.scrollHeight + 2, 130)}px` : "";
  }

  function press(talk, pressed, event) {
    const { ask: question, reopen, rename, drop, rate, shown, take } = pressed.dataset;
    if (pressed.id === "stop") stop(talk);
    if (question) {
      ask(talk, question);
      if (!NARROW.matches) talk.box.focus({ preventScroll: true });
    }
    if ("again" in pressed.dataset) again(talk);
    if ("alone" in pressed.dataset) askAlone(talk, turnOf(talk, pressed));
    if ("clear" in pressed.dataset) clear(talk);
    if (reopen) takeUp(talk, Number(reopen));
    if (rename) wenzheng.amend.name(pressed, (name) => {
      wenzheng.talks.rename(Number(rename), name);
      welcome(talk);
    });
    if (drop) {
      wenzheng.talks.drop(Number(drop));
      welcome(talk);
    }
    if ("watchQuestion" in pressed.dataset) wenzheng.visit({ tab: "watches", question: pressed.dataset.watchQuestion });
    if ("edit" in pressed.dataset) wenzheng.amend.question(talk, turnOf(talk, pressed));
    if ("leaveEdit" in pressed.dataset) wenzheng.amend.leave(talk);
    if ("forget" in pressed.dataset) {
      wenzheng.talks.forget();
      welcome(talk);
    }
    if (rate) opine(talk, pressed);
    if (take) {
      const turn = turnOf(talk, pressed);
      const before = turn.element.querySelector(".carried") ? leantOn(talk, turn) : [];
      wenzheng.take(take, [["ask", turn.question], ...before.map((one) => ["before", one]), ...wenzheng.within.fields(turn.scope)]);
    }
    if (shown) {
      event.preventDefault();
      wenzheng.prove(cited(pressed.closest(".turn")), Number(shown), pressed);
    }
  }

  const turnOf = (talk, element) => talk.turns.find((one) => one.element.contains(element));

  // What is asked in the place of an earlier question takes away that one and all after it; whether it stood alone.
  function amended(talk) {
    const { editing } = talk;
    wenzheng.amend.leave(talk);
    if (!editing || !talk.turns.includes(editing)) return false;
    for (const turn of talk.turns.splice(talk.turns.indexOf(editing))) turn.element.remove();
    return Boolean(editing.alone);
  }

  function again(talk) {
    const { question, alone, scope, element } = talk.turns.pop();
    element.remove();
    ask(talk, question, alone, scope);
  }

  const askAlone = (talk, { question, scope }) => ask(talk, question, true, scope);

  // An earlier conversation goes on where its last question was asked.
  function takeUp(talk, number) {
    const said = wenzheng.talks.takeUp(number);
    talk.within.set(said.at(-1)?.scope);
    resume(talk, said);
  }

  function clear(talk) {
    talk.control?.abort();
    wenzheng.amend.leave(talk);
    wenzheng.talks.putAway();
    talk.within.set(null);
    wenzheng.leave();
    welcome(talk).then(() => !NARROW.matches && talk.box.focus({ preventScroll: true }));
  }

  // An opinion shows at once; pressed a second time it is taken back.
  function opine(talk, button) {
    const pressed = button.getAttribute("aria-pressed") !== "true";
    for (const other of button.parentElement.children) other.setAttribute("aria-pressed", String(other === button && pressed));
    const turn = turnOf(talk, button);
    turn.liked = pressed ? button.dataset.rate === "good" : null;
    keep(talk);
    talk.server.rate({ question: turn.question, history: leantOn(talk, turn), liked: turn.liked, scope: turn.scope });
  }
})();
