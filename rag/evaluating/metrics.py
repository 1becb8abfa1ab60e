"""What counts as a right answer, and the figures of many.

correct    every atom has one of its wordings in the answer, nothing forbidden is in it, and it is no longer than a
           reader wants; a question that cannot be answered must be abstained from
evidence   enough of the gold quotations are cited, half of a quotation's characters being enough
exact      every citation is, to the letter, what its spans cut out of the page
full       correct and evidence and exact, with at least one citation: the headline
heads      what an answer states in its own right is true: see `stated`
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rag.answered import Answer, Citation, Verdict
from rag.evaluating.golden import Question
from rag.evaluating.stated import FACTS, Truths, precision, truths
from rag.evaluating.wording import squash, without_markers
from rag.records import Span
from rag.spans import quote

LIMIT_SHORT, LIMIT_LONG = 400, 1200
"""Characters of an answer to a question of fact, and of a list or summary."""
ENOUGH = 0.5
"""Share of a gold quotation's characters that must be cited."""


@dataclass(frozen=True, slots=True)
class Score:
    """One answer judged. `cited` counts the citations, `on_page` those from a page that holds gold evidence.

    `heads` says of each head whether it is true; None where heads are not judged.
    """

    question: Question
    answer: Answer | None
    abstained: bool
    correct: bool
    evidence: bool
    exact: bool
    full: bool
    missing: tuple[tuple[str, ...], ...] = ()
    hit_forbidden: tuple[str, ...] = ()
    too_long: bool = False
    on_page: int = 0
    cited: int = 0
    heads: Truths | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """Shares between 0 and 1, and seconds; None where no question of that kind was asked."""

    questions: int
    unanswered_lines: int
    full: float
    correct_answerable: float | None
    evidence_answerable: float | None
    citations_exact: float
    citations_on_article: float | None
    abstain_recall: float | None
    false_abstain: float | None
    seconds_p50: float | None
    seconds_p95: float | None
    head_precision: float | None
    questions_with_a_false_head: float | None
    facts_with_a_right_head: float | None


def score(question: Question, answer: Answer | None, pages: Mapping[str, str]) -> Score:
    """Judge an answer (None where there was none) against its question; `pages` maps page names to texts."""
    citations = answer.citations if answer else ()
    abstained = answer is not None and answer.verdict is Verdict.ABSTAINED
    exact = all(c.quote and c.quote == quote(pages.get(c.page, ""), c.spans) for c in citations)
    heads = truths(question, answer)
    if not question.answerable:
        return Score(question, answer, abstained, abstained, evidence=True, exact=exact, full=abstained, heads=heads)
    text = answer.text if answer else ""
    said = squash(text)
    missing = tuple(a for a in question.atoms if not any(squash(wording) in said for wording in a))
    hit = tuple(f for f in question.forbidden if squash(f) in said)
    too_long = len(without_markers(text)) > (LIMIT_SHORT if question.type in FACTS else LIMIT_LONG)
    correct = not (abstained or missing or hit or too_long)
    evidence = _covered(question, citations, pages) >= question.min_evidence
    # as the definition has it, a page is an article: on which article a citation stands is not asked here
    gold_pages = {e.page for e in question.evidence if e.ranges(pages)}
    full = correct and evidence and exact and bool(citations)
    on_page = sum(c.page in gold_pages for c in citations)
    return Score(
        question,
        answer,
        abstained,
        correct,
        evidence,
        exact,
        full,
        missing,
        hit,
        too_long,
        on_page,
        len(citations),
        heads,
    )


def summarise(scores: Sequence[Score]) -> Summary:
    """The figures of a whole set of questions; ValueError if there is none."""
    can = [s for s in scores if s.question.answerable]
    cannot = [s for s in scores if not s.question.answerable]
    seconds = sorted(s.answer.seconds for s in scores if s.answer)
    cited = sum(s.cited for s in can)
    headed = [s for s in scores if s.heads is not None]
    facts = [s for s in headed if s.question.answerable and s.question.type in FACTS]
    return Summary(
        questions=len(scores),
        unanswered_lines=sum(s.answer is None for s in scores),
        full=statistics.fmean(s.full for s in scores),
        correct_answerable=share(can, lambda s: s.correct),
        evidence_answerable=share(can, lambda s: s.evidence),
        citations_exact=statistics.fmean(s.exact for s in scores),
        citations_on_article=sum(s.on_page for s in can) / cited if cited else None,
        abstain_recall=share(cannot, lambda s: s.abstained),
        false_abstain=share(can, lambda s: s.abstained),
        seconds_p50=statistics.median(seconds) if seconds else None,
        seconds_p95=seconds[int(0.95 * (len(seconds) - 1))] if seconds else None,
        head_precision=precision([s.heads or () for s in headed]),
        questions_with_a_false_head=share(headed, lambda s: not all(s.heads or ())),
        facts_with_a_right_head=share(facts, lambda s: bool(s.heads) and all(s.heads or ())),
    )


def share(scores: Sequence[Score], holds: Callable[[Score], bool]) -> float | None:
    """Of how many of these it holds, 0 to 1; None of none."""
    return sum(map(holds, scores)) / len(scores) if scores else None


def _covered(question: Question, citations: Iterable[Citation], pages: Mapping[str, str]) -> int:
    cited: dict[str, set[int]] = {}
    for c in citations:
        cited.setdefault(c.page, set()).update(_characters(c.spans))
    return sum(
        any(len(cited.get(e.page, set()) & _characters([r])) >= ENOUGH * (r.end - r.start) for r in e.ranges(pages))
        for e in question.evidence
    )


def _characters(spans: Iterable[Span]) -> set[int]:
    return {i for s in spans for i in range(s.start, s.end)}
