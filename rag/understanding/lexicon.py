"""The words that understanding rests on: the package's lists and the user's own, as one frozen record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from rag.errors import SettingError
from rag.records import Activity
from rag.tables import rows, user_rows


class Use(StrEnum):
    """How a verb makes an event; `data/verbs.tsv` explains each."""

    ACT = "act"
    LOOK = "look"
    GO = "go"
    JOIN = "join"
    CHAIR = "chair"
    CONVENE = "convene"
    SAY = "say"
    DO = "do"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of official life, what kind of activity it tells and how."""

    word: str
    activity: Activity
    use: Use


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists. `people` and `aliases` come from the user alone (people.tsv, aliases.tsv: alias, name)."""

    surnames: frozenset[str]
    rare_surnames: frozenset[str]
    offices: frozenset[str]
    verbs: Mapping[str, Verb]
    place_suffixes: Mapping[str, str]
    places: frozenset[str]
    people: frozenset[str] = frozenset()
    aliases: Mapping[str, str] | None = None

    @classmethod
    def load(cls, extra: Path | None = None) -> Lexicon:
        """The package's lists, with the user's files of the same names in folder `extra` added.

        Raises SettingError where a row of verbs.tsv names an unknown activity or use.
        """
        surnames = _table("surnames.tsv", extra)
        return cls(
            surnames=frozenset(r[0] for r in surnames),
            rare_surnames=frozenset(r[0] for r in surnames if r[1:] == ["rare"]),
            offices=_words("offices.tsv", extra),
            verbs={v.word: v for v in map(_verb, _table("verbs.tsv", extra))},
            place_suffixes={r[0]: r[1] for r in _table("place_suffixes.tsv", extra)},
            places=_words("gazetteer.tsv", extra),
            people=frozenset(r[0] for r in user_rows(extra, "people.tsv")),
            aliases={r[0]: r[1] for r in user_rows(extra, "aliases.tsv") if len(r) > 1},
        )


def _table(name: str, extra: Path | None) -> list[list[str]]:
    return [*rows(name), *user_rows(extra, name)]


def _words(name: str, extra: Path | None) -> frozenset[str]:
    return frozenset(r[0] for r in _table(name, extra))


def _verb(row: list[str]) -> Verb:
    try:
        word, activity, use = row[:3]
        return Verb(word, Activity(activity), Use(use))
    except ValueError as error:
        raise SettingError(f"verbs.tsv has a row {row!r}", "write verb, activity and use, separated by tabs") from error
