"""Who wrote an article or took its pictures: the names under it, for whoever asks for them and for nobody else."""

from __future__ import annotations

from functools import cache

from rag.answered import HeadKind
from rag.asking.answers.finding import Draft, Evidence
from rag.asking.constraints.lack import Lack, Support
from rag.asking.constraints.support import pinned
from rag.asking.matching.terms import said
from rag.asking.retrieval.judge import Judged
from rag.asking.writing.draft import Claim, Source, Stated
from rag.asking.writing.excerpt import shown
from rag.reading.bylines import by_role
from rag.tables import rows

ABOUT = 0.9
"""Share of the matter, by the weight of its words, that the article has to say: another article of the same place says half
of it or two thirds (who reported the lantern fair, of an article on a storm there)."""


def signed(e: Evidence) -> Draft:
    """The byline of the article asked about, verbatim, and the sentence that shows which article that is.

    A name is stated where one role alone signs, or where its role is the one asked for.
    """
    best = e.judged[0]
    lack = pinned(e.query, e.about, best)
    line = _line(e, best)
    if lack.lack or not line or _said(e, best) < ABOUT:
        return Draft(missing=lack if lack.lack else Support(Lack.KIND))
    byline = best.candidate.reading.article.byline
    names = _asked(e, byline)
    states = tuple(Stated(name, HeadKind.PERSON) for name in names)
    claims = [Claim(byline, (Source(line.passage, line.candidate),), states=states)]
    if best.passage != line.passage:
        claims.append(Claim(shown(best.passage.text), (Source(best.passage, best.candidate),)))
    return Draft(claims)


def _line(e: Evidence, best: Judged) -> Judged | None:
    """The sentence of the best one's article in which its byline stands."""
    byline = best.candidate.reading.article.byline
    own = (j for j in e.judged if j.candidate.key == best.candidate.key)
    return next((j for j in own if byline and byline in j.passage.text), None)


def _said(e: Evidence, best: Judged) -> float:
    """How much of what the report is to be about the article says; nothing where the question tells no matter."""
    matter = [t for t in e.about if not _signing() & {t.word, *t.others}]
    every = sum(t.weight for t in matter)
    return sum(t.weight for t in matter if said(t, best.candidate.text)) / every if every else 0.0


@cache
def _signing() -> frozenset[str]:
    return frozenset(word for (word, *_) in rows("signing.tsv"))


def _asked(e: Evidence, byline: str) -> tuple[str, ...]:
    roles = by_role(byline)
    if len(roles) == 1:
        return roles[0][1]
    words = {form for t in e.about for form in (t.word, *t.others)}
    asked = [names for role, names in roles if any(role in word for word in words)]
    return tuple(name for names in asked for name in names)
