"""The words that understanding rests on: the package's lists and the user's own, as one frozen record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from rag.records import Activity
from rag.understanding.wordlists import Table, word_lists

_Tree = dict[str, "_Tree"]
_END = ""
"""Marks where a word ends in the tree of words by their characters."""


class Use(StrEnum):
    """How a verb makes an event; `data/verbs.tsv` explains each."""

    ACT = "act"
    LOOK = "look"
    GO = "go"
    MOVE = "move"
    JOIN = "join"
    MEET = "meet"
    CHAIR = "chair"
    CONVENE = "convene"
    SAY = "say"
    TELL = "tell"
    DO = "do"
    LIGHT = "light"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of official life, what kind of activity it tells and how, and whether a question that has it asks for that kind."""

    word: str
    activity: Activity
    use: Use
    asked: bool = True


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists, and the patterns made of them once. `people` and `aliases` come from the user alone
    (people.tsv: name; aliases.tsv: alias, name); of the other lists a user's file of the same name adds rows.
    """

    surnames: frozenset[str]
    rare_surnames: frozenset[str]
    common_surnames: frozenset[str]
    offices: frozenset[str]
    verbs: Mapping[str, Verb]
    place_suffixes: Mapping[str, str]
    places: frozenset[str]
    bodies: Mapping[str, str]
    meetings: frozenset[str]
    not_names: frozenset[str] = frozenset()
    dictionary_words: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    aliases: Mapping[str, str] = field(default_factory=dict)
    patterns: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    standings: Mapping[str, re.Pattern[str]] = field(default_factory=dict)

    @classmethod
    def load(cls, extra: Path | None = None) -> Lexicon:
        """The package's lists, with the user's files of the same names in folder `extra` added.

        Raises SettingError, naming file and line, where a row of the user's cannot be read.
        """
        table = word_lists(extra)
        verbs = {r[0]: _verb(r, asked=False) for r in table["deeds"]} | {r[0]: _verb(r) for r in table["verbs"]}
        rare = frozenset(r[0] for r in table["surnames"] if r[1:] == ["rare"])
        return cls(
            surnames=_words(table["surnames"]),
            rare_surnames=rare,
            common_surnames=_words(table["surnames"]) - rare,
            offices=_words(table["offices"]),
            verbs=verbs,
            place_suffixes=_pairs("place_suffixes", table),
            places=_words(table["gazetteer"]),
            bodies=_pairs("bodies", table),
            meetings=_words(table["meetings"]),
            not_names=_words(table["not_names"]),
            dictionary_words=_words(table["dictionary_words"]),
            people=_words(table["people"]),
            aliases=_pairs("aliases", table),
            patterns={
                "body": either(_pairs("bodies", table)),
                "team": either(word for word, kind in _pairs("bodies", table).items() if kind == "team"),
                "office": either(_words(table["offices"])),
                "verb": either(verbs),
                "asked": either(w for w, verb in verbs.items() if verb.asked),
                "follower": either({*_words(table["verbs"]), *_words(table["followers"])}),
                "leadin": _any(r[0] for r in table["leadins"]),
                "not_body": _any(r[0] for r in table["not_bodies"]),
            },
            standings=_standings(_pairs("standings", table)),
        )


def either(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of these words, the longest that fits first. Those that begin alike are tried together, in half the time."""
    tree: _Tree = {}
    for word in words:
        node = tree
        for char in word:
            node = node.setdefault(char, {})
        node[_END] = {}
    return re.compile("|".join(_branches(tree)))


def _branches(node: _Tree) -> list[str]:
    """A pattern for each character that goes on, with all that may follow it."""
    return [re.escape(char) + _following(node[char]) for char in sorted(node) if char != _END]


def _following(node: _Tree) -> str:
    branches = _branches(node)
    whole = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return "" if not branches else f"(?:{whole})?" if _END in node else whole


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern of a list's regular expressions."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def _standings(cues: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    """One pattern for each standing, what denies an act first."""
    kinds = ("denied", "planned", "past")
    return {kind: _any(cue for cue, standing in cues.items() if standing == kind) for kind in kinds}


def ending(text: str, words: Mapping[str, str] | frozenset[str], longest: int = 8) -> str:
    """The longest of the words that `text` ends with, or nothing."""
    for size in range(min(longest, len(text)), 0, -1):
        if text[-size:] in words:
            return text[-size:]
    return ""


def _words(table: Table) -> frozenset[str]:
    return frozenset(r[0] for r in table)


def _pairs(name: str, tables: Mapping[str, Table]) -> dict[str, str]:
    return {row[0]: row[1] for row in tables[name]}


def _verb(row: list[str], *, asked: bool = True) -> Verb:
    word, activity, use, *_ = row
    return Verb(word, Activity(activity), Use(use), asked)
