"""From the filters of the event table to who was with whom, and where, and to files of these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from rag import By, Extent, Language, Network, Visited, Wanted, ordered
from ui.handlers.sent import leaf_of
from ui.network.graphml import Node, graphml
from ui.network.view import LEAF, Turned, network_figure, nothing_in, pairs_table, places_table
from ui.ports import Asked
from ui.present.sheet import BOM, csv_lines, harmless
from ui.strings import say

_Row = TypeVar("_Row")

PAIRS_SHEET = ("name", "office", "other_name", "other_office", "events", "first", "last")
PLACES_SHEET = ("place", "events", "people", "foremost", "first", "last")


def people_leaf(assistant: Asked, language: Language, fields: Mapping[str, str], wanted: Wanted) -> str | None:
    """Who was with whom in these events; None where there are no events."""
    network = assistant.network(wanted)
    if not network.days:
        return None
    around = named_in(network, wanted)
    pairs, by = network.around(around), by_of(fields)
    if not pairs:
        return nothing_in(language, "pair")
    turned = _turned(fields, len(pairs), by)
    leaf = _leaf(ordered(pairs, by), turned)
    posts = assistant.posts(sorted({name for pair in leaf for name in pair.names}))
    # in the drawing the people around somebody are shown with what joins them to each other
    others = [pair for pair in network.pairs if around and around.isdisjoint(pair.names)]
    figure = network_figure(language, [*pairs, *others], around, network.crowded) if turned.number == 1 else ""
    return figure + pairs_table(language, leaf, posts, turned, around)


def places_leaf(assistant: Asked, language: Language, fields: Mapping[str, str], wanted: Wanted) -> str | None:
    """Where these events were; None where there are no events."""
    found, by = assistant.places(wanted), by_of(fields)
    if not found.days:
        return None
    if not found.places:
        return nothing_in(language, "place")
    turned = _turned(fields, len(found.places), by)
    return places_table(language, _leaf(ordered(found.places, by), turned), turned)


def people_csv(assistant: Asked, language: Language, wanted: Wanted) -> Iterator[str]:
    """A line for each pair, those of most events first."""
    network = assistant.network(wanted)
    pairs = network.around(named_in(network, wanted))
    posts = assistant.posts(sorted({name for pair in pairs for name in pair.names}))
    rows = (
        [*(cell for name in pair.names for cell in (name, posts[name].office)), *extent_cells(pair.extent)]
        for pair in pairs
    )
    yield from _csv(language, PAIRS_SHEET, rows)


def places_csv(assistant: Asked, language: Language, wanted: Wanted) -> Iterator[str]:
    """A line for each place, those of most events first."""
    rows = []
    for place in assistant.places(wanted).places:
        events, *days = extent_cells(place.extent)
        rows.append([place.name, events, str(place.people), foremost(place), *days])
    yield from _csv(language, PLACES_SHEET, rows)


def people_graphml(assistant: Asked, wanted: Wanted) -> Iterator[str]:
    """Everybody in these events, and who was with whom, as a network."""
    network = assistant.network(wanted)
    told = assistant.told_at(wanted)
    yield from graphml(_people(assistant, network), "person", "person", network.pairs, told)


def places_graphml(assistant: Asked, wanted: Wanted) -> Iterator[str]:
    """Everybody in these events and every place, and who was where, as a network of two kinds of nodes."""
    found = assistant.places(wanted)
    people = _people(assistant, assistant.network(wanted))
    nodes = [*people, *(Node("place", place.name, place.extent) for place in found.places)]
    yield from graphml(nodes, "person", "place", found.stays(), assistant.told_at(wanted))


def by_of(fields: Mapping[str, str]) -> By:
    """How rows are to be sorted; most events first where nothing is asked, or what is unknown."""
    return By(fields["by"]) if fields.get("by") in set(By) else By.OFTEN


def named_in(network: Network, wanted: Wanted) -> frozenset[str]:
    """Whose company is asked for: the people who are pinned, else those whose names hold what is typed as a name."""
    part = wanted.who.strip()
    typed = (met.name for met in network.people if part in met.name) if part else ()
    return frozenset(wanted.together or typed)


def _turned(fields: Mapping[str, str], total: int, by: By) -> Turned:
    """The leaf asked for, or the last where there are fewer by now."""
    return Turned(total, min(leaf_of(fields), -(-total // LEAF)), by)


def _leaf(rows: Sequence[_Row], turned: Turned) -> Sequence[_Row]:
    return rows[(turned.number - 1) * LEAF : turned.number * LEAF]


def _people(assistant: Asked, network: Network) -> list[Node]:
    posts = assistant.posts([met.name for met in network.people])
    return [Node("person", m.name, m.extent, posts[m.name].office, posts[m.name].several) for m in network.people]


def foremost(place: Visited) -> str:
    """Who was most often there, and how often."""
    return "、".join(f"{counted.name} {counted.count}" for counted in place.foremost)


def extent_cells(extent: Extent) -> list[str]:
    """The number of events, the first day and the last."""
    return [str(extent.events), extent.first, extent.last]


def _csv(language: Language, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield BOM + csv_lines([[say(language, f"sheet.{name}") for name in columns]])
    yield csv_lines([harmless(cell) for cell in row] for row in rows)
