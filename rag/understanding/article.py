"""A page's articles, each with what it tells: the one place where the parts of understanding meet."""

from __future__ import annotations

from dataclasses import replace

from rag.ports import NameModel
from rag.records import Layout, Understood
from rag.understanding.asof import AsOf, as_of
from rag.understanding.city import city_of
from rag.understanding.dates import Clock, reported_date
from rag.understanding.events import article_events
from rag.understanding.lexicon import Lexicon
from rag.understanding.persons import person_names
from rag.understanding.roles import Namer, namer
from rag.understanding.story import Story, story


def understand(layout: Layout, names: NameModel | None, lexicon: Lexicon) -> tuple[Understood, ...]:
    """What each article of a page tells, in the order of `layout.articles`.

    `names` finds names that stand without an office or a family name; without it (None) the word lists alone decide.
    """
    tales = [story(layout.page, article) for article in layout.articles]
    texts = [s.text for tale in tales for s in tale.sentences]
    seen = [m for found in (names.names(texts) if names else []) for m in found]
    who = namer(person_names("\n".join(texts), seen, lexicon), lexicon)
    now = as_of(layout.page)
    city = city_of(layout.page)
    return tuple(replace(_understood(tale, layout, k, who, now), city=city) for k, tale in enumerate(tales))


def _understood(tale: Story, layout: Layout, k: int, who: Namer, now: AsOf) -> Understood:
    when = reported_date(tale, now)
    told = article_events(tale, layout.page.name, layout.articles[k].number, who, Clock(now, when))
    places = tuple(dict.fromkeys(p for e in told.events for p in e.places))
    return Understood(when=when, events=told.events, people=told.people, places=places)
