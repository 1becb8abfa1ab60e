"""The people who are most often together, as a drawing: the table under it says the same to whoever does not see it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import sqrt

from rag import Language, Pair
from ui.network.positions import Box, positions
from ui.present.escape import escaped
from ui.present.names import profile_address
from ui.strings import say

SHAPES = (("wide", Box(760, 430), 30), ("narrow", Box(340, 400), 12))
"""For a wide and for a narrow column: the size of the drawing, and how many people find room in it."""
LEAST = 0.3
"""Of that height, what a drawing of few people keeps."""
LINES = 4
"""Lines for each person at most, the strongest first: more would be a tangle."""
LETTER, HIGH = 14, 24
"""The width of a character and the height of a name, in the drawing's own units."""
LONGEST = 6
"""Characters of a name that are shown."""
THICKEST = 6.0


def drawing(language: Language, pairs: Sequence[Pair], around: Collection[str] = ()) -> str:
    """Names with lines between those who are together, once for each shape; nothing where there are no pairs. People of
    `around` are marked."""
    if not pairs:
        return ""
    drawn = told = ""
    for name, room, most in SHAPES:
        chosen = _chosen(pairs, most)
        drawn += _shape(language, name, room, most, chosen, around)
        words = escaped(say(language, "network.drawing", people=len(_people(chosen))))
        told += f'<p class="{name}">{words}</p>'
    return f'<figure class="network">{drawn}<figcaption>{told}</figcaption></figure>'


def _chosen(pairs: Sequence[Pair], most: int) -> list[Pair]:
    """The pairs of those who are in the first ones, of `most` people."""
    people: dict[str, None] = {}
    for pair in pairs:
        new = [name for name in pair.names if name not in people]
        if len(people) + len(new) <= most:
            people.update(dict.fromkeys(new))
    among = (pair for pair in pairs if people.keys() >= set(pair.names))
    return sorted(among, key=lambda pair: -pair.extent.events)[: most * LINES]


def _people(pairs: Iterable[Pair]) -> list[str]:
    return list(dict.fromkeys(name for pair in pairs for name in pair.names))


def _shape(language: Language, name: str, room: Box, most: int, pairs: Sequence[Pair], around: Collection[str]) -> str:
    people = _people(pairs)
    room = Box(room.width, room.height * max(LEAST, min(1, len(people) / most)))
    place = {person: n for n, person in enumerate(people)}
    boxes = [Box(len(_short(person)) * LETTER + 14, HIGH) for person in people]
    ties = {(place[p.names[0]], place[p.names[1]]): p.extent.events for p in pairs}
    at = dict(zip(people, positions(boxes, ties, room), strict=True))
    strongest = max(pair.extent.events for pair in pairs)
    lines = "".join(_line(language, pair, at, strongest) for pair in reversed(pairs))
    names = "".join(_name(person, at[person], box, person in around) for person, box in zip(people, boxes, strict=True))
    return f'<svg class="{name}" viewBox="0 0 {room.width:g} {room.height:g}" aria-hidden="true" focusable="false">{lines}{names}</svg>'


def _line(language: Language, pair: Pair, at: Mapping[str, tuple[float, float]], most: int) -> str:
    one, other = pair.names
    ends = "".join(
        f' {axis}{n}="{value:.1f}"'
        for n, name in enumerate(pair.names, 1)
        for axis, value in zip("xy", at[name], strict=True)
    )
    thick = max(1.0, THICKEST * sqrt(pair.extent.events / most))
    told = escaped(say(language, "network.line", one=one, other=other, count=pair.extent.events))
    pinned = escaped("\n".join(pair.names))
    return (
        f'<g class="tie" data-pin data-together="{pinned}"><title>{told}</title>'
        f'<line class="reach"{ends}></line><line{ends} stroke-width="{thick:.1f}"></line></g>'
    )


def _name(person: str, at: tuple[float, float], box: Box, marked: bool) -> str:
    x, y = at
    kind = "node marked" if marked else "node"
    return (
        f'<a class="{kind}" tabindex="-1" lang="zh" href="{escaped(profile_address(person))}"><title>{escaped(person)}</title>'
        f'<rect x="{x - box.width / 2:.1f}" y="{y - box.height / 2:.1f}" width="{box.width:g}" height="{box.height:g}" rx="4"></rect>'
        f'<text x="{x:.1f}" y="{y + LETTER * 0.36:.1f}">{escaped(_short(person))}</text></a>'
    )


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
