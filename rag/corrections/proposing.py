"""From what somebody wants corrected on an article they have before them to a line of the ledger.

What they saw must still be so: an event is named by a mark of all that it tells, a name or a day by itself. Where it was
ruled on before, the new line stands over the former and is on what was drawn from the page then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from rag.codec import to_json
from rag.corrections.checks import checked
from rag.corrections.entries import Anchor, Entry, anchored, bare
from rag.corrections.ledger import ChangedError, Ledger
from rag.corrections.missed import checked_actors, tells
from rag.corrections.placing import Placing
from rag.errors import RagError, SettingError
from rag.records import Article, Event, Page, Reading, Span, Spans
from rag.ruled import Ruling, Thing
from rag.spans import Stitched

LEAD = 80
"""Characters of an article's beginning by which it is known, where nothing else says where."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody wants. Of events `marks` name those they saw and `made` are what they should be; one that was missed is told by the sentence at `spans`. Of names, offices,
    days and headlines `was` and `now`. `other` is the number of an article to merge with, or to move a paragraph to;
    `at` an offset in the page: where a part of its own begins, or the paragraph that is moved."""

    thing: Thing
    ruling: Ruling
    marks: tuple[str, ...] = ()
    made: tuple[Event, ...] = ()
    was: tuple[str, ...] = ()
    now: tuple[str, ...] = ()
    of: str = ""
    other: int = 0
    at: int = -1
    who: str = ""
    spans: Spans = ()


def mark_of(event: Event) -> str:
    """What tells an event from all others of its page, and changes when it does."""
    return blake2b(to_json(bare(event, event.spans)).encode(), digest_size=8).hexdigest()


def proposed(ledger: Ledger, reading: Reading, proposal: Proposal, other: Reading | None = None) -> Entry:
    """The line, not yet written; `other` is the other article, where there is one.

    RagError where what is to be corrected is not there any more, or what should take its place cannot.
    """
    if proposal.ruling not in _MAY[proposal.thing]:
        raise SettingError(f"a {proposal.thing} cannot be ruled on by {proposal.ruling}", "choose another ruling")
    entry = _ENTRIES[proposal.thing](_Before(ledger, reading), proposal, other)
    return checked(replace(entry, who=proposal.who))


class _Before:
    """An article as somebody has it before them, with the rulings on it that hold."""

    def __init__(self, ledger: Ledger, reading: Reading) -> None:
        self.page, self.article, self.told = reading.page, reading.article, reading.understood
        ids = {ruled.entry for ruled in self.told.ruled}
        self.rulings = [e for e in ledger.active() if e.id in ids]
        self._placing = Placing(reading.page)

    def anchor(self, spans: Spans) -> Anchor:
        """Words of the page as they are kept in a line."""
        return anchored(self.page.text, spans)

    def again(self, entry: Entry) -> tuple[Anchor, ...]:
        """The words of a former ruling as they stand on the page now."""
        placed = (self._placing.place(anchor, entry.digest) for anchor in entry.anchors)
        return tuple(self.anchor(spans) for spans in placed if spans)

    def lead(self) -> Spans:
        """The beginning of the article."""
        return _lead_of(self.page, self.article)

    def printed(self, word: str) -> Spans:
        """Where the article prints a word first; its beginning where it does not."""
        whole = Stitched(self.page.text, self.article.spans)
        at = whole.text.find(word) if word else -1
        return whole.locate(at, at + len(word)) if at >= 0 else self.lead()


def _lead_of(page: Page, article: Article) -> Spans:
    whole = Stitched(page.text, article.spans)
    return whole.locate(0, min(LEAD, len(whole.text)))


def _on_events(before: _Before, given: Proposal, other: Reading | None) -> Entry:
    if given.ruling is Ruling.ADD:
        return _on_missed(before, given)
    by_mark = {mark_of(e): e for e in before.told.events}
    if not given.marks or not all(mark in by_mark for mark in given.marks):
        raise ChangedError("the event is not as it was shown: somebody has corrected it")
    chosen = [by_mark[mark] for mark in given.marks]
    former = [e for e in before.rulings if e.id in {event.entry for event in chosen if event.entry}]
    siblings = [e for e in before.told.events if e.entry in {f.id for f in former} and e not in chosen]
    fresh = [event for event in chosen if not event.entry]
    made = given.made if given.ruling is not Ruling.CONFIRM else tuple(chosen)
    again = [
        (before.again(e), len(e.found)) for e in former
    ]  # of one that was missed there are words, and nothing was found
    return Entry(
        Thing.EVENT,
        given.ruling,
        before.page.name,
        before.page.digest,
        anchors=(
            *(a for anchors, found in again for a in anchors[:found]),
            *(before.anchor(e.spans) for e in fresh),
            *(a for anchors, found in again for a in anchors[found:]),
        ),
        found=(*(event for e in former for event in e.found), *(bare(event) for event in fresh)),
        made=tuple(bare(event) for event in ((*siblings, *made) if given.ruling is not Ruling.REJECT else siblings)),
        over=tuple(e.id for e in former),
    )


def _on_missed(before: _Before, given: Proposal) -> Entry:
    if not tells(before.page, before.article, given.spans):
        raise ChangedError("the sentence is not in the article as it was shown")
    page, anchors = before.page, (before.anchor(given.spans),)
    return checked_actors(
        Entry(Thing.EVENT, Ruling.ADD, page.name, page.digest, anchors, made=tuple(map(bare, given.made)))
    )


def _on_names(before: _Before, given: Proposal, other: Reading | None) -> Entry:
    told = before.told
    there = {
        Thing.PERSON: {p.name for p in told.people}
        | {p.name for e in told.events for p in (*e.actors, *e.participants, *e.met)},
        Thing.OFFICE: {p.role for p in told.people if p.name == given.of}
        | {p.role for e in told.events for p in (*e.actors, *e.participants, *e.met) if p.name == given.of},
        Thing.PLACE: {*told.places, *(p for e in told.events for p in e.places)},
    }[given.thing]
    if not given.was or not there.issuperset(given.was):
        raise ChangedError("the name is not in the article as it was shown")
    return _ruled_again(before, given, tuple(before.printed(word) for word in given.was))


def _on_date(before: _Before, given: Proposal, other: Reading | None) -> Entry:
    value = before.told.when.value
    if given.was != ((value,) if value else ()):
        raise ChangedError("the day is not as it was shown")
    now = given.now[:1] if given.ruling is Ruling.MEND else given.was if given.ruling is Ruling.CONFIRM else ()
    return _ruled_again(before, replace(given, now=now), (before.lead(),))


def _on_headline(before: _Before, given: Proposal, other: Reading | None) -> Entry:
    own = tuple(s for group in before.article.title_spans for s in group)
    if given.was != before.article.titles:
        raise ChangedError("the headline is not as it was shown")
    return _ruled_again(before, given, (own or before.lead(),))


def _ruled_again(before: _Before, given: Proposal, spans: Sequence[Spans]) -> Entry:
    """On one of several names that a former ruling made, the others stay as it made them."""
    now = given.was if given.ruling is Ruling.CONFIRM else () if given.ruling is Ruling.REJECT else given.now
    former = [
        e for e in before.rulings if (e.thing, e.of) == (given.thing, given.of) and _meets(e.now, given.was)
    ]  # fmt: skip
    kept = tuple(n for e in former for n in e.now if n not in given.was)
    fresh = [k for k, w in enumerate(given.was) if not any(w in e.now for e in former)] if former else range(len(spans))
    return Entry(
        given.thing,
        given.ruling,
        before.page.name,
        before.page.digest,
        anchors=(
            *(a for e in former for a in before.again(e)),
            *(before.anchor(spans[k]) for k in fresh if k < len(spans)),
        ),
        was=tuple(dict.fromkeys((*(w for e in former for w in e.was), *(w for w in given.was if not _in(w, former))))),
        now=tuple(dict.fromkeys((*kept, *now))),
        of=given.of,
        over=tuple(e.id for e in former),
    )


def _meets(now: Sequence[str], was: Sequence[str]) -> bool:
    return bool(set(now) & set(was)) or (not now and not was)


def _in(word: str, former: Sequence[Entry]) -> bool:
    return any(word in e.now for e in former)


def _on_article(before: _Before, given: Proposal, other: Reading | None) -> Entry:
    anchors = [before.lead()]
    if given.ruling in (Ruling.MERGE, Ruling.MEND):
        if other is None or other.page.digest != before.page.digest or other.article.number == before.article.number:
            raise RagError("there is no such other article on the page", "name another one of the same page")
        anchors.append(_lead_of(other.page, other.article))
    if given.ruling is Ruling.SPLIT:
        anchors = [_from(before.article, given.at)]
    if given.ruling is Ruling.MEND:
        anchors[0] = _paragraph(before.article, given.at)
    kept = tuple(before.anchor(spans) for spans in anchors)
    over = tuple(e.id for e in before.rulings if e.thing is Thing.ARTICLE and e.ruling is Ruling.CONFIRM)
    return Entry(Thing.ARTICLE, given.ruling, before.page.name, before.page.digest, kept, over=over)


def _from(article: Article, at: int) -> Spans:
    """Words of an article from an offset on."""
    for span in article.spans[1:] if article.spans[0].start == at else article.spans:
        if span.start <= at < span.end:
            return (Span(at, min(span.end, at + LEAD)),)
    raise RagError("no part of the article begins there", "choose a headline or a paragraph behind its beginning")


def _paragraph(article: Article, at: int) -> Spans:
    for group in article.paragraphs:
        if any(s.start <= at < s.end for s in group):
            return group
    raise RagError("there is no such paragraph", "choose one of the article")


_ALL = frozenset(Ruling) - {Ruling.UNDO, Ruling.ADD}
_ALONE = frozenset({Ruling.CONFIRM, Ruling.MEND, Ruling.REJECT})
_MAY = {thing: _ALONE if thing in (Thing.OFFICE, Thing.DATE, Thing.HEADLINE) else _ALL for thing in Thing}
_MAY[Thing.EVENT] |= {Ruling.ADD}
"""What may be ruled on each: of one article there is one day, and of one person's office one at a time."""

_ENTRIES = {
    Thing.EVENT: _on_events,
    Thing.PERSON: _on_names,
    Thing.OFFICE: _on_names,
    Thing.PLACE: _on_names,
    Thing.DATE: _on_date,
    Thing.HEADLINE: _on_headline,
    Thing.ARTICLE: _on_article,
}
