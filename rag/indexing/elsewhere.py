"""Articles that several files of one paper and day have in part, or each wholly, made one: their pages are drawn anew.

The rest of a story stands under the headline of its beginning, and both name each other; of an article that two files have,
say as PDF and as web page, the second is kept with its page but neither searched nor counted.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rag.indexing.drawn import Understander, drawn_again
from rag.indexing.scanned import scanned_files
from rag.indexing.store import Store
from rag.indexing.storing import Draft
from rag.reading import find_elsewhere, headlines_of
from rag.records import Elsewhere, Tie

Issue = tuple[str, str]
"""A newspaper's name and the day of an issue."""

_PAGES = """SELECT name, coalesce(json_extract(record, '$.newspaper'), ''),
coalesce(json_extract(record, '$.issued'), ''), coalesce(json_extract(record, '$.elsewhere'), '[]') FROM pages"""
_ARTICLES = """SELECT g.name, json_extract(a.record, '$.titles'), coalesce(json_extract(a.record, '$.continues'), '')
FROM articles a JOIN pages g ON g.id = a.page"""


def redrawn(
    store: Store, changed: Collection[str], understander: Understander, gone: Collection[str] = ()
) -> Iterator[Draft]:
    """The pages to be put in place of what is stored of them after the `changed` ones came, or before those `gone` go."""
    issues: defaultdict[Issue, list[str]] = defaultdict(list)
    touched: set[Issue] = set()
    stale: set[str] = set()
    for name, newspaper, issued, ties in store.db.execute(_PAGES):
        if name in gone:
            continue
        issues[newspaper, issued].append(name)
        parted = any(tie["page"] in changed or tie["page"] in gone for tie in json.loads(ties))
        stale |= {name} if parted else set()
        touched |= {(newspaper, issued)} if parted or name in changed else set()
    groups = [issues[issue] for issue in touched if all(issue) and len(issues[issue]) > 1]
    found = _found(store, groups)
    for name in sorted(stale | {name for name, told in found.items() if told}):
        page, told = store.page(name), found.get(name, ())
        if page is not None and told != page.elsewhere:
            yield drawn_again(store, replace(page, elsewhere=told), understander)


def _found(store: Store, groups: Sequence[Sequence[str]]) -> Mapping[str, tuple[Elsewhere, ...]]:
    """What stands elsewhere of the articles of each page that may share one with another of its group."""
    if not groups:
        return {}
    seen = set(scanned_files(store.db).values())
    likely = _likely(store, groups)
    found: dict[str, tuple[Elsewhere, ...]] = {}
    for group in groups:
        names = sorted((name for name in group if name in likely), key=lambda name: (name in seen, name))
        layouts = [layout for name in names if (layout := store.layout(name))]
        for name, told in find_elsewhere(layouts).items():
            found[name] = tuple(replace(e, acting=_acting(store, e)) for e in told)
    return found


def _likely(store: Store, groups: Iterable[Sequence[str]]) -> set[str]:
    """Pages with a note that an article goes on or began elsewhere, or with a headline that another of the issue has."""
    issue_of = {name: k for k, group in enumerate(groups) for name in group}
    likely: set[str] = set()
    first: dict[tuple[int, str], str] = {}
    for name, titles, continues in store.db.execute(_ARTICLES):
        if (issue := issue_of.get(name)) is None:
            continue
        if continues:
            likely.add(name)
        for title in headlines_of(json.loads(titles)):
            other = first.setdefault((issue, title), name)
            likely |= {name, other} if other != name else set()
    return likely


def _acting(store: Store, other: Elsewhere) -> tuple[str, ...]:
    reading = store.reading(other.page, other.number) if other.tie is Tie.BEGINS else None
    telling = [e for e in reading.understood.events if e.actors] if reading else []
    return tuple(a.name for a in telling[-1].actors) if telling else ()
