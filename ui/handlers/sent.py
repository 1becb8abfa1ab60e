"""What a script of the page sent, before anything is made of it."""

from __future__ import annotations

from collections.abc import Mapping

LONGEST = 200
"""Characters of a filter; no name, place or search is longer."""


def fields_of(sent: object) -> dict[str, str]:
    """The fields as strings of bounded length; anything else than fields is none at all."""
    if not isinstance(sent, Mapping):
        return {}
    return {str(name): str(value)[:LONGEST] for name, value in sent.items() if isinstance(value, str | int)}
