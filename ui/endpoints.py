"""What other programs may ask of a served page: six functions of plain types, the same for the API and for MCP.

Their signatures and docstrings are what a caller is shown, so they say everything. Wrong input is a RagError of one line.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rag import Activity, Answer, Citation, Deed, Hit, Order, Scope, Wanted, answer_line, event_line, scope_line
from ui import checked
from ui.ports import Asked
from ui.reads import Reads

MOST_PASSAGES, MOST_EVENTS, MOST_HISTORY = 50, 200, 20
"""What one call may ask for; whoever wants more pages through the events."""


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Asking and finding over one assistant; `Reads` has the others."""

    assistant: Asked

    def all(self) -> tuple[Callable[..., dict[str, Any]], ...]:
        """Each under its own name."""
        return self.ask, self.search, self.list_events, *Reads(self.assistant).all()

    def ask(
        self,
        question: str,
        history: list[str] | None = None,
        newspaper: str = "",
        since: str = "",
        until: str = "",
        pages: list[str] | None = None,
    ) -> dict[str, Any]:
        """Answer a question about what local government did, in the newspaper's own words.

        Returns the verdict (answered, partial or abstained), the answer with markers such as [1], and under each
        marker its citation: page, character spans in the page's text, the quote they spell, title,
        `date` (the day of what the article reports), `issued` (the day its paper appeared, or null), newspaper.
        `heads` are what the answer states in its own right, each with its bare value, its kind (person, office, place,
        organisation, date, number, other) and the markers it rests on; none where sentences are quoted only.
        `carried` is what an earlier question supplied, or null: question, people, places, words, periods (ISO days).
        An abstention says why as `reason`: stranger (a name that nothing prints, or only as a byline), person, place,
        date (not in a report of this), no_such_day (never was), subject (no report of this), kind (reported, but not
        what is asked for), focus (the thing asked for is not named), day, hour, planned (a plan only), greeting,
        vague, talk (nothing to look up). With it come as `nearest` the sentences that come nearest and do not answer, in
        the form of citations. `missing` says what a partial answer lacks, `searched` what there was to answer from (pages,
        articles, newspapers, first and last day), `question` what was asked, as it was taken. Where a newspaper, a period or
        pages are given, nothing outside them is looked at, `scope` tells them, and a refusal speaks of them alone.

        Args:
            question: The question, in Chinese or English.
            history: Earlier questions of the same conversation, oldest first; heeded only where this one leans on them.
            newspaper: Ask of this newspaper alone: its name, or a part of it.
            since: Ask of pages from this day on, as YYYY-MM-DD, YYYY-MM or YYYY.
            until: Ask of pages up to this day, in the same form.
            pages: Ask of the pages of these names alone, at most 100.
        """
        scope = _scope(newspaper, since, until, pages)
        return _answer(self.assistant.ask(checked.text("question", question), _earlier(history), scope=scope))

    def search(
        self,
        question: str,
        limit: int = 10,
        history: list[str] | None = None,
        newspaper: str = "",
        since: str = "",
        until: str = "",
        pages: list[str] | None = None,
    ) -> dict[str, Any]:
        """Find the sentences of the newspaper that bear on a question, the best first, without composing an answer.

        Returns passages with their text, page, article, headline, date, score and character spans. Where a newspaper, a
        period or pages are given, nothing outside them is looked at, and `scope` tells them.

        Args:
            question: The question, or a few words, in Chinese or English.
            limit: How many sentences at most, 1 to 50.
            history: Earlier questions of the same conversation, oldest first, if it refers to them.
            newspaper: Look in this newspaper alone: its name, or a part of it.
            since: Look in pages from this day on, as YYYY-MM-DD, YYYY-MM or YYYY.
            until: Look in pages up to this day, in the same form.
            pages: Look in the pages of these names alone, at most 100.
        """
        most, scope = checked.number("limit", limit, 1, MOST_PASSAGES), _scope(newspaper, since, until, pages)
        found = self.assistant.look_up(checked.text("question", question), _earlier(history), most, scope=scope)
        best = found.legs[-1].hits if found.legs else ()
        return {"passages": [_passage(hit) for hit in best[:most]]} | scope_line(found.scope)

    def list_events(
        self,
        who: str = "",
        office: str = "",
        where: str = "",
        since: str = "",
        until: str = "",
        activity: str = "",
        newspaper: str = "",
        text: str = "",
        order: str = "newest",
        offset: int = 0,
        limit: int = 50,
    ) -> dict[str, Any]:
        """List who did what, where and when, as the newspapers report it: inspections, visits, meetings, speeches.

        Returns how many events there are in all, and this part of them. Filters match in part; an empty one is none. Names
        may be in pinyin (chen zhiyuan, Qinghe County), offices and kinds in English (mayor, inspection).

        Args:
            who: Part of the name or office of somebody taking part.
            office: Part of an office.
            where: Part of a place, or of what it was about.
            since: The first day, as YYYY-MM-DD, YYYY-MM or YYYY.
            until: The last day, in the same form.
            activity: One of inspect, research_visit, meeting_chair, meeting_attend, speech, other.
            newspaper: Part of a newspaper's name.
            text: Words that stand anywhere in the event.
            order: One of newest, oldest, who, place, type, newspaper.
            offset: How many events to leave out at the beginning.
            limit: How many events at most, 1 to 200.
        """
        wanted = Wanted(
            who=checked.text("who", who),
            office=checked.text("office", office),
            where=checked.text("where", where),
            since=checked.day("since", since),
            until=checked.day("until", until),
            activity=checked.one_of("activity", activity, Activity) if activity else None,
            newspaper=checked.text("newspaper", newspaper),
            text=checked.text("text", text),
        )
        first, most = checked.number("offset", offset, 0, None), checked.number("limit", limit, 1, MOST_EVENTS)
        deeds = self.assistant.deeds(wanted, checked.one_of("order", order, Order), first, most)
        return {"total": deeds.total, "offset": first, "events": [_event(deed) for deed in deeds.deeds]}


def _scope(newspaper: object, since: object, until: object, pages: object) -> Scope:
    """What is asked of, out of what a caller gives."""
    return Scope(
        checked.text("newspaper", newspaper),
        checked.day("since", since),
        checked.day("until", until),
        tuple(checked.text("pages", name) for name in checked.a_list("pages", pages)),
    )


def _answer(answer: Answer) -> dict[str, Any]:
    searched = answer.searched
    more = {
        "nearest": [_nearest(citation) for citation in answer.nearest],
        "missing": answer.missing or None,
        "searched": {
            "pages": searched.pages,
            "articles": searched.articles,
            "newspapers": list(searched.newspapers),
            "first": searched.first,
            "last": searched.last,
        },
        "question": answer.question or None,
    }
    return answer_line("", answer) | more


def _nearest(citation: Citation) -> dict[str, Any]:
    return {
        "page": citation.page,
        "article": citation.article,
        "spans": [[s.start, s.end] for s in citation.spans],
        "quote": citation.quote,
        "title": citation.title,
        "date": citation.date,
        "issued": citation.issued,
        "newspaper": citation.newspaper,
    }


def _earlier(history: object) -> list[str]:
    return [checked.text("history", item) for item in checked.a_list("history", history)][-MOST_HISTORY:]


def _passage(hit: Hit) -> dict[str, Any]:
    passage = hit.passage
    return {
        "text": passage.text,
        "page": passage.page,
        "article": passage.article,
        "title": passage.heading,
        "date": passage.date,
        "score": round(hit.score, 4),
        "spans": [[s.start, s.end] for s in passage.spans],
    }


def _event(deed: Deed) -> dict[str, Any]:
    again = [{"page": event.page, "article": event.article} for event in deed.told_again]
    own = {"article": deed.event.article, "title": deed.title, "newspaper": deed.newspaper, "told_again": again}
    return event_line(deed.event) | own
