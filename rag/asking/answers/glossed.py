"""Which day 昨日 and the like is in a sentence that is quoted: a quotation that says when by such a word alone tells nobody."""

from __future__ import annotations

from rag.asked import Asks, Frame
from rag.asking.retrieval.judge import Judged
from rag.asking.writing.draft import Claim, Source
from rag.asking.writing.phrases import day_in_words, phrase
from rag.time import Clock, moments, resolve
from rag.understanding import as_of

NEAR = "near"
"""The kind of moment that counts from the day of the page."""


def glossed(query: Frame, quoted: Judged) -> list[Claim]:
    """The day of the first such word, where it was asked when and the sentence tells no other time; else nothing.

    It says what the quoted word means, not when the thing asked about happened, and so is no head.
    """
    if query.asks is not Asks.WHEN:
        return []
    told = [m for m in moments(quoted.passage.text) if not m.dateline]
    if not told or any(m.kind != NEAR for m in told):
        return []
    reading = quoted.candidate.reading
    dated = resolve(told[0], Clock(as_of(reading.page, reading.article), reading.understood.when))
    if not dated.value:
        return []
    day = day_in_words(dated.value, query.language)
    text = phrase("the_word_is_the_day", query.language, word=told[0].word, day=day)
    return [Claim(text, (Source(quoted.passage, quoted.candidate),))]
