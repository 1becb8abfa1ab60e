"""Which words show that a stretch of text is no name of a body: those that stand in next to none of an index's bodies.

    python -m tests.tuning.body_words INDEX [--at-most N] [--often N]

INDEX is an index whose pages nobody read the list for (some ten thousand). Words of jieba's dictionary that are tagged as verbs,
adverbs, pronouns, prepositions, conjunctions or times are looked for in the names of bodies that the name model found there;
a line is printed for each that stands in at most N of them: the word, its tag, and up to three acting bodies of the event
table that contain it. What can stand in a name all the same, or before people without names (参会, 受灾), is left out by hand;
the rest is `rag/data/in_no_body.tsv`.
"""

from __future__ import annotations

import argparse
import json
import re
import sqlite3
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path

from rag.understanding.subjects import WORD_SIZES

TAGS = frozenset(("v", "vd", "d", "p", "c", "r", "t", "ad", "vi", "z", "i", "l"))
AT_MOST = 1
OFTEN = 50
"""Occurrences in the dictionary's corpus of a word that is looked at."""

_QUOTED = re.compile("“[^”]*”")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the candidates, those that stand in most acting bodies first."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("index", type=Path)
    parser.add_argument("--at-most", type=int, default=AT_MOST)
    parser.add_argument("--often", type=int, default=OFTEN)
    given = parser.parse_args(arguments)
    database = sqlite3.connect(f"file:{given.index / 'wenzheng.db'}?mode=ro", uri=True)
    bodies = {body for (told,) in database.execute("select told from articles") for body in json.loads(told)["bodies"]}
    records = (json.loads(record) for (record,) in database.execute("select record from events"))
    acting = {person["name"] for record in records for person in record["actors"] if not person["role"]}
    tagged = dictionary(given.often)
    known = within(bodies, tagged)
    examples = containing(acting, {word for word in tagged if known[word] <= given.at_most})
    for word, names in sorted(examples.items(), key=lambda row: -len(row[1])):
        print(word, tagged[word], " | ".join(sorted(names)[:3]), sep="\t")
    return 0


def dictionary(often: int) -> Mapping[str, str]:
    """Words of jieba's dictionary of these sizes and tags that its corpus has so often at least, with their tags."""
    lines = files("jieba").joinpath("dict.txt").read_text(encoding="utf-8").splitlines()
    entries = (line.split(" ") for line in lines)
    return {w: tag for w, n, tag in entries if len(w) in WORD_SIZES and tag in TAGS and int(n) >= often}


def within(names: Iterable[str], words: Mapping[str, str]) -> Counter[str]:
    """In how many names each word stands, outside quotation marks."""
    return Counter(word for name in names for word in _stretches(name) if word in words)


def containing(names: Iterable[str], words: set[str]) -> Mapping[str, set[str]]:
    """The names that contain each word, outside quotation marks."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        for word in _stretches(name) & words:
            found[word].add(name)
    return found


def _stretches(name: str) -> set[str]:
    plain = _QUOTED.sub("", name)
    return {plain[at : at + size] for size in WORD_SIZES for at in range(len(plain) - size + 1)}


if __name__ == "__main__":
    sys.exit(main())
