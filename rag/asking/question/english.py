"""English questions into the Chinese words a newspaper would have printed.

By a word list; names in pinyin are the business of `rag.asking.question.spelled`. The result is a bag of words for the
lexical leg and for the checks; the multilingual encoder reads the question as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rag.asking.matching.terms import ALTERNATIVE
from rag.asking.question.inflected import infinitives, singulars
from rag.tables import rows

_TOKEN = re.compile(r"[A-Za-z][A-Za-z'’-]*")
VERB = "to "
"""Stands before a verb in the list whose every form means the same."""

_LONGEST = 4
"""Words in the longest entry of the list."""


def chinese_words(question: str) -> tuple[str, ...]:
    """The Chinese renderings of the English words, longest entries first served, each once, in order.

    Renderings of one English word stand together, joined by ALTERNATIVE.
    """
    tokens = [t.lower().removesuffix("'s") for t in _tokens(question)]
    found: list[str] = []
    at = 0
    while at < len(tokens):
        size = next((n for n in range(_LONGEST, 0, -1) if entry(tokens[at : at + n])), 0)
        found += [ALTERNATIVE.join(entry(tokens[at : at + size]))] if size else []
        at += size or 1
    return tuple(dict.fromkeys(found))


def uncovered(question: str) -> tuple[str, ...]:
    """Lower-case words of the question that no entry of the list takes in, alone or with its neighbours."""
    tokens = list(_tokens(question))
    lower = [t.lower() for t in tokens]
    found, at = [], 0
    while at < len(tokens):
        size = next((n for n in range(_LONGEST, 0, -1) if entry(lower[at : at + n])), 0)
        found += [] if size or not tokens[at].islower() else [tokens[at]]
        at += size or 1
    return tuple(found)


def _tokens(question: str) -> Iterator[str]:
    """Words in order; one with hyphens that the list does not have as a whole (work-safety) as its parts."""
    for token in _TOKEN.findall(question.replace("’", "'")):
        parts = token.split("-") if "-" in token and not entry([token.lower()]) else [token]
        yield from filter(None, parts)


def entry(tokens: list[str]) -> tuple[str, ...]:
    """What the list has for these words in lower case, taken together; () for nothing."""
    if not tokens:
        return ()
    table = _table()
    return next((found for form in _forms(*tokens) if (found := table.get(form, ()))), ())


def _forms(first: str, *rest: str) -> Iterator[str]:
    """Entries for words: as they stand, the last as a plural, the first as a form of a verb.

    Of other past tenses the list says itself what they mean (planted is no plant).
    """
    *before, last = first, *rest
    yield from (" ".join((*before, form)) for form in singulars(last))
    yield from (VERB + " ".join((form, *rest)) for form in (first, *infinitives(first), *singulars(first)))


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    table = {english: tuple(chinese.split()) for english, chinese in rows("english.tsv")}
    for verb, chinese in _verbs().items():
        table[verb] = tuple(dict.fromkeys((*chinese, *table.get(verb, ()))))
    return table


def _verbs() -> dict[str, tuple[str, ...]]:
    """The verbs of what officials do, which pages and questions share; the list adds other senses to them."""
    found: dict[str, tuple[str, ...]] = {}
    for chinese, _, _, *english in rows("verbs.tsv"):
        for word in ",".join(english).split(",") if english else ():
            found[VERB + word] = (*found.get(VERB + word, ()), chinese)
    return found


@lru_cache(maxsize=1)
def common() -> frozenset[str]:
    """Words that English writes with a capital of themselves, or that stand at the head of a question."""
    return frozenset(word for (word, *_) in rows("english_common.tsv"))


@lru_cache(maxsize=1)
def frame() -> frozenset[str]:
    """Words that ask or connect, and need not be borne out by a page."""
    return frozenset(word for (word, *_) in rows("english_frame.tsv"))
