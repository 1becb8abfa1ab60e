"""Who, what kind, which newspaper most often: bars that can be pressed to look at these alone."""

from __future__ import annotations

from collections.abc import Sequence

from rag import Counted, Language
from ui.present.escape import escaped
from ui.present.names import spoken
from ui.strings import say


def counts(language: Language, heading: str, field: str, rows: Sequence[tuple[str, Counted]], chosen: str = "") -> str:
    """A headed list of bars. Each row is what is shown and what is counted; pressing it sets the filter `field`.

    The one that is `chosen` is marked, and pressing it takes the filter away. Without a field nothing can be pressed;
    nothing to count gives nothing.
    """
    if not rows:
        return ""
    most = max(counted.count for _, counted in rows)
    items = "".join(_row(language, field, shown, counted, most, chosen) for shown, counted in rows)
    return f'<section class="counts"><h3>{say(language, heading)}</h3><ol>{items}</ol></section>'


def _row(language: Language, field: str, shown: str, counted: Counted, most: int, chosen: str) -> str:
    own = ' lang="zh"' if language is Language.EN and not shown.isascii() else ""
    bar = (
        f'<span class="name"{own}>{escaped(shown)}</span>'
        f'<span class="share" style="--share:{round(100 * counted.count / most)}%"></span>'
        f'<span class="number">{counted.count:,}</span>'
    )
    return f"<li>{_button(language, field, shown, counted, chosen, bar) if field else f'<p>{bar}</p>'}</li>"


def _button(language: Language, field: str, shown: str, counted: Counted, chosen: str, bar: str) -> str:
    pressed = bool(chosen) and counted.name == chosen
    label = escaped(say(language, "counts.row", name=spoken(language, shown), count=counted.count))
    return (
        f'<button type="button" data-set="{field}" data-to="{"" if pressed else escaped(counted.name)}" '
        f'aria-pressed="{str(pressed).lower()}" aria-label="{label}">{bar}</button>'
    )
