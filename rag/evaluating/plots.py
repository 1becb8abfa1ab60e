"""Plots as SVG text: bars and histograms, in colours that the page they stand on gives.

Made by hand because a report must stand in one file without a script, follow the reader's light or dark, and show
Chinese labels in the reader's own fonts; three plain shapes need no library of tens of megabytes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from html import escape

WIDTH, LABEL, VALUE = 640, 150, 70
"""Pixels: of a plot, of the labels on its left, of the figures on its right."""
ROW, BAR = 24, 16
HEIGHT, MARGIN = 160, 26
"""Pixels of a histogram's plot, and of what stands below it."""
BINS = 24

Series = Mapping[str, Sequence[float]]


def bars(title: str, rows: Iterable[tuple[str, float | None]]) -> str:
    """A horizontal bar for each share between 0 and 1; None is shown as not measured."""
    rows = tuple(rows)
    parts = [_bar(n, label, share) for n, (label, share) in enumerate(rows)]
    return _svg(title, len(rows) * ROW, parts)


def histogram(title: str, series: Series, unit: str = "") -> str:
    """How often values fall into each of BINS equal steps, a colour for each series; empty where there are none."""
    every = [v for values in series.values() for v in values]
    if not every:
        return ""
    low, high = min(every), max(every)
    counts = {name: _counted(values, low, high) for name, values in series.items()}
    most = max(max(c) for c in counts.values())
    parts = [_columns(n, len(counts), name, c, most) for n, (name, c) in enumerate(counts.items())]
    parts += [_text(0, HEIGHT + 18, f"{low:.4g}{unit}"), _text(WIDTH, HEIGHT + 18, f"{high:.4g}{unit}", "end")]
    legend = [_key(n, f"{name} ({len(series[name])})") for n, name in enumerate(counts) if len(counts) > 1]
    return _svg(title, HEIGHT + MARGIN + (22 if legend else 0), [*parts, *legend])


def _bar(n: int, label: str, share: float | None) -> str:
    top, room = n * ROW, WIDTH - LABEL - VALUE
    long = room * min(max(share or 0.0, 0.0), 1.0)
    told = "n/a" if share is None else f"{share:.1%}"
    return (
        _text(LABEL - 8, top + 16, label, "end")
        + f'<rect class="track" x="{LABEL}" y="{top + 4}" width="{room}" height="{BAR}"/>'
        + f'<rect class="s0" x="{LABEL}" y="{top + 4}" width="{long:.1f}" height="{BAR}"/>'
        + _text(LABEL + room + 8, top + 16, told)
    )


def _counted(values: Sequence[float], low: float, high: float) -> list[int]:
    counts = [0] * BINS
    for v in values:
        counts[min(int(BINS * (v - low) / (high - low or 1.0)), BINS - 1)] += 1
    return counts


def _columns(n: int, many: int, name: str, counts: Sequence[int], most: int) -> str:
    wide = WIDTH / BINS / many - 1
    rects = []
    for k, count in enumerate(counts):
        tall = HEIGHT * count / most
        left = WIDTH * k / BINS + n * (wide + 0.5)
        said = escape(f"{name}: {count}")
        rects.append(
            f'<rect class="s{n}" x="{left:.1f}" y="{HEIGHT - tall:.1f}" width="{wide:.1f}" height="{tall:.1f}">'
            f"<title>{said}</title></rect>"
        )
    return "".join(rects)


def _key(n: int, label: str) -> str:
    left = n * WIDTH / 2
    square = f'<rect class="s{n}" x="{left:.0f}" y="{HEIGHT + 30}" width="12" height="12"/>'
    return square + _text(left + 18, HEIGHT + 41, label)


def _text(x: float, y: float, said: str, anchor: str = "start") -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}">{escape(said)}</text>'


def _svg(title: str, height: int, parts: Iterable[str]) -> str:
    return (
        f'<svg viewBox="0 0 {WIDTH} {math.ceil(height)}" role="img" aria-label="{escape(title)}">'
        f"<title>{escape(title)}</title>{''.join(parts)}</svg>"
    )
