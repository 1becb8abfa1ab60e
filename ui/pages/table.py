"""The indexed pages as a table: sortable, a leaf at a time, each row the way to its page and to deleting it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rag import Kept, Language
from ui.keeping.original import Original
from ui.keeping.state import Gone
from ui.links import article_link
from ui.present.escape import escaped
from ui.present.original import original_html
from ui.present.pager import Pages, pager
from ui.present.places import called
from ui.strings import say

LEAF = 50
"""Rows on one leaf of the table."""

COLUMNS = ("name", "newspaper", "issued", "edition", "articles", "events")
"""What the table shows, and what it can be sorted by."""

FEW = 3
"""Deleted pages of each of which it is said where its file is."""

NUMBERS = frozenset(("articles", "events"))


@dataclass(frozen=True, slots=True)
class Leaf:
    """What is shown of a list: `rows` of `total` pages that match, with `articles` on all of these; of the rows those
    `originals` that are kept, by the name of the page."""

    rows: tuple[Kept, ...]
    total: int
    articles: int
    by: str = "name"
    falling: bool = False
    number: int = 1
    originals: Mapping[str, Original] = field(default_factory=dict)


def pages_table(language: Language, leaf: Leaf, searched: bool) -> str:
    """The leaf as a table with its caption and the way to the other leaves; in words where it is empty."""
    if not leaf.total:
        return f'<p class="nothing">{say(language, "pages.no_match" if searched else "pages.none")}</p>'
    heads = "".join(_head(language, name, leaf) for name in COLUMNS)
    rows = "".join(_row(language, kept, leaf.originals.get(kept.name)) for kept in leaf.rows)
    return (
        f'<table class="pages"><caption>{escaped(extent(language, leaf))}</caption><thead><tr>{_pick_all(language)}{heads}'
        f'<td><span class="unseen">{say(language, "original.link")}</span></td>'
        f'<td><span class="unseen">{say(language, "pages.actions")}</span></td></tr></thead>'
        f"<tbody>{rows}</tbody></table>{pager(language, Pages(leaf.total, LEAF, leaf.number))}"
    )


def extent(language: Language, leaf: Leaf) -> str:
    """How many pages there are and which of them are shown."""
    first = (leaf.number - 1) * LEAF + 1
    key = "pages.all" if leaf.total == len(leaf.rows) else "pages.some"
    pages, articles = say(language, "many.pages", n=leaf.total), say(language, "many.articles", n=leaf.articles)
    return say(language, key, pages=pages, articles=articles, first=first, last=first + len(leaf.rows) - 1)


def question_of_deleting(
    language: Language, kept: Sequence[Kept], deleted: str, folder: str, own: bool = True
) -> dict[str, str]:
    """What is asked before pages are deleted, as text: `title`, `name`, and in `lines` what is lost and what becomes of
    their files.

    `deleted` is the folder that the files will go to, empty where `folder` has none of them. Where that folder is not the
    index's `own`, they stay unless `files`, what is asked beside a box to be ticked, is said yes to.
    """
    articles = say(language, "many.articles", n=sum(page.articles for page in kept))
    events = say(language, "many.events", n=sum(page.events for page in kept))
    n = len(kept)
    lost = say(language, "pages.sure_what", articles=articles, events=events)
    file = say(language, "pages.sure_file" if own else "pages.sure_foreign", n=n, folder=deleted) if deleted else ""
    return {
        "title": say(language, "pages.sure", n=n),
        "name": kept[0].name if len(kept) == 1 else say(language, "many.pages", n=len(kept)),
        "lines": f"{lost}\n{file or say(language, 'pages.sure_no_file', n=n, folder=folder)}",
        "files": say(language, "pages.sure_move", n=n, folder=deleted) if deleted and not own else "",
    }


def deleted_html(language: Language, gone: Sequence[Gone], folder: Path) -> str:
    """Which pages were deleted, and where their files are: of each if they are few, of many only what is out of order."""
    if len(gone) > FEW:
        total = escaped(say(language, "pages.deleted", name=say(language, "many.pages", n=len(gone))))
        told = [f"<p>{total}</p>", *(_deleted(language, one, folder) for one in gone if one.stuck)]
    else:
        told = [_deleted(language, one, folder) for one in gone]
    return f'<div class="said">{"".join(told)}</div>'


def _deleted(language: Language, gone: Gone, folder: Path) -> str:
    name = escaped(say(language, "pages.deleted", name=gone.name))
    fate = "stuck" if gone.stuck else "nowhere" if not gone.place else "left" if gone.left else "at"
    place = called(folder, gone.place) if gone.place else ""
    return f"<p>{name} {escaped(say(language, f'pages.file_{fate}', place=place))}</p>"


def _head(language: Language, name: str, leaf: Leaf) -> str:
    chosen = name == leaf.by
    direction = ("descending" if leaf.falling else "ascending") if chosen else "none"
    kind = f"{name} number" if name in NUMBERS else name
    return (
        f'<th scope="col" class="{kind}" aria-sort="{direction}"><button type="button" data-by="{name}" '
        f'data-key="by-{name}">{say(language, f"pages.{name}")}<span class="arrow" aria-hidden="true"></span>'
        f"</button></th>"
    )


def _row(language: Language, kept: Kept, original: Original | None) -> str:
    edition = escaped(say(language, "pages.edition_is", n=kept.edition)) if kept.edition else ""
    return (
        f'<tr>{_pick(language, kept)}<th scope="row" class="name" translate="no">{_name(kept)}</th>'
        f'<td class="newspaper" lang="zh">{escaped(kept.newspaper)}</td>'
        f'<td class="issued">{escaped(kept.issued or "")}</td><td class="edition">{edition}</td>'
        f"{_number(language, 'articles', kept.articles)}{_number(language, 'events', kept.events)}"
        f'<td class="held">{original_html(language, original)}</td>'
        f'<td class="actions">{_delete(language, kept)}</td></tr>'
    )


def _pick(language: Language, kept: Kept) -> str:
    label = escaped(say(language, "pages.pick_it", name=kept.name))
    return f'<td class="pick"><input type="checkbox" data-pick="{escaped(kept.name)}" aria-label="{label}"></td>'


def _pick_all(language: Language) -> str:
    return f'<td class="pick"><input type="checkbox" data-pick-all aria-label="{say(language, "pages.pick_all")}"></td>'


def _name(kept: Kept) -> str:
    shown = escaped(kept.name)
    return (
        f'<a class="open" href="{escaped(article_link(kept.name, kept.first))}">{shown}</a>' if kept.articles else shown
    )


def _number(language: Language, name: str, n: int) -> str:
    told = escaped(say(language, f"many.{name}", n=n))
    return f'<td class="{name} number"><span class="bare">{n}</span><span class="told">{told}</span></td>'


def _delete(language: Language, kept: Kept) -> str:
    label = escaped(say(language, "pages.delete_it", name=kept.name))
    return (
        f'<button type="button" data-delete="{escaped(kept.name)}" aria-label="{label}">'
        f"{say(language, 'pages.delete')}</button>"
    )
