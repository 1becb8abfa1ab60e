"""What a question leaves open, read off its own words: only such a question leans on what was asked before.

A pronoun, an ellipsis (那5月呢, and in May?), a day told by another (第二天), a reference to something named before (那次会议,
there), or nothing of its own but what it asks (什么时候？). A question that names its own person, place or matter is closed
to all but a pronoun that stands for somebody else: it is answered alone, whatever was asked before.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache, reduce
from itertools import combinations

from rag.asked import Language, Overall
from rag.asking.matching.terms import ALTERNATIVE, generic_nouns
from rag.asking.matching.vague import names_matter
from rag.asking.question.english import chinese_words, uncovered
from rag.asking.question.overall import overall
from rag.asking.question.question import Question
from rag.tables import any_of, rows

NONE = "-"
"""Stands in a table where a language has no such wording."""

_CLAUSE = re.compile(r"[,，;；。.?？!！]|'s |\b(?:when|after|before|as|while|who|that|and)\b")
_WHO_DID = re.compile(
    r"(?:谁|哪[一]?位).{0,300}[,，;；。?？]|\b(?:who|whom)\b.{0,300}(?:[,;.?]|\b(?:and|when)\b)", re.I
)
"""Somebody asked for in a clause before, for whom a pronoun behind it stands."""

_CAPITAL = re.compile(r"(?<=\s)[A-Z][a-z]+")
_TOWN = re.compile(r"[省市区县镇乡村]|社区|街道")
SHORTEST = 2


class Open(StrEnum):
    """What a question may leave to the one before it."""

    HE = "he"
    THEY = "they"
    DAY = "day"
    MATTER = "matter"
    AGAIN = "again"
    GOES_ON = "goes_on"
    BARE = "bare"
    SAME = "same"


_SAID = frozenset({Open.HE, Open.THEY, Open.DAY})
"""What a question leaves open in so many words."""


def opened(frame: Question) -> frozenset[Open]:
    """All that the question leaves open; empty for one that stands by itself, or that asks about the conversation."""
    if asks_back(frame.question):
        return frozenset()
    found = {o for o, leaves in _READERS if leaves(frame)}
    if overall(frame).overall is Overall.WHO_MOST:
        return frozenset(found & _SAID)  # who did most is asked of everybody, unless the question says of whom
    if found and is_bare(frame):
        found.add(Open.BARE)
    return frozenset(found)


def asks_back(question: str) -> bool:
    """Whether it asks what was said in the conversation, which no page tells."""
    return _seen("back", question) is not None


def asks_former(question: str) -> bool:
    """Whether it asks who was before whoever was spoken of (之前呢, 前任是谁)."""
    return _seen("former", question) is not None


def is_bare(frame: Question) -> bool:
    """Whether no word but its people's names tells what it is about (他做了什么, 谁主持的)."""
    own = (w for w in frame.words if w not in frame.people and w not in frame.places)
    if any(distinctive(w, frame.question) for word in own for w in word.split(ALTERNATIVE)):
        return False
    return frame.language is Language.ZH or not any(w not in _grammar() for w in uncovered(frame.question))


def distinctive(word: str, question: str = "") -> bool:
    """Whether a word names a matter, and does not only ask or tell what is done everywhere.

    The cutter joins two words of one character at times (哪天开的: 天开), and parts a longer one (总|投资) that stands in the
    question.
    """
    frames = _frame_words()
    if word in frames or all(c in frames for c in word):
        return False
    return not any(longer in question for longer in _longer().get(word, ()))


def fills(word: str) -> bool:
    """Whether a word only joins a question to what was said before (最后, 接下来) and need not be printed, or is none."""
    return word in _fillers() or (word not in _frame_words() and not distinctive(word))


def moved(question: str) -> tuple[re.Match[str], str] | None:
    """The words that tell a day by another, and which: days from it, or day, month or year for the same one."""
    found = ((m, kind) for kind, patterns in _days() for p in patterns if (m := p.search(question)))
    return min(found, key=lambda pair: pair[0].start(), default=None)


def with_pronouns(question: str, put: Callable[[re.Match[str]], str]) -> str:
    """The question with what `put` says for each pronoun that stands for one person."""
    return reduce(lambda text, pattern: pattern.sub(put, text), _openings()["he"], question)


def _he(frame: Question) -> bool:
    seen = _seen("he", frame.question)
    if seen is None or _WHO_DID.search(frame.question, 0, seen.start()):
        return False
    before = _people_before(frame, seen.start())
    if before < 0:
        return True
    told = _seen("object", frame.question)
    return told is not None and before < told.start() and not _CLAUSE.search(frame.question[before : told.start()])


def _they(frame: Question) -> bool:
    seen = _seen("they", frame.question)
    if seen is None or _people_before(frame, seen.start()) >= 0:
        return False
    bodies = (p for p in frame.places if not _TOWN.match(p[-1:]) and not p.endswith(("社区", "街道")))
    return not any(0 <= frame.question.find(b) < seen.start() for b in bodies)


def _people_before(frame: Question, end: int) -> int:
    """Where the last person, or holder of an office, is named before a place in the question; -1 for nobody."""
    text = frame.question
    if frame.language is Language.EN:
        return max((m.start() for m in _CAPITAL.finditer(text, 0, end) if not _is_date(frame, m.group())), default=-1)
    given = (c.given for c in frame.corrections)
    names = (*frame.people, *given, *frame.strangers, *frame.offices, *(t.family + t.office for t in frame.titled))
    return max((text.rfind(name, 0, end) for name in names), default=-1)


def _is_date(frame: Question, word: str) -> bool:
    return any(word in p.printed for p in frame.periods)


def _day(frame: Question) -> bool:
    found = moved(frame.question)
    if found is None:
        return False
    if frame.periods:
        return found[1] == "year" and all(p.first.startswith("--") for p in frame.periods)
    told = frame.language is Language.EN and found[1].lstrip("-").isdecimal()
    return told or is_bare(frame) or not _own_before(frame, found[0].start())


def _matter(frame: Question) -> bool:
    seen = _seen("matter", frame.question)
    if seen is None or _placed(frame) or frame.periods or frame.quoted or frame.strangers:
        return False
    if frame.wording.meetings or _own_before(frame, seen.start()):
        return False
    return not (frame.people or frame.romanised or frame.titled) or is_bare(frame)


def _own_before(frame: Question, end: int) -> bool:
    """Whether the question has named something of its own before this place, which what stands there refers to."""
    text = frame.question
    if frame.language is Language.EN:
        known = any(not _is_date(frame, m.group()) for m in _CAPITAL.finditer(text, 0, end))
        return known or any(distinctive(r) for w in chinese_words(text[:end]) for r in w.split(ALTERNATIVE)[:1])
    return any(0 <= text.find(w) < end for w in frame.words if distinctive(w, text))


def _again(frame: Question) -> bool:
    """Whether it gives another person, day, place or thing and asks nothing of its own."""
    if asks_former(frame.question):
        return True
    if _seen("again", frame.question) is None:
        return _only_dates(frame)
    rest = _END.sub("", frame.question)
    return _seen("asks", _OPENER.sub("", rest)) is None


def _only_dates(frame: Question) -> bool:
    """Whether it is nothing but a day with a question mark (In May? the day before?)."""
    found = moved(frame.question)
    days = [p.printed for p in frame.periods] or ([found[0].group()] if found else [])
    rest = reduce(lambda text, day: text.replace(day, ""), days, frame.question)
    return bool(days) and rest.rstrip().endswith("?") and not _JOINS.sub("", rest)


def _goes_on(frame: Question) -> bool:
    text = frame.question
    if anchored(frame):
        return _seen("first", text) is not None and _seen("goes_on", text) is not None
    return _seen("goes_on", text) is not None or _seen("first", text) is not None


def _bare(frame: Question) -> bool:
    if anchored(frame) or frame.offices or not _seen("asks", frame.question):
        return False
    return is_bare(frame) or (frame.language is Language.ZH and not names_matter(frame))


def _same(frame: Question) -> bool:
    """Whether it asks how much more or less there was of what was spoken of (比上年增加了多少)."""
    return _seen("same", frame.question) is not None and not (frame.people or frame.strangers or _placed(frame))


def anchored(frame: Question) -> bool:
    """Whether it names somebody, some place or some time of its own."""
    named = frame.people or frame.strangers or frame.titled or frame.romanised or frame.excluded
    return bool(named or _placed(frame) or frame.periods or frame.quoted)


def _placed(frame: Question) -> bool:
    return any(p not in _frame_words() and len(p) >= SHORTEST for p in frame.places)


_JOINS = re.compile(rf"\b(?:{any_of('joins_en', 'asking_cues.tsv')})\b|\W|[那在的]|[上下]午|早上|晚上", re.I)
_END = re.compile(r"(?:呢|[?？。!！])+$")
_OPENER = re.compile(r"^(?:那么?|(?:and|what about|how about)\b)", re.I)

_READERS = (
    (Open.HE, _he),
    (Open.THEY, _they),
    (Open.DAY, _day),
    (Open.MATTER, _matter),
    (Open.AGAIN, _again),
    (Open.GOES_ON, _goes_on),
    (Open.BARE, _bare),
    (Open.SAME, _same),
)


def _seen(name: str, text: str) -> re.Match[str] | None:
    return next((m for p in _openings()[name] if (m := p.search(text))), None)


@lru_cache(maxsize=1)
def _openings() -> dict[str, tuple[re.Pattern[str], ...]]:
    return {name: _compiled(patterns) for name, *patterns in rows("leaning.tsv")}


@lru_cache(maxsize=1)
def _days() -> tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]:
    return tuple((kind, _compiled(patterns)) for kind, *patterns in rows("leaning_days.tsv"))


def _compiled(patterns: list[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p, re.I) for p in patterns if p != NONE)


@lru_cache(maxsize=1)
def _frame_words() -> frozenset[str]:
    tables = ("verbs.tsv", "leaning_words.tsv", "generic_places.tsv")
    return generic_nouns() | {word for table in tables for (word, *_) in rows(table)}


@lru_cache(maxsize=1)
def _longer() -> dict[str, list[str]]:
    """What a part of a frame word may be part of, by the part."""
    found: dict[str, list[str]] = {}
    for word in _frame_words():
        for start, end in combinations(range(len(word) + 1), 2):
            found.setdefault(word[start:end], []).append(word)
    return found


@lru_cache(maxsize=1)
def _fillers() -> frozenset[str]:
    return frozenset(word for word, *kind in rows("leaning_words.tsv") if kind)


@lru_cache(maxsize=1)
def _grammar() -> frozenset[str]:
    tables = ("english_grammar.tsv", "english_frame.tsv", "english_common.tsv")
    return _frame_words() | {word for table in tables for (word, *_) in rows(table)}
