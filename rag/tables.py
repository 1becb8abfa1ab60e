"""Word lists: tab-separated files in `rag/data`, a comment line starting with # says what the columns are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

CUES = "clause_cues.tsv"
"""The table of the words that pages are read with; what is for questions and answers alone stands in one of its own."""


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table that comes with the package, without comments and empty lines."""
    return parse(files("rag").joinpath("data", name).read_text(encoding="utf-8"))


def parse(text: str) -> Iterator[list[str]]:
    """Fields of each line that is neither empty nor a comment, stripped of outer white space."""
    return (fields for _, fields in numbered(text))


def numbered(text: str) -> Iterator[tuple[int, list[str]]]:
    """The same with the number of the line, from 1."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, [field.strip() for field in line.rstrip("\n").split("\t")]


def cue_words(name: str, table: str = CUES) -> tuple[str, ...]:
    """The words of one list of a table of cues (name of the list, word), in its order; KeyError for a list that there is not."""
    return _lists(table)[name]


def any_of(name: str, table: str = CUES) -> str:
    """These words as the alternatives of a group in a pattern."""
    return "|".join(cue_words(name, table))


def cue_pattern(name: str, table: str = CUES, *, ending: bool = False) -> re.Pattern[str]:
    """A pattern of these words; with `ending` of what ends with one."""
    words = any_of(name, table)
    return re.compile(f"(?:{words})$" if ending else words)


@cache
def _lists(table: str) -> Mapping[str, tuple[str, ...]]:
    lists: defaultdict[str, list[str]] = defaultdict(list)
    for name, word in rows(table):
        lists[name].append(word)
    return {name: tuple(words) for name, words in lists.items()}
