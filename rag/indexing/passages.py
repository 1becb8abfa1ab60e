"""Articles -> passages: every headline and every sentence, with the words of the page it is made of.

Their text is the page's, but for names that somebody corrected; what is cited is cut out of the page in any case.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from rag.corrections import as_corrected
from rag.indexing.mentioned import found
from rag.reading.listed import governed
from rag.records import Article, Event, Layout, Page, Passage, PassageKind, Spans, Understood
from rag.spans import Stitched, merge, overlap
from rag.text import is_attribution, sentences

HEADER_TITLE = 60
"""Characters of the headline that go before each sentence for encoding: more would drown the sentence."""
HEADER_ACTORS = 3
"""Names of an event's actors that a passage carries; longer lists are of those who only came along."""


def passages(layout: Layout, told: tuple[Understood, ...]) -> tuple[Passage, ...]:
    """The passages of a page, article by article in reading order, without those that another file has: `told` says what
    each article tells."""
    pairs = ((a, tells) for a, tells in zip(layout.articles, told, strict=True) if not a.is_copy)
    return tuple(chain.from_iterable(_with_mentions(layout.page, article, tells) for article, tells in pairs))


def passage_text(passage: Passage) -> str:
    """What is encoded: headline, date and actor, which a lone sentence lacks, then the sentence itself."""
    if passage.kind is PassageKind.TITLE:
        return f"{passage.date or ''} {passage.text}".strip()
    header = " ".join(part for part in (passage.heading[:HEADER_TITLE], passage.date, passage.actor) if part)
    return f"{header}：{passage.text}" if header else passage.text


def _with_mentions(page: Page, article: Article, told: Understood) -> Iterator[Passage]:
    own: Sequence[Passage] = list(_of_article(page, article, told))
    read = found(page, article, told, [p.text for p in own])
    return (replace(p, mentions=m) for p, m in zip(own, read, strict=True))


def _of_article(page: Page, article: Article, told: Understood) -> Iterator[Passage]:
    heading = as_corrected(article.title, article.spans, told.ruled)
    common = Passage(page.name, article.number, 0, "", (), heading=heading, date=told.when.value)
    number = 0
    for spans in article.title_spans:
        text = as_corrected(Stitched(page.text, spans).text, spans, told.ruled)
        yield replace(common, number=number, text=text, spans=spans, kind=PassageKind.TITLE)
        number += 1
    number = max(number, 1)  # 0 is the headline's, also where there is none
    people = frozenset(p.name for p in told.people)
    bodies = frozenset(p.name for e in told.events for p in (*e.actors, *e.participants)) - people
    acting = article.elsewhere.acting if article.elsewhere else ()
    read = tuple(_sentences(page, article))
    speaking = _speakers([printed for _, printed, _ in read], people)
    for place, (paragraph, printed, spans) in enumerate(read):
        text = as_corrected(printed, spans, told.ruled)
        acting = _actors(spans, told.events) or acting
        whose = speaking.get(place, acting)
        led = bodies.difference(whose) if people.intersection(whose) else bodies
        actor = "" if any(name in text for name in people | led) else "、".join(whose[:HEADER_ACTORS])
        yield replace(common, number=number, text=text, spans=spans, actor=actor, paragraph=paragraph)
        number += 1


def _sentences(page: Page, article: Article) -> Iterator[tuple[int, str, Spans]]:
    """(paragraph, text, spans): a paragraph broken at a column's end is read as one, so its sentences are whole.

    An item of a list has the line that governs it before it (二、决定免去：林海的县教育局局长职务；), for by itself it does not
    say what became of whom; that line is no passage of its own.
    """
    paragraphs = [Stitched(page.text, spans) for spans in article.paragraphs]
    under = governed([p.text for p in paragraphs])
    for at, (whole, head) in enumerate(zip(paragraphs, under, strict=True)):
        if at in under:
            continue
        before = "" if head is None else paragraphs[head].text
        spans = () if head is None else paragraphs[head].spans
        for start, end in sentences(whole.text):
            yield at + 1, before + whole.text[start:end], merge((*spans, *whole.locate(start, end)))


def _speakers(texts: Sequence[str], people: frozenset[str]) -> Mapping[int, tuple[str, ...]]:
    """Whose words the sentences of a quotation are that is told of only behind its last one (“……。……。”某某说。), by place."""
    found: dict[int, tuple[str, ...]] = {}
    for place, text in enumerate(texts):
        quoted, _, behind = text.rpartition("”")
        names = tuple(sorted((n for n in people if n in behind), key=behind.find))
        first = _opened(texts, place) if names and quoted and is_attribution(behind) else place
        found |= dict.fromkeys(range(first, place), names)
    return found


def _opened(texts: Sequence[str], place: int) -> int:
    """The sentence in which the quotation begins that ends in this one; this one where it begins in none."""
    left = 0
    for earlier in range(place, -1, -1):
        left += texts[earlier].count("”") - texts[earlier].count("“")
        if left <= 0:
            return earlier
    return place


def _actors(spans: Spans, events: tuple[Event, ...]) -> tuple[str, ...]:
    """Who acts in the last event that these words tell of; empty where they tell of none."""
    telling = [e for e in events if e.actors and overlap(spans, e.spans)]
    return tuple(a.name for a in telling[-1].actors) if telling else ()
