"""A reader at the page: opens it, asks, clicks, and watches what the browser does behind it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

ARTIFACTS = Path(__file__).resolve().parents[2] / "artifacts"
"""Screenshots to be looked at; not part of the project."""
MARK = "#evidence .view:not([hidden]) mark.cited"
PATIENCE = 30_000
"""Milliseconds to wait for what must come; a busy machine is slow, and speed is measured elsewhere."""


@dataclass
class Reader:
    """`page` is Playwright's. `complaints` are console errors and exceptions, `hosts` all that was asked for anything."""

    page: Any
    complaints: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def ask(self, question: str) -> str:
        """Type a question; the answer's words."""
        before = self.page.locator("#conversation .turn").count()
        self.page.fill("#question textarea", question)
        self.page.press("#question textarea", "Enter")
        return self._outcome(before)

    def choose(self, example: str) -> str:
        """Click an example question; the answer's words."""
        before = self.page.locator("#conversation .turn").count()
        self.page.get_by_role("button", name=example, exact=True).click()
        return self._outcome(before)

    def _outcome(self, before: int) -> str:
        turn = self.page.locator("#conversation .turn").nth(before)
        turn.locator(":is(.answer:not([aria-busy]), .refusal, .problem)").wait_for(timeout=PATIENCE)
        return str(turn.locator(".words, .problem").first.inner_text())

    def begin(self, question: str) -> None:
        """Type a question and send it, without waiting for what comes."""
        self.page.fill("#question textarea", question)
        self.page.press("#question textarea", "Enter")

    def close_evidence(self) -> None:
        """On a phone, where it covers everything else."""
        if (button := self.page.locator("#evidence [data-close]")).is_visible():
            button.click()

    def go(self, tab: str) -> None:
        """Go to a tab, by its name in `ui.app.TABS`."""
        self.page.locator(f"#tab-{tab}-button").click()
        self.page.locator(f"#tab-{tab}").wait_for(timeout=PATIENCE)

    def awaits(self, locator: Any, step: float = 5.0) -> None:
        """Wait for what a page brings that looks every `step` seconds whether there is something: its clock goes ahead, so
        that nobody sits that out."""
        until = monotonic() + PATIENCE / 1000
        while not locator.is_visible() and monotonic() < until:
            self.page.clock.fast_forward(round(step * 1000))
            self.page.wait_for_timeout(100)
        assert locator.is_visible()

    def settle(self) -> None:
        """Wait until nothing that is seen is still being asked for, or still fading in."""
        self.page.wait_for_function(_SETTLED, timeout=PATIENCE)

    def barriers(self) -> list[str]:
        """What axe-core finds that keeps people from using the page once it has settled: serious and critical findings."""
        self.settle()
        if not self.page.evaluate("Boolean(window.axe)"):
            self.page.evaluate(_axe())
        found = self.page.evaluate("axe.run({ resultTypes: ['violations'] })")["violations"]
        grave = (v for v in found if v["impact"] in ("serious", "critical"))
        return [f"{v['id']}: {node['html'][:120]}" for v in grave for node in v["nodes"]]

    def shoot(self, name: str) -> None:
        """A picture of the window, to be looked at."""
        ARTIFACTS.mkdir(exist_ok=True)
        self.page.screenshot(path=ARTIFACTS / f"{name}.png")

    def start_over(self) -> None:
        """Clear the conversation."""
        self.page.locator("#conversation .clear").click()
        self.page.locator("#conversation .welcome").wait_for(timeout=PATIENCE)

    def open_marker(self, marker: int) -> str:
        """Click the first marker of that number; the marked sentence, once it is in view."""
        self.page.locator(f"#conversation .words a.marker:text-is('[{marker}]')").first.click()
        self.page.wait_for_function(_OPENED, timeout=PATIENCE)  # what an answer brought along may stand there before
        mark = self.page.locator(MARK).first
        mark.wait_for(timeout=PATIENCE)
        self.page.wait_for_function(_IN_VIEW, arg=MARK, timeout=PATIENCE)
        return str(mark.inner_text())


@lru_cache(maxsize=1)
def _axe() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


_SETTLED = """() => !document.querySelector("[aria-busy=true]")
  && ![...document.querySelectorAll(".pending")].some((e) => e.checkVisibility())
  && !document.getAnimations().some((a) => a.playState === "running")"""

_OPENED = """() => document.activeElement.closest("#evidence")"""

_IN_VIEW = """(selector) => {
  const box = document.querySelector(selector).getBoundingClientRect();
  return box.top >= 0 && box.bottom <= window.innerHeight;
}"""


@contextmanager
def reading(
    browser: Any,
    address: str,
    width: int = 1440,
    theme: str = "light",
    locale: str = "zh-CN",
    ahead: bool = False,
) -> Iterator[Reader]:
    """A reader with a window of that width, who has just opened the page; `ahead` where its clock is to be put ahead."""
    context = browser.new_context(
        viewport={"width": width, "height": 900 if width > 800 else 844}, color_scheme=theme, locale=locale
    )
    reader = Reader(context.new_page())
    reader.page.on("console", lambda m: m.type in ("error", "warning") and reader.complaints.append(m.text))
    reader.page.on("pageerror", lambda e: reader.complaints.append(str(e)))
    reader.page.on("request", lambda r: reader.hosts.add(urlsplit(r.url).netloc))
    if ahead:
        reader.page.clock.install()
    reader.page.goto(address)
    reader.page.locator("#conversation .welcome, #conversation .turn").first.wait_for(
        state="attached",  # an address may open another tab than the conversation's
        timeout=PATIENCE,
    )
    yield reader
    context.close()
