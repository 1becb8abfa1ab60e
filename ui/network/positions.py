"""Where the nodes of a small drawing stand: near those they are tied to, none over another; the same for the same ties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, log, pi, sin
from typing import Any

ROUNDS = 120
"""Steps towards the lengths that ties should have; the drawing does not change to the eye behind them."""
PUSHES = 200
"""Times that nodes which overlap are pushed apart; as many as a full drawing needs."""
GAP = 8.0
"""Between two nodes, and to the edge of the drawing."""


@dataclass(frozen=True, slots=True)
class Box:
    """The size of a node, or of a drawing."""

    width: float
    height: float


def positions(nodes: Sequence[Box], ties: Mapping[tuple[int, int], int], room: Box) -> list[tuple[float, float]]:
    """The middle of each node. `ties` are pairs of places in `nodes` with how strong each tie is."""
    if len(nodes) < 2:
        return [(room.width / 2, room.height / 2)] * len(nodes)
    return _apart(nodes, _spread(_eased(len(nodes), ties), nodes, room), room)


def _eased(number: int, ties: Mapping[tuple[int, int], int]) -> list[tuple[float, float]]:
    """Points whose distances come near those along the ties (stress majorisation), begun on a circle."""
    import numpy as np

    wanted = _distances(number, ties)
    weights = 1 / np.where(wanted, wanted, np.inf) ** 2
    laplacian = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.pinv(laplacian)
    points = np.array([(cos(2 * pi * k / number), sin(2 * pi * k / number)) for k in range(number)])
    for _ in range(ROUNDS):
        apart = np.linalg.norm(points[:, None] - points[None], axis=2)
        pulls = np.divide(weights * wanted, apart, out=np.zeros_like(apart), where=apart > 1e-9)
        points = inverse @ ((np.diag(pulls.sum(axis=1)) - pulls) @ points)
    return [(float(x), float(y)) for x, y in points]


def _distances(number: int, ties: Mapping[tuple[int, int], int]) -> Any:
    """How far apart each two should be, as an array: along the ties, of which strong ones are shorter, and a little more where none leads."""
    import numpy as np

    strongest = log(1 + max(ties.values(), default=1))
    found = np.full((number, number), np.inf)
    np.fill_diagonal(found, 0)
    for (one, other), strength in ties.items():
        found[one, other] = found[other, one] = 2 - log(1 + strength) / strongest
    for by in range(number):
        found = np.minimum(found, found[:, by, None] + found[None, by])
    return np.where(np.isinf(found), found[np.isfinite(found)].max() + 1, found)


def _spread(points: Sequence[tuple[float, float]], nodes: Sequence[Box], room: Box) -> list[tuple[float, float]]:
    """The points over the whole drawing."""
    sides = []
    for axis, whole, most in (
        (0, room.width, max(n.width for n in nodes)),
        (1, room.height, max(n.height for n in nodes)),
    ):
        low, high = min(p[axis] for p in points), max(p[axis] for p in points)
        free = whole - most - 2 * GAP
        sides.append([GAP + most / 2 + (p[axis] - low) / ((high - low) or 1) * free for p in points])
    return list(zip(*sides, strict=True))


def _apart(nodes: Sequence[Box], points: Sequence[tuple[float, float]], room: Box) -> list[tuple[float, float]]:
    """The points moved, as little as it takes, so that no node lies over another."""
    at = [list(point) for point in points]
    for _ in range(PUSHES):
        clash = False
        for one in range(len(nodes)):
            for other in range(one):
                clash |= _pushed(nodes[one], at[one], nodes[other], at[other])
        for node, point in zip(nodes, at, strict=True):
            point[0] = min(max(point[0], GAP + node.width / 2), room.width - GAP - node.width / 2)
            point[1] = min(max(point[1], GAP + node.height / 2), room.height - GAP - node.height / 2)
        if not clash:
            break
    return [(x, y) for x, y in at]


def _pushed(one: Box, here: list[float], other: Box, there: list[float]) -> bool:
    """Whether they overlap; then each is moved half of it, the way that is shorter."""
    over = [
        (one.width + other.width) / 2 + GAP - abs(here[0] - there[0]),
        (one.height + other.height) / 2 + GAP - abs(here[1] - there[1]),
    ]
    if min(over) <= 0.01:
        return False
    axis = 0 if over[0] < over[1] else 1
    way = 1 if here[axis] >= there[axis] else -1
    here[axis] += way * over[axis] / 2
    there[axis] -= way * over[axis] / 2
    return True
