"""An evaluation as text for a terminal: the figures, a row for each type and language, and the failures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from rag.evaluating.metrics import Score, share
from rag.evaluating.run import Evaluation, by_kind

SHOWN = 300
"""Characters of a failed answer that are shown."""
COLUMNS = {
    "full": lambda s: s.full,
    "correct": lambda s: s.correct,
    "evidence": lambda s: s.evidence,
    "exact": lambda s: s.exact,
}


def table(evaluation: Evaluation) -> str:
    """Every figure on a line, then shares by type and by language."""
    figures = asdict(evaluation.summary).items()
    lines = [f"{name:22} {_figure(value)}" for name, value in figures]
    lines += ["", f"{'type':14}{'n':>4}" + "".join(f"{name:>10}" for name in COLUMNS)]
    groups = by_kind(evaluation.scores, lambda s: s.question.type)
    groups |= by_kind(evaluation.scores, lambda s: f"lang={s.question.lang}")
    return "\n".join(lines + [_row(name, scores) for name, scores in groups.items()])


def failures(evaluation: Evaluation) -> str:
    """What was asked, wanted and got, for each answer that is not fully right."""
    return "\n\n".join("\n".join(_failure(s)) for s in evaluation.failures)


def _figure(value: float | int | None) -> str:
    return "n/a" if value is None else str(value) if isinstance(value, int) else f"{value:.3f}"


def _row(name: str, scores: Sequence[Score]) -> str:
    answerable = [s for s in scores if s.question.answerable]
    shares = (share(answerable if column == "evidence" else scores, holds) for column, holds in COLUMNS.items())
    return f"{name:14}{len(scores):4}" + "".join(f"{'n/a' if v is None else f'{v:.1%}':>10}" for v in shares)


def _failure(score: Score) -> Iterator[str]:
    q, a = score.question, score.answer
    yield f"{q.id} {q.type} {' / '.join((*q.history, q.question))}"
    yield f"  gold: {q.answer}"
    yield f"  got ({a.verdict.value if a else 'nothing'}): {a.text[:SHOWN] if a else ''}"
    reasons = {
        "missing " + ", ".join(atom[0] for atom in score.missing): bool(score.missing),
        "forbidden " + ", ".join(score.hit_forbidden): bool(score.hit_forbidden),
        "too long": score.too_long,
        "the evidence is not cited": not score.evidence,
        "a citation is not verbatim": not score.exact,
        "abstained": score.abstained and q.answerable,
        "should have abstained": not score.abstained and not q.answerable,
    }
    yield "  " + "; ".join(reason for reason, holds in reasons.items() if holds)
