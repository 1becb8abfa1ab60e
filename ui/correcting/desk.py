"""The form beside an article: shown, what it sends kept, and what was kept taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rag import (
    ChangedError,
    ConflictError,
    Language,
    Listed,
    RagError,
    Reading,
    ValueRefusedError,
    rule,
    rulings,
    undo_ruling,
)
from ui.correcting.form import Corrected, form
from ui.correcting.sent import proposals
from ui.desk import Desk
from ui.handlers.sent import text_of
from ui.links import Place, article_link, place_of
from ui.present.nothing import problem
from ui.present.reasons import detail
from ui.problems import report
from ui.strings import say

LONGEST = 4000
"""Characters of an address."""
AT_ONCE = 12.0
"""Seconds that the reader waits for the index to follow."""

Parts = dict[str, str]


def form_of(desk: Desk, language: Language, sent: object, told: str = "", wrong: bool = False) -> Parts:
    """The form for the article that a link points at; `told` is what is said above it, as text."""
    place = place_of(text_of(sent, "link", LONGEST))
    try:
        reading = desk.assistant.reading(place.page, place.article) if place else None
    except RagError:
        reading = None
    if place is None or reading is None:
        return {"form": problem(language, "evidence.gone"), "wrong": "yes"}
    shown = Corrected(reading, _others(desk, reading), _made_on(desk, reading), _marked(place, reading))
    return {
        "form": form(language, shown, told, wrong),
        "wrong": "yes" if wrong else "",
        "link": article_link(place.page, place.article),
    }


def kept(desk: Desk, language: Language, sent: object, who: str) -> Parts:
    """Keep what the form sent, and show it again with what the article then tells."""

    def keep() -> None:
        place = place_of(text_of(sent, "link", LONGEST))
        if place is None or not isinstance(sent, Mapping):
            raise ChangedError
        reading = desk.assistant.reading(place.page, place.article)
        rule(desk.config, place.page, place.article, *proposals(sent, reading, who))

    return _form_after(desk, language, sent, *done(desk, language, keep, "correcting.kept"))


def taken_back(desk: Desk, language: Language, sent: object, who: str) -> Parts:
    """Take back the correction that is named."""
    return _form_after(desk, language, sent, *undone(desk, language, sent, who))


def _form_after(desk: Desk, language: Language, sent: object, told: str, wrong: bool) -> Parts:
    """The form again; `wrong` tells of the correction, which may be kept where there is no article to be shown any more."""
    return form_of(desk, language, sent, told, wrong) | {"wrong": "yes" if wrong else ""}


def undone(desk: Desk, language: Language, sent: object, who: str) -> tuple[str, bool]:
    """Take the correction that is named back; what is told of it, as text, and whether it went wrong."""
    entry = text_of(sent, "entry", 40)
    return done(desk, language, lambda: undo_ruling(desk.config, entry, who), "correcting.undone")


def named(sent: object) -> str:
    """What is corrected where, for the log."""
    place = place_of(text_of(sent, "link", LONGEST))
    where = f"{place.page}#{place.article}" if place else ""
    return " ".join(filter(None, (where, *(text_of(sent, name, 60) for name in ("thing", "ruling", "was", "entry")))))


def why(language: Language, error: RagError) -> str:
    """Why nothing was kept, in the reader's language."""
    if isinstance(error, ConflictError):
        who = error.other.who or say(language, "correcting.somebody")
        return say(language, "correcting.conflict", who=who, at=error.other.at.replace("T", " ")[:16])
    if isinstance(error, ChangedError):
        return say(language, "correcting.changed")
    if isinstance(error, ValueRefusedError):
        return say(language, f"correcting.no_{error.code}", **error.values)
    return detail(language, str(error))


def done(desk: Desk, language: Language, act: Callable[[], object], said: str) -> tuple[str, bool]:
    """Do it, and let the index follow; what is told of it, as text, and whether it went wrong. `said` is the key of what is
    told where it did not."""
    try:
        act()
    except RagError as error:
        return say(language, "correcting.refused", why=why(language, error)), True
    except Exception as error:
        report(error)
        return say(language, "problem.other"), True
    later = "" if desk.indexing.correct(AT_ONCE) else f" {say(language, 'correcting.later')}"
    return say(language, said) + later, False


def _others(desk: Desk, reading: Reading) -> tuple[Reading, ...]:
    """The other articles of its page."""
    on_page = desk.assistant.articles(reading.page.name)
    return tuple(other for other in on_page if other.article.number != reading.article.number)


def _made_on(desk: Desk, reading: Reading) -> tuple[Listed, ...]:
    """The corrections that stand in what the article tells, with who made them."""
    ids = {ruled.entry for ruled in reading.understood.ruled}
    return tuple(rulings(desk.config, ids)) if ids else ()


def _marked(place: Place, reading: Reading) -> Place:
    return place if place.fits(reading.page) else Place(place.page, place.article)
