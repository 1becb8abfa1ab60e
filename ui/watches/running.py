"""Every watch put to the pages that came, or were corrected, since it was put to any.

What a watch finds is what the events, or the answer, say now: where a page was drawn anew, each find of it is looked for again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from rag import QuestionError, Scope, Verdict
from ui.events.handler import wanted_of
from ui.ports import Asked
from ui.watches.pages import catch_up
from ui.watches.records import Hit, Watch
from ui.watches.store import Watches

AT_ONCE = 200
"""Pages whose events are filtered in one go."""


def add(watches: Watches, asked: Asked, name: str, question: str, fields: Mapping[str, str]) -> Watch:
    """Watch from now on; no page that is in the index is new. SettingError where that cannot be."""
    catch_up(watches.file, asked)
    return watches.add(name, question, fields)


def run(watches: Watches, asked: Asked, ended: Callable[[], bool] = lambda: False) -> int:
    """How many new hits there are. It stops between two steps once `ended` says so, and goes on from there next time."""
    given, new, reach = watches.all(), 0, {}
    if not given:
        return 0
    catch_up(watches.file, asked)
    for watch in given:
        due = watches.finds.due(watch.id)
        new += _put(watches, watch, asked, due.states, ended)
        if ended():
            break
        reach[watch.id] = due.reach
    watches.finds.reached(reach)
    return new


def bring_up(watches: Watches, asked: Asked) -> None:
    """Hold what was found against the pages as they are at this moment, for whoever is about to be shown it; new pages are
    left to `run`."""
    catch_up(watches.file, asked)
    if overtaken := watches.finds.overtaken():
        for watch in watches.all():
            _put(watches, watch, asked, overtaken.get(watch.id, {}))


def _put(
    watches: Watches,
    watch: Watch,
    asked: Asked,
    states: Mapping[str, int],
    ended: Callable[[], bool] = lambda: False,
) -> int:
    found, left = 0, iter(states.items())
    while not ended() and (some := dict(islice(left, 1 if watch.question else AT_ONCE))):
        names = asked.named(tuple(some))
        hits = list((_answers if watch.question else _events)(watch, names, asked)) if names else []
        found += watches.finds.put(watch.id, {digest: some[digest] for digest in names}, hits)
    return found


def _events(watch: Watch, names: Mapping[str, str], asked: Asked) -> Iterator[Hit]:
    digests = {name: digest for digest, name in names.items()}
    for event in asked.events(replace(wanted_of(watch.fields), pages=tuple(digests))):
        yield Hit(watch.id, digests[event.page], event.article, event.spans)


def _answers(watch: Watch, names: Mapping[str, str], asked: Asked) -> Iterator[Hit]:
    """What each page alone answers: among all of them a new telling would be held back behind older ones."""
    ((digest, name),) = names.items()
    try:
        answer = asked.ask(watch.question, scope=Scope(pages=(name,)))
    except QuestionError:
        return
    if answer.verdict is not Verdict.ANSWERED:
        return
    for citation in answer.citations:
        yield Hit(watch.id, digest, citation.article, citation.spans)
