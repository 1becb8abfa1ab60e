// Conversations as the browser keeps them: a name where one was given, and their questions, each with whether its answer
// was liked and whether it was asked alone.
(() => {
  const NOW = "wenzheng-talk";
  const EARLIER = "wenzheng-talks";
  const NAME = "wenzheng-talk-name"; // of the one that goes on
  const MOST = 50; // earlier conversations; the oldest makes room
  const LONGEST = 2000; // characters of a question

  const said = (item) =>
    Array.isArray(item) && typeof item[0] === "string" && item[0] && item[0].length <= LONGEST ? [item[0], item[1] === true || item[1] === false ? item[1] : null, item[2] === true] : null;
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
  const same = (one, other) => one.map((s) => s[0]).join("\n") === other.map((s) => s[0]).join("\n");

  function keep(items) {
    localStorage.setItem(NOW, JSON.stringify(items));
  }

  function keepEarlier(talks) {
    localStorage.setItem(EARLIER, JSON.stringify(talks.slice(0, MOST)));
  }

  wenzheng.talks = {
    now: () => now().map(([question, liked, alone]) => ({ question, liked, alone })),
    earlier,
    keep,
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
