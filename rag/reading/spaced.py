"""Letter-spaced lines and names (海 州 市 召 开 会 议, 副县长李 强): the spaces belong to the layout, not to the wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from rag.dictionary import goes_on, is_word
from rag.records import Span, Spans
from rag.script import DOT, HAN
from rag.tables import rows
from rag.text import has_han

SPACES = " \u3000\xa0\u2002\u2003"
"""What sets characters apart: a space, a full-width one, and those that Word and PDF put in their place."""

AS_SPACES = str.maketrans("\xa0\u2002\u2003", "   ")
"""Those as the space they stand for, where wording is looked at and not quoted."""

_S = rf"[{SPACES}]"

_RUN = re.compile(rf"\S(?:{_S}\S){{5,}}")
"""Six characters with a space between each: fewer may be names that a list sets apart."""

_LINE = re.compile(rf"{_S}*[一-鿿](?:{_S}{{1,3}}[一-鿿]){{2,}}{_S}*")
"""A whole line so (停 水 通 知) is a headline or a newspaper's name."""

_OPENS = rf"(?:^|(?<=[、，,；;：:。（(和与长记席任员监理事])|(?<=[长记席任员监理事]){_S})"
_FAMILY = rf"(?P<family>[一-鿿]{{1,2}}){_S}{{1,2}}"
_BEHIND = rf"(?={_S}?(?:[、，,。；;（(）)]|等|$|(?P<word>[一-鿿])))"
_NAME = re.compile(rf"{_OPENS}{_FAMILY}(?P<given>[一-鿿]){_BEHIND}", re.M)
"""A name of two characters set as wide as its neighbours of three, in a list or behind an office."""

_LONG_NAME = re.compile(
    rf"(?:(?<=[、长记席任员监理事])|(?<=[长记席任员监理事]){_S}){_FAMILY}(?P<given>[一-鿿]{_S}{{0,2}}[一-鿿]){_BEHIND}"
)
"""One of three, its family name set apart from the given one, or all three from one another."""

_ROLL = re.compile(rf"(?<![^\s：:、，,。；;])[{HAN}{DOT}]++(?:{_S}++[{HAN}{DOT}]++(?![^\s、，,。；;])){{2,}}+")
"""A list of names set apart by spaces alone."""

SHORT = 2
"""Characters of a given name; where each stands by itself a space is between them, and one character may follow (秦 望 舒到)."""

SIZE = 4
"""Characters of a name of one word."""

LONGEST_ITEM = 12
"""Characters of a name in such a list, those of a foreign one included."""

FEWEST = 3
"""Names of such a list; fewer are words that stand apart for other reasons."""

_SPACES = re.compile(rf"{_S}+")

INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064"
    "\u2066\u2067\u2068\u2069\ufe00\ufe01\ufe02\ufe03\ufe0e\ufe0f\ufeff" + "".join(map(chr, range(0xE0100, 0xE01F0)))
)
"""Zero-width and direction-setting characters, soft hyphens and choices of a glyph: they say nothing, wherever they stand."""

_UNSEEN = re.compile(f"[{INVISIBLE}]+")


def pieces(text: str, line: Span) -> Spans:
    """The line without invisible characters and the spaces of its letter-spaced runs and names."""
    found: list[Span] = []
    at = line.start
    for start, end in sorted(_gaps(text, line)):
        found += [Span(at, start)] if at < start else []
        at = max(at, end)
    found += [Span(at, line.end)] if at < line.end else []
    return tuple(found) or (line,)


def closed(line: str) -> str:
    """A line by itself without those spaces."""
    return "".join(line[p.start : p.end] for p in pieces(line, Span(0, len(line))))


def width(text: str, line: Span) -> int:
    """Characters of the line without the spaces of its letter-spaced runs."""
    return sum(piece.end - piece.start for piece in pieces(text, line))


def lists_names(line: str) -> bool:
    """Whether a list of names set apart by spaces stands in the line."""
    return any(_named(m.group()) for m in _ROLL.finditer(line))


def _gaps(text: str, line: Span) -> Iterator[tuple[int, int]]:
    """Where the spaces stand that are no part of the wording, each once."""
    if _hides(text):
        yield from (m.span() for m in _UNSEEN.finditer(text, line.start, line.end))
    if not _SPACES.search(text, line.start, line.end):
        return  # as in most lines, and what follows looks at every character
    rolls = [m.span() for m in _ROLL.finditer(text, line.start, line.end) if _named(m.group())]
    runs = [m.span() for m in _RUN.finditer(text, line.start, line.end) if has_han(m.group())]
    whole = _LINE.fullmatch(text, line.start, line.end)
    runs += [whole.span()] if whole else []
    runs = [run for run in runs if not any(start < run[1] and run[0] < end for start, end in rolls)]
    runs += [span for start, end in rolls for span in _padded(text, start, end)]
    names = _spaced_names(text)
    runs += [m.span() for m in names.finditer(text, line.start, line.end)] if names else []
    inside = {(m.start(), m.end()) for start, end in runs for m in _SPACES.finditer(text, start, end)}
    yield from (gap for gap in inside if line.start < gap[0] and gap[1] < line.end)


@lru_cache(maxsize=8)
def _hides(text: str) -> bool:
    """Whether anything invisible stands on a page: on most there is nothing, and a page has many lines."""
    return _UNSEEN.search(text) is not None


@lru_cache(maxsize=8)
def _spaced_names(text: str) -> re.Pattern[str] | None:
    """The names that the page prints with a space in a list or behind an office, to be closed wherever they stand."""
    found = {(m["family"], m["given"]) for m in _NAME.finditer(text) if m["family"] in _families() and _ends(text, m)}
    for m in _ROLL.finditer(text):
        if _named(m.group()):
            found |= {(text[s], text[e - 1]) for s, e in _padded(text, *m.span())}
    found |= {(m["family"], _SPACES.sub("", m["given"])) for m in _LONG_NAME.finditer(text) if _is_long_name(text, m)}
    either = "|".join(
        rf"(?:(?<=[长记席任员监理事]){_S})?{family}{_S}{{1,2}}{rf'{_S}{{0,2}}'.join(given)}(?:{_S}(?=[、，,]))?"
        for family, given in sorted(found, key=lambda name: (-len(name[1]), name))
    )
    return re.compile(either) if either else None


def _is_long_name(text: str, name: re.Match[str]) -> bool:
    """Whether it is a family name and a given one of two characters, and not what somebody of that name goes on to do.

    Inside a sentence a common word is taken for none: 县长王 昨天出席.
    """
    if name["family"] not in _families() or not _ends(text, name):
        return False  # before any word is looked up: on most pages none need be, and loading them takes a quarter of a second
    given = _SPACES.sub("", name["given"])
    apart = given != name["given"] or name["word"] is None
    return not (_behind().match(given) or goes_on(given) or (is_word(given) and not apart))


def _ends(text: str, name: re.Match[str]) -> bool:
    """Whether a name can end there: at a mark, or before a word that stands behind names."""
    if name["word"] is None or _behind().match(text, name.start("word")):
        return True
    return len(name["given"]) > SHORT and name["word"] in _next()


def _named(roll: str) -> bool:
    """Whether the items of a list set apart by spaces are names, nearly all with a family name before them."""
    items = _items(roll)
    names = sum(map(_like_name, items))
    return len(items) >= FEWEST and names >= len(items) - len(items) // FEWEST


def _like_name(item: str) -> bool:
    """Whether an item has a family name and the length of a name, or the dot of a foreign one."""
    joined = DOT in item and len(item) <= LONGEST_ITEM
    return joined or (1 < len(item) <= SIZE and (item[:1] in _families() or item[:2] in _families()))


def _items(roll: str) -> list[str]:
    """The items of the list, each padded name closed."""
    items: list[str] = []
    for word in roll.split():
        open_name = items and len(word) == 1 and items[-1] in _families()
        items[-1:] = [items[-1] + word] if open_name else [*items[-1:], word]
    return items


def _padded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the padded names of a list stand that is set apart by spaces: a family name by itself and one character."""
    words = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", text[start:end])]
    before: tuple[int, int] | None = None
    for word in words:
        if before and word[1] - word[0] == 1 and text[slice(*before)] in _families():
            yield before[0], word[1]
            before = None
        else:
            before = word


@cache
def _behind() -> re.Pattern[str]:
    """A word that stands behind names: a verb of activity or one of those that follow them."""
    words = {word for table in ("verbs.tsv", "followers.tsv") for (word, *_) in rows(table) if len(word) > 1}
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))


@cache
def _next() -> frozenset[str]:
    """The words of one character that follow names."""
    return frozenset(word for (word, *_) in rows("followers.tsv") if len(word) == 1)


@cache
def _families() -> frozenset[str]:
    return frozenset(name for name, strength, *_ in rows("surnames.tsv") if strength == "common")
