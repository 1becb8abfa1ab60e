"""How many articles a second of one core understanding reads, without the name model.

    python -m tests.tuning.understanding_speed PAGES [--rounds N]

PAGES is a folder of page files. Their articles are read once to warm the word lists up and then N times; the best round
counts, in seconds of processor time, so that a busy machine tells nearly the same as an idle one.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from rag.reading import find_sources, read_page, segment
from rag.records import Layout
from rag.understanding import Lexicon, understand

ROUNDS = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Print how many articles there are and how many a second are read."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pages", type=Path)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args(arguments)
    layouts = [segment(read_page(source)) for source in find_sources([given.pages])]
    lexicon = Lexicon.load()
    articles, _ = once(layouts, lexicon)
    best = min(once(layouts, lexicon)[1] for _ in range(given.rounds))
    print(f"{articles} articles, {articles / best:.0f} a second")
    return 0


def once(layouts: Sequence[Layout], lexicon: Lexicon) -> tuple[int, float]:
    """(articles, seconds of processor time) of one reading."""
    start = time.process_time()
    articles = sum(len(understand(layout, None, lexicon)) for layout in layouts)
    return articles, time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
