"""Which day 昨日 and the like is in a sentence that is quoted: a quotation that says when by such a word alone tells nobody."""

from __future__ import annotations

from rag.asked import Asks, Frame
from rag.asking.matching.mentioned import dating
from rag.asking.retrieval.judge import Judged
from rag.asking.writing.draft import Claim, Source
from rag.asking.writing.phrases import day_in_words, phrase
from rag.mentions import day_of

NEAR = "near"
"""The unit of a time that counts from the day of the page."""

WORD = len("昨日")
"""Characters of its word, behind which the part of the day may stand (昨日上午)."""


def glossed(query: Frame, quoted: Judged) -> list[Claim]:
    """The day of the first such word, where it was asked when and the sentence tells no other time; else nothing.

    It says what the quoted word means, not when the thing asked about happened, and so is no head.
    """
    if query.asks is not Asks.WHEN:
        return []
    told = dating(quoted.passage.mentions)
    if not told or any(m.unit != NEAR for m in told) or not told[0].value:
        return []
    day = day_in_words(day_of(told[0]), query.language)
    text = phrase("the_word_is_the_day", query.language, word=told[0].text[:WORD], day=day)
    return [Claim(text, (Source(quoted.passage, quoted.candidate),))]
