"""What was read off a picture: the picture with the cited words marked on it, and which of them may be others in print."""

from __future__ import annotations

from collections.abc import Sequence

from rag import Language, Mark, Page, Scan, Spans
from ui.pictures import picture_link
from ui.present.escape import escaped
from ui.strings import say

LEGIBLE = 17
"""Points on the screen for a character of prose: the picture is shown so large, in a frame that can be moved over it."""

NARROWEST, WIDEST = 320, 4000
"""Points that it is wide."""

ROUND = 3
"""Of a sheet's thousand: the rim of paper inside a mark."""

MOST = 12
"""Uncertain characters that are named."""


def doubted(language: Language, scan: Scan | None, page: Page, spans: Spans) -> str:
    """What is to be known of words that were read off a picture; nothing of others."""
    pairs = [(span.start, span.end) for span in spans]
    if scan is None or not scan.recognised(pairs):
        return ""
    return seen_line(language, [page.text[at] for at in scan.doubted(pairs)])


def seen_line(language: Language, chars: Sequence[str]) -> str:
    """That words were recognised, and which of their characters are uncertain, as text."""
    if not chars:
        return say(language, "seen.recognised")
    named = "、".join(dict.fromkeys(chars[:MOST])) + ("……" if len(chars) > MOST else "")
    return say(language, "seen.doubted", chars=named)


def pictures(language: Language, page: Page, scan: Scan, article: Spans, cited: Spans, also: Spans) -> str:
    """The sheets on which an article stands, what is cited marked on them."""
    held = {mark.sheet for mark in _boxes(scan, article)} or set(range(len(scan.pictures)))
    return "".join(_sheet(language, page, scan, place, cited, also) for place in sorted(held))


def _sheet(language: Language, page: Page, scan: Scan, place: int, cited: Spans, also: Spans) -> str:
    picture = scan.pictures[place]
    wide = _wide(scan, place)
    high = round(wide * picture.height / max(picture.width, 1))
    marks = "".join(_mark(box, kind, picture.width) for kind, box in _marks(scan, place, cited, also))
    link, label = escaped(picture_link(page.name, place, page.digest)), say(language, "seen.sheet", n=picture.number)
    return (
        f'<div class="sheet" role="group" tabindex="0" aria-label="{label}"><svg role="img" aria-label="{label}" viewBox="0 0 {picture.width} {picture.height}" '
        f'width="{wide}" height="{high}"><image href="{link}" width="{picture.width}" height="{picture.height}"/>'
        f"{marks}</svg></div>"
    )


def _wide(scan: Scan, place: int) -> int:
    """How wide a sheet is shown, by the size of its characters."""
    sizes = sorted(min(m.bottom - m.top, m.right - m.left) for m in scan.marks if m and m.sheet == place)
    usual = sizes[len(sizes) // 2] if sizes else 0
    shown = scan.pictures[place].width * LEGIBLE / usual if usual else NARROWEST
    return round(min(max(shown, NARROWEST), WIDEST))


def _marks(scan: Scan, place: int, cited: Spans, also: Spans) -> list[tuple[str, Mark]]:
    """The lighter marks first: where both are, the other is seen."""
    kinds = (("also", also), ("cited", cited))
    return [(kind, box) for kind, spans in kinds for box in _boxes(scan, spans) if box.sheet == place]


def _boxes(scan: Scan, spans: Spans) -> tuple[Mark, ...]:
    return scan.boxes([(span.start, span.end) for span in spans])


def _mark(box: Mark, kind: str, width: int) -> str:
    rim = max(1, width * ROUND // 1000)
    x, y, wide, high = box.left - rim, box.top - rim, box.right - box.left + 2 * rim, box.bottom - box.top + 2 * rim
    return f'<rect class="{kind}" x="{x}" y="{y}" width="{wide}" height="{high}" rx="{rim}"/>'
