"""The thing asked for: the noun beside the question word, and the unit of a number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rag.asked import TERM
from rag.asking.matching.terms import adverbs, filler, verbs
from rag.tables import rows
from rag.text import has_han

_ASKED = re.compile(
    r"(?:哪(?:一|几|两|三|四|五|六|十|些)*[个位家座所条次项场名处片块种类届方]?面?|什么|啥|多少[个位名家户件条项次处座所台辆只]?|几[个位名家户件条项次处座所台辆只])(?P<rest>.*)"
)
_MEASURED = re.compile(r"(?:是|约|为|有|达|大概|大约|一共|总共|共){0,4}(?:多少|多大|多长|多高|多远|几)")
_ENOUGH = 2
"""Words taken as the thing asked for: 哪家|被执行|企业."""


_HOW_LONG = re.compile(
    r"多久(?!前)|多长时间|持续了?(?:多|几)|历时(?:多|几)|为期(?:多|几)|多少(?:天|小时|年|个月)(?=之?内|[？?]|$)|期限?(?:是|为|有)?多[长久]|(?<!哪)几个?(?:小时|分钟|天|年|月)(?:[？?]|$|之?内)"
)


def how_long(question: str) -> bool:
    """Whether it asks how long something lasts."""
    return _HOW_LONG.search(question) is not None


def focus(question: str, words: Sequence[str]) -> tuple[str, ...]:
    """Nouns directly behind a question word, at most two for each; empty where none stands there."""
    found: list[str] = []
    for start in (m.start("rest") for m in _every(_ASKED, question)):
        found += _words_from(question, words, start)
    if not found and (measured := _MEASURED.search(question)):
        found += _words_before(words, measured.start())
    return tuple(w for w in dict.fromkeys(found) if len(w) > 1 or not how_long(question))


AGE = "岁"
_AGE = re.compile(r"(?:今年|现在)多大|多大(?:岁数|年纪|年龄|了)|年龄(?:多大|是多少)|\bhow old\b", re.I)


def unit(question: str) -> str:
    """What is counted after 多少 or 几; empty where the question names no measure."""
    if _AGE.search(question):
        return AGE
    if how_long(question):
        return TERM
    printed, pattern = _measures()
    found = next((m["unit"] for m in pattern.finditer(question) if m["unit"]), "")
    return printed.get(found, found)


def measure(question: str, at: int) -> tuple[str, str]:
    """The measure behind the asking word at a place of the question, as the pages print it and as the question does; empty twice for none."""
    printed, pattern = _measures()
    found = pattern.match(question, at)
    own = (found["unit"] or "") if found else ""
    return printed.get(own, own), own


@lru_cache(maxsize=1)
def _measures() -> tuple[dict[str, str], re.Pattern[str]]:
    printed = {row[0]: row[-1] for row in rows("measures.tsv")}
    units = "|".join(sorted(printed, key=len, reverse=True))
    return printed, re.compile(rf"(?:多少|几)(?P<unit>{units})?")


def _every(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    found, at = [], 0
    while match := pattern.search(text, at):
        found.append(match)
        at = match.start("rest")
    return found


def _words_before(words: Sequence[str], end: int) -> list[str]:
    """The word that ends where the text of `words` reaches `end`, if it says something."""
    at = 0
    for word in words:
        at += len(word)
        if at >= end:
            return [word] if has_han(word) and word not in filler() and len(word) > 1 else []
    return []


def _words_from(question: str, words: Sequence[str], start: int) -> list[str]:
    at = 0
    taken: list[str] = []
    for word in words:
        begin, at = at, at + len(word)
        if begin < start:
            continue
        if word in adverbs():
            continue
        verb = taken and word in verbs()
        if verb or len(taken) == _ENOUGH or word in filler() or not has_han(word):
            break
        taken.append(word)
    return taken
