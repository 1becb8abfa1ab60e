"""Whether the article is about what the question is about, and says the thing it asks for."""

from __future__ import annotations

from collections.abc import Sequence

from rag.asked import Asks, Frame
from rag.asking.constraints.lack import Lack, Support
from rag.asking.constraints.limits import limit
from rag.asking.constraints.unsaid import unsaid
from rag.asking.matching.candidates import around
from rag.asking.matching.tellable import tellable
from rag.asking.matching.terms import ALTERNATIVE, Term, coverage, generic_nouns, plain, said, verbs
from rag.asking.matching.types import Reach, type_of
from rag.asking.retrieval.judge import Judged

FEW = 2
"""Nouns asked for that must all be missing before a list counts as not told; one may well be paraphrased."""

HALF = 0.5
"""Share of the words naming a meeting or an undertaking that an article must say to be about it."""


def subject(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """Words of the question of which the article says too little."""
    f = best.features
    if best.candidate.key in query.within:
        return _gone_on(query, about, best)
    if f.said_in_article < limit("said_in_article") or _far(query, about, best):
        return Support(Lack.SUBJECT, _rarest(about, best.candidate.text))
    if matter := _matter(query, about, best):
        return Support(Lack.SUBJECT, matter)
    word = unsaid(query, best.candidate.text)
    return Support(Lack.SUBJECT, word) if word else Support()


def _rarest(about: Sequence[Term], text: str) -> str:
    """The word of which the article says least for how rare it is, one that names something before any other."""
    missing = [(t.weight * (1 - said(t, text)), t.word) for t in about]
    told = [(weight, word) for weight, word in missing if weight and tellable(word, text)]
    return max(told or missing, key=lambda m: m[0], default=(0.0, ""))[1]


def _gone_on(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """Words of a question about an article that was talked of before, of which it says nearly nothing: who goes on
    asking need not say again what about, and says it in words of their own."""
    certain = {word.partition(ALTERNATIVE)[0] for word in query.words}.difference(query.people)
    own = [t for t in about if t.word in certain]
    enough = not own or coverage(own, best.candidate.text) >= limit("said_within")
    return Support() if enough else Support(Lack.SUBJECT, own[0].word)


def _far(query: Frame, about: Sequence[Term], best: Judged) -> bool:
    """Whether sentence and headline say too little, apart from the place, which the whole page may be of."""
    if best.features.said_near >= limit("said_near"):
        return False
    rest = [t for t in about if not any(t.word in place for place in query.places)]
    near = f"{best.candidate.reading.article.title} {around(best.candidate, best.passage)}"
    return len(rest) in (0, len(about)) or coverage(rest, near) < limit("said_near")


def _matter(query: Frame, about: Sequence[Term], best: Judged) -> str:
    """The first word of what somebody is asked to have taken part in, where the article says too little of it."""
    if query.asks is not Asks.YES_NO or not query.people:
        return ""
    known = {*query.people, *query.places, *verbs(), *generic_nouns()}
    matter = [t for t in about if t.word not in known and len(t.word) > 1]
    where = f"{best.candidate.reading.article.title} {best.candidate.text}"
    return matter[0].word if matter and coverage(matter, where) < HALF else ""


def focus(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """The thing asked for, which the article does not name."""
    nouns = [w for w in query.focus if w not in generic_nouns()]
    if not nouns:
        return Support()
    near = around(best.candidate, best.passage) if type_of(query).reach is Reach.NEIGHBOURS else best.candidate.text
    missing = [w for w in nouns if said(plain(w), near) == 0.0]
    enough = {Asks.NUMBER: 1, Asks.WHAT: len(nouns)}.get(query.asks, max(len(nouns), FEW))
    return Support(Lack.FOCUS, missing[0]) if len(missing) >= enough else Support()
