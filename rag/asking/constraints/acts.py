"""Whether the act that is asked about is told, of what and of whom it is asked: a day of another act answers nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rag.asked import Asks, Cue, Frame
from rag.asking.constraints.lack import Lack, Support
from rag.asking.expected.people import only_invoked
from rag.asking.matching.bylines import unsigned
from rag.asking.matching.terms import PARTLY, Term, said
from rag.asking.retrieval.judge import Judged
from rag.tables import cue_pattern

_MEETING = cue_pattern("met", "asking_cues.tsv")


def milestone(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """When something was begun, finished, signed of which no sentence about it says that it was."""
    if query.asks is not Asks.WHEN:
        return Support()
    for asked, *told in query.wording.milestones:
        if not any(word in text for text in _of_subject(query, about, best, told) for word in told):
            return Support(Lack.FOCUS, asked)
    return Support()


def _of_subject(query: Frame, about: Sequence[Term], best: Judged, told: Sequence[str]) -> Iterator[str]:
    """The sentences that say the rarest word of what it is about, each with the one behind it; all of the article where
    a person is asked about, or where its headline or no sentence says the word."""
    passages, title = best.candidate.passages, best.candidate.reading.article.title
    rest = (t for t in about if len(t.word) > 1 and not any(t.word in w or w in t.word for w in told))
    subject = max(rest, key=lambda t: t.weight, default=None)
    saying = [k for k, p in enumerate(passages) if subject and said(subject, p.text) >= PARTLY]
    if subject is None or query.people or said(subject, title) >= PARTLY or not saying:
        return iter((best.candidate.text,))
    return (p.text for k in saying for p in passages[k : k + 2])


def meets(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """Somebody of whom it is asked whom they met or visited, and who did not in the article, but was met or visited."""
    if Cue.WHOM not in query.cues or not query.people or not query.wording.whom:
        return Support()
    met = (p.actor.split("、") for p in best.candidate.passages if _MEETING.search(p.text))
    if any(n in actors for actors in met for n in query.people):
        return Support()
    before = (p.text[: m.start()] for p in best.candidate.passages if (m := _MEETING.search(p.text)))
    return Support() if any(n in text for text in before for n in query.people) else Support(Lack.KIND)


def studied(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """Somebody of whom the article has no more than that their words were studied (传达学习某某的讲话精神)."""
    if not query.people or Cue.STUDY in query.cues:
        return Support()
    text = unsigned(best.candidate.text)
    named = (p for p in query.people if p in text and only_invoked(p, text))
    return next((Support(Lack.PERSON, p) for p in named), Support())
