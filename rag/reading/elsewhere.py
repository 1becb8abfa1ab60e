"""Articles of which several files of one paper and day each have a part, or the whole: which are these, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from unicodedata import normalize

from rag.reading.affinity import containment, cosines
from rag.reading.continuation import Note, in_digits, is_same_title
from rag.reading.duplicates import LONGER, SAME, SHORTEST
from rag.records import Article, Elsewhere, Layout, Page, Span, Tie
from rag.spans import quote

TELLING = 6
"""Characters of a headline that two articles must share to be held against each other: 简讯 stands over many."""

Where = tuple[str, int]
"""A page's name and the number of an article on it."""


@dataclass(frozen=True, slots=True)
class _Printed:
    """An article with its page and the words of its prose."""

    page: Page
    article: Article
    text: str

    @property
    def where(self) -> Where:
        return self.page.name, self.article.number

    @property
    def note(self) -> Note:
        """The note that it goes on or began elsewhere; only of one that has such a note."""
        return Note(Span(0, 0), self.article.continues)

    @property
    def edition(self) -> str:
        """The number of its page; empty where that is not known."""
        return in_digits(self.page.edition)


def find_elsewhere(layouts: Sequence[Layout]) -> dict[str, tuple[Elsewhere, ...]]:
    """Name of each page -> which of its articles stand in the other files too, or in part.

    The pages are all of one paper and day, and distinct; where several have the same article, the first of them keeps it.
    """
    printed = [
        _Printed(layout.page, a, "".join(quote(layout.page.text, spans) for spans in a.paragraphs))
        for layout in layouts
        for a in layout.articles
    ]
    copies = dict(_copies(printed))
    found: defaultdict[str, list[Elsewhere]] = defaultdict(list)
    for copy, kept in copies.items():
        found[copy[0]].append(_told(copy, Tie.SAME, kept))
    for head, rest in _parts([p for p in printed if p.where not in copies]):
        found[head.page.name].append(_told(head.where, Tie.GOES_ON, rest))
        found[rest.page.name].append(_told(rest.where, Tie.BEGINS, head))
    return {layout.page.name: tuple(sorted(found[layout.page.name], key=lambda e: e.article)) for layout in layouts}


def headlines_of(titles: Sequence[str]) -> set[str]:
    """Headlines by which two articles are known to be one, white space and widths aside."""
    plain = ("".join(normalize("NFKC", title).split()) for title in titles)
    return {title for title in plain if len(title) >= TELLING}


def _told(here: Where, tie: Tie, other: _Printed) -> Elsewhere:
    return Elsewhere(here[1], tie, *other.where, other.page.edition, " ".join(other.article.titles))


def _copies(printed: Sequence[_Printed]) -> Iterator[tuple[Where, _Printed]]:
    """Each article that an earlier page has too, with that: both under one headline and in nearly the same words."""
    titled: defaultdict[str, list[_Printed]] = defaultdict(list)
    for one in printed:
        for title in headlines_of(one.article.titles):
            titled[title].append(one)
    gone: set[Where] = set()
    for alike in titled.values():
        shared = containment([one.text for one in alike])
        for k, n in combinations(range(len(alike)), 2):
            kept, copy = alike[k], alike[n]
            if kept.page.name == copy.page.name or {kept.where, copy.where} & gone:
                continue
            if min(shared[k, n], shared[n, k]) >= SAME and _are_as_long(kept.text, copy.text):
                gone.add(copy.where)
                yield copy.where, kept


def _are_as_long(one: str, other: str) -> bool:
    few, many = sorted(("".join(one.split()), "".join(other.split())), key=len)
    return len(few) >= SHORTEST and len(many) <= LONGER * len(few)


def _parts(printed: Sequence[_Printed]) -> Iterator[tuple[_Printed, _Printed]]:
    """(beginning, rest) of articles that go on in another file, the pairs most alike in wording first."""
    told = [one for one in printed if one.article.continues]
    alike = cosines([one.text for one in told]) if told else None
    pairs = [(k, n) for k, head in enumerate(told) for n, rest in enumerate(told) if _fit(head, rest, told)]
    taken: set[int] = set()
    for k, n in sorted(pairs, key=lambda pair: -alike[pair] if alike is not None else 0):
        if not {k, n} & taken:
            taken |= {k, n}
            yield told[k], told[n]


def _fit(head: _Printed, rest: _Printed, told: Sequence[_Printed]) -> bool:
    """Whether the notes of the two name each other's pages. Where a page has no number, one headline must stand over both
    parts, or no other notes of the day name the same pages."""
    if not head.note.goes_on or rest.note.goes_on or head.page.name == rest.page.name:
        return False
    named = rest.note.edition, head.note.edition
    ends = head.edition, rest.edition
    if any(end and end != name for end, name in zip(ends, named, strict=True)):
        return False
    if all(ends) or any(is_same_title(a, b) for a in head.article.titles for b in rest.article.titles):
        return True
    rivals = [(one.note.goes_on, one.note.edition) for one in told]
    return rivals.count((True, head.note.edition)) == 1 == rivals.count((False, rest.note.edition))
