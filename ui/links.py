"""Addresses of articles and questions: made for the page's links, read back from whatever stands in a browser's address bar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, quote

from rag import EVERYTHING, Page, Scope, Span, Spans

_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)
_NUMBER = re.compile(r"\d{1,6}", re.ASCII)
EDITION = 8
"""Characters of a page's digest that a link carries: enough to notice that the page was replaced since."""


@dataclass(frozen=True, slots=True)
class Place:
    """An article, the words in it that a link points at, and the beginning of the page's digest if the link has it."""

    page: str
    article: int
    spans: Spans = ()
    digest: str = ""

    def fits(self, page: Page) -> bool:
        """Whether the words still stand where the link says."""
        unchanged = page.digest.startswith(self.digest)
        return unchanged and all(0 <= s.start < s.end <= len(page.text) for s in self.spans)


def article_link(page: str, article: int, spans: Spans = (), digest: str = "") -> str:
    """`?article=PAGE%23N&mark=1-5_8-9`: opens that article with those words marked, now or later.

    A click on a link of this form anywhere on the page opens the evidence beside it without loading the page anew.
    """
    mark = "_".join(f"{s.start}-{s.end}" for s in spans)
    parts = [f"?article={quote(f'{page}#{article}', safe='/')}", f"mark={mark}" if mark else ""]
    return "&".join(filter(None, (*parts, f"of={digest[:EDITION]}" if digest else "")))


def question_link(question: str, scope: Scope = EVERYTHING) -> str:
    """`?ask=…&newspaper=…&since=…&until=…&page=…`: opens the page and asks that question there, in a conversation of its own."""
    pairs = (("ask", question), *scope_fields(scope))
    return "?" + "&".join(f"{name}={quote(value, safe='')}" for name, value in pairs)


def scope_fields(scope: Scope) -> tuple[tuple[str, str], ...]:
    """What a scope holds as fields of an address, of which `page` may come several times."""
    bounds = (("newspaper", scope.newspaper), ("since", scope.since), ("until", scope.until))
    return (*((name, value) for name, value in bounds if value), *(("page", name) for name in scope.pages))


def place_of(address: str) -> Place | None:
    """What a link made by `article_link` points at; None for an address that points at no article."""
    fields = parse_qs(address.removeprefix("?"))
    page, separator, number = fields.get("article", [""])[0].rpartition("#")
    if not (page and separator and _NUMBER.fullmatch(number)):
        return None
    return Place(page, int(number), _spans(fields.get("mark", [""])[0]), fields.get("of", [""])[0])


def _spans(mark: str) -> Spans:
    pairs = ((int(m[1]), int(m[2])) for m in map(_SPAN.fullmatch, mark.split("_")) if m)
    return tuple(Span(start, end) for start, end in pairs)
