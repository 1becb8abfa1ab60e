"""What may be meant by what is being typed into a filter: names, offices and places that the index holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from rag import RagError, Wanted, office_rendered, place_rendered, romanised
from ui.events.handler import Fields, Parts
from ui.ports import Asked
from ui.problems import report

MOST = 12
"""Suggestions at a time: as many as a list of a browser shows without being scrolled."""
PEOPLE, DEEDS = 60, 300
"""How many people and events are looked through for them; the most frequent and the newest come first."""


def suggested(assistant: Asked, fields: Fields) -> Parts:
    """The part `names`, one a line, for the filter `field` in which `part` was typed; none for another filter.

    Where it was typed in Latin letters, a tab and the name in such letters follow each: a browser offers what holds these.
    """
    find = _FINDERS.get(fields.get("field", ""))
    try:
        names = find(assistant, fields.get("part", "").strip()) if find else ()
    except RagError:
        names = ()
    except Exception as error:  # a filter is typed without them too
        report(error)
        names = ()
    return {"names": "\n".join(_labelled(fields, names) if _is_latin(fields.get("part", "")) else names)}


def _labelled(fields: Fields, names: Iterable[str]) -> Iterable[str]:
    """What is typed stands before the name, for a browser looks for it to the letter and knows no other spelling."""
    rendered, typed = _RENDERED[fields["field"]], fields["part"].strip()
    for name in names:
        label = rendered(name)
        known = typed.casefold() in label.casefold()
        yield f"{name}\t{label}" if known else f"{name}\t{label} ({typed})"


def _is_latin(part: str) -> bool:
    return part.isascii() and any(map(str.isalpha, part))


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text.casefold()))


def _people(assistant: Asked, part: str) -> Iterable[str]:
    """Those of most articles first; who holds the office that is typed is meant too."""
    return [known.name for known in assistant.people(part, 0, MOST).people]


def _offices(assistant: Asked, part: str) -> Iterable[str]:
    roles = Counter(
        office.role for known in assistant.people(part, 0, PEOPLE).people for office in known.offices if office.role
    )
    return _frequent(roles, part, office_rendered)


def _places(assistant: Asked, part: str) -> Iterable[str]:
    deeds = assistant.deeds(Wanted(where=part), limit=DEEDS).deeds
    return _frequent(Counter(place for deed in deeds for place in deed.event.places), part, place_rendered)


def _frequent(counted: Counter[str], part: str, rendered: Callable[[str], str]) -> Iterable[str]:
    """Those that hold the part as they are printed or, typed in Latin letters, as they are rendered."""
    typed = _letters(part) if _is_latin(part) else ""
    names = (name for name, _ in counted.most_common())
    return [
        name for name in names if part.casefold() in name.casefold() or (typed and typed in _letters(rendered(name)))
    ][:MOST]


_RENDERED: Mapping[str, Callable[[str], str]] = {
    "who": romanised,
    "office": office_rendered,
    "where": place_rendered,
}
_FINDERS: Mapping[str, Callable[[Asked, str], Iterable[str]]] = {
    "who": _people,
    "office": _offices,
    "where": _places,
}
