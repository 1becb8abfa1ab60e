"""All corrections that were made: which of them are asked for, and what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rag import Fate, Language, Listed, RagError, overlap, rulings, rulings_damage
from ui.correcting.desk import undone
from ui.correcting.overview import LEAF, Leaf, Row, overview
from ui.desk import Desk
from ui.handlers.sent import fields_of, leaf_of
from ui.links import article_link
from ui.present.escape import escaped
from ui.present.nothing import problem
from ui.present.pager import Pages
from ui.strings import say

Parts = dict[str, str]
HOLDING = (Fate.HOLDS, Fate.MOVED, Fate.OPEN, Fate.GONE)
"""What can be taken back."""


def listed(desk: Desk, language: Language, sent: object) -> Parts:
    """The leaf that `only` (open or all) and `page` ask for, as the part `rows`; in `count` how many there are, empty where
    nothing was ever corrected."""
    try:
        every = rulings(desk.config)
        damage = rulings_damage(desk.config)
    except RagError as error:
        return {"rows": problem(language, "correcting.unlisted", str(error)), "count": "!"}
    made = [one for one in reversed(every) if one.fate is not Fate.UNDOES]
    undoings = {entry: one for one in every if one.fate is Fate.UNDOES for entry in one.entry.over}
    still = [one for one in made if one.fate is Fate.OPEN]
    fields = fields_of(sent)
    only = fields.get("only") or ("open" if still else "all")
    chosen = still if only == "open" else made
    number = min(leaf_of(fields), Pages(len(chosen), LEAF, 1).last)
    here = chosen[(number - 1) * LEAF : number * LEAF]
    rows = tuple(_row(one, link, undoings) for one, link in zip(here, _links(desk, here), strict=True))
    told = problem(language, "correcting.damaged", damage) if damage else ""
    count = say(language, "correcting.count_open" if still else "correcting.count", n=len(made), open=len(still))
    html = told + overview(language, Leaf(rows, len(chosen), only, number))
    return {"rows": html, "count": count if made or damage else ""}


def taken_back(desk: Desk, language: Language, sent: object, who: str) -> Parts:
    """Take the correction that is named back; the list after that, and in the part `said` what is told of it."""
    told, wrong = undone(desk, language, sent, who)
    return listed(desk, language, sent) | {"said": f"<p>{escaped(told)}</p>", "wrong": "yes" if wrong else ""}


def _row(one: Listed, link: str, undoings: Mapping[str, Listed]) -> Row:
    undoing = undoings.get(one.entry.id)
    return Row(one, link, undoing.entry if undoing else None, one.fate in HOLDING)


def _links(desk: Desk, made: Iterable[Listed]) -> Iterable[str]:
    """The address of the words that each is about; of the page's first article where they do not stand on it."""
    on_page = {page: desk.assistant.articles(page) for page in {one.page for one in made}}
    for one in made:
        articles = on_page[one.page]
        held = max(articles, key=lambda r: overlap(one.spans, r.article.spans), default=None) if one.spans else None
        reading = held or next(iter(articles), None)
        yield article_link(one.page, reading.article.number, one.spans) if reading else ""
