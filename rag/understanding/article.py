"""A page's articles, each with what it tells: the one place where the parts of understanding meet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rag.ports import NameModel, Tagged, Tagger
from rag.records import Article, Layout, Mention, MentionKind, Page, Understood
from rag.time import AsOf, Clock, dateline_day
from rag.understanding.asof import as_of
from rag.understanding.city import city_of, city_shared, city_told
from rag.understanding.events import article_events
from rag.understanding.lexicon import Lexicon
from rag.understanding.persons import person_names
from rag.understanding.reported import reported_date
from rag.understanding.roles import Namer, namer
from rag.understanding.story import Story, story
from rag.understanding.twice import printed_once


@dataclass(frozen=True, slots=True)
class _PageKnown:
    """What holds for all articles of a page: its page, persons, day and city (and whether its articles share it), and the model's names by sentence, with all its
    words where it tells them."""

    page: Page
    who: Namer
    now: AsOf
    city: str
    shared: bool
    seen: Mapping[str, tuple[Mention, ...]]
    words: Mapping[str, tuple[Tagged, ...]]


def understand(layout: Layout, names: NameModel | None, lexicon: Lexicon) -> tuple[Understood, ...]:
    """What each article of a page tells, in the order of `layout.articles`.

    `names` finds names that stand without an office or a family name; without it (None) the word lists alone decide.
    """
    tales = [story(layout.page, article) for article in layout.articles]
    texts = [s.text for tale in tales for s in tale.sentences]
    words = dict(zip(texts, names.tagged(texts), strict=True)) if isinstance(names, Tagger) else {}
    seen = _seen(texts, names, words)
    people = person_names("\n".join(texts), [m for found in seen.values() for m in found], lexicon)
    city = city_of(layout.page)
    shared = city_shared(layout.page, [tale.text for tale in tales], city)
    known = _PageKnown(layout.page, namer(people, lexicon), as_of(layout.page), city, shared, seen, words)
    told = [_understood(tale, a, known) for tale, a in zip(tales, layout.articles, strict=True)]
    events = printed_once([u.events for u in told])
    return tuple(replace(u, events=kept) for u, kept in zip(told, events, strict=True))


def _seen(
    texts: Sequence[str], names: NameModel | None, words: Mapping[str, tuple[Tagged, ...]]
) -> dict[str, tuple[Mention, ...]]:
    """The model's names by sentence, taken from its words where it has told them."""
    if isinstance(names, Tagger):
        return {text: names.mentions(text, words[text]) for text in texts}
    return dict(zip(texts, names.names(texts), strict=True)) if names else {}


def _understood(tale: Story, article: Article, known: _PageKnown) -> Understood:
    now = as_of(known.page, article) if article.issued else known.now
    line = dateline_day([s.text for s in tale.body], now)
    when = reported_date(tale, Clock(now, written=line))
    told = article_events(tale, article.page, article.number, known.who, Clock(now, when, written=line), known.words)
    visited = [p for e in told.events for p in e.places]
    mentioned = [m for s in tale.sentences for m in known.seen.get(s.text, ())]
    places = tuple(dict.fromkeys((*visited, *(m.text for m in mentioned if m.kind is MentionKind.PLACE))))
    bodies = tuple(dict.fromkeys(m.text for m in mentioned if m.kind is MentionKind.BODY))
    whole = "\n".join(s.text for s in (*tale.titles, *tale.body))
    city = city_told(whole, known.city, known.shared)
    return Understood(when, told.events, told.people, places, city, told.tenures, bodies)
