"""Answers made of the one or two sentences that tell what was asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from rag.asked import Asks, Frame, Rival
from rag.asking.answers.glossed import glossed
from rag.asking.answers.heads import stated, when_asked, written
from rag.asking.answers.pointwise import asks_several, by_number, by_points
from rag.asking.constraints.limits import limit
from rag.asking.expected.kinds import holds
from rag.asking.expected.people import any_told_of
from rag.asking.expected.points import is_point, marks
from rag.asking.expected.quantity import counts
from rag.asking.expected.times import hour_alone, hours, wants_hour
from rag.asking.heads.licence import Licensed, licensed
from rag.asking.matching.mentioned import of_a_day, parts
from rag.asking.matching.rivals import says_itself, tells_several
from rag.asking.matching.terms import Term, coverage
from rag.asking.matching.types import type_of
from rag.asking.retrieval.judge import Judged
from rag.asking.writing.draft import Claim, Source, Stated
from rag.asking.writing.excerpt import excerpt
from rag.asking.writing.phrases import AND
from rag.records import Passage, PassageKind
from rag.tables import any_of, cue_pattern

NEIGHBOUR = 6.0
"""How far behind the best sentence of its article one may be that holds what was asked for."""

CLOSE_BY = 3.0
"""The same for what was said or seen, which any sentence may tell."""

CLOSE = 4.0
"""How far behind the best sentence (in log-odds) another one may be and still be quoted beside it."""

READ_ON = 320
"""Characters up to which an answer reads on behind the sentence that answers."""

SHORT_OF_NAME = 60
"""Characters of a sentence that has no room for the name of the meeting it tells of."""

_BARE = ("会议", "活动", "仪式", "会", "大会")
_ATTENDING = re.compile(rf"(?:{any_of('sitting', 'asking_cues.tsv')})(?:了)?(?:会议|活动|仪式|大会|会)")
_CLAUSES = re.compile(r"[，,；;。]")
_HELD = cue_pattern("holding")
_CARRIES_ON = re.compile(r"^(?:同时|此外|另外|还|并|其中|而且|最后).|^[^，,。]{0,10}[，,]?[^，,。]{0,8}(?:还|也|又)")

MORE, HALF = 0.15, 0.5
"""Shares of the question: how much more than any sentence a headline must say to answer in its place, and how much at least."""

SAME = 90
"""Likeness in per cent from which two sentences are one sentence printed twice."""


def facts(query: Frame, about: Sequence[Term], judged: Sequence[Judged]) -> list[Claim]:
    """A short answer where there is one, then the best sentences in the order of the page, each a claim of its own."""
    if headline := dated_headline(query, about, judged):
        return [Claim(headline.passage.text, (Source(headline.passage, headline.candidate),))]
    heads = licensed(query, about, judged)
    answering = heads[0].judged if heads else answers_best(query, judged)
    chosen = _with_asked(query, choose(query, [answering, *(j for j in judged if j is not answering)]), judged)
    if not heads and (told := by_points(query, about, chosen, judged)):
        return told
    if query.asks is Asks.WHEN and not heads:
        chosen += [j for j in bearing(query, answering, judged) if j not in chosen]
    room = type_of(query).characters
    gloss = [] if heads else glossed(query, answering)
    quoted = [
        Claim(_shown(j, query, about, room), (Source(j.passage, j.candidate),))
        for j in sorted(
            [*_named_before(query, answering, judged), *continued(query, answering, chosen, judged)],
            key=lambda j: (j.candidate.key, j.passage.number),
        )
    ]
    return [*_stated(query, heads, judged), *quoted, *gloss]


def dated_headline(query: Frame, about: Sequence[Term], judged: Sequence[Judged]) -> Judged | None:
    """The headline that tells a day of what is asked, where no sentence of its article says as much of that."""
    if query.asks is not Asks.WHEN or wants_hour(query):
        return None
    same = [j for j in judged if j.candidate.key == judged[0].candidate.key]
    dated = [j for j in same if not _sentence(j) and of_a_day(j.passage.mentions)]
    said = max((coverage(about, j.passage.text) for j in same if _sentence(j)), default=0.0)
    telling = (j for j in dated if coverage(about, j.passage.text) > max(said + MORE, HALF))
    return next(telling, None)


def _stated(query: Frame, heads: Sequence[Licensed], judged: Sequence[Judged]) -> list[Claim]:
    """The heads in one line, on the sentences that bear them out; nothing where none is licensed."""
    if not heads:
        return []
    text = AND[query.language].join(dict.fromkeys(written(h.slot, query.language) for h in heads))
    sources = tuple(Source(j.passage, j.candidate) for j in bearing(query, heads[0].judged, judged))
    return [Claim(text, sources, states=tuple(Stated(stated(h.slot), h.slot.kind) for h in heads))]


def _shown(j: Judged, query: Frame, about: Sequence[Term], room: int) -> str:
    wanted = [w for w in (*query.focus, *query.people) if w in j.passage.text]
    wanted += [_counted(query, j.passage)] if query.asks is Asks.NUMBER else []
    told = [m.text for m in hours(j.passage.mentions)]

    def needed(run: str) -> bool:
        return all(w in run for w in wanted) and (any(hour in run for hour in told) or not wants_hour(query))

    return excerpt(j.passage.text, about, room, needed, j.read.short if j.read else ())


def _counted(query: Frame, passage: Passage) -> str:
    """The clause that gives the number asked for, if any does; one that names what is counted before others."""
    clauses = [c for c, told in parts(passage.text, passage.mentions, _CLAUSES) if query.unit and counts(query, told)]
    clauses.sort(key=lambda c: -sum(w in c for w in query.words))
    return clauses[0] if clauses else ""


def answers_best(query: Frame, judged: Sequence[Judged]) -> Judged:
    """The best sentence of the best article that holds the kind of thing asked for; the very best where none does.

    The sentence most like the question often only sets the scene (a meeting was held); its neighbour answers (who came).
    One that the reader is sure of answers in words of its own, if it tells a time where one is asked for.
    """
    best = judged[0]
    top = next((j for j in judged if _sentence(j)), best)
    if top.opinion >= limit("sure") and (query.asks is not Asks.WHEN or holds(query, top.passage, top.candidate)):
        return top
    room = CLOSE_BY if query.asks is Asks.WHAT else NEIGHBOUR
    near = (j for j in judged if j.candidate.key == best.candidate.key and j.score > best.score - room)
    body = next((j for j in judged if j.candidate.key == best.candidate.key and _sentence(j)), best)
    fallback = body if query.asks is Asks.WHAT else best
    return next(
        (j for j in near if j.passage.kind is PassageKind.SENTENCE and holds(query, j.passage, j.candidate)), fallback
    )


def _sentence(j: Judged) -> bool:
    return j.passage.kind is PassageKind.SENTENCE


def bearing(query: Frame, answering: Judged, judged: Sequence[Judged]) -> list[Judged]:
    """The sentences that bear a short answer out: the one that answers, its scene, and the one that prints the day asked for."""
    printed = when_asked(query, answering).printed if query.asks is Asks.WHEN and not hour_alone(query) else ""
    same = [j for j in judged if j.candidate.key == answering.candidate.key]
    dated = [] if printed in answering.passage.text else [j for j in same if printed in j.passage.text]
    first = sorted(dated, key=lambda j: j.passage.number)[:1]
    return list({j.passage.id: j for j in (answering, *scene(answering, same), *first)}.values())


def scene(answering: Judged, judged: Sequence[Judged]) -> list[Judged]:
    """The sentence just before in the same paragraph, where it says more of what was asked about (a meeting was held),
    or whom it was asked about (甲督查道路。乙参加)."""
    p, f = answering.passage, answering.features
    before = [j for j in judged if j.candidate.key == answering.candidate.key and j.passage.number == p.number - 1]
    return [
        j
        for j in before
        if j.passage.paragraph == p.paragraph
        and (j.features.said > f.said or j.features.person > f.person or j.features.focus > f.focus)
    ]


def _with_asked(query: Frame, chosen: list[Judged], judged: Sequence[Judged]) -> list[Judged]:
    """The chosen sentences; where none of them is of those of whom it is asked whether they did or are something, or of the
    half of a day, the stage or the like that is asked about, the best such of the same article in the place of the last."""
    rivals = (r for r in query.wording.rivals if tells_several(r, chosen[0].candidate.text))
    asked: list[Callable[[Judged], bool]] = [partial(_says_itself, rival) for rival in rivals]
    if query.asks is Asks.YES_NO:
        asked.append(lambda j: any_told_of(query.people, j.passage))
    own = [j for j in judged if j.candidate.key == chosen[0].candidate.key and _sentence(j)]
    for tells in asked:
        if not any(map(tells, chosen)) and (telling := next(filter(tells, own), None)):
            chosen = [*chosen[: type_of(query).sentences - 1], telling]
    return chosen


def _says_itself(rival: Rival, j: Judged) -> bool:
    return says_itself(rival, j.passage.text)


def _named_before(query: Frame, answering: Judged, judged: Sequence[Judged]) -> list[Judged]:
    """For 什么会议 answered by 主持会议 alone: the sentence before it that says what meeting it was."""
    if query.asks is not Asks.WHAT or len(answering.passage.text) > SHORT_OF_NAME:
        return []
    text, p = answering.passage.text, answering.passage
    alone = _ATTENDING.search(text) and (
        set(query.focus) & set(_BARE) or answering.features.said_near > answering.features.said
    )
    if not alone:
        return [j for j in scene(answering, judged) if j.features.focus > answering.features.focus]
    same = [j for j in judged if j.candidate.key == answering.candidate.key and j.passage.number < p.number]
    held = [j for j in same if j.passage.kind is PassageKind.SENTENCE and _HELD.search(j.passage.text)]
    return sorted(held, key=lambda j: -j.passage.number)[:1]


def continued(query: Frame, answering: Judged, chosen: list[Judged], judged: Sequence[Judged]) -> list[Judged]:
    """The chosen sentences and those that carry on the one that answers (此外, 同时, 还发现 …), up to READ_ON characters.

    Where several are asked for (有什么要求), these come before other sentences that are close behind the best one.
    """
    if query.asks not in (Asks.WHAT, Asks.LIST):
        return chosen
    numbered = by_number(answering, judged)
    first = [answering] if asks_several(query) else chosen
    room, at, more = READ_ON - sum(len(j.passage.text) for j in first), answering.passage.number + 1, list(first)
    while (j := numbered.get(at)) and _goes_on(numbered[at - 1], j) and len(j.passage.text) <= room:
        more += [j] if j not in more else []
        room, at = room - len(j.passage.text), at + 1
    return more + [j for j in chosen if j not in more and (len(more) == len(first) or len(j.passage.text) <= room)]


def _goes_on(before: Judged, j: Judged) -> bool:
    """Whether a sentence carries the one before it on, or tells the point behind its."""
    text = j.passage.text
    return (is_point(text) and any(marks(before.passage.text))) or _CARRIES_ON.search(text) is not None


def choose(query: Frame, judged: Sequence[Judged]) -> list[Judged]:
    """The best sentence and those close behind it that add something."""
    best = judged[0]
    chosen = [best]
    for j in judged[1:]:
        if len(chosen) >= type_of(query).sentences or j.score < best.score - CLOSE:
            break
        if j.passage.kind is PassageKind.TITLE or any(_repeats(j, c) for c in chosen):
            continue
        if j.candidate.key == best.candidate.key or not holds(query, best.passage, best.candidate):
            chosen.append(j)
    return chosen


def _repeats(one: Judged, other: Judged) -> bool:
    """Whether a sentence says what another one says already: a fragment printed twice, with a slip or without."""
    from rapidfuzz.fuzz import ratio

    return ratio(one.passage.text, other.passage.text) > SAME
