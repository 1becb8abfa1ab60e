"""What a report says, as data: headings, tables and plots, the same for Markdown and for HTML."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from rag.evaluating.metrics import Score, Summary, share
from rag.evaluating.plots import bars, histogram
from rag.evaluating.retrieval import CUTS, Retrieval, by_language, hit_at
from rag.evaluating.run import Evaluation, by_kind
from rag.evaluating.table import COLUMNS, SHOWN, figure, groups, reasons, shares

COMPARED = ("full", "correct_answerable", "evidence_answerable", "abstain_recall", "false_abstain", "citations_exact")
"""Figures shown side by side for each part switched off."""
WHOLE = "all legs"
STEPS = 10
"""Equal steps of the reader's probability."""
SHOWN_TIMES = 0.95
"""Share of the questions whose times spread over the plot."""

Evaluations = Mapping[str, Evaluation]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, a table (its first row are the column's names) and a plot as SVG; either may be empty."""

    title: str
    text: str = ""
    table: tuple[tuple[str, ...], ...] = ()
    plot: str = ""


def of_answers(evaluation: Evaluation, without: Evaluations) -> tuple[Section, ...]:
    """Figures, by type and language, with parts switched off (where that was tried), time, separation, reliability,
    failures."""
    return (
        Section("Figures", table=(("figure", "value"), *_figures(evaluation.summary))),
        _by_kind(evaluation),
        *([_ablations(evaluation, without)] if without else []),
        _latency(evaluation),
        _separation(evaluation),
        _reliability(evaluation),
        _failures(evaluation),
    )


def of_retrieval(retrieval: Retrieval) -> tuple[Section, ...]:
    """hit@k by language, and the questions whose document does not come first."""
    kinds = by_language(retrieval)
    head = ("questions", "n", *(f"hit@{k}" for k in CUTS))
    rows = ((name, str(len(own)), *(f"{hit_at(own, k):.4f}" for k in CUTS)) for name, own in kinds.items())
    plot = bars("hit@k", ((f"{name} @{k}", hit_at(own, k)) for name, own in kinds.items() for k in CUTS))
    missed = ((f.wanted.id, f.wanted.question, str(f.rank or "none"), *f.documents[:1]) for f in retrieval.failures)
    return (
        Section("Documents found", table=(head, *rows), plot=plot),
        Section("Not found first", table=(("id", "question", "rank", "first instead"), *missed)),
    )


def _figures(summary: Summary) -> Iterator[tuple[str, str]]:
    return ((name, figure(value)) for name, value in asdict(summary).items())


def _by_kind(evaluation: Evaluation) -> Section:
    kinds = groups(evaluation)
    rows = ((name, str(len(own)), *(_percent(v) for v in shares(own))) for name, own in kinds.items())
    plot = bars("Fully right, by type", ((name, next(iter(shares(own)))) for name, own in kinds.items()))
    return Section("By type and language", table=(("type", "n", *COLUMNS), *rows), plot=plot)


def _ablations(evaluation: Evaluation, without: Evaluations) -> Section:
    runs = {WHOLE: evaluation, **{f"without {leg}": e for leg, e in without.items()}}
    rows = tuple((name, *(figure(asdict(e.summary)[f]) for f in COMPARED)) for name, e in runs.items())
    plot = bars("Fully right, a leg switched off", ((name, e.summary.full) for name, e in runs.items()))
    return Section("What each leg is worth", table=(("run", *COMPARED), *rows), plot=plot)


def _latency(evaluation: Evaluation) -> Section:
    """The slowest count as the rest's slowest: the first question loads the model, and would squeeze all others."""
    times = sorted(1000 * s.answer.seconds for s in evaluation.scores if s.answer)
    most = times[int(SHOWN_TIMES * (len(times) - 1))] if times else 0.0
    title = "Milliseconds a question"
    text = f"What took longer than {SHOWN_TIMES:.0%} of the questions stands in the last column."
    return Section(title, text, plot=histogram(title, {"questions": [min(t, most) for t in times]}, " ms"))


def _separation(evaluation: Evaluation) -> Section:
    by_kind = {
        "answerable": [v for s in evaluation.scores if s.question.answerable and (v := _best(s)) is not None],
        "not answerable": [v for s in evaluation.scores if not s.question.answerable and (v := _best(s)) is not None],
    }
    area = auc(*by_kind.values())
    text = (
        "Score of the best sentence of each question. "
        + (f"Area under the curve: {area:.3f}. " if area is not None else "")
        + "Where the two overlap, a score alone cannot tell what can be answered; what the question names is checked."
    )
    return Section("Answerable or not, by score", text, plot=histogram("Score of the best sentence", by_kind))


def _reliability(evaluation: Evaluation) -> Section:
    """How often the pages tell what was asked and the answer cites it, by how sure the reader is of its best sentence."""
    rows, drawn = [], []
    for name, own in {"all": evaluation.scores, **by_kind(evaluation.scores, lambda s: s.question.lang)}.items():
        steps: dict[int, list[Score]] = {}
        for s in own:
            if (odds := _surest(s)) is not None:
                steps.setdefault(min(int(STEPS / (1 + math.exp(-odds))), STEPS - 1), []).append(s)
        for step, asked in sorted(steps.items()):
            label = f"{step / STEPS:.1f} to {(step + 1) / STEPS:.1f}"
            told = share(asked, lambda s: s.question.answerable and s.evidence)
            rows.append((name, label, str(len(asked)), _percent(told)))
            drawn += [(f"{label} ({len(asked)})", told)] if name == "all" else []
    head = ("questions", "the reader's probability", "n", "told and cited")
    title = "How far the reader's score can be trusted"
    return Section(title, table=(head, *rows), plot=bars(title, drawn))


def _surest(score: Score) -> float | None:
    """The reader's log-odds of the sentence it is surest of; None where it read none."""
    odds = (h.answers for h in (score.answer.hits if score.answer else ()))
    return max((o for o in odds if o is not None), default=None)


def _best(score: Score) -> float | None:
    return score.answer.hits[0].score if score.answer and score.answer.hits else None


def auc(higher: Sequence[float], lower: Sequence[float]) -> float | None:
    """How often one of `higher` beats one of `lower`, an equal counting half; None where one of them is empty."""
    pairs = [(a > b) + (a == b) / 2 for a in higher for b in lower]
    return sum(pairs) / len(pairs) if pairs else None


def _failures(evaluation: Evaluation) -> Section:
    rows = (
        (
            s.question.id,
            s.question.type,
            " / ".join((*s.question.history, s.question.question)),
            s.question.answer,
            (s.answer.text if s.answer else "")[:SHOWN],
            "; ".join(reasons(s)),
        )
        for s in evaluation.failures
    )
    return Section("Not fully right", table=(("id", "type", "question", "gold", "got", "why"), *rows))


def _percent(value: float | None) -> str:
    return "n/a" if value is None else f"{value:.1%}"
