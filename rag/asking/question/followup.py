"""A question that leans on the one before it: 他还去了哪里, 接着呢, 那2023年1月呢."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.answered import Answer
from rag.asked import Asks
from rag.asking.question.question import Question

_PRONOUN = re.compile(
    r"[他她]们?|[这那](?:次|场|个|位|家|些|里|篇|项|时)|该[^如应]|其中|接着|随后|然后|后来|同行|一起去|陪着?去|还(?:有|去|到)|"
    r"\b(?:he|she|they|him|her|them|his|there|it|that|this|then|else)\b",
    re.I,
)
_SAME = re.compile(r"^(?:那么?|那|and|what about|how about)?.{0,24}(?:呢|\?|？)$", re.I)
_BARE = 2
"""With no more content words than this a question cannot stand by itself."""


def follow(query: Question, before: Answer | None) -> Question:
    """The query with what the turn before supplies; unchanged where there was none or it needs nothing.

    People come from the question before, or, where that asked who, from the sentences that answered it; `within` are
    the articles that were cited. A question that only names another day (那2023年1月呢) takes over all the rest, one
    that only asks (什么时候？) what it was about.
    """
    if before is None or not _leans(query):
        return query
    past = before.query
    cited = tuple(dict.fromkeys((c.page, c.article) for c in before.citations))
    people = query.people or past.people or _answered(before)
    again, bare = _repeats(query), not query.words
    kept = tuple(w for w in past.words if w in people or w not in past.people)
    return replace(
        query,
        asks=past.asks if again else query.asks,
        people=people,
        words=tuple(dict.fromkeys([*people, *query.words, *(kept if again or bare else ())])),
        periods=query.periods or past.periods,
        activities=query.activities or (past.activities if again or bare else ()),
        carried=people,
        within=() if again and query.periods else cited,
    )


def _leans(query: Question) -> bool:
    return bool(_PRONOUN.search(query.question)) or (not query.people and len(query.words) <= _BARE) or _repeats(query)


def _repeats(query: Question) -> bool:
    """Whether it gives another day or person and nothing else."""
    if query.asks is not Asks.WHAT or len(query.words) > _BARE + len(query.people):
        return False
    return bool(_SAME.search(query.question)) and bool(query.periods or query.people)


def _answered(before: Answer) -> tuple[str, ...]:
    return before.subjects
