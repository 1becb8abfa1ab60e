"""Articles within bounds, by newspaper, day and page, and what is known of some articles alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from rag.answered import Searched
from rag.indexing.entries import days
from rag.indexing.store import Store

AMONG = "{0} IN (SELECT among.value FROM json_each(?) AS among)"
"""That a column is one of a JSON list of texts, however long that is."""

ONE_OF = "{0} IN (SELECT CAST(among.value AS BIGINT) FROM json_each(?) AS among)"
"""The same of a list of numbers, which not every engine takes for such by itself."""

_DAY = "coalesce(json_extract(g.record, '$.issued'), a.date)"
"""When a page appeared; where that is not printed, of which day the article is."""


def articles_within(
    store: Store, newspapers: Sequence[str] | None, since: str | None, until: str | None, pages: Sequence[str]
) -> list[int]:
    """The ids of all articles of these papers, all standing for None, and pages, all where none are given, in that time.

    `since` and `until` are an ISO day, month or year. An article of which only the month is known is of all its days.
    """
    clauses: list[tuple[str, str]] = []
    if newspapers is not None:
        clauses.append((AMONG.format("json_extract(g.record, '$.newspaper')"), as_list(newspapers)))
    if pages:
        clauses.append((AMONG.format("g.name"), as_list(pages)))
    if since or until:
        clauses.append((f"substr({_DAY}, 1, 1) <> ?", "-"))  # a day of no known year
    if since:
        clauses.append((f"{_DAY} || '-99' >= ?", days(since)[0]))  # behind every day of a month that is known alone
    if until:
        clauses.append((f"{_DAY} <= ?", days(until)[1]))
    where = " AND ".join(sql for sql, _ in clauses) or "TRUE"
    sql = f"SELECT a.id FROM articles a JOIN pages g ON g.id = a.page WHERE {where} ORDER BY a.id"
    return [article for (article,) in store.listed.execute(sql, tuple(value for _, value in clauses))]


def unknown_pages(store: Store, names: Sequence[str]) -> list[str]:
    """Those of the names that no page has."""
    sql = f"SELECT g.name FROM pages g WHERE {AMONG.format('g.name')}"
    known = {name for (name,) in store.listed.execute(sql, (as_list(names),))}
    return [name for name in names if name not in known]


def pages_of(store: Store, articles: Iterable[int]) -> list[str]:
    """The names of the pages of these articles."""
    sql = f"""SELECT DISTINCT g.name FROM articles a JOIN pages g ON g.id = a.page WHERE {ONE_OF.format("a.id")}
        ORDER BY g.name"""
    return [name for (name,) in store.listed.execute(sql, (as_list(articles),))]


def searched_among(store: Store, articles: Iterable[int]) -> Searched:
    """How much there is to answer from in these articles."""
    mine = ONE_OF.format("a.id")
    given = (as_list(articles),)
    sql = f"""SELECT DISTINCT json_extract(g.record, '$.newspaper') FROM articles a JOIN pages g ON g.id = a.page
        WHERE {mine}"""
    papers = sorted(paper for (paper,) in store.listed.execute(sql, given) if paper)
    sql = f"SELECT count(DISTINCT a.page), count(*), min(a.date), max(a.date) FROM articles a WHERE {mine}"
    pages, number, first, last = store.listed.execute(sql, given).fetchone()
    return Searched(pages, number, tuple(papers), first, last)


def prints_among(store: Store, text: str, articles: Iterable[int]) -> bool:
    """Whether a page of these articles, a sentence or a headline of them, or a name in them, has these words."""
    sql = f"""SELECT EXISTS (SELECT 1 FROM people WHERE name = ? AND {ONE_OF.format("article")})
        OR EXISTS (SELECT 1 FROM passages WHERE (instr(text, ?) > 0 OR instr(heading, ?) > 0)
            AND {ONE_OF.format("article")})
        OR EXISTS (SELECT 1 FROM pages g JOIN articles a ON a.page = g.id WHERE instr(g.text, ?) > 0
            AND {ONE_OF.format("a.id")})"""
    ids = as_list(articles)
    return bool(store.db.execute(sql, (text, ids, text, text, ids, text, ids)).fetchone()[0])


def as_list(values: Iterable[object]) -> str:
    """Values as SQL takes a list of any length: one JSON list."""
    return json.dumps(list(values), ensure_ascii=False)
