"""The evidence beside the tabs: which article it shows, and with which words marked."""

from __future__ import annotations

from rag import Language, RagError, Reading
from ui.links import place_of
from ui.ports import Asked
from ui.present import evidence, gone, nothing_chosen
from ui.present.evidence import Shown
from ui.turns import Chosen, Turns


def shown(assistant: Asked, language: Language, turns: Turns, turn: int, which: int) -> str:
    """The evidence of one citation of one turn; numbers that name none leave the panel empty."""
    citations = turns[turn].shown if 0 <= turn < len(turns) else ()
    if not 0 <= which < len(citations):
        return nothing_chosen(language)
    chosen = Chosen(turn, citations, which, nearest=turns[turn].refused)
    reading = _reading(assistant, citations[which].page, citations[which].article)
    if reading is None:
        return gone(language)
    return evidence(language, reading, Shown(chosen.spans, chosen.also, chosen, *_neighbours(assistant, reading)))


def at(assistant: Asked, language: Language, address: str) -> str:
    """The article that a link points at; in words where it points at none, or at one that is there no more."""
    place = place_of(address)
    if place is None:
        return nothing_chosen(language)
    reading = _reading(assistant, place.page, place.article)
    if reading is None:
        return gone(language, place.page)
    around = _neighbours(assistant, reading)
    if not place.fits(reading.page):
        return evidence(language, reading, Shown(before=around[0], after=around[1], replaced=True))
    return evidence(language, reading, Shown(place.spans, before=around[0], after=around[1]))


def _neighbours(assistant: Asked, reading: Reading) -> tuple[Reading | None, Reading | None]:
    """The articles before and behind it on its page."""
    page, number = reading.page.name, reading.article.number
    return _reading(assistant, page, number - 1), _reading(assistant, page, number + 1)


def _reading(assistant: Asked, page: str, article: int) -> Reading | None:
    try:
        return assistant.reading(page, article)
    except RagError:
        return None
