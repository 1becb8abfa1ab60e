"""Notes that an article goes on, or began, on another page (（下转第二版）), and the two parts where one file holds both."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.reading.affinity import containment, cosines
from rag.reading.blocks import Block
from rag.reading.furniture import HALF_WIDTH, Furniture, furniture_kind
from rag.reading.parts import Parts
from rag.records import Page, Span

_NOTE = re.compile(
    r"[（(【\[]?[ 　]{0,8}((?:下转|上接|紧接|下轉)[ 　]{0,8}第?[ 　]{0,8}[0-9A-Za-z一二三四五六七八九十]{1,4}[ 　]{0,8}版[^（）()【】\n。，]{0,12})[ 　]{0,8}[）)】\]]"
)


@dataclass(frozen=True, slots=True)
class Note:
    """Where a note stands, brackets included, and its words without them."""

    span: Span
    words: str

    @property
    def goes_on(self) -> bool:
        """Whether the rest is elsewhere; otherwise it is the beginning."""
        return self.words.startswith(("下转", "下轉"))

    @property
    def edition(self) -> str:
        """The number of the page it names."""
        return in_digits(_NUMBER.findall(self.words)[0])


_NUMBER = re.compile(r"第?[ 　]{0,8}([0-9A-Za-z一二三四五六七八九十]{1,4})[ 　]{0,8}版")
_HEAD = re.compile(r"(?<![转接轉见])第[ 　]{0,8}([0-9A-Za-z０-９一二三四五六七八九十]{1,4})[ 　]{0,8}版")
_LINE = re.compile(r"[^\n\r]{2,60}")
_TENS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六")

SAME_TITLE = 0.6
"""Share of a headline's character pairs that the other holds where both are the same story's."""


def find_notes(text: str) -> list[Note]:
    """The notes of a page in order."""
    return [Note(Span(m.start(), m.end()), m[1].strip()) for m in _NOTE.finditer(text)]


def noted(blocks: Sequence[Block], notes: Sequence[Note]) -> list[Block]:
    """The blocks, in order and without the notes, those marked before or behind which a note stood."""
    starts, found = [block.start for block in blocks], list(blocks)
    for note in notes:
        at = bisect_left(starts, note.span.start) - note.goes_on
        if 0 <= at < len(found):
            block = found[at]
            found[at] = replace(block, begun=block.begun or not note.goes_on, goes_on=block.goes_on or note.goes_on)
    return found


def told_by(notes: Sequence[Note], parts: Sequence[Parts]) -> dict[int, Note]:
    """Number of an article -> the note at its end that it goes on, or at its head that it began elsewhere."""
    pieces = sorted((span.start, k) for k, part in enumerate(parts) for span in part.spans)
    told: dict[int, Note] = {}
    for note in notes if pieces else ():
        at = bisect_left(pieces, (note.span.start, 0)) - note.goes_on
        told[pieces[min(max(at, 0), len(pieces) - 1)][1]] = note
    return told


def rejoined(page: Page, parts: Sequence[Parts], notes: Sequence[Note]) -> tuple[list[Parts], list[Note]]:
    """The articles, each that goes on elsewhere in the same file put together with its rest; and the notes that are left.

    The numbers in the notes must be those of the pages in the file; where it does not number them, one headline must
    stand over both parts. Of several rests the one most alike in wording is taken.
    """
    told = told_by(notes, parts)
    heads = [k for k, note in told.items() if note.goes_on and all(b.start < note.span.start for b in parts[k].prose)]
    rests = [
        k for k, note in told.items() if not note.goes_on and all(b.start > note.span.start for b in parts[k].prose)
    ]
    if not heads or not rests:
        return list(parts), list(notes)
    marks = _editions(page)
    alike = cosines(["".join(block.text for block in (*p.titles, *p.prose)) for p in parts])
    rest_of: dict[int, int] = {}
    for head, rest in sorted(((h, r) for h in heads for r in rests), key=lambda pair: -alike[pair]):
        ends = (_edition(marks, told[head]), _edition(marks, told[rest]))
        named = (told[rest].edition, told[head].edition)
        fits = ends == named if all(ends) else _share_headline(parts[head], parts[rest])
        if head != rest and fits and head not in rest_of and rest not in rest_of.values():
            rest_of[head] = rest
    gone, used = set(rest_of.values()), {told[k].span for pair in rest_of.items() for k in pair}
    whole = [_one(p, parts[rest_of[k]]) if k in rest_of else p for k, p in enumerate(parts) if k not in gone]
    return whole, [note for note in notes if note.span not in used]


def _editions(page: Page) -> list[tuple[int, str]]:
    """Where each numbered page of a file begins, and its number."""
    found = [(0, in_digits(page.edition))]
    for line in _LINE.finditer(page.text):
        number = _HEAD.search(line.group())
        if number and furniture_kind(line.group().strip()) in (Furniture.NAME, Furniture.MASTHEAD):
            found.append((line.start(), in_digits(number[1])))
    return found


def _edition(marks: Sequence[tuple[int, str]], note: Note) -> str:
    return [number for at, number in marks if at <= note.span.start][-1]


def in_digits(number: str) -> str:
    """The number of a page in digits without leading zeros."""
    plain = number.translate(HALF_WIDTH).upper()
    if plain in _TENS:
        return str(_TENS.index(plain) + 1)
    return plain.lstrip("0")


def _share_headline(head: Parts, rest: Parts) -> bool:
    return any(is_same_title(title.text, own.text) for title in rest.titles for own in head.titles)


def _one(head: Parts, rest: Parts) -> Parts:
    """The two parts as one article; a headline printed again over the rest is a repetition."""
    again = tuple(title for title in rest.titles if any(is_same_title(title.text, own.text) for own in head.titles))
    return replace(
        head,
        titles=(*head.titles, *(title for title in rest.titles if title not in again)),
        prose=(*head.prose, *rest.prose),
        duplicates=(*head.duplicates, *rest.duplicates, *again),
    )


def is_same_title(title: str, own: str) -> bool:
    """Whether two headlines are of one story, the longer perhaps with more lines."""
    return title == own or float(containment([title, own])[0, 1]) >= SAME_TITLE
