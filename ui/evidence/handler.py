"""The evidence beside the tabs: which article it shows, and with which words marked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from rag import Language, RagError, Reading
from ui.evidence.view import Chosen, Shown, evidence, gone, nothing_chosen
from ui.handlers.glossing import glosses_of
from ui.keeping.original import original
from ui.links import place_of
from ui.ports import Asked

MOST = 200
"""Citations of one answer among which the reader steps to and fro."""
LONGEST = 4000
"""Characters of an address: a page's name and where in it a sentence stands."""


def opened(
    assistant: Asked, language: Language, sent: object, correctable: bool = False, folder: Path | None = None
) -> str:
    """What a script of the page asks to see: `links` of one answer, `which` of them, and whether they are `nearest`."""
    chosen = chosen_of(sent)
    return shown(assistant, language, chosen, correctable, folder) if chosen else nothing_chosen(language)


def shown(
    assistant: Asked, language: Language, chosen: Chosen, correctable: bool = False, folder: Path | None = None
) -> str:
    """The article of the chosen place, its words marked; in words where it is there no more, or has changed. Its page's file
    is fetched out of the `folder` of pages, if it is there."""
    place = chosen.place
    reading = _reading(assistant, place.page, place.article)
    if reading is None:
        return gone(language, place.page)
    around = Shown(
        chosen,
        *_neighbours(assistant, reading),
        scan=assistant.scan(place.page),
        other=_other(assistant, reading),
        correctable=correctable,
        glosses=glosses_of(assistant, language, place.page, place.article, place.spans),
        original=original(folder, place.page, reading.page.file),
    )
    return evidence(language, reading, around if place.fits(reading.page) else replace(around, replaced=True))


def chosen_of(sent: object) -> Chosen | None:
    """The places that the links point at and the one that is wanted; None for anything else."""
    if not isinstance(sent, Mapping) or not isinstance(sent.get("links"), list):
        return None
    links, which = sent["links"][:MOST], sent.get("which")
    if not isinstance(which, int) or not 0 <= which < len(links):
        return None
    places = [place_of(link) if isinstance(link, str) and len(link) <= LONGEST else None for link in links]
    wanted = places[which]
    if wanted is None:
        return None
    known = tuple(filter(None, places))
    return Chosen(known, sum(place is not None for place in places[:which]), sent.get("nearest") is True)


def _neighbours(assistant: Asked, reading: Reading) -> tuple[Reading | None, Reading | None]:
    """The articles before and behind it on its page."""
    page, number = reading.page.name, reading.article.number
    return _reading(assistant, page, number - 1), _reading(assistant, page, number + 1)


def _other(assistant: Asked, reading: Reading) -> Reading | None:
    elsewhere = reading.article.elsewhere
    return _reading(assistant, elsewhere.page, elsewhere.number) if elsewhere else None


def _reading(assistant: Asked, page: str, article: int) -> Reading | None:
    try:
        return assistant.reading(page, article)
    except RagError:
        return None
