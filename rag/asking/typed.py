"""What is typed into the filters of a list in Latin letters, or as the name of a kind of events, and may mean.

A name is taken by its sound, an English word by the project's list (mayor: 市长), the name of a kind for the kind. Whatever
was typed may also be printed so (a firm's name), so each is one way more to fit, never one less.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from rag.asking.heard import Heard, latin_words, sounding
from rag.asking.question.english import entry
from rag.listings import Meant, Wanted
from rag.records import Activity
from rag.tables import rows

LONGEST = 6
"""Words that are taken together."""


def meaning(wanted: Wanted, heard: Heard, newspapers: Iterable[str]) -> Wanted:
    """The wish with what its filters may mean; as it was where they mean only what is typed."""
    meant = [m for field in ("who", "office", "where", "text") for m in units(field, getattr(wanted, field), heard)]
    words = latin_words(wanted.newspaper)
    if words and (papers := sounding(words, newspapers)):
        meant.append(Meant("newspaper", wanted.newspaper, words=papers))
    return replace(wanted, meant=tuple(meant)) if meant else wanted


def units(field: str, typed: str, heard: Heard) -> tuple[Meant, ...]:
    """What stands in one filter, taken apart, all of which must fit; () where none of it means more than what is typed."""
    words = typed.split()
    found: list[Meant] = []
    at = 0
    while at < len(words):
        sizes = range(min(LONGEST, len(words) - at), 0, -1)
        runs = (_meant(field, words[at : at + size], heard) for size in sizes)
        run = next(filter(None, runs), None) or Meant(field, words[at])
        found.append(run)
        at += len(run.typed.split())
    if all(_literal(m) for m in found):
        return ()
    return tuple(m for m in found if not (_literal(m) and m.typed.lower() in _connecting()))


def _literal(meant: Meant) -> bool:
    return not (meant.names or meant.words or meant.places or meant.kinds)


def _meant(field: str, words: Sequence[str], heard: Heard) -> Meant | None:
    typed = " ".join(words)
    kinds = _kinds().get(typed.lower(), ()) if field == "text" else ()
    if kinds:  # all events of the kind, and not also whatever else the word may render
        return Meant(field, typed, kinds=kinds)
    plain = latin_words(typed)
    if not plain:
        return None
    names = heard.people(plain) if field in ("who", "text") else ()
    places = heard.places(plain) if field in ("where", "text") else ()
    rendered = entry([word.lower() for word in words])
    if not (names or places or rendered):
        return None
    return Meant(field, typed, names, rendered, places)


@lru_cache(maxsize=1)
def _connecting() -> frozenset[str]:
    """Words that nothing need fit: of, the."""
    return frozenset(word for (word, *_) in rows("english_grammar.tsv"))


@lru_cache(maxsize=1)
def _kinds() -> dict[str, tuple[Activity, ...]]:
    return {words: tuple(map(Activity, kinds.split())) for words, kinds in rows("kind_words.tsv")}
