"""What a version reads as times in many articles, and where two versions differ: a sample to be judged by eye.

    python -m tests.tuning.time_readings read CORPUS.jsonl.gz > NEW.jsonl     (once per version, each in its own checkout)
    python -m tests.tuning.time_readings compare OLD.jsonl NEW.jsonl [SAMPLE]

A line of the corpus has its words under `text` and, where it is known, the day it appeared under `date`.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from rag.text import sentences
from rag.time import AsOf, Clock, dates_in

WHEN_UNKNOWN = date(2023, 8, 20)
"""The day from which years are counted where an article has none of its own."""

SEED = 13
CONTEXT = 24


def readings(corpus: Path) -> Iterator[dict[str, object]]:
    """A line a sentence that tells a time: the sentence, and of each time its wording and the days it was read as."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            text = str(row.get("text") or row.get("news") or "")
            as_of = AsOf(_day(row.get("date")) or WHEN_UNKNOWN, "", printed=True)
            for start, end in sentences(text):
                sentence = text[start:end]
                found = [(d.printed, d.value, getattr(d, "last", "")) for d in dates_in(sentence, Clock(as_of))]
                yield {"sentence": sentence, "as_of": str(as_of.day), "times": found}


def compare(old: Path, new: Path, sample: int) -> None:
    """Print how many sentences are read otherwise, and a sample of them."""
    pairs = list(zip(_rows(old), _rows(new), strict=True))
    told = [pair for pair in pairs if pair[0]["times"] or pair[1]["times"]]
    changed = [pair for pair in told if pair[0]["times"] != pair[1]["times"]]
    print(f"{len(pairs)} sentences, {len(told)} tell a time, {len(changed)} are read otherwise")
    random.Random(SEED).shuffle(changed)
    for number, (was, now) in enumerate(changed[:sample], 1):
        gone = [t for t in was["times"] if t not in now["times"]]
        come = [t for t in now["times"] if t not in was["times"]]
        print(f"{number}\t{was['as_of']}\t{gone} -> {come}\t{_around(was['sentence'], gone + come)}")


def _around(sentence: str, times: list[list[str]]) -> str:
    at = min((sentence.find(printed) for printed, *_ in times), default=0)
    return sentence[max(at - CONTEXT, 0) : at + 3 * CONTEXT]


def _rows(path: Path) -> Iterator[dict[str, list[list[str]]]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None


if __name__ == "__main__":
    if sys.argv[1] == "read":
        for row in readings(Path(sys.argv[2])):
            print(json.dumps(row, ensure_ascii=False))
    else:
        compare(Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]) if len(sys.argv) > 4 else 200)
