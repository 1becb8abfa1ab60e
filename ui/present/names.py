"""People as they are named: with their office in running text, as a link where one can go on from the name."""

from __future__ import annotations

from urllib.parse import quote

from rag import Language, Person, place_rendered, romanised
from ui.present.escape import escaped


def named(person: Person) -> str:
    """The office as printed and the name, as plain text."""
    return f"{person.role}{person.name}"


def spoken(language: Language, name: str) -> str:
    """A person's name within a line of the page: in pinyin for a reader of English."""
    return romanised(name) if language is Language.EN and not name.isascii() else name


def spoken_place(language: Language, name: str) -> str:
    """A place's name likewise."""
    return place_rendered(name) if language is Language.EN and not name.isascii() else name


def profile_address(name: str) -> str:
    """`?person=NAME`, which shows everything known of that person, by a click or later from the address bar."""
    return f"?person={quote(name, safe='')}"


def profile_link(name: str) -> str:
    """The name as a link to everything known of that person."""
    return f'<a class="person" lang="zh" href="{profile_address(name)}">{escaped(name)}</a>'
