"""The meeting that a question names, by the words of its name that tell which one it was."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.asked import Meeting
from rag.asking.matching.meetings import lead, names, tails, tells_nothing, without_tail
from rag.asking.matching.terms import ALTERNATIVE, asks_only
from rag.asking.question.english import chinese_words
from rag.tables import any_of
from rag.text import has_han

_OPENS = re.compile(
    r".{0,300}(?:谁|哪[一-鿿]|什么|何[时地]|多少|请问|关于|[了的是在到把由]|开(?![幕发放展工])|那[场次个]|这[场次个])"
)
_ENGLISH = re.compile(
    r"(?P<before>(?:\b(?!(?:the|an?|its?|their|this|that|held|holds?|at|in|of|to|by|on|for|and|with|chaired|was|did) )[\w'-]+ ){0,5})"
    rf"(?P<last>{any_of('meetings_en', 'asking_cues.tsv')})\b"
    r"(?: (?:on|about|of|for) (?P<about>(?:[\w'-]+ ?){1,6}?)(?= held| convened| take| in | on |\?|$))?",
    re.I,
)


def meetings(question: str, words: Sequence[str], places: Sequence[str]) -> tuple[Meeting, ...]:
    """Each meeting that a Chinese question names with words that tell which one."""
    found = (_meeting(question, m.start(), m.end(), words, places) for m in tails().finditer(question))
    return tuple(o for o in found if o.words)


def english_meetings(question: str) -> tuple[Meeting, ...]:
    """The same of an English question; any of the Chinese that its words may be will do, as a page may say it otherwise.

    Where they tell nothing without the last one of the name they may with it (executive meeting: 常务会议).
    """
    found: list[Meeting] = []
    for m in _ENGLISH.finditer(question):
        own = _naming(f"{m['before']} {m['about'] or ''}") or _naming(m[0], m["last"])
        found += [Meeting((ALTERNATIVE.join(own),), m[0].strip())] if own else []
    return tuple(found)


def _naming(words: str, last: str = "") -> tuple[str, ...]:
    """The Chinese of English words that tells which meeting it is; not that of the `last` word by itself."""
    groups = (group.split(ALTERNATIVE) for group in chinese_words(words) if group not in chinese_words(last))
    return tuple(without_tail(way) for ways in groups if all(map(names, ways)) for way in ways)


def _meeting(question: str, start: int, end: int, words: Sequence[str], places: Sequence[str]) -> Meeting:
    name = _OPENS.sub("", lead(question, start))
    begin = start - len(name)
    taken, at = [], 0
    for word in words:
        here = question.find(word, at)
        at = here + len(word) if here >= 0 else at
        part = question[max(here, begin) : min(at, start)] if here >= 0 else ""
        if part and has_han(part) and not asks_only(part) and not tells_nothing(part):
            taken.append(part)
    whose = [p for p in places if name.startswith(p)]
    own = tuple(w for w in taken if not any(w in p for p in whose))
    return Meeting(own if any(len(w) > 1 for w in own) else (), question[begin:end])
