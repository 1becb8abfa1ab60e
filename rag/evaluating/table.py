"""Evaluations as text for a terminal: the figures, a row for each type and language, and the failures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict

from rag.evaluating.metrics import Score, share
from rag.evaluating.retrieval import CUTS, Retrieval, by_language, hit_at
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
    lines = [f"{name:22} {figure(value)}" for name, value in figures]
    lines += ["", f"{'type':14}{'n':>4}" + "".join(f"{name:>10}" for name in COLUMNS)]
    return "\n".join(lines + [_row(name, scores) for name, scores in groups(evaluation).items()])


def side_by_side(evaluations: Mapping[str, Evaluation]) -> str:
    """A row for each figure, a column for each evaluation."""
    columns = {name: asdict(e.summary) for name, e in evaluations.items()}
    width = max(map(len, columns)) + 3
    lines = [" " * 22 + "".join(f"{name:>{width}}" for name in columns)]
    figures = next(iter(columns.values()))
    lines += [f"{f:22}" + "".join(f"{figure(c[f]):>{width}}" for c in columns.values()) for f in figures]
    return "\n".join(lines)


def retrieval_table(retrieval: Retrieval) -> str:
    """hit@k, a row for each language."""
    lines = [f"{'questions':14}{'n':>5}" + "".join(f"{f'hit@{k}':>9}" for k in CUTS)]
    for name, found in by_language(retrieval).items():
        lines.append(f"{name:14}{len(found):5}" + "".join(f"{hit_at(found, k):9.4f}" for k in CUTS))
    return "\n".join(lines)


def failures(evaluation: Evaluation) -> str:
    """What was asked, wanted and got, for each answer that is not fully right."""
    return "\n\n".join("\n".join(_failure(s)) for s in evaluation.failures)


def retrieval_failures(retrieval: Retrieval) -> str:
    """A line for each question whose document does not come first: its rank, and what came first instead."""
    return "\n".join(
        f"{f.wanted.id}  rank {f.rank or 'none'}  {f.wanted.question}  <- {next(iter(f.documents), 'nothing')}"
        for f in retrieval.failures
    )


def groups(evaluation: Evaluation) -> dict[str, tuple[Score, ...]]:
    """The scores by type, then by language."""
    types = by_kind(evaluation.scores, lambda s: s.question.type)
    return types | by_kind(evaluation.scores, lambda s: f"lang={s.question.lang}")


def shares(scores: Sequence[Score]) -> Iterator[float | None]:
    """The shares that COLUMNS names; evidence is asked only of questions that have an answer."""
    answerable = [s for s in scores if s.question.answerable]
    return (share(answerable if column == "evidence" else scores, holds) for column, holds in COLUMNS.items())


def reasons(score: Score) -> tuple[str, ...]:
    """What is wrong with an answer."""
    given = {
        "missing " + ", ".join(atom[0] for atom in score.missing): bool(score.missing),
        "forbidden " + ", ".join(score.hit_forbidden): bool(score.hit_forbidden),
        "too long": score.too_long,
        "the evidence is not cited": not score.evidence,
        "a citation is not verbatim": not score.exact,
        "abstained": score.abstained and score.question.answerable,
        "should have abstained": not score.abstained and not score.question.answerable,
    }
    return tuple(reason for reason, holds in given.items() if holds)


def figure(value: float | int | None) -> str:
    """A figure as it is printed: three decimals, counts as they are, n/a where it was not measured."""
    return "n/a" if value is None else str(value) if isinstance(value, int) else f"{value:.3f}"


def _row(name: str, scores: Sequence[Score]) -> str:
    return f"{name:14}{len(scores):4}" + "".join(f"{'n/a' if v is None else f'{v:.1%}':>10}" for v in shares(scores))


def _failure(score: Score) -> Iterator[str]:
    q, a = score.question, score.answer
    yield f"{q.id} {q.type} {' / '.join((*q.history, q.question))}"
    yield f"  gold: {q.answer}"
    yield f"  got ({a.verdict.value if a else 'nothing'}): {a.text[:SHOWN] if a else ''}"
    yield "  " + "; ".join(reasons(score))
