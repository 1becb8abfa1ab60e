"""Page -> Layout: which lines of a page belong together, and in which order they are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rag.reading.blocks import Block, find_blocks, without
from rag.reading.chains import best_links, chains
from rag.reading.continuation import Note, find_notes
from rag.reading.duplicates import find_duplicates
from rag.reading.furniture import find_furniture
from rag.reading.headlines import headline_flags
from rag.reading.leftovers import place_headlines
from rag.reading.links import link_scores
from rag.reading.parts import Parts, make_article
from rag.records import Article, Layout, Page, Span

AT_ONCE = 240
"""Blocks weighed against each other. A page has some sixty; a file of many more is taken in stretches this long."""


def segment(page: Page) -> Layout:
    """The page's articles in order; together with the furniture they hold every visible character exactly once."""
    notes = find_notes(page.text)
    blocks = without(page.text, find_blocks(page.text), [note.span for note in notes])
    furniture = [note.span for note in notes]
    parts: list[Parts] = []
    for stretch in _stretches(blocks):
        found, rest = _take_apart(stretch)
        parts += found
        furniture += [span for block in rest for span in block.spans]
    articles = _with_notes(page, parts, notes)
    return Layout(page, articles, tuple(sorted(furniture)))


def _stretches(blocks: list[Block]) -> Iterator[list[Block]]:
    """The blocks in stretches of at most AT_ONCE; cut where a paragraph ends and, if one is near, before a headline."""
    at = 0
    while len(blocks) - at > AT_ONCE:
        late = range(at + AT_ONCE, at + AT_ONCE // 2, -1)
        flags = headline_flags(blocks[at : at + AT_ONCE + 1])
        cut = next((i for i in late if flags[i - at] and not flags[i - at - 1] and blocks[i - 1].ended), late[0])
        yield blocks[at:cut]
        at = cut
    if at < len(blocks):
        yield blocks[at:]


def _take_apart(blocks: Sequence[Block]) -> tuple[list[Parts], list[Block]]:
    """The articles of a stretch, and its furniture."""
    flags = headline_flags(blocks)
    furniture = find_furniture(blocks, flags)
    prose = [i for i in range(len(blocks)) if i not in furniture and not flags[i]]
    copies = {prose[a]: prose[b] for a, b in find_duplicates([blocks[i] for i in prose]).items()}
    left = [i for i in range(len(blocks)) if i not in furniture and i not in copies]
    strung = [[left[k] for k in chain] for chain in _strung([blocks[i] for i in left], [flags[i] for i in left])]
    slogans = [chain for chain in strung if all(flags[i] for i in chain)] if len(strung) > 1 else []
    if len(slogans) == len(strung):
        slogans = []
    found = [
        Parts(
            titles=tuple(blocks[i] for i in _leading(chain, flags)),
            prose=tuple(blocks[i] for i in chain[len(_leading(chain, flags)) :]),
            duplicates=tuple(blocks[i] for i, original in copies.items() if original in chain),
        )
        for chain in strung
        if chain not in slogans
    ]
    return found, [blocks[i] for i in sorted(furniture | {i for chain in slogans for i in chain})]


def _strung(blocks: Sequence[Block], flags: Sequence[bool]) -> list[list[int]]:
    if not blocks:
        return []
    links = best_links(link_scores(blocks, flags))
    return place_headlines(chains(len(blocks), links), blocks, flags)


def _leading(chain: list[int], flags: Sequence[bool]) -> list[int]:
    """The headlines a chain begins with."""
    count = next((k for k, i in enumerate(chain) if not flags[i]), len(chain))
    return chain[:count]


def _with_notes(page: Page, parts: list[Parts], notes: Sequence[Note]) -> tuple[Article, ...]:
    """The articles by place on the page, each note of continuation given to the one it closes or opens."""
    ordered = sorted(parts, key=lambda p: p.start)
    told: dict[int, str] = {}
    for note in notes:
        home = _home(ordered, note.span)
        if home is not None:
            told[home] = note.words
    return tuple(make_article(page, k + 1, p, told.get(k, "")) for k, p in enumerate(ordered))


def _home(parts: Sequence[Parts], note: Span) -> int | None:
    """The article whose text stands nearest before the note, else nearest after it."""
    ends = [(max((s.end for s in p.spans if s.end <= note.start), default=-1), k) for k, p in enumerate(parts)]
    starts = [(min((s.start for s in p.spans if s.start >= note.end), default=1 << 62), k) for k, p in enumerate(parts)]
    best_end, best_start = max(ends, default=(-1, 0)), min(starts, default=(1 << 62, 0))
    if best_end[0] >= 0:
        return best_end[1]
    return best_start[1] if parts else None
