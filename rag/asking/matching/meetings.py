"""Meetings by name: what a text prints before 会议, 座谈会, 论坛 says which one it was.

经济工作会议 and 农村工作会议 are two, whoever holds them; 会议 alone may be any. Whose spirit was studied (传达学习…会议精神)
was held elsewhere.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rag.asked import Meeting
from rag.asking.matching.candidates import Candidate
from rag.asking.matching.terms import PARTLY, alternatives, said
from rag.tables import any_of, rows
from rag.text import has_han

LONGEST = 48
"""Characters before its last word in which the name of a meeting stands."""

GAP = 3
"""Characters between two of a short form, at most."""

HALF = 0.5
"""Of the words naming it a sentence must say more than this share to tell of the same meeting in other words."""

_BREAK = re.compile(r"[，,。；;！!？?：:\n]")
_HELD = re.compile(
    rf".{{0,200}}(?:{any_of('sitting', 'asking_cues.tsv')})(?:了|过)?|.{{0,200}}(?:月\d{{1,2}}日|[上下]午|日晚|日前|近日)"
)
_OPENED = re.compile(rf"(?:{any_of('sitting', 'asking_cues.tsv')})(?:了|过)?$")
_CALLED = re.compile(rf"[^，,。；]{{0,16}}?(?:{any_of('holding')})")
_ENDS = ("会", "议", "坛", "班", "式")
_ALONE = r"(?<![社员机工协学商联妇都体领约委基教国聚事究进合金谊字])会(?=[上是由在召举开什哪谁何几，,。、？?]|$)"
"""会 by itself as the end of a meeting's name."""

_BODIES = ("常委会",)
"""What meets, and calls its meetings so as well."""

_APART = re.compile(r"[。！？!?\s]+")
_SPIRIT = re.compile(
    rf"(?:{any_of('studied', 'asking_cues.tsv')})[^，,。；;]{{0,60}}?(?:{any_of('spirit', 'asking_cues.tsv')})"
)
_NUMBERED = re.compile(r"第?[\d一二三四五六七八九十]{1,12}[次届号]|[\d一二三四五六七八九十]{1,12}届")


def held(meeting: Meeting, candidate: Candidate) -> bool:
    """Whether the article tells of such a meeting; or of one by no name, where what it is about stands in the article."""
    told = [sentence for p in candidate.passages for sentence in telling(p.text)]
    return any(of(meeting, sentence) for sentence in told) or (
        not any(map(_took_place, told)) and of(meeting, candidate.text)
    )


def of(meeting: Meeting, sentence: str) -> bool:
    """Whether what tells of a meeting has the words that name the one asked about."""
    told = sum(said(alternatives(w), sentence) >= PARTLY or _in_full(w, sentence) for w in meeting.words)
    return told > HALF * len(meeting.words)


def _in_full(word: str, sentence: str) -> bool:
    """Whether the sentence has the characters of a short form in their order (自贸区: 自由贸易试验区)."""
    return len(word) > 1 and re.search(f"[一-鿿]{{0,{GAP}}}".join(map(re.escape, word)), sentence) is not None


def _took_place(sentence: str) -> bool:
    """Whether a meeting that is named was held: not one to come, or one whose decisions are spoken of."""
    named = ((m, lead(sentence, m.start())) for m in tails().finditer(sentence))
    return any(
        _tells(name) and (_OPENED.search(sentence[: m.start() - len(name)]) or _CALLED.match(sentence, m.end()))
        for m, name in named
    )


def telling(text: str) -> list[str]:
    """The sentences, and parts of a headline, that call a meeting by a name; without whose spirit was studied."""
    parts = (_SPIRIT.sub(" ", part) for part in _APART.split(text))
    return [p for p in parts if any(_tells(lead(p, m.start())) for m in tails().finditer(p))]


def lead(text: str, end: int) -> str:
    """The part of a clause up to `end` in which the name of a meeting stands, behind what was done with the meeting."""
    clause = _BREAK.split(text[max(end - LONGEST, 0) : end])[-1]
    return _HELD.sub("", clause)


def _tells(name: str) -> bool:
    """Whether it holds anything but words that every meeting's name may hold."""
    return sum(map(has_han, _empty().sub("", _NUMBERED.sub("", name)))) > 1


@lru_cache(maxsize=1)
def tails() -> re.Pattern[str]:
    """Words the name of a meeting ends with."""
    ends = [w for (w, *_) in rows("meetings.tsv") if len(w) > 1 and w.endswith(_ENDS) and w not in _BODIES]
    return re.compile("|".join([*sorted(ends, key=len, reverse=True), _ALONE]))


def names(word: str) -> bool:
    """Whether a word tells which meeting it is, by itself or before the last word of a name (常务会议, not 工作会议)."""
    own = without_tail(word)
    return _tells(own) if own != word else not tells_nothing(word)


def without_tail(word: str) -> str:
    """A word of a meeting's name without the last word of such names, where it ends with one (常务会议: 常务)."""
    last = tails().search(word)
    return word[: last.start()] if last else word


def tells_nothing(word: str) -> bool:
    """Whether a word of a meeting's name does not tell which one it is."""
    return _empty().fullmatch(word) is not None or _NUMBERED.fullmatch(word) is not None


@lru_cache(maxsize=1)
def _empty() -> re.Pattern[str]:
    """Words that tell nothing; 区 of 区长办公会 is none of them."""
    words = sorted((w for (w, *_) in rows("meeting_words.tsv")), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(words)})(?!长)")
