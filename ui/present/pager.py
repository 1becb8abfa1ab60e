"""The way through a long list: first, previous, which leaf of how many, next, last."""

from __future__ import annotations

from dataclasses import dataclass

from rag import Language
from ui.present.escape import escaped
from ui.strings import say


@dataclass(frozen=True, slots=True)
class Pages:
    """A list of `total` rows in leaves of `size`, open at leaf `number` (from 1)."""

    total: int
    size: int
    number: int

    @property
    def last(self) -> int:
        """The number of the last leaf; 1 for an empty list."""
        return max(1, -(-self.total // self.size))


def pager(language: Language, pages: Pages) -> str:
    """Buttons with `data-page`, those that lead nowhere disabled; nothing where one leaf is all."""
    if pages.last == 1:
        return ""
    here = escaped(say(language, "pager.here", number=pages.number, last=pages.last))
    back = _step(language, "first", 1, pages) + _step(language, "previous", pages.number - 1, pages)
    onward = _step(language, "next", pages.number + 1, pages) + _step(language, "last", pages.last, pages)
    label = say(language, "pager.label")
    return f'<nav class="pager" aria-label="{label}">{back}<span class="here">{here}</span>{onward}</nav>'


def _step(language: Language, name: str, to: int, pages: Pages) -> str:
    off = " disabled" if not 1 <= to <= pages.last or to == pages.number else ""
    label = say(language, f"pager.{name}")
    return f'<button type="button" data-page="{to}" data-key="{name}"{off}>{label}</button>'
