"""What may be meant by what is being typed into a filter: names, offices and places that the index holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from rag import RagError, Wanted
from ui.handlers.events import Fields, Parts
from ui.ports import Asked
from ui.problems import report

MOST = 12
"""Suggestions at a time: as many as a list of a browser shows without being scrolled."""
PEOPLE, DEEDS = 60, 300
"""How many people and events are looked through for them; the most frequent and the newest come first."""


def suggested(assistant: Asked, fields: Fields) -> Parts:
    """The part `names`, one a line, for the filter `field` in which `part` was typed; none for another filter."""
    find = _FINDERS.get(fields.get("field", ""))
    try:
        names = find(assistant, fields.get("part", "").strip()) if find else ()
    except RagError:
        names = ()
    except Exception as error:  # a filter is typed without them too
        report(error)
        names = ()
    return {"names": "\n".join(names)}


def _people(assistant: Asked, part: str) -> Iterable[str]:
    """Those of most articles first; who holds the office that is typed is meant too."""
    return [known.name for known in assistant.people(part, 0, MOST).people]


def _offices(assistant: Asked, part: str) -> Iterable[str]:
    roles = Counter(
        office.role for known in assistant.people(part, 0, PEOPLE).people for office in known.offices if office.role
    )
    return _frequent(roles, part)


def _places(assistant: Asked, part: str) -> Iterable[str]:
    deeds = assistant.deeds(Wanted(where=part), limit=DEEDS).deeds
    return _frequent(Counter(place for deed in deeds for place in deed.event.places), part)


def _frequent(counted: Counter[str], part: str) -> Iterable[str]:
    return [name for name, _ in counted.most_common() if part.casefold() in name.casefold()][:MOST]


_FINDERS: Mapping[str, Callable[[Asked, str], Iterable[str]]] = {
    "who": _people,
    "office": _offices,
    "where": _places,
}
