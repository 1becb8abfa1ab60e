"""Records as the JSON lines that other programs read: answers, articles, events."""

from __future__ import annotations

from collections.abc import Iterable

from rag.answered import Answer, Citation
from rag.asked import EVERYTHING, Carried, Scope
from rag.records import Elsewhere, Event, Person, Reading, Span
from rag.ruled import Ruled

Line = dict[str, object]


def answer_line(question_id: str, answer: Answer) -> Line:
    """An answer under the id of its question; `seconds` rounded to a tenth of a millisecond."""
    return {
        "id": question_id,
        "verdict": answer.verdict.value,
        "answer": answer.text,
        "heads": [{"value": h.value, "kind": h.kind.value, "markers": list(h.markers)} for h in answer.heads],
        "citations": [_citation(c) for c in answer.citations],
        "carried": _carried(answer.carried),
        "reason": answer.reason or None,
        "seconds": round(answer.seconds, 4),
        **scope_line(answer.scope),
    }


def article_line(reading: Reading) -> Line:
    """An article with the date of what it reports; spans in reading order, headlines included."""
    article = reading.article
    return {
        "page": article.page,
        "titles": list(article.titles),
        "date": reading.understood.when.value,
        "spans": _spans(article.spans),
    }


def event_line(event: Event) -> Line:
    """An event as one row: who (with office), did what, to what, where, with whom, when, whether it was done, and the words that say so."""
    return {
        "page": event.page,
        "date": event.when.value,
        "actors": _people(event.actors),
        "action": event.action,
        "action_type": event.activity.value,
        "target": event.target,
        "places": list(event.places),
        "participants": _people((*event.participants, *event.met)),
        "spans": _spans(event.spans),
        "standing": event.standing.value,
        **({"ruling": event.ruling.value} if event.ruling else {}),
    }


def _carried(carried: Carried | None) -> Line | None:
    """What an earlier question supplied; periods as pairs of ISO days."""
    if carried is None:
        return None
    return {
        "question": carried.question,
        "people": list(carried.people),
        "places": list(carried.places),
        "words": list(carried.words),
        "periods": [[p.first, p.last] for p in carried.periods],
    }


def scope_line(scope: Scope) -> Line:
    """Where alone something was looked for, as `scope`; nothing where that is everything."""
    if scope == EVERYTHING:
        return {}
    bounds = {"newspaper": scope.newspaper, "since": scope.since, "until": scope.until, "pages": list(scope.pages)}
    return {"scope": bounds}


def _citation(citation: Citation) -> Line:
    return {
        "marker": citation.marker,
        "page": citation.page,
        "spans": _spans(citation.spans),
        "quote": citation.quote,
        "title": citation.title,
        "date": citation.date,
        "issued": citation.issued,
        "newspaper": citation.newspaper,
        **({"uncertain": list(citation.doubted)} if citation.seen else {}),
        **({"elsewhere": _elsewhere(citation.elsewhere)} if citation.elsewhere else {}),
        **({"corrected": [_corrected(r) for r in citation.corrected]} if citation.corrected else {}),
    }


def _corrected(ruled: Ruled) -> Line:
    """What somebody corrected of what is cited."""
    return {"thing": ruled.thing.value, "was": ruled.was, "now": ruled.now}


def _elsewhere(other: Elsewhere) -> Line:
    """The page on which the cited article begins, or goes on."""
    return {"tie": other.tie.value, "page": other.page, "edition": other.edition}


def _people(people: Iterable[Person]) -> list[dict[str, str]]:
    return [{"name": p.name, "role": p.role} for p in people]


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [[s.start, s.end] for s in spans]
