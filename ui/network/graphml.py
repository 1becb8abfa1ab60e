"""A network as GraphML, which Gephi, Cytoscape, yEd and networkx open: every edge names the articles that bear it out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from xml.sax.saxutils import escape, quoteattr

from rag import Extent, Pair

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_HEAD = f'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="{NAMESPACE}">\n'
_OF_NODES = {
    "label": "string",
    "kind": "string",
    "office": "string",
    "several": "boolean",
    "events": "int",
    "first": "string",
    "last": "string",
}
_OF_EDGES = {"weight": "int", "first": "string", "last": "string", "evidence": "string"}
"""The data of nodes and edges with their types; `label` and `weight` are what programs look for by themselves."""
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML can hold, not even as references."""

Told = Mapping[int, tuple[str, str, int]]
"""By the numbers of events their day, empty where it is not known, and the page and article that tell each."""


@dataclass(frozen=True, slots=True)
class Node:
    """A person or a place. `several` says that several people may have the name."""

    kind: str
    name: str
    extent: Extent
    office: str = ""
    several: bool = False


def graphml(nodes: Sequence[Node], first: str, second: str, pairs: Iterable[Pair], told: Told) -> Iterator[str]:
    """The file piece by piece. A pair joins a node of the kind `first` to one of the kind `second`."""
    yield _HEAD
    yield from chain(_keys("node", "n", _OF_NODES), _keys("edge", "e", _OF_EDGES))
    yield '<graph id="wenzheng" edgedefault="undirected">\n'
    ids = {(node.kind, node.name): f"n{number}" for number, node in enumerate(nodes)}
    for node in nodes:
        yield f'<node id="{ids[node.kind, node.name]}">{_data("n", _OF_NODES, _facts(node))}</node>\n'
    for number, pair in enumerate(pairs):
        ends = f'source="{ids[first, pair.names[0]]}" target="{ids[second, pair.names[1]]}"'
        yield f'<edge id="e{number}" {ends}>{_data("e", _OF_EDGES, _borne_out(pair, told))}</edge>\n'
    yield "</graph>\n</graphml>\n"


def _keys(of: str, letter: str, data: Mapping[str, str]) -> Iterator[str]:
    for name, kind in data.items():
        yield f'<key id="{letter}_{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>\n'


def _facts(node: Node) -> dict[str, str]:
    return {
        "label": node.name,
        "kind": node.kind,
        "office": node.office,
        "several": "true" if node.several else "",
        "events": str(node.extent.events),
        "first": node.extent.first,
        "last": node.extent.last,
    }


def _borne_out(pair: Pair, told: Told) -> dict[str, str]:
    """An event a line: its day, where it is known, and its article as the page's links name it (page#number)."""
    found = (told[deed] for deed in pair.deeds if deed in told)
    lines = (f"{day} {page}#{article}".strip() for day, page, article in found)
    return {
        "weight": str(pair.extent.events),
        "first": pair.extent.first,
        "last": pair.extent.last,
        "evidence": "\n".join(lines),
    }


def _data(letter: str, kinds: Mapping[str, str], values: Mapping[str, str]) -> str:
    """What is known; what is empty is left out."""
    given = ((name, values[name]) for name in kinds if values[name])
    return "".join(f"<data key={quoteattr(f'{letter}_{name}')}>{_xml(value)}</data>" for name, value in given)


def _xml(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", text))
