"""A question which of the people it names did something (甲和乙谁主持了会议, was it A or B): asked as who, of these alone."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.asked import Asks, Language
from rag.asking.question.question import Question

_OR = "还是|或者|或"
_JOINED = rf"(?:、|和|与|跟|同|{_OR})"
_WHICH = r"(?:这?[两二三]个?人|之间|当中|中|里)?[，,]?(?:到底|究竟)?(?:是)?(?:谁|哪一?[个位])(?!.{0,8}(?:更|比较|最|先|早|晚))"

PAIR = 2
"""People from which on there is a choice."""


def chosen(query: Question) -> Question:
    """The query with its people as those to choose from; as it is where they are not put to choice."""
    if query.overall or len(query.people) < PAIR or not _put_to_choice(query):
        return query
    words = tuple(w for w in query.words if w not in query.people and w not in _OR.split("|"))
    return replace(query, asks=Asks.WHO, people=(), choices=query.people, words=words)


def _put_to_choice(query: Question) -> bool:
    if query.language is Language.EN:
        return re.search(r"\bor\b", query.question) is not None and query.asks in (Asks.WHO, Asks.YES_NO)
    one = "|".join(re.escape(n) for n in sorted(query.people, key=len, reverse=True))
    between = rf"(?:{one})[^，,。和与、]{{0,2}}{_JOINED}[^，,。]{{0,10}}(?:{one})"
    either = rf"(?:{one})[^，,。]{{0,2}}(?:{_OR})(?:是)?[^，,。]{{0,10}}(?:{one})"
    return re.search(between + _WHICH, query.question) is not None or re.search(either, query.question) is not None
