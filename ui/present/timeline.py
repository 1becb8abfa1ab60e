"""How many events each month or year had, as bars from which a period can be chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rag import Counted, Language
from ui.present.escape import escaped
from ui.strings import say

MONTHS_SHOWN = 96
"""Eight years of months: a bar of three pixels on a phone is the least a finger can aim at, so longer times go by year."""
WIDEST_BAR = 44
"""Pixels that a bar takes at most (`static/timeline.css`)."""
NARROWEST = 300
"""Pixels that all bars together have at least, where they are many: on a small phone, and beside the evidence."""
A_CHARACTER, APART = 7.5, 10
"""Pixels that a digit of a label takes, and that lie between two labels at least."""
SLIVER = 4
"""Percent of the height that the smallest number still gets, lest one event among thousands be invisible."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One month or year, `when` in ISO, and the number of its events."""

    when: str
    count: int


def timeline(language: Language, months: Sequence[Counted], since: str = "", until: str = "") -> str:
    """The bars, those of the period from `since` to `until` (ISO days, months or years, empty for open) marked."""
    bars = bars_of(months, since, until)
    if not bars:
        return f'<p class="empty">{say(language, "timeline.empty")}</p>'
    by = "timeline.years" if len(bars[0].when) == 4 else "timeline.months"
    return (
        f'<figure class="timeline"><figcaption><span class="label">{say(language, by)}</span> '
        f'<output class="readout" data-rest="{escaped(_extent(bars))}">{escaped(_extent(bars))}</output></figcaption>'
        f'<div class="plot" style="--bars:{len(bars)}"><div class="bars" role="group" data-brush '
        f'aria-label="{say(language, "timeline.label")}">{"".join(_drawn(language, bars, since, until))}</div>'
        f'<div class="ticks" aria-hidden="true">{"".join(_ticks(bars))}</div></div>'
        f"{_hint(language, bool(since or until))}</figure>"
    )


def bars_of(months: Iterable[Counted], since: str = "", until: str = "") -> list[Bar]:
    """A bar for every month from the first to the last, empty ones too, or for every year where that is a long time.

    Of a long time the months of the period alone are shown, if one is chosen that is not too long itself.
    """
    counts = {month.name: month.count for month in months}
    every = _months(counts)
    if len(every) > MONTHS_SHOWN and (since or until):
        chosen = {month: n for month, n in counts.items() if within(month, since, until)}
        near = _months(chosen)
        every = near if 0 < len(near) <= MONTHS_SHOWN else every
    if len(every) <= MONTHS_SHOWN:
        return [Bar(month, counts.get(month, 0)) for month in every]
    years = sorted({month[:4] for month in every})
    return [Bar(year, sum(n for month, n in counts.items() if month[:4] == year)) for year in years]


def within(when: str, since: str, until: str) -> bool:
    """Whether some day of `when` lies between the two; all are ISO days, months or years, empty ones are open."""
    return when[: len(since)] >= since[: len(when)] and (not until or when[: len(until)] <= until[: len(when)])


def _months(counts: Iterable[str]) -> list[str]:
    """Every month from the first of them to the last."""
    known = [int(month[:4]) * 12 + int(month[5:7]) - 1 for month in counts]
    return [f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(min(known), max(known) + 1)] if known else []


def _hint(language: Language, bounded: bool) -> str:
    """How to choose a period; where one is chosen, the way back."""
    keys = f'<span class="keys">{say(language, "timeline.keys")}</span>'
    clear = f'<button type="button" data-anytime>{say(language, "timeline.clear")}</button>' if bounded else ""
    return f'<p class="hint">{clear}{say(language, "timeline.hint")} {keys}</p>'


def _drawn(language: Language, bars: Sequence[Bar], since: str, until: str) -> Iterable[str]:
    most = max(bar.count for bar in bars)
    bounded = bool(since or until)
    for place, bar in enumerate(bars):
        chosen = bounded and within(bar.when, since, until)
        label = escaped(say(language, "timeline.bar", when=bar.when, count=bar.count))
        yield (
            f'<button type="button" class="bar" data-when="{escaped(bar.when)}" data-count="{bar.count}" aria-label="{label}" '
            f'aria-pressed="{str(chosen).lower()}" tabindex="{-1 if place else 0}" '
            f'style="--height:{_height(bar.count, most)}%"></button>'
        )


def _height(count: int, most: int) -> int:
    return max(SLIVER, round(100 * count / most)) if count else 0


def _ticks(bars: Sequence[Bar]) -> Iterable[str]:
    """Labels where bars begin, at the first months of years where there are several, and only as many as find room.

    One that would run over the right edge ends where its bar does.
    """
    firsts = [n for n, bar in enumerate(bars) if bar.when.endswith("-01")] if len(bars[0].when) > 4 else []
    by_year = len(firsts) > 1
    a_bar = min(WIDEST_BAR, NARROWEST / len(bars))
    free = 0.0
    for place in firsts if by_year else range(len(bars)):
        label = bars[place].when[:4] if by_year else bars[place].when
        width = A_CHARACTER * len(label)
        late = place > 0 and place * a_bar + width > len(bars) * a_bar
        begins = (place + 1) * a_bar - width if late else place * a_bar
        if begins < free:
            continue
        free = begins + width + APART
        side, edge = ("end" if late else "start"), 100 * (place + late) / len(bars)
        yield f'<span class="{side}" style="--at:{edge:.2f}%">{escaped(label)}</span>'


def _extent(bars: Sequence[Bar]) -> str:
    return bars[0].when if len(bars) == 1 else f"{bars[0].when} – {bars[-1].when}"
