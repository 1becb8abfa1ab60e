"""What other programs may read besides answers: an article whole, a person, and what came since they looked last.

Signatures and docstrings are what a caller is shown, as in `ui.endpoints`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rag import Counted, Kept, Office, Reading, article_line, event_line
from ui.checked import a_list, number, text
from ui.ports import Asked

MOST_PAGES, MOST_KNOWN = 200, 20_000
"""What one call may ask for, and how many names of pages it may bring."""


@dataclass(frozen=True, slots=True)
class Reads:
    """The functions over one assistant."""

    assistant: Asked

    def all(self) -> tuple[Callable[..., dict[str, Any]], ...]:
        """Each under its own name."""
        return self.read_article, self.person, self.changes_since

    def read_article(self, page: str, article: int) -> dict[str, Any]:
        """Read one article as it was printed, with what it tells.

        Returns its headlines, the day it is about, newspaper, day of issue and edition of its page, the text of the whole
        page, the spans of the article in it in reading order, the digest of that text, and its events.

        Args:
            page: The page's name, as answers, passages and events give it.
            article: The number of the article on the page, likewise.
        """
        found = self.assistant.reading(text("page", page), number("article", article, 0, None))
        return _article(found)

    def person(self, name: str) -> dict[str, Any]:
        """What is known of a person: offices and when they are printed, company, and how many events there are.

        Returns offices with the first and the last date of an article that prints them, those who took part in most of the
        person's events, events by month, type and newspaper, and the number of articles. `namesakes` are the offices of
        one after the other where several people seem to have the name. The events themselves: list_events(who=name).

        Args:
            name: The whole name, in Chinese characters.
        """
        profile = self.assistant.profile(text("name", name).strip())
        return {
            "name": profile.name,
            "articles": profile.articles,
            "events": profile.tally.total,
            "offices": [_office(office) for office in profile.offices],
            "companions": _counts(profile.companions),
            "months": _counts(profile.tally.months),
            "activities": _counts(profile.tally.activities),
            "newspapers": _counts(profile.tally.newspapers),
            "namesakes": [list(offices) for offices in profile.namesakes],
        }

    def changes_since(self, cursor: int = 0, known: list[str] | None = None, limit: int = 100) -> dict[str, Any]:
        """Which pages came or were changed since a caller looked last, the earliest first.

        Returns the pages, each with newspaper, day of issue, edition, how many articles and events it has, the number of its
        first article and the digest of its text; `cursor`, to be given next time; `more`, whether there are others behind it;
        and `gone`, those of the `known` names that are in the index no more. An index that was built anew gives all its
        pages again.

        Args:
            cursor: What the last call gave; 0 for everything.
            known: Names of pages that the caller has, 20,000 at most, if it wants to know which of them are gone.
            limit: How many pages at most, 1 to 200.
        """
        at, most = number("cursor", cursor, 0, None), number("limit", limit, 1, MOST_PAGES)
        names = [text("known", name) for name in a_list("known", known, MOST_KNOWN)]
        came = self.assistant.came_since(at, most)
        pages = [_page(page, came.digests[page.name]) for page in came.pages]
        gone = sorted(set(names) - set(self.assistant.digests())) if names else []
        return {"pages": pages, "cursor": came.cursor, "more": came.more, "gone": gone}


def _article(found: Reading) -> dict[str, Any]:
    page = found.page
    of_page = {
        "article": found.article.number,
        "newspaper": page.newspaper,
        "issued": found.issued,
        "edition": page.edition,
        "digest": page.digest,
        "text": page.text,
    }
    return article_line(found) | of_page | {"events": [event_line(event) for event in found.understood.events]}


def _office(office: Office) -> dict[str, Any]:
    return {"office": office.role, "first": office.first, "last": office.last}


def _counts(counts: tuple[Counted, ...]) -> list[dict[str, Any]]:
    return [{"name": counted.name, "count": counted.count} for counted in counts]


def _page(kept: Kept, digest: str) -> dict[str, Any]:
    return {
        "page": kept.name,
        "newspaper": kept.newspaper,
        "issued": kept.issued,
        "edition": kept.edition,
        "articles": kept.articles,
        "events": kept.events,
        "first": kept.first,
        "digest": digest,
    }
