"""What a list says when it has nothing to show: why, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rag import Language
from ui.present.escape import escaped
from ui.present.reasons import detail_line
from ui.strings import say


@dataclass(frozen=True, slots=True)
class Loosened:
    """A filter that is set, and how many events there would be without it."""

    field: str
    value: str
    total: int


def no_events(language: Language, filters: Sequence[Loosened]) -> str:
    """Without a filter, that the index tells of no event; otherwise which filter to take away, each a button."""
    if not filters:
        return f'<div class="nothing bare"><p>{say(language, "events.none")}</p></div>'
    useful = sorted((f for f in filters if f.total), key=lambda f: -f.total)
    items = "".join(f"<li>{_without(language, f)}</li>" for f in useful)
    ways = f"<p>{say(language, 'events.without')}</p><ul>{items}</ul>" if items else ""
    clear = f'<button type="button" data-reset>{say(language, "events.reset")}</button>'
    return f'<div class="nothing"><p>{say(language, "events.no_match")}</p>{ways}{clear}</div>'


def problem(language: Language, key: str, detail: str = "") -> str:
    """What is wrong, in words for a reader, and what the library says about it, without where things lie on this disk."""
    return f'<div class="problem" role="alert"><p>{say(language, key)}</p>{detail_line(language, detail)}</div>'


def _without(language: Language, given: Loosened) -> str:
    value = say(language, f"activity.{given.value}") if given.field == "type" else given.value
    label = say(language, f"events.{given.field}_is", value=value)
    line = escaped(say(language, "events.drop", filter=label, total=given.total))
    return f'<button type="button" data-set="{given.field}" data-to="">{line}</button>'
