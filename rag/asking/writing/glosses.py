"""Names and terms of a quotation for readers of English, out of what the index holds of its sentences.

The mentions that are stored with a sentence say what is a name, an office, a place, a body or a day in it, its events what
was done; each is rendered by itself. The sentence is never translated, and what no table renders is left out, or given by
its sound alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from rag.answered import Gloss, GlossKind
from rag.asked import Language
from rag.asking.writing.phrases import TO, day_in_words, period_in_words
from rag.dictionary import is_word
from rag.mentions import days_of
from rag.records import VISITS, Activity, Event, Mention, MentionKind, Passage, Spans
from rag.rendering.offices import body_rendered, office_rendered
from rag.rendering.people import romanised
from rag.rendering.places import kind_of, only_refers, place_rendered
from rag.rendering.sounds import spelled
from rag.script import HAN, as_read
from rag.spans import overlap
from rag.tables import rows
from rag.text import has_han

MOST = 24
"""Glosses of one quotation; a list of sixty names is better read as it is printed."""
_HAN_ONLY = re.compile(f"[{HAN}]+")
_APART = re.compile("[、，,；;]")
_DAY = len("2022-05-06")
_PASSING = ("go", "move", "look")
"""Uses of verbs (`verbs.tsv`) that only lead to what was done."""
_MEETINGS = (Activity.MEETING_CHAIR, Activity.MEETING_ATTEND)
_SHORT_NAME, _LONGEST_NAME = 3, 8
"""Characters up to which a place of no known kind is surely a name (杭州), and from which on it is a description."""


def glosses(quote: str, spans: Spans, passages: Iterable[Passage], events: Iterable[Event]) -> tuple[Gloss, ...]:
    """What is glossed of a quotation, each once, in its order; `passages` and `events` are those of its article."""
    told = [m for p in passages if overlap(p.spans, spans) for m in p.mentions]
    found = [gloss for m in told if (gloss := _of(m))]
    found += [gloss for e in events if overlap(e.spans, spans) for gloss in _acts(e)]
    return tuple(_placed(quote, found))[:MOST]


def _placed(quote: str, found: Sequence[Gloss]) -> Iterator[Gloss]:
    """In the order of the quotation; what stands in it only as a part of something longer is left out."""
    taken: dict[int, Gloss] = {}
    free = [True] * len(quote)
    for gloss in sorted(dict.fromkeys(found), key=lambda g: -len(g.printed)):
        at = quote.find(gloss.printed)
        while at >= 0:
            end = at + len(gloss.printed)
            if all(free[at:end]):
                taken[at] = gloss
                free[at:end] = [False] * (end - at)
            at = quote.find(gloss.printed, end)
    yield from dict.fromkeys(taken[at] for at in sorted(taken))


def _of(mention: Mention) -> Gloss | None:
    """The gloss of a mention; None for what has none."""
    printed = mention.text
    if mention.kind is MentionKind.TIME:
        return _gloss(GlossKind.TIME, printed, _when(mention))
    if not has_han(printed):
        return None
    read = as_read(printed)
    match mention.kind:
        case MentionKind.PERSON:
            return _gloss(GlossKind.PERSON, printed, romanised(read))
        case MentionKind.PLACE:
            return _place(printed, read)
        case MentionKind.BODY:
            return _gloss(GlossKind.BODY, printed, body_rendered(read))
        case MentionKind.OFFICE:
            return _gloss(GlossKind.OFFICE, printed, office_rendered(read)) or Gloss(
                GlossKind.OFFICE, printed, "; ".join(map(spelled, _APART.split(read))), by_sound=True
            )
    return None


def _gloss(kind: GlossKind, printed: str, rendered: str) -> Gloss | None:
    return Gloss(kind, printed, rendered) if rendered else None


def _place(printed: str, read: str) -> Gloss | None:
    """None for what is only called what it is (现场), by who speaks (全市), or described (所在的部队)."""
    kind = kind_of(read)
    if (
        only_refers(read)
        or not _HAN_ONLY.fullmatch(read)
        or (not kind and (is_word(read) or len(read) > _LONGEST_NAME))
    ):
        return None
    return Gloss(GlossKind.PLACE, printed, place_rendered(read), by_sound=not kind and len(read) > _SHORT_NAME)


def _when(mention: Mention) -> str:
    days = days_of(mention)
    if not days:
        return ""
    first, last = days
    if first.startswith("-"):  # a day of which nothing tells the year
        return day_in_words(first, Language.EN) if first == last else ""
    if len(first) == len(last) == _DAY:
        return period_in_words(first, last, Language.EN)
    return TO[Language.EN].join(day_in_words(day, Language.EN) for day in dict.fromkeys(days))


def _acts(event: Event) -> Iterator[Gloss]:
    for verb in event.action.split("、"):
        if rendered := _act(verb, event.activity):
            yield Gloss(GlossKind.ACT, verb, rendered)


def _act(verb: str, activity: Activity) -> str:
    """The kind of the event; of a meeting or of something said the verb itself, where the table has it."""
    kind, use, own = _verbs().get(verb, (activity, "", ""))
    if use in _PASSING:
        return ""
    if kind in VISITS or (not own and kind in _MEETINGS):
        return _kinds()[kind]
    return own


@lru_cache(maxsize=1)
def _verbs() -> dict[str, tuple[str, str, str]]:
    """The kind of event that a verb makes, its use, and the first of its English verbs."""
    found = rows("verbs.tsv")
    return {verb: (kind, use, "".join(english).partition(",")[0]) for verb, kind, use, *english in found}


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    found: dict[str, str] = {}
    for words, kinds in rows("kind_words.tsv"):
        found.setdefault(kinds, words)
    return found
