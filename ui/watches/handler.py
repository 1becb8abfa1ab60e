"""From what is pressed on the tab "Watch" to what it shows."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from rag import Language, RagError
from ui.events.handler import FILTERS, Fields, Parts, wanted_of
from ui.handlers.days import UnreadableDayError
from ui.handlers.sent import DIGITS, text_of
from ui.ports import Asked
from ui.present.nothing import problem
from ui.problems import one_line, report
from ui.strings import say
from ui.watches.running import add, bring_up
from ui.watches.showing import shown
from ui.watches.store import Watches
from ui.watches.view import Listed, hits_html, watches_html, withdrawn_html

SHOWN = 50
"""Hits of a watch that are shown; the others are in its file."""
LONGEST_QUESTION = 500
COUNTED = 99
"""Finds that are counted on the tab itself."""


@dataclass(frozen=True, slots=True)
class Watching:
    """The watches, and the one who answers."""

    watches: Watches
    assistant: Asked

    def listed(self, language: Language, who: str, may_edit: bool, known: str = "", looking: bool = False) -> Parts:
        """The part `rows`: all watches, with how many hits each has, and how many that `who` has not seen. `tag` stands for
        all that they say; nothing else is told to whom it is `known`. `looking` says that `who` has the list in sight."""
        try:
            bring_up(self.watches, self.assistant)
            if looking:
                with suppress(RagError):  # what cannot be noted is told on the tab once more
                    self.watches.look(who)
            tag = f"{self.assistant.generation()}-{self.watches.changes()}-{language}-{may_edit}"
            if tag == known:
                return {"tag": tag}
            counts = self.watches.counts(who)
            rows = [Listed(watch, counts[watch.id]) for watch in self.watches.all() if watch.id in counts]
            return {"rows": watches_html(language, rows, may_edit), "tag": tag}
        except Exception as error:
            return {"rows": _problem(language, error)}

    def opened(self, language: Language, who: str, watch: str) -> Parts:
        """The part `hits`: the newest of a watch, those marked that `who` has not seen; `newest` is the number of the first."""
        try:
            bring_up(self.watches, self.assistant)
            hits, gone = self.watches.finds.standing(watch, SHOWN), self.watches.finds.withdrawn(watch, SHOWN)
            found, withdrawn = list(shown(self.assistant, hits)), list(shown(self.assistant, gone))
            html = hits_html(language, found, self.watches.seen(watch, who), len(hits) == SHOWN)
            html += withdrawn_html(language, withdrawn)
            return {"hits": html, "newest": str(hits[0].number if hits else 0)}
        except Exception as error:
            return {"hits": _problem(language, error)}

    def signed(self, language: Language, who: str) -> Parts:
        """What the tab itself shows: as `sign` how much was found since `who` looked there last, in few characters, as `told`
        the name of the tab with it in words; both empty where nothing was."""
        try:
            fresh = self.watches.fresh(who)
        except RagError:  # the list says so
            fresh = 0
        if not fresh:
            return {"sign": "", "told": ""}
        new = say(language, "watches.new", n=fresh)
        told = say(language, "watches.sign", tab=say(language, "tab.watches"), new=new)
        return {"sign": f"{COUNTED}+" if fresh > COUNTED else str(fresh), "told": told}

    def seen(self, who: str, fields: Fields) -> None:
        """`who` has seen the hits of a watch up to a number."""
        number = fields.get("newest", "")
        if number.isdecimal() and len(number) <= DIGITS:
            with suppress(RagError):  # what cannot be noted is shown as new once more
                self.watches.see(fields.get("id", ""), who, int(number))

    def added(self, language: Language, sent: object, fields: Fields) -> Parts:
        """Watch a question, or filters; the part `said`, empty unless that cannot be, as `wrong` tells too."""
        question = text_of(sent, "question", LONGEST_QUESTION).strip()
        filters = {name: fields[name] for name in (*FILTERS, "all") if fields.get(name, "").strip()}
        try:
            if question:
                self.assistant.check_question(question)
            wanted_of(filters)
            add(self.watches, self.assistant, fields.get("name", ""), question, {} if question else filters)
        except UnreadableDayError:
            return {"said": problem(language, "events.wrong_day"), "wrong": "yes"}
        except RagError as error:
            return {"said": problem(language, "watches.not_added", one_line(error)), "wrong": "yes"}
        return {"said": "", "wrong": ""}

    def removed(self, language: Language, watch: str) -> Parts:
        """It is watched no more, and what it found is forgotten; the parts `said` and `wrong` as above."""
        try:
            self.watches.remove(watch)
        except RagError as error:
            return {"said": problem(language, "watches.failed", one_line(error)), "wrong": "yes"}
        return {"said": "", "wrong": ""}


def _problem(language: Language, error: Exception) -> str:
    if isinstance(error, RagError):
        return problem(language, "watches.failed", one_line(error))
    report(error)
    return problem(language, "problem.other")
