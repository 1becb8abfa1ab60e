"""Who came along: the sentence that names those taking part stands beside the one that tells of the visit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.asked import Asks, Cue, Frame
from rag.asking.answers.facts import scene
from rag.asking.answers.heads import MOST_NAMES, answering_people, person, stated_people
from rag.asking.expected.absence import asks_absent
from rag.asking.expected.people import holders_of, new_people, only_invoked
from rag.asking.expected.wants import wants_people
from rag.asking.heads.clauses import clauses
from rag.asking.heads.people import BODIES
from rag.asking.heads.roles import ATTENDED, CAME_ALONG, TAKING_PART, Named, agents, patients
from rag.asking.matching.belonging import of_another_place
from rag.asking.matching.bylines import unsigned
from rag.asking.matching.legs import of_asked
from rag.asking.matching.rivals import through_all
from rag.asking.matching.titled import of_rank
from rag.asking.retrieval.judge import Judged
from rag.asking.writing.draft import Claim, Source
from rag.asking.writing.excerpt import shown
from rag.asking.writing.phrases import AND
from rag.records import PassageKind, Person

MOST = 3
"""Sentences quoted at most."""


def company(query: Frame, judged: Sequence[Judged]) -> list[Claim]:
    """The names of those who took part, then the sentences that say so; [] where that is not asked or not told.

    The anchor is the best sentence of the best article; of the sentences that name people as taking part those in its
    own paragraph come first, then those after it, then those before.
    """
    if (
        not wants_people(query)
        or Cue.COMPANY not in query.cues
        or asks_absent(query)
        or Cue.ACCOMPANIED in query.cues
        or not judged
    ):
        return []
    anchor, at_stop = _anchor(query, judged)
    telling = [j for j in judged if j.candidate.key == anchor.candidate.key and _tells(query, j)]
    if not telling:
        return []
    telling.sort(key=lambda j: _distance(anchor, j))
    apart = _distance(anchor, telling[0])[0]
    nearest = [j for j in telling if query.asks is Asks.LIST or _distance(anchor, j)[0] == apart][:MOST]
    if at_stop or (anchor in telling and any(name in anchor.passage.text for name in query.people)):
        nearest = nearest[:1]
    nearest += [j for j in telling if through_all(j.passage.text) and j not in nearest]
    nearest.sort(key=lambda j: j.passage.number)
    people = [p for j in nearest for p in _taking_part(query, j)]
    names = AND[query.language].join(dict.fromkeys(person(p, query.language) for p in people[:MOST_NAMES]))
    if not names:
        return []
    told = [Source(j.passage, j.candidate) for j in nearest]
    quotes = [Claim(shown(j.passage.text), (s,)) for j, s in zip(nearest, told, strict=True)]
    if _lacking(query, nearest, people):
        return quotes
    scenes = [Source(s.passage, s.candidate) for j in nearest for s in scene(j, judged) or _before(query, j, judged)]
    return [
        Claim(
            names,
            (*told, *(scenes or [Source(anchor.passage, anchor.candidate)])),
            states=stated_people(people[:MOST_NAMES]),
        ),
        *quotes,
    ]


def _lacking(query: Frame, nearest: Sequence[Judged], people: Sequence[Person]) -> bool:
    """Whether all who were there are asked for, not who was with somebody, and the sentences name others of whom they do not
    say so."""
    named = {p.name for j in nearest for p in answering_people(query, j)}
    return not query.people and bool(named.difference(p.name for p in people))


def _before(query: Frame, j: Judged, judged: Sequence[Judged]) -> list[Judged]:
    """For a question that leans on the one before, the sentence before: it says what they took part in."""
    first = query.within and j.passage.number > 1
    same = (o for o in judged if first and o.candidate.key == j.candidate.key)
    return [o for o in same if o.passage.number == j.passage.number - 1]


def _taking_part(query: Frame, j: Judged) -> list[Person]:
    """Of the people in the sentence those who are said to take part, of the body that is asked about if there is one."""
    text = j.passage.text
    names = [Named(p.name, m.start(), m.end()) for p in j.candidate.roles for m in re.finditer(re.escape(p.name), text)]
    parts, told = clauses(text), set[str]()
    for verb in _asked(query).finditer(text):
        came = agents(text, parts, names, verb.span())
        led = set(patients(text, parts, names, verb.span())).difference(came)
        theirs = not (led and query.people) or not led.isdisjoint(query.people)
        told |= set(came) if theirs and of_asked(query, j.passage, j.candidate, verb.start(), came) else set()
    ranks = query.wording.ranks
    there = [p for p in answering_people(query, j) if p.name in told and all(of_rank(p.role, r) for r in ranks)]
    met = [m.printed for m in query.wording.meetings]
    bodies = [w for w in dict.fromkeys((*query.places, *query.words)) if w.endswith(BODIES) and len(w) > 1]
    bodies = [b for b in bodies if not any(b in printed for printed in met)]
    if not bodies:
        return there
    return [p for p in there if len(bodies) == 1 and bodies[0] in p.role and not of_another_place(query, p.role)]


def _asked(query: Frame) -> re.Pattern[str]:
    """How those are told of who are asked for: by the question's own word for it, if it has one of either kind, since
    one is not answered by the other."""
    came = any(CAME_ALONG.search(w) or w == "陪" for w in query.words)
    attended = any(ATTENDED.search(w) for w in query.words)
    return TAKING_PART if came == attended else CAME_ALONG if came else ATTENDED


def _anchor(query: Frame, judged: Sequence[Judged]) -> tuple[Judged, bool]:
    """The best sentence, or in its article the best that names a stop asked about, and whether there is such a stop.

    What headline or first sentence names is where it all took place and no stop.
    """
    own = [j for j in judged if j.candidate.key == judged[0].candidate.key and j.passage.kind is PassageKind.SENTENCE]
    lead = min(own, key=lambda j: j.passage.number).passage if own else judged[0].passage
    stops = [place for place in query.places if place not in f"{lead.heading} {lead.text}"]
    at_stop = [j for j in own if any(place in j.passage.text for place in stops)]
    return (at_stop[0], True) if at_stop else (judged[0], False)


def _tells(query: Frame, j: Judged) -> bool:
    """Whether the sentence names people of the article, others than those asked about, as taking part.

    Where an office is asked for that somebody in the article holds (哪位副市长), it has to be one of its holders.
    """
    text = unsigned(j.passage.text)
    holders = holders_of(query, j.candidate)
    told = j.passage.kind is PassageKind.SENTENCE and (holders or _asked(query).search(text) is not None)
    there = [n for n in holders or [p.name for p in j.candidate.roles] if not only_invoked(n, text)]
    return bool(told) and bool(new_people(query, text, there))


def _distance(anchor: Judged, j: Judged) -> tuple[int, int]:
    """(0 same paragraph, 1 anywhere else; sentences between them)."""
    apart = 0 if j.passage.paragraph == anchor.passage.paragraph else 1
    return apart, abs(j.passage.number - anchor.passage.number)
