"""What all files are written from: sections of entries, each borne out by quotations that were held against their pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count, groupby
from typing import Literal

from rag import Answer, Citation, Deed, Gloss, Language, Order, Reading, Ruled, Service, Spans, Wanted
from ui.ask.laid import MARKER, Quotation, laid_out, quoted
from ui.events.table import deed_line
from ui.handlers.glossing import glosses_of
from ui.ports import Asked
from ui.present.corrected import corrected_lines
from ui.present.gloss import gloss_words
from ui.present.names import named
from ui.present.scoped import scope_line
from ui.present.sources import reading_footnote
from ui.strings import say

MOST = 1000
"""Events in a file: more than anybody reads on paper; the table's own files hold all."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a page, to the letter, and where they stand: `spans` in the text of the page of this reading. `corrected` is what
    somebody corrected of them, so that what is said may differ from them; `glosses` render names and terms of them for a reader
    of English."""

    words: str
    spans: Spans
    reading: Reading
    corrected: tuple[Ruled, ...] = ()
    glosses: tuple[Gloss, ...] = ()

    def footnote(self, language: Language) -> str:
        """How they are cited, and where they can be looked up."""
        first, last = min(s.start for s in self.spans) + 1, max(s.end for s in self.spans)
        where = say(language, "taking.where", page=self.reading.page.name, first=first, last=last)
        return f"{reading_footnote(self.reading)}{where}"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is said in the program's own words, empty where the newspaper speaks alone, and what it rests on."""

    said: str
    quotes: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under a heading, which may be empty."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as files that are read from the top have it: a heading, words of the program's own, a quotation with its
    footnote's number, which is 0 for all others, or under that what was corrected of it, then the names and terms of it in
    English."""

    kind: Literal["heading", "said", "quote", "corrected", "gloss"]
    text: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Dossier:
    """`left_out` counts the events that found no room."""

    title: str
    sections: tuple[Section, ...]
    left_out: int = 0

    def blocks(self, language: Language) -> Iterator[Block]:
        """All paragraphs in their order, those without words left out; last how many events are left out, if any are."""
        numbers = count(1)
        for section in self.sections:
            if section.heading:
                yield Block("heading", section.heading)
            for entry in section.entries:
                if entry.said:
                    yield Block("said", entry.said)
                for quote in entry.quotes:
                    yield Block("quote", quote.words, next(numbers))
                    for line in corrected_lines(language, quote.corrected):
                        yield Block("corrected", line)
                    if told := gloss_words(language, quote.glosses):
                        yield Block("gloss", told)
        if self.left_out:
            yield Block("said", say(language, "taking.left_out", count=self.left_out))

    def quotes(self) -> Iterator[Quoted]:
        """All quotations in their order."""
        for section in self.sections:
            for entry in section.entries:
                yield from entry.quotes


def of_answer(assistant: Asked, language: Language, question: str, answer: Answer) -> Dossier:
    """What the answer states, each with all that it cites for it; a refusal is its words alone."""
    parts = laid_out(answer)
    shown, cited = quoted(parts), {c.marker: c for c in answer.citations}
    entries: list[tuple[str, list[Citation]]] = []
    for part in parts:
        if isinstance(part, Quotation):
            if not entries:
                entries.append(("", []))
            entries[-1][1].append(part.citation)
            continue
        said = MARKER.sub("", f"{part.text}　{part.title}" if part.title else part.text)
        others = dict.fromkeys(n for n in map(int, MARKER.findall(part.text)) if n in cited and n not in shown)
        shown |= set(others)
        entries.append((said, [cited[n] for n in others]))
    told = tuple(Entry(said, tuple(_checked(assistant, language, citations))) for said, citations in entries)
    title = " · ".join(filter(None, (question, scope_line(language, answer.scope))))
    return Dossier(title, (Section("", told),))


def of_events(assistant: Asked, language: Language, title: str, wanted: Wanted) -> Dossier:
    """The events that are wanted, month by month from the first; those of unknown day at the end. Before those of one person
    stand the offices that the pages tell, whatever the period."""
    found = assistant.deeds(wanted, Order.OLDEST, 0, MOST)
    dated = sorted(found.deeds, key=lambda deed: (not deed.event.when.value, deed.event.when.value or ""))
    months = groupby(dated, key=lambda deed: (deed.event.when.value or "")[:7])
    sections = tuple(
        Section(month or say(language, "events.undated"), tuple(_entry(assistant, language, deed) for deed in deeds))
        for month, deeds in months
    )
    offices = _offices(assistant, language, wanted.person) if wanted.person else ()
    return Dossier(title, (*offices, *sections), max(0, found.total - len(found.deeds)))


def _offices(assistant: Asked, language: Language, person: str) -> Iterator[Section]:
    """The offices of somebody, the earliest first; those of several people of the name apart, then those of which it is not
    told whose they are."""
    services = assistant.services(person)
    if any(s.holder for s in services):
        yield Section("", (Entry(say(language, "people.several"), ()),))
    holders = sorted({s.holder for s in services}, key=lambda holder: (not holder, holder))
    for holder in holders:
        of_several = "people.holder" if holder else "taking.any_holder" if len(holders) > 1 else ""
        heading = [say(language, "people.offices"), say(language, of_several, n=holder) if of_several else ""]
        own = tuple(_office(assistant, language, s) for s in services if s.holder == holder)
        yield Section(" · ".join(filter(None, heading)), own)


def _office(assistant: Asked, language: Language, service: Service) -> Entry:
    """An office with the sentences that print it first and last, one where they are one."""
    told = tuple(dict.fromkeys((service.first, service.last)))
    days = " – ".join(dict.fromkeys(one.day or say(language, "events.undated") for one in told))
    places = [(assistant.reading(one.passage.page, one.passage.article), one) for one in told]
    quotes = tuple(_cut(assistant, language, reading, one.passage.spans, one.corrected) for reading, one in places)
    return Entry(f"{service.role} · {days}", quotes)


def _entry(assistant: Asked, language: Language, deed: Deed) -> Entry:
    event = deed.event
    who = "、".join(map(named, event.actors)) or say(language, "events.nobody")
    kind = say(language, f"activity.{event.activity}")
    said = " · ".join(filter(None, (event.when.value or event.when.printed, who, kind, deed_line(event))))
    reading = assistant.reading(event.page, event.article)
    return Entry(said, (_cut(assistant, language, reading, event.spans, deed.corrected),) if event.spans else ())


def _checked(assistant: Asked, language: Language, citations: Iterable[Citation]) -> Iterator[Quoted]:
    """Those whose words still stand on their page: it may have been replaced since it was asked about."""
    for citation in citations:
        reading = assistant.reading(citation.page, citation.article)
        found = _cut(assistant, language, reading, citation.spans, citation.corrected)
        if found.words == citation.quote:
            yield found


def _cut(assistant: Asked, language: Language, reading: Reading, spans: Spans, corrected: tuple[Ruled, ...]) -> Quoted:
    words = "".join(reading.page.text[s.start : s.end] for s in spans)
    glosses = glosses_of(assistant, language, reading.page.name, reading.article.number, spans)
    return Quoted(words, spans, reading, corrected, glosses)
