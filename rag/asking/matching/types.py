"""The table of question types: what answers each, where that may stand, who answers, what must hold, how much is quoted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from rag.asked import Asks, Frame
from rag.tables import rows

NONE, ANY = "-", "*"


class Reach(StrEnum):
    """Where what answers may stand: in one sentence, with its neighbours, in an article; or in many articles."""

    SENTENCE = "sentence"
    NEIGHBOURS = "neighbours"
    ARTICLE = "article"
    HOLDERS = "holders"
    CORPUS = "corpus"


OF_ONE_ARTICLE = (Reach.SENTENCE, Reach.NEIGHBOURS, Reach.ARTICLE)
"""Those of what one article tells by itself."""


@dataclass(frozen=True, slots=True)
class QuestionType:
    """A row of `question_types.tsv`, which says what its columns are; `asks` is empty for a type of any kind."""

    name: str
    asks: tuple[Asks, ...]
    patterns: tuple[re.Pattern[str], ...]
    expected: str
    reach: Reach
    answerer: str
    constraints: frozenset[str]
    sentences: int
    characters: int


def type_of(query: Frame) -> QuestionType:
    """The type that the question was read as; the general one of its kind where it asks for another kind by now."""
    found = types().get(query.type)
    return found if found and _of(found, query.asks) else _general()[query.asks]


def named(question: str, asks: Asks) -> str:
    """The name of the first type of that kind whose wording the question has; the general one where none has."""
    fitting = (t for t in types().values() if _of(t, asks))
    return next(t.name for t in fitting if not t.patterns or any(p.search(question) for p in t.patterns))


def _of(found: QuestionType, asks: Asks) -> bool:
    return not found.asks or asks in found.asks


@lru_cache(maxsize=1)
def types() -> Mapping[str, QuestionType]:
    """Every type by its name, in the order of the table."""
    return MappingProxyType({row[0]: _type(row) for row in rows("question_types.tsv")})


@lru_cache(maxsize=1)
def _general() -> Mapping[Asks, QuestionType]:
    return MappingProxyType({t.asks[0]: t for t in types().values() if t.asks and not t.patterns})


def _type(row: list[str]) -> QuestionType:
    name, asks, zh, en, expected, reach, answerer, constraints, sentences, characters = row
    return QuestionType(
        name,
        () if asks == ANY else tuple(map(Asks, asks.split())),
        tuple(re.compile(p, re.I) for p in (zh, en) if p != NONE),
        "" if expected == NONE else expected,
        Reach(reach),
        answerer,
        frozenset(constraints.split()) - {NONE},
        int(sentences),
        int(characters),
    )
