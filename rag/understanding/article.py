"""A page's articles, each with what it tells: the one place where the parts of understanding meet."""

from __future__ import annotations

from rag.ports import NameModel
from rag.records import Layout, Understood
from rag.understanding.asof import AsOf, as_of
from rag.understanding.dates import reported_date
from rag.understanding.lexicon import Lexicon
from rag.understanding.story import Story, story


def understand(layout: Layout, names: NameModel | None, lexicon: Lexicon) -> tuple[Understood, ...]:
    """What each article of a page tells, in the order of `layout.articles`.

    `names` finds names that stand without an office or a family name; without it (None) the word lists alone decide.
    """
    now = as_of(layout.page)
    return tuple(_understood(story(layout.page, a), now, lexicon) for a in layout.articles)


def _understood(tale: Story, now: AsOf, lexicon: Lexicon) -> Understood:
    return Understood(when=reported_date(tale, now))
