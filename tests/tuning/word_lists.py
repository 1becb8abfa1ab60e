"""Which entries of the word lists earn their place: each is left out, and the articles that are then read otherwise counted.

    python -m tests.tuning.word_lists CORPUS LIST [--articles N] [--least N]

CORPUS has an object a line with `text` (and `id`), or is a folder of pages; LIST is a list of `rag/data`. A line is
printed for each entry: how many articles print it, how many of these (at most `--least` are read again) tell other
people, offices or events without it, and the entry. An entry that no article outside the annotated sets is read otherwise
for can go; of a list that is not in `rag/data/word_lists.tsv` it is told only which entries nobody prints.
Needs no index. The name model takes part, since many words are in a list for what it takes for names.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from rag.ports import NameModel
from rag.reading import find_sources, read_page, segment
from rag.records import Page
from rag.tables import rows
from rag.understanding import Lexicon, load_name_model, understand
from rag.understanding.wordlists import BACK

LEAST = 5
"""Articles that print an entry of which it is seen whether they need it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line for each entry of a list, the least needed first."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("list")
    parser.add_argument("--articles", type=int, default=None)
    parser.add_argument("--least", type=int, default=LEAST)
    given = parser.parse_args(arguments)
    texts = list(islice(printed_in(given.corpus), given.articles))
    whole = Lexicon.load()
    left_out = given.list in {name for name, *_ in rows("word_lists.tsv")}
    names = load_name_model() if left_out and given.least else None
    least = given.least if left_out else 0
    entries = [entry for entry, *_ in rows(f"{given.list}.tsv")]
    found = ((*needed(texts, names, whole, given.list, entry, least), entry) for entry in entries)
    for printed, changed, entry in sorted(found, key=lambda row: (row[1], row[0])):
        print(printed, changed, entry, sep="\t")
    return 0


def needed(
    texts: Sequence[str], names: NameModel | None, whole: Lexicon, name: str, entry: str, least: int
) -> tuple[int, int]:
    """How many texts print an entry of a list, and how many of at most so many are read otherwise without it."""
    printing = [text for text in texts if entry in text]
    layouts = [segment(Page("page", text, "")) for text in printing[:least]]
    if not layouts:
        return len(printing), 0
    without = lacking(name, entry)
    return len(printing), sum(
        understand(layout, names, whole) != understand(layout, names, without) for layout in layouts
    )


def lacking(name: str, entry: str) -> Lexicon:
    """The package's word lists without one entry of one of them."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / f"{name}.tsv").write_text(f"{BACK}{entry}\n", encoding="utf-8")
        return Lexicon.load(Path(folder))


def printed_in(corpus: Path) -> Iterator[str]:
    """What is printed in a corpus, article by article."""
    if corpus.is_dir():
        yield from (read_page(source).text for source in find_sources([corpus]))
        return
    with gzip.open(corpus, "rt", encoding="utf-8") if corpus.suffix == ".gz" else corpus.open(encoding="utf-8") as file:
        yield from (str(json.loads(line)["text"]) for line in file)


if __name__ == "__main__":
    sys.exit(main())
