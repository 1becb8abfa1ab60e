"""Whether an article or a text is of the places asked about."""

from __future__ import annotations

from rag.asked import Frame
from rag.asking.matching.candidates import Candidate

SHORTEST = 2
"""Characters of a place that is only known by all of them: 清 is no 清溪."""


def there(query: Frame, c: Candidate) -> bool:
    """Whether the article speaks of every place asked about, or is of it."""
    return names_places(query, c.text + setting(c))


def setting(c: Candidate) -> str:
    """The town and the paper of the article."""
    return f"{c.reading.understood.city}{c.reading.page.newspaper}"


def names_places(query: Frame, text: str) -> bool:
    """Whether a text names every place asked about, if need be without its last character (东江县, 东江)."""
    return all(place in text or (len(place) > SHORTEST and place[:-1] in text) for place in query.places)
