"""A page of known articles, set in columns and printed to PDF by a browser; its truth found again in what was read."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Pair = tuple[int, int]

SEED = 3
"""Characters that must agree in one piece before a part of an article counts as found."""

LOST = "\n\n\u0001"
"""What stands before the characters that were not read, at the end of a page's text."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a page is set: number of columns, and whether paragraphs are told apart by an indent or by space."""

    columns: int
    indented: bool = True
    spanning: bool = False
    ruled: bool = False

    @property
    def css(self) -> str:
        """The style sheet of such a page."""
        rule = "column-rule: 0.5pt solid #888;" if self.ruled else ""
        gaps = "text-indent: 2em; margin: 0" if self.indented else "margin: 0 0 0.8em"
        span = "h2 { column-span: all; }" if self.spanning else ""
        return f"""@page {{ size: 420mm 560mm; margin: 12mm; }}
            body {{ font: 10.5pt/1.5 'Noto Serif CJK SC', serif; columns: {self.columns}; column-gap: 2em; {rule} }}
            p {{ {gaps}; text-align: justify; }}
            h2 {{ font: bold 20pt/1.3 'Noto Sans CJK SC', sans-serif; margin: 0.6em 0 0.4em; break-after: avoid }} {span}"""


def as_html(text: str, articles: Sequence[Row], style: Style) -> str:
    """A page's lines as headlines and paragraphs of a web page, in their order."""
    titles = {tuple(span) for a in articles for span in a.get("title_spans", ())}
    body = []
    at = 0
    for line in text.split("\n"):
        said = line.strip()
        start = at + line.find(said) if said else at
        at += len(line) + 1
        if said:
            tag = "h2" if any(s <= start < e for s, e in titles) else "p"
            body.append(f"<{tag}>{html.escape(said)}</{tag}>")
    head = f"<!DOCTYPE html><html lang=zh><meta charset=utf-8><style>{style.css}</style>"
    return f"{head}<body>{''.join(body)}</body></html>"


def print_page(browser: Any, page: str, at: Path) -> Path:
    """The web page as a PDF file."""
    sheet = browser.new_page()
    sheet.set_content(page)
    sheet.pdf(path=str(at), prefer_css_page_size=True)
    sheet.close()
    return at


def gold_in(read: str, text: str, articles: Iterable[Row], page: str) -> tuple[str, list[Row]]:
    """What was read with the lost characters behind it, and the truth by places in that.

    A character of the truth that was not read counts against the reader, so it is given a place that no article has.
    """
    finder, lost, found = _Finder(read), [], []
    end = len(read) + len(LOST)
    for article in articles:
        placed: dict[str, list[list[int]]] = {}
        for kind in ("title_spans", "body_spans"):
            placed[kind] = []
            for start, stop in article.get(kind, ()):
                spans, missing = finder.place(text[start:stop])
                lost.append(missing)
                if missing:
                    spans.append((end, end + len(missing)))
                    end += len(missing)
                placed[kind] += [[s, e] for s, e in spans]
        found.append({**article, "page": page, **placed, "spans": placed["title_spans"] + placed["body_spans"]})
    return read + LOST + "".join(lost), found


class _Finder:
    """Pieces of a text by their characters alone, each character given once."""

    def __init__(self, read: str) -> None:
        self._places = [i for i, c in enumerate(read) if not c.isspace()]
        self._left = [read[i] for i in self._places]

    def place(self, wanted: str) -> tuple[list[Pair], str]:
        """Where the characters of `wanted` stand in reading order, and those that stand nowhere."""
        letters = [c for c in wanted if not c.isspace()]
        places: dict[int, int] = {}
        self._find(letters, 0, len(letters), places)
        self._bridge(letters, places)
        missing = "".join(c for k, c in enumerate(letters) if k not in places)
        return list(_merged(places[k] for k in sorted(places))), missing

    def _find(self, letters: list[str], low: int, high: int, places: dict[int, int]) -> None:
        matcher = SequenceMatcher(None, self._left, letters[low:high], autojunk=False)
        best = matcher.find_longest_match()
        if best.size < min(SEED, high - low) or best.size == 0:
            return
        for k in range(best.size):
            places[low + best.b + k] = self._places[best.a + k]
            self._left[best.a + k] = ""
        self._find(letters, low, low + best.b, places)
        self._find(letters, low + best.b + best.size, high, places)

    def _bridge(self, letters: list[str], places: dict[int, int]) -> None:
        """A character read wrongly between two that were read stands where it must."""
        at = {place: k for k, place in enumerate(self._places)}
        for k in range(1, len(letters)):
            if k in places or k - 1 not in places:
                continue
            here = at[places[k - 1]] + 1
            if here < len(self._left) and self._left[here]:
                places[k] = self._places[here]
                self._left[here] = ""


def _merged(places: Iterator[int]) -> Iterator[Pair]:
    start = end = -1
    for place in places:
        if place != end:
            if start >= 0:
                yield start, end
            start = place
        end = place + 1
    if start >= 0:
        yield start, end
