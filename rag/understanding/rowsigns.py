"""What speaks for and against an event as it was drafted: who acts, by which verb, and where the article tells it.

Shallow signs of an extraction and its sentence, as the confidence function of ReVerb has them (Fader, Soderland, Etzioni:
Identifying Relations for Open Information Extraction, 2011). Each is a number from 0 to 1; those that are 0 are left out.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from rag.dictionary import is_verb, is_word
from rag.ports import Tagged
from rag.tables import any_of
from rag.understanding.act import Act
from rag.understanding.lexicon import Lexicon, Use, ending
from rag.understanding.story import Sentence, Story
from rag.understanding.thread import Draft

Signs = dict[str, float]

SHORT, LONG, VERY_LONG = 2, 8, 14
"""Characters of an actor's name: no more than the shortest names have, more than most have, more than nearly all have."""

LONG_OFFICE, VERY_LONG_OFFICE = 16, 24
"""Characters of an office beyond which words of the sentence are often part of it."""

OFTEN = 3.0
"""Natural logarithm of how often a name stands in an article that counts as all the time."""

EARLY, DEEP = 150, 1200
"""Characters from the body's first sentence within which a report has told what it is about, and by which it has gone on to
other things."""

_FUNCTION = re.compile("[的了着过是为以在从到由与和及对将把被让使要应可能于就向给等这该其]")
_ANAPHORA = tuple("该本此各全其")
_PRONOUN = ("他", "她", "一", "大", "该", "其")
"""How the word begins that stands for somebody told before (他, 一行, 大家)."""

_NUMBERED = re.compile(r"[\d一二三四五六七八九十]+[、.]")
_DOT = "·"
_HYPHENS = (_DOT, "-", "—", "－")
_SAYS = re.compile(rf"(?:{any_of('leading_in')})[，：:]")


class Row(NamedTuple):
    """An event as drafted: the act that began it with its sentence and the words of that as a tagger cuts them; the article it
    is of, with all that was drafted of it."""

    draft: Draft
    act: Act
    sentence: Sentence
    words: Sequence[Tagged]
    tale: Story
    lexicon: Lexicon
    drafts: Sequence[Draft]

    @property
    def text(self) -> str:
        """The sentence's words."""
        return self.sentence.text

    @property
    def name(self) -> str:
        """The first actor's name; empty where there is none."""
        return self.draft.people[0].name if self.draft.people else ""

    @property
    def actor(self) -> tuple[int, int]:
        """Where that name stands in the sentence, of several places the last before the verb; (-1, -1) where it does not."""
        verb = self.act.hits[0].start if self.act.hits else self.act.start
        before = self.text.rfind(self.name, 0, verb) if self.name else -1
        at = before if before >= 0 or not self.name else self.text.find(self.name)
        return (at, at + len(self.name)) if at >= 0 else (-1, -1)


def row_signs(row: Row) -> Signs:
    """The signs of an event that need no tagger, each under the name of its group."""
    return {
        f"{group}.{name}": float(value)
        for group, signs in _GROUPS.items()
        for name, value in signs(row).items()
        if value
    }


def _who(row: Row) -> Signs:
    """What kind of name the first actor's is."""
    subject, name, lexicon = row.draft.subject, row.name, row.lexicon
    kind = lexicon.bodies.get(ending(name, lexicon.bodies), "none") if subject.body else "person"
    return {
        f"kind_{kind}": 1,
        "team": bool(subject.team),
        "sitting": subject.sitting,
        "short": len(name) <= SHORT,
        "long": len(name) > LONG,
        "very_long": len(name) > VERY_LONG,
        "town": lexicon.place_suffixes.get(ending(name, lexicon.place_suffixes)) == "admin",
        "foreign": _DOT in name,
        "no_name": not subject.body and len(name) > SHORT * 2 and _DOT not in name,
        "verb_first": subject.body and is_verb(name[:2]),
        "verb_last": len(name) > SHORT and is_verb(name[-2:]),
        "no_word_first": subject.body and not is_word(name[:2]),
        "function_in": subject.body and _FUNCTION.search(name) is not None,
        "numbered": _NUMBERED.match(name) is not None,
        "anaphora": name.startswith(_ANAPHORA),
        "once": row.tale.text.count(name) < 2,
        "often": min(1.0, math.log(max(1, row.tale.text.count(name))) / OFTEN),
        "headline": any(name in title.text for title in row.tale.titles),
    }


def _acting(row: Row) -> Signs:
    """How the actors are told of, and where the first one stands."""
    people, subject, (start, end) = row.draft.people, row.draft.subject, row.actor
    offices = [p.role for p in people if p.role]
    verb = row.act.hits[0].start if row.act.hits else row.act.start
    return {
        "office": bool(offices),
        "bare": not subject.body and not offices,
        "several": len(people) > 1,
        "many": len(people) > 3,
        "implied": row.act.implied,
        "elsewhere": start < 0,
        "behind": start > verb,
        "pronoun": row.text[subject.start : subject.end] in _PRONOUN,
        "in_target": bool(row.name) and row.name in row.draft.target,
        "hyphened": start >= 0 and (row.text[start - 1 : start] in _HYPHENS or row.text[end : end + 1] in _HYPHENS),
        "office_verb": any(is_verb(office[:2]) for office in offices),
        "office_function": any(_FUNCTION.match(office) for office in offices),
        "office_long": any(len(office) > LONG_OFFICE for office in offices),
        "office_very_long": any(len(office) > VERY_LONG_OFFICE for office in offices),
    }


def _verb(row: Row) -> Signs:
    """Which verbs tell the act, and what touches them."""
    hits, text = row.act.hits, row.text
    uses, sizes = {h.verb.use for h in hits}, {len(h.verb.word) for h in hits}
    behind = {text[h.end : h.end + 1] for h in hits}
    return {
        f"family_{row.act.family}": 1,
        f"activity_{row.draft.activity.value}": 1,
        "none": not hits,
        "asked": any(h.verb.asked for h in hits),
        "one_character": 1 in sizes,
        "long": max(sizes, default=0) > 2,
        "several": len(row.draft.verbs) > 1,
        "many": len(row.draft.verbs) > 2,
        "goes": bool(uses & {Use.GO, Use.MOVE}),
        "only_goes": bool(uses) and uses <= {Use.GO, Use.MOVE},
        "looks": Use.LOOK in uses,
        "done": "了" in behind,
        "going_on": bool(behind & {"着", "过"}),
        "of": "的" in behind,
        "to": bool(behind & set("到向至在于")),
        "mark_behind": bool(behind & set("：:，,“")),
        "last": bool(hits) and (hits[-1].end == len(text) or text[hits[-1].end] in "，,；;。、"),
    }


def _told(row: Row) -> Signs:
    """Where and how largely the article tells the event, on which day, and what else it tells."""
    draft, body = row.draft, row.tale.body
    first = body[0] if body else row.sentence
    mine = sum(bool(d.people) and d.people[0].name == row.name for d in row.drafts)
    return {
        "first": row.sentence is first,
        "early": row.sentence.start - first.start < EARLY,
        "deep": row.sentence.start - first.start > DEEP,
        "spans": len(draft.spans) > 1,
        "many_spans": len(draft.spans) > 4,
        "size": min(1.0, sum(end - start for start, end in draft.spans) / 600),
        "dated": bool(draft.when.value),
        "day_printed": bool(draft.when.printed) and draft.when.printed in row.text,
        "no_day": not draft.when.value and not draft.when.basis,
        "mine": min(1.0, mine / 5),
        "only_mine": mine == 1,
        "rows": min(1.0, len(row.drafts) / 15),
        "places": bool(draft.places),
        "many_places": len(draft.places) > 3,
        "people": bool(draft.participants),
        "many_people": len(draft.participants) > 4,
        "others_say": row.act.family == "say" and _others_say(row),
    }


def _others_say(row: Row) -> bool:
    """Whether a later sentence among a speech's words has a verb of speech of its own."""
    later = (s for s in row.tale.sentences if s.start > row.sentence.start)
    return any(_SAYS.search(s.text) for s in later if any(a < s.end and s.start < b for a, b in row.draft.spans))


_GROUPS: dict[str, Callable[[Row], Signs]] = {"who": _who, "acting": _acting, "verb": _verb, "told": _told}
