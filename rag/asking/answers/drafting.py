"""An answer drafted, or what is missing said: each shape of answer has an answerer that decides it, once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from rag.asked import Asks, Cue
from rag.asking.answers.accounts import account, held, rounds
from rag.asking.answers.borne_out import listed_or_quoted, quoted
from rag.asking.answers.chronicle import chronicle
from rag.asking.answers.company import company
from rag.asking.answers.facts import answers_best, dated_headline, facts
from rag.asking.answers.finding import Draft, Evidence
from rag.asking.answers.offices import beside_somebody
from rag.asking.answers.places import elsewhere, places
from rag.asking.answers.roundup import roundup
from rag.asking.answers.signed import signed
from rag.asking.answers.summary import summary
from rag.asking.answers.timeline import timeline
from rag.asking.constraints.holders import prints_office
from rag.asking.constraints.limits import limit
from rag.asking.constraints.support import beforehand, held_to
from rag.asking.expected.acts import counts_acts
from rag.asking.expected.wants import wants_people
from rag.asking.heads.licence import many
from rag.asking.matching.types import type_of
from rag.asking.writing.draft import Claim


def drafted(e: Evidence) -> Draft:
    """The draft of the answerer that the question's type names."""
    lack = beforehand(e.query, e.about, e.judged)
    return Draft(missing=lack) if lack.lack else ANSWERERS[type_of(e.query).answerer](e)


def _bound(e: Evidence, told: Callable[[Evidence], list[Claim]]) -> Draft:
    """What `told` makes of the evidence, else its best sentences, where the article of the best one tells all that the
    question names. A list of people over many articles, and who came along, are told by whoever tells them."""
    if claims := roundup(e.query, e.about, e.candidates):
        return Draft(claims)
    if claims := company(e.query, e.timely):
        lack = held_to(e.query, e.about, e.judged, e.judged[0], but="kind")
        return Draft(missing=lack) if lack.lack else Draft(claims)
    best = dated_headline(e.query, e.about, e.judged) or answers_best(e.query, e.judged)
    lack = held_to(e.query, e.about, e.judged, best)
    return Draft(missing=lack) if lack.lack else Draft(told(e) or _best(e))


def _best(e: Evidence) -> list[Claim]:
    return facts(e.query, e.about, e.timely)


def _timeline(e: Evidence) -> Draft:
    """What the people asked about did, over all articles; without people, how the matter went."""
    return account(e) if e.query.people else _bound(e, _chronicle)


def _offices(e: Evidence) -> Draft:
    """Who holds or held an office, and which somebody does; who took it or left it, and whatever no office was read of, by
    the best sentence, as is who holds it where the reader is sure of that. Who came before or after somebody is read off the
    offices alone."""
    draft, best = held(e), e.judged[0]
    moved = {Cue.APPOINTED, Cue.LEAVES} & e.query.cues and not e.query.people
    sure = best.opinion >= limit("sure") and prints_office(e.query, best.passage)
    told = moved or sure or (e.query.people and not beside_somebody(e.query))
    return _bound(e, _best) if told and draft.missing.lack else draft


def _occasions(e: Evidence) -> Draft:
    """How often somebody did it; what a sentence counts is told by the sentence."""
    return rounds(e) if counts_acts(e.query, e.judged[0].passage) else _bound(e, _best)


def _chronicle(e: Evidence) -> list[Claim]:
    return chronicle(e.query, e.about, e.timely)


def _summary(e: Evidence) -> list[Claim]:
    """What somebody did where more than one article tells it, else what the best article tells."""
    sums_up = e.query.people and e.query.asks is Asks.SUMMARY
    account = timeline(e.query, e.about, e.candidates) if sums_up else []
    return account if len(account) > 1 else summary(e.query, e.about, e.timely)


def _places(e: Evidence) -> list[Claim]:
    """Every stop where the question asks for them all, or for as many, with the sentence that fits best."""
    of_places = e.query.asks is Asks.WHERE or bool(e.query.wording.thing.tails)
    stops = places(e.query, e.timely) if of_places and not wants_people(e.query) else []
    best = _best(e)
    listed = len(stops) > 1 and many(e.query) in (0, len(stops))
    shown = [*listed_or_quoted(e, stops), *best] if listed else best
    if e.query.asks is not Asks.WHERE:
        return shown
    going = bool(e.query.activities) or not {Cue.WENT, Cue.GOING}.isdisjoint(e.query.cues)
    untold = [c for c in stops if len(stops) == 1 and going and not any(c.text in b.text for b in best)]
    return [*shown, *map(quoted, untold), *elsewhere(e.query, e.timely, shown)]


ANSWERERS: Mapping[str, Callable[[Evidence], Draft]] = MappingProxyType(
    {
        "sentences": lambda e: _bound(e, _best),
        "timeline": _timeline,
        "chronicle": lambda e: _bound(e, _chronicle),
        "summary": lambda e: _bound(e, _summary),
        "occasions": _occasions,
        "offices": _offices,
        "signed": signed,
        "places": lambda e: _bound(e, _places),
    }
)
