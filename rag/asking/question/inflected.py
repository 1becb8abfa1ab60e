"""What English words are forms of: seized of seize, held of hold, committees of committee.

Rules with a table of exceptions, which propose more than there is (hoped: hop, hope); whoever asks looks the proposals
up in a dictionary and takes the first that stands there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from rag.tables import rows

SHORTEST_STEM = 3
"""Letters that are left of a word without its ending."""

_PLURAL = (("'s", ""), ("s'", "s"), ("ies", "y"), ("s", ""), ("es", ""))
_PAST = (("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""))

VERB, NOUN = "verb", "noun"


def singulars(word: str) -> Iterator[str]:
    """The word, then what it may be a plural or a genitive of."""
    yield word
    yield from (base for base, kind in _irregular().get(word, ()) if kind == NOUN)
    yield from _without(word, _PLURAL)


def infinitives(word: str) -> Iterator[str]:
    """Verbs that the word, lower case, may be a past tense, a participle or a gerund of; not the word itself."""
    yield from (base for base, kind in _irregular().get(word, ()) if kind == VERB)
    for stem in _without(word, _PAST):
        yield stem
        if len(stem) > SHORTEST_STEM and stem[-1] == stem[-2] and stem[-1] not in "aeiou":
            yield stem[:-1]


def _without(word: str, endings: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for ending, instead in endings:
        stem = word.removesuffix(ending) + instead
        if word.endswith(ending) and len(stem) >= SHORTEST_STEM:
            yield stem


@lru_cache(maxsize=1)
def _irregular() -> Mapping[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for form, base, kind in rows("english_irregular.tsv"):
        found[form].append((base, kind))
    return MappingProxyType({form: tuple(bases) for form, bases in found.items()})
