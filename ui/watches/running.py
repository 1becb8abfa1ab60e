"""Every watch put to the pages that came since it was put to any."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from rag import QuestionError, Verdict
from ui.handlers.events import wanted_of
from ui.ports import Asked
from ui.watches.records import Hit, Watch
from ui.watches.store import Watches

AT_ONCE = 200
"""Pages whose events are filtered in one go."""


def run(watches: Watches, asked: Asked, ended: Callable[[], bool] = lambda: False) -> int:
    """How many new hits there are. It stops between two steps once `ended` says so, and goes on from there next time."""
    digests = asked.digests()
    return sum(_run_one(watches, watch, asked, digests, ended) for watch in watches.all())


def _run_one(
    watches: Watches, watch: Watch, asked: Asked, digests: Mapping[str, str], ended: Callable[[], bool]
) -> int:
    done = watches.done(watch.id)
    new = [name for name, digest in digests.items() if digest not in done]
    found = 0
    step = 1 if watch.question else AT_ONCE
    for at in range(0, len(new), step):
        if ended():
            break
        pages = new[at : at + step]
        hits = list((_answers if watch.question else _events)(watch, pages, asked, digests))
        found += watches.put(watch.id, [digests[name] for name in pages], hits)
    return found


def _events(watch: Watch, pages: Sequence[str], asked: Asked, digests: Mapping[str, str]) -> Iterator[Hit]:
    wanted = replace(wanted_of(watch.fields), pages=tuple(pages))
    for event in asked.events(wanted):
        yield Hit(watch.id, digests[event.page], event.article, event.spans)


def _answers(watch: Watch, pages: Sequence[str], asked: Asked, digests: Mapping[str, str]) -> Iterator[Hit]:
    """What each page alone answers: among all of them a new telling would be held back behind older ones."""
    try:
        answer = asked.ask_of(pages, watch.question)
    except QuestionError:
        return
    if answer.verdict is not Verdict.ANSWERED:
        return
    for citation in answer.citations:
        yield Hit(watch.id, digests[citation.page], citation.article, citation.spans)
