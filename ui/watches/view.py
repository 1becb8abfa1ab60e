"""What is watched, and what was found, as HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rag import Activity, Language
from ui.gate.bodies import LARGEST
from ui.localised import token
from ui.network.view import on_one_line
from ui.present.corrected import corrected_lines
from ui.present.escape import escaped
from ui.strings import say
from ui.watches.records import Counts, Watch
from ui.watches.showing import Shown
from ui.watches.store import LONGEST


@dataclass(frozen=True, slots=True)
class Listed:
    """A watch with how much it found."""

    watch: Watch
    counts: Counts


def watches_tab() -> str:
    """The tab before anything is listed; drawn once for every reader, so its words are tokens."""
    return (
        f'<section aria-labelledby="watches-heading"><h2 id="watches-heading">{token("watches.title")}</h2>'
        f'<p class="hint">{token("watches.hint")}</p>{_form()}<div data-part="said" role="status"></div>'
        f'<div data-part="rows"><p class="pending">{token("events.loading")}</p></div></section>{_names()}'
        f'<div class="problem" role="alert" data-unreachable hidden><p>{token("events.unreachable")}</p>'
        f'<button type="button" data-retry>{token("events.retry")}</button></div>'
    )


def wanted_line(language: Language, fields: Mapping[str, str]) -> str:
    """The filters in words."""
    parts = [_filter(language, name, on_one_line(value)) for name, value in fields.items() if value]
    return ("；" if language is Language.ZH else "; ").join(parts)


def watches_html(language: Language, rows: Sequence[Listed], may_edit: bool) -> str:
    """A list of all watches, each to be opened."""
    if not rows:
        return f'<p class="nothing">{say(language, "watches.none")}</p>'
    return f'<ul class="watches">{"".join(_watch(language, row, may_edit) for row in rows)}</ul>'


def hits_html(language: Language, shown: Sequence[Shown], seen: int, more: bool) -> str:
    """What a watch found, the newest first; those with a number above `seen` are marked as new."""
    if not shown:
        return f'<p class="hint">{say(language, "watches.nothing")}</p>'
    rest = f'<p class="hint">{say(language, "watches.more", n=len(shown))}</p>' if more else ""
    return f'<ol class="hits">{"".join(_hit(language, one, one.hit.number > seen) for one in shown)}</ol>{rest}'


def withdrawn_html(language: Language, shown: Sequence[Shown]) -> str:
    """What stood before its page was corrected, folded; nothing where nothing is."""
    if not shown:
        return ""
    summary = say(language, "watches.withdrawn", n=len(shown))
    items = "".join(_hit(language, one, False) for one in shown)
    return (
        f'<details class="fold withdrawn"><summary>{summary}</summary>'
        f'<p class="hint">{say(language, "watches.withdrawn_why")}</p><ol class="hits">{items}</ol></details>'
    )


def _form() -> str:
    return (
        f'<form class="watch" aria-label="{token("watches.add")}"><p class="wanted" data-part="wanted"></p>'
        f'<p class="asked"><label for="watches-question">{token("watches.question")}</label>'
        f'<input type="text" id="watches-question" name="question" maxlength="500" autocomplete="off"></p>'
        f'<p><label for="watches-name">{token("watches.name")}</label>'
        f'<input type="text" id="watches-name" name="name" maxlength="{LONGEST}" required autocomplete="off"></p>'
        f'<p class="buttons"><button type="submit">{token("watches.add")}</button></p></form>'
    )


def _names() -> str:
    return (
        f'<section aria-labelledby="names-heading"><h2 id="names-heading">{token("watches.names")}</h2>'
        f'<p class="hint">{token("watches.names_hint")}</p><form class="names"><p>'
        f'<label class="unseen" for="watches-names">{token("watches.names")}</label>'
        f'<textarea id="watches-names" name="names" rows="4" spellcheck="false"></textarea></p><p class="buttons">'
        f'<label class="choose">{token("watches.names_file")}<input type="file" class="unseen" accept=".txt,.csv"></label>'
        f'<button type="submit">{token("watches.names_find")}</button></p>'
        f'<p role="status" data-names data-done="{token("watches.names_done")}" data-busy="{token("watches.names_busy")}" '
        f'data-most="{LARGEST}" data-large="{token("gate.large")}"></p>'
        f"</form></section>"
    )


def _watch(language: Language, row: Listed, may_edit: bool) -> str:
    watch, counts = row.watch, row.counts
    what = watch.question or wanted_line(language, watch.fields) or say(language, "watches.everything")
    new = f'<b class="new">{say(language, "watches.new", n=counts.new)}</b>' if counts.new else ""
    delete = (
        f'<button type="button" class="grave" data-remove data-sure="{escaped(say(language, "watches.sure", name=watch.name))}">'
        f"{say(language, 'watches.delete')}</button>"
        if may_edit
        else ""
    )
    seen = f'<button type="button" data-seen>{say(language, "watches.seen")}</button>' if counts.new else ""
    return (
        f'<li data-watch="{watch.id}"><details><summary><span class="name">{escaped(watch.name)}</span> {new}'
        f'<span class="what">{escaped(what)}</span></summary>'
        f'<p class="tools"><span>{say(language, "watches.found", n=counts.hits)}</span>{seen}'
        f'<a href="watch/feed?id={watch.id}">{say(language, "watches.feed")}</a>'
        f'<a href="watch/file?id={watch.id}" download>{say(language, "watches.file")}</a>{delete}</p>'
        f"<div data-hits></div></details></li>"
    )


def _hit(language: Language, shown: Shown, new: bool) -> str:
    mark = f'<b class="new">{say(language, "watches.is_new")}</b> ' if new else ""
    ruled = corrected_lines(language, shown.corrected)
    lines = "".join(f'<span class="facts">{escaped(line)}</span>' for line in ruled)
    facts = " · ".join(filter(None, (shown.date, shown.page.newspaper, shown.title)))
    return (
        f'<li>{mark}<a class="open" href="{escaped(shown.link)}">{escaped(shown.quote)}</a>'
        f'<span class="facts">{escaped(facts)}</span>{lines}</li>'
    )


def _filter(language: Language, name: str, value: str) -> str:
    if name == "all":
        return say(language, "events.planned")
    known = name == "type" and value in set(Activity)
    return say(language, f"events.{name}_is", value=say(language, f"activity.{value}") if known else value)
