"""People as they are named: with their office in running text, as a link where one can go on from the name."""

from __future__ import annotations

from urllib.parse import quote

from rag import Person
from ui.present.escape import escaped


def named(person: Person) -> str:
    """The office as printed and the name, as plain text."""
    return f"{person.role}{person.name}"


def profile_link(name: str) -> str:
    """The name as a link of the form `?person=NAME`, which shows everything known of that person."""
    return f'<a class="person" lang="zh" href="?person={quote(name, safe="")}">{escaped(name)}</a>'
