"""Derive the limits below which a question counts as unanswerable, from questions whose evidence is known.

    python -m tests.tuning.answer_limits GOLD.jsonl=INDEX [GOLD.jsonl=INDEX ...] [--write]

A limit is the value that refuses most unanswerable questions, where refusing one that the pages do answer costs as
much as PRICE right refusals. What each limit refuses by itself is printed; the other checks of rag/asking/constraints/support.py
come on top. `--write` puts the limits into
rag/data/limits.tsv.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from rag.asking.answers.finding import Finding
from rag.asking.assistant import Assistant
from rag.asking.constraints.named import named_places
from rag.asking.matching.terms import plain, said
from rag.config import Config
from tests.tuning.ranking_weights import is_evidence

TABLE = Path(__file__).parents[2] / "rag" / "data" / "limits.tsv"
PRICE = 2
"""Right refusals that make up for a wrong one: who is told that nothing was reported looks no further."""


def measured(finding: Finding) -> dict[str, float]:
    """What each limit is held against, for the best sentence of a finding."""
    best = finding.judged[0]
    where = f"{best.candidate.text} {best.candidate.reading.understood.city} {best.candidate.reading.page.newspaper}"
    places = [said(plain(p), where) for p in named_places(finding.query)]
    return {
        "place_said": min(places, default=1.0),
        "said_in_article": best.features.said_in_article,
        "said_near": best.features.said_near,
    }


def values(gold: Path, index: Path) -> Iterator[tuple[bool, dict[str, float]]]:
    """(answerable, values) of each finding; answerable ones only where the best article holds evidence."""
    with Assistant.open(Config(index=index)) as assistant:
        for line in gold.read_text(encoding="utf-8").splitlines():
            question = json.loads(line)
            for finding in assistant.findings(question["question"], question.get("history") or ()):
                if not finding.judged:
                    continue
                first = finding.judged[0].candidate.key
                right = any(is_evidence(j, question) for j in finding.judged if j.candidate.key == first)
                if right or not question["answerable"]:
                    yield question["answerable"], measured(finding)


def _limit(can: Sequence[float], cannot: Sequence[float]) -> float:
    """The lowest of the best limits, to two places, so that a value equal to it passes."""

    def worth(limit: float) -> int:
        return sum(v < limit for v in cannot) - PRICE * sum(v < limit for v in can)

    return max((n / 100 for n in range(101)), key=lambda limit: (worth(limit), -limit))


def main(argv: list[str]) -> None:
    """Print each limit and what it refuses; write them if asked."""
    pairs = [tuple(map(Path, arg.split("="))) for arg in argv if "=" in arg]
    found = [v for gold, index in pairs for v in values(gold, index)]
    can, cannot = [v for answerable, v in found if answerable], [v for answerable, v in found if not answerable]
    lines = []
    for name in can[0]:
        limit = _limit([v[name] for v in can], [v[name] for v in cannot])
        wrongly, rightly = (sum(v[name] < limit for v in group) for group in (can, cannot))
        print(f"{name}: {limit:.2f} refuses {rightly} of {len(cannot)} rightly, {wrongly} of {len(can)} wrongly")
        lines.append(f"{name}\t{limit:.2f}")
    if "--write" in argv:
        head = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
        TABLE.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
