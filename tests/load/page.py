"""How fast the page comes and answers, beside another build of it: in a real chromium, the two served and asked in turn.

    python -m tests.load.page http://127.0.0.1:7860/ http://127.0.0.1:7870/ --questions QUESTIONS.txt --rounds 12

prints one JSON object: for each figure what the first server needs over what the second needs, by the medians and by the
least of the rounds. In each round each is opened by a browser that knows nothing yet and once more by one that has the
page's files, in an order that turns round; each question is then put once, and the page opened at the table of events, whose
next and last leaf are turned to where it has several.
`--width` and `--locale` are the reader's window and language. `--processes` takes the two servers' process numbers and adds
the time of the processor that each spends. QUESTIONS.txt has a question a line.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.ui.conftest import BROWSERS, FLAGS

PATIENCE = 60_000
"""Milliseconds after which something that should come has failed to."""

KINDS = ("Document", "Stylesheet", "Script")
"""What of the things sent is counted, in the browser's words."""

Figures = dict[str, float]
"""One round of one server: milliseconds, but for `bytes`; those of the processor begin with `cpu`."""

_WATCH = """() => {
  window.seen = {};
  const note = (name) => (window.seen[name] ??= performance.now());
  const look = () => {
    const box = document.querySelector("#question textarea");
    if (box && !box.disabled && !document.querySelector("#first")) note("ready");
    if (document.querySelector("#events tr[data-standing]")) note("table");
    if (window.wanted && document.querySelectorAll("#conversation .turn")[window.wanted - 1]
      ?.querySelector(".words, .refusal, .problem")?.textContent.trim()) note(`words${window.wanted}`);
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
}"""

_PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"

_PUT = """([question, number]) => new Promise((done) => {
  const box = document.querySelector("#question textarea"), name = `words${number}`;
  window.wanted = number;
  box.value = question;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  const began = performance.now();
  document.querySelector("#send").click();
  const wait = () => window.seen[name] ? done(window.seen[name] - began) : setTimeout(wait, 5);
  wait();
})"""

_TURN = """(key) => new Promise((done) => {
  const table = document.querySelector("#events table.deeds"), button = document.querySelector(`#events [data-key="${key}"]`);
  if (!button) { done(null); return; }
  const began = performance.now();
  const turned = () => document.querySelector("#events table.deeds") !== table && done(performance.now() - began);
  new MutationObserver(turned).observe(document.querySelector("#events"), { childList: true, subtree: true });
  button.click();
})"""

_ENDS = "#conversation .turn .answer:not([aria-busy]), #conversation .turn .refusal"
_ANSWERED = f"(n) => document.querySelectorAll('{_ENDS}').length >= n"

TRACED = ("toplevel", "blink.user_timing", "loading")
"""What the browser notes down to tell how long its main thread ran."""


def before_paint(trace: bytes) -> float:
    """Milliseconds of the processor that the page's main thread spent until the first paint, out of a trace: what a busy
    machine does not lengthen."""
    events = json.loads(trace)["traceEvents"]
    painted = next(e for e in reversed(events) if e["name"] == "firstContentfulPaint")
    process, until = painted["pid"], painted["ts"]
    mains = {e["tid"] for e in events if e["name"] == "thread_name" and e["args"]["name"] == "CrRendererMain"}
    tasks = (e for e in events if e["pid"] == process and e["tid"] in mains and e["name"].endswith("RunTask"))
    return float(sum(e.get("tdur", 0) for e in tasks if e["ts"] <= until)) / 1000.0


class Visit:
    """One opening of a page, and what came over the wire for it."""

    def __init__(self, browser: Any, context: Any, address: str) -> None:
        self.browser, self.page = browser, context.new_page()
        self.wire = context.new_cdp_session(self.page)
        self.kinds: dict[str, str] = {}
        self.sent = 0.0
        self.page.add_init_script(f"({_WATCH})()")
        self.wire.on("Network.responseReceived", lambda e: self.kinds.__setitem__(e["requestId"], e["type"]))
        self.wire.on("Network.loadingFinished", self._finished)
        self.wire.send("Network.enable")
        # the process that draws the page is there by then, and is traced from its first task
        self.page.goto(f"{address}favicon.ico")
        self.sent = 0.0
        browser.start_tracing(page=self.page, categories=list(TRACED))
        self.page.goto(address, wait_until="load")
        self.page.wait_for_function("window.seen.ready", timeout=PATIENCE)

    def _finished(self, event: Mapping[str, Any]) -> None:
        if self.kinds.get(event["requestId"]) in KINDS:
            self.sent += event["encodedDataLength"]

    def opened(self, when: str) -> Figures:
        """First paint, when a question can be typed, and bytes of page, styles and scripts."""
        self.page.wait_for_function(_PAINTED, timeout=PATIENCE)
        painted, ready = self.page.evaluate(f"[{_PAINTED}, window.seen.ready]")
        main = before_paint(self.browser.stop_tracing())
        return {
            f"{when} paint": painted,
            f"{when} ready": ready,
            f"{when} bytes": self.sent,
            f"cpu before paint {when}": main,
        }

    def asked(self, questions: Sequence[str]) -> Figures:
        """Milliseconds to the first words of an answer: the middle one of the questions."""
        waited = []
        for number, question in enumerate(questions, start=1):
            waited.append(self.page.evaluate(_PUT, [question, number]))
            self.page.wait_for_function(_ANSWERED, arg=number, timeout=PATIENCE)
        return {"first words": statistics.median(waited)} if waited else {}

    def listed(self, address: str) -> Figures:
        """Milliseconds from opening the page at the table of events to the first rows of it, and to those of another leaf."""
        self.page.goto(f"{address}?tab=events")
        self.page.wait_for_function("window.seen.table", timeout=PATIENCE)
        told = {"table": self.page.evaluate("window.seen.table")}
        leaves = ((f"{key} leaf", self.page.evaluate(_TURN, key)) for key in ("next", "last"))
        return told | {name: waited for name, waited in leaves if waited is not None}


def spent(browser: Any) -> float:
    """Milliseconds of the processor that the browser's processes spent so far."""
    wire = browser.new_browser_cdp_session()
    told = wire.send("SystemInfo.getProcessInfo")["processInfo"]
    wire.detach()
    return 1000.0 * float(sum(process["cpuTime"] for process in told))


def served(process: int | None) -> float:
    """The same of a server."""
    if process is None:
        return 0.0
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return 1000.0 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def round_of(
    browser: Any, reader: Mapping[str, Any], address: str, questions: Sequence[str], process: int | None
) -> Figures:
    """Open the page cold, then with its files in the browser's cache, then ask, then look at the table."""
    context = browser.new_context(**reader)
    seen: Figures = {}
    try:
        for when in ("cold", "warm"):
            before = spent(browser), served(process)
            visit = Visit(browser, context, address)
            seen |= visit.opened(when)
            seen[f"cpu browser {when}"] = spent(browser) - before[0]
            if process is not None:
                seen[f"cpu server {when}"] = served(process) - before[1]
            if when == "cold":
                visit.page.close()
        return seen | visit.asked(questions) | visit.listed(address)
    finally:
        context.close()


def compared(ones: Sequence[Figures], others: Sequence[Figures]) -> dict[str, dict[str, float]]:
    """Each figure of both servers by its median and its least, and the ratios of these."""
    told: dict[str, dict[str, float]] = {}
    for name in ones[0]:
        one, other = ([figures[name] for figures in rounds] for rounds in (ones, others))
        middle, least = (statistics.median(one), statistics.median(other)), (min(one), min(other))
        told[name] = {
            "median": round(middle[0], 1),
            "other median": round(middle[1], 1),
            "ratio": round(middle[0] / max(middle[1], 1e-9), 3),
            "least": round(least[0], 1),
            "other least": round(least[1], 1),
            "ratio of least": round(least[0] / max(least[1], 1e-9), 3),
        }
    return told


def measured(
    addresses: tuple[str, str],
    questions: Sequence[str],
    rounds: int,
    processes: Sequence[int | None],
    reader: Mapping[str, Any],
) -> dict[str, Any]:
    """So many rounds of both servers in turn; `reader` is what the browser is told of window and language."""
    from playwright.sync_api import sync_playwright

    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        raise SystemExit("no browser is installed (Debian: apt-get install chromium)")
    seen: dict[int, list[Figures]] = defaultdict(list)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        for number in range(-1, rounds):  # the first is for whatever either server loads on first use
            for place in (0, 1) if number % 2 else (1, 0):
                figures = round_of(browser, reader, addresses[place], questions, processes[place])
                if number >= 0:
                    seen[place].append(figures)
        browser.close()
    load = " ".join(f"{part:.1f}" for part in os.getloadavg())
    return {"rounds": rounds, "load": load, "figures": compared(seen[0], seen[1])}


def main(given: Sequence[str] | None = None) -> int:
    """The command above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("address")
    parser.add_argument("other")
    parser.add_argument("--questions", type=Path)
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--processes", type=int, nargs=2, default=[None, None])
    parser.add_argument("--width", type=int, default=1440)
    parser.add_argument("--locale", default="zh-CN")
    options = parser.parse_args(given)
    lines = options.questions.read_text(encoding="utf-8").splitlines() if options.questions else []
    questions = [line for line in lines if line.strip()]
    reader = {"viewport": {"width": options.width, "height": 900}, "locale": options.locale}
    told = measured((options.address, options.other), questions, options.rounds, options.processes, reader)
    sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
