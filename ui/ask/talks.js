// Conversations as the browser keeps them: a name where one was given, and their questions, each with whether its answer
// was liked, whether it was asked alone, and where it was asked.
(() => {
  const NOW = "wenzheng-talk";
  const EARLIER = "wenzheng-talks";
  const NAME = "wenzheng-talk-name"; // of the one that goes on
  const SCOPE = "wenzheng-talk-scope"; // where the next question of it is asked
  const MOST = 50; // earlier conversations; the oldest makes room
  const LONGEST = 2000; // characters of a question

  const text = (value) => (typeof value === "string" ? value : "");
  // Nothing for a scope that is everything.
  function scoped(kept) {
    const pages = Array.isArray(kept?.pages) ? kept.pages.filter((page) => page && typeof page === "string") : [];
    const scope = { newspaper: text(kept?.newspaper), since: text(kept?.since), until: text(kept?.until), pages };
    return scope.newspaper || scope.since || scope.until || pages.length ? scope : null;
  }
  const whole = (item) => [item[0], item[1] === true || item[1] === false ? item[1] : null, item[2] === true];
  const said = (item) => {
    if (!Array.isArray(item) || !text(item[0]) || item[0].length > LONGEST) return null;
    const scope = scoped(item[3]);
    return scope ? [...whole(item), scope] : whole(item);
  };
  const talk = (items) => (Array.isArray(items) ? items.map(said).filter(Boolean) : []);
  const named = (name) => (typeof name === "string" ? name.trim().slice(0, LONGEST) : "");
  const told = (one) => (Array.isArray(one) ? { name: "", said: talk(one) } : { name: named(one?.name), said: talk(one?.said) });

  // What is kept there may be anything; what makes no sense is left out.
  function read(name) {
    try {
      return JSON.parse(localStorage.getItem(name));
    } catch {
      return null;
    }
  }

  const now = () => talk(read(NOW));
  const earlier = () => [read(EARLIER)].flat().map(told).filter((one) => one.said.length).slice(0, MOST);
  const asked = (said) => JSON.stringify(said.map((s) => [s[0], s[3] ?? null]));
  const same = (one, other) => asked(one) === asked(other);

  function keep(items) {
    localStorage.setItem(NOW, JSON.stringify(items));
  }

  function keepEarlier(talks) {
    localStorage.setItem(EARLIER, JSON.stringify(talks.slice(0, MOST)));
  }

  wenzheng.talks = {
    now: () => now().map(([question, liked, alone, scope]) => ({ question, liked, alone, scope: scope ?? null })),
    earlier,
    keep: (turns) => keep(turns.map(({ question, liked, alone, scope }) => said([question, liked ?? null, Boolean(alone), scope])).filter(Boolean)),
    scope: () => scoped(read(SCOPE)),
    scoped,
    keepScope(scope) {
      if (scoped(scope)) localStorage.setItem(SCOPE, JSON.stringify(scope));
      else localStorage.removeItem(SCOPE);
    },
    // The conversation goes before the earlier ones; none is kept twice.
    putAway() {
      const here = now();
      const name = named(localStorage.getItem(NAME));
      if (here.length) keepEarlier([{ name, said: here }, ...earlier().filter((other) => !same(other.said, here))]);
      localStorage.removeItem(NAME);
      keep([]);
    },
    takeUp(number) {
      const talks = earlier();
      const [here = { name: "", said: [] }] = talks.splice(number, 1);
      keepEarlier(talks);
      localStorage.setItem(NAME, here.name);
      keep(here.said);
      return wenzheng.talks.now();
    },
    rename(number, name) {
      keepEarlier(earlier().map((one, n) => (n === number ? { ...one, name: named(name) } : one)));
    },
    drop: (number) => keepEarlier(earlier().filter((one, n) => n !== number)),
    forget: () => localStorage.removeItem(EARLIER),
  };
})();
