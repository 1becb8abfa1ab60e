// Conversations as the browser keeps them: their questions, each with whether its answer was liked and whether it was asked alone.
(() => {
  const NOW = "wenzheng-talk";
  const EARLIER = "wenzheng-talks";
  const MOST = 12; // earlier conversations; the oldest makes room
  const LONGEST = 2000; // characters of a question

  const said = (item) =>
    Array.isArray(item) && typeof item[0] === "string" && item[0] && item[0].length <= LONGEST ? [item[0], item[1] === true || item[1] === false ? item[1] : null, item[2] === true] : null;
  const talk = (items) => (Array.isArray(items) ? items.map(said).filter(Boolean) : []);

  // What is kept there may be anything; what makes no sense is left out.
  function read(name) {
    try {
      return JSON.parse(localStorage.getItem(name));
    } catch {
      return null;
    }
  }

  const now = () => talk(read(NOW));
  const earlier = () => [read(EARLIER)].flat().map(talk).filter((one) => one.length).slice(0, MOST);
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
      if (here.length) keepEarlier([here, ...earlier().filter((other) => !same(other, here))]);
      keep([]);
    },
    takeUp(number) {
      const talks = earlier();
      const [here = []] = talks.splice(number, 1);
      keepEarlier(talks);
      keep(here);
      return wenzheng.talks.now();
    },
    forget: () => localStorage.removeItem(EARLIER),
  };
})();
