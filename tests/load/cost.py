"""What it costs to compare digests and to look at the time of a question: the same questions in one process, in turn with and
without.

    python -m tests.load.cost INDEX QUESTIONS.txt --rounds 3

prints one JSON object: seconds of the processor with and without, and by how much more. Every question finds no article
looked at yet, which is the dearest that can be: in use each is looked at once for every state of the index.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from rag import Assistant, Config
from rag.indexing.trust import Trust


@contextmanager
def unguarded() -> Iterator[None]:
    """Inside, nothing is compared with its digest and no time is looked at."""
    with (
        patch.object(Trust, "articles", lambda *given: None),
        patch.object(Trust, "page", lambda *given: None),
        patch.object(Trust, "lists", lambda *given: None),
        patch("rag.asking.turn.check_time", lambda: None),
    ):
        yield


@contextmanager
def guarded() -> Iterator[None]:
    """Inside, no article counts as looked at when a question begins."""
    usual, fresh = Trust.articles, [True]

    def articles(self: Trust, given: Iterable[int], generation: int) -> None:
        if fresh.pop() if fresh else False:
            self._told = (-1, set())
        usual(self, given, generation)

    with patch.object(Trust, "articles", articles):
        yield


def spent(assistant: Assistant, question: str) -> float:
    """Seconds of the processor for one question."""
    began = time.process_time()
    assistant.ask(question)
    return time.process_time() - began


def main() -> int:
    """The command above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("index", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    questions = [q for q in given.questions.read_text(encoding="utf-8").splitlines() if q.strip()]
    sums = {"with": 0.0, "without": 0.0}
    with Assistant.open(Config(index=given.index)) as assistant:
        for question in questions:
            assistant.ask(question)  # what is loaded on first use is loaded
        for number in range(given.rounds):
            for place, question in enumerate(questions):
                ways = [("with", guarded), ("without", unguarded)]
                for name, way in ways if (number + place) % 2 else reversed(ways):
                    with way():
                        sums[name] += spent(assistant, question)
    more = sums["with"] / sums["without"] - 1
    asked = len(questions) * given.rounds
    sys.stdout.write(
        json.dumps({name: round(s, 3) for name, s in sums.items()} | {"more": round(more, 4), "asked": asked}) + "\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
