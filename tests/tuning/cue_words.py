"""Which words of the lists inside patterns earn their place: each is left out, and the articles that are then read otherwise counted.

    python -m tests.tuning.cue_words CORPUS [--lists NAME ...] [--articles N] [--least N]

CORPUS as `tests.tuning.word_lists` reads it; NAME is a list of `rag/data/clause_cues.tsv`, all of them where none is given.
A line is printed for each word: its list, how many articles print it, 1 where one of these (at most `--least` are read again)
tells other events without it, and the word. One that no article outside the annotated sets is read otherwise for can go. Patterns
are made as modules are loaded, so the lists are taken out of them as they are written there.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from rag.asking.writing.lines import event_line
from rag.ports import NameModel
from rag.reading import segment
from rag.records import Page, Standing
from rag.tables import CUES, any_of, cue_words, rows
from rag.understanding import Lexicon, load_name_model, understand
from tests.tuning.word_lists import printed_in

LEAST = 40
"""Articles that print a word of which it is seen whether they need it."""

Reading = Callable[[str], list[Any]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line for each word of the lists."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--lists", nargs="*", default=())
    parser.add_argument("--articles", type=int, default=None)
    parser.add_argument("--least", type=int, default=LEAST)
    given = parser.parse_args(arguments)
    corpus = list(islice(printed_in(given.corpus), given.articles))
    read = reader(load_name_model())
    for found in needed(corpus, given.lists or list(dict.fromkeys(name for name, _ in rows(CUES))), read, given.least):
        print(*found, sep="\t", flush=True)
    return 0


def reader(names: NameModel) -> Reading:
    """What tells the events of a text that were done."""
    lexicon = Lexicon.load()

    def read(text: str) -> list[Any]:
        understood = understand(segment(Page("page", text, "")), names, lexicon)
        return [event_line(e) for one in understood for e in one.events if e.standing is Standing.DONE]

    return read


def needed(
    corpus: Sequence[str], lists: Sequence[str], read: Reading, least: int
) -> Iterator[tuple[str, int, int, str]]:
    """For each word of each list, how many texts print it and whether one of at most `least` tells other events without it."""
    before: dict[str, list[Any]] = {}
    for name in lists:
        for word in cue_words(name):
            bare = re.compile(re.sub(r"\(\?<?[=!][^()]*\)", "", word))
            printing = [text for text in corpus if bare.search(text)]
            tried = printing[:least]
            before.update((text, read(text)) for text in tried if text not in before)
            with without(name, word):
                found = any(read(text) != before[text] for text in tried)
            yield name, len(printing), int(found), word


@contextmanager
def without(name: str, word: str) -> Iterator[None]:
    """Every pattern and every tuple made of a list, for a while as if the word were not in it."""
    words = cue_words(name)
    whole, rest = any_of(name), "|".join(w for w in words if w != word) or "(?!)"
    kept: list[tuple[dict[str, Any], str, Any]] = []
    for module in [m for n, m in sys.modules.items() if n.startswith("rag.")]:
        for key, value in list(vars(module).items()):
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str) and whole in value.pattern:
                other: Any = re.compile(value.pattern.replace(whole, rest), value.flags)
            elif value is words:
                other = tuple(w for w in words if w != word)
            elif isinstance(value, str) and whole in value:
                other = value.replace(whole, rest)
            else:
                continue
            kept.append((vars(module), key, value))
            vars(module)[key] = other
    try:
        yield
    finally:
        for held, key, value in kept:
            held[key] = value


if __name__ == "__main__":
    sys.exit(main())
