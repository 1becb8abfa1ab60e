"""The evidence: a whole article as reconstructed, and the page it stands on, with the cited words marked."""

from __future__ import annotations

from rag import Citation, Language, Page, Reading, Span, Spans
from ui.present.escape import escaped
from ui.present.marking import marked
from ui.present.sources import place, reading_footnote
from ui.strings import say
from ui.turns import Chosen


def nothing_chosen(language: Language) -> str:
    """What the panel says before any marker was clicked."""
    return f'<p class="empty">{say(language, "evidence.empty")}</p>'


def gone(language: Language) -> str:
    """What it says of a page that was deleted since the answer was given."""
    return f'<p class="empty" role="alert">{say(language, "evidence.gone")}</p>'


def evidence(language: Language, reading: Reading, chosen: Chosen) -> str:
    """The article of the chosen citation with its sentence marked, and lightly what the others cite on that page."""
    shown = chosen.citations[chosen.which]
    also = tuple(s for other in chosen.citations if other.page == shown.page for s in other.spans)
    return (
        f'<article class="evidence" aria-label="{escaped(reading.article.title or say(language, "evidence.untitled"))}">'
        f"{_steps(language, chosen)}{_head(language, reading, shown.spans, also)}"
        f"{_facts(language, reading, shown)}{_footnote(language, reading)}"
        f"{_views(language)}{_article(reading, shown.spans, also)}{_page(reading.page, shown.spans, also)}</article>"
    )


def _steps(language: Language, chosen: Chosen) -> str:
    """The way back to the answer, which citation this is, and the way to its neighbours."""
    back = (
        f'<p class="back"><button type="button" data-back="{chosen.turn}">{say(language, "evidence.back")}</button></p>'
    )
    note = f'{back}<p class="nearest-note">{say(language, "evidence.nearest")}</p>' if chosen.nearest else back
    if len(chosen.citations) < 2:
        return note
    last = len(chosen.citations) - 1
    where = f"{chosen.which + 1} / {last + 1}"
    before = _step(say(language, "evidence.previous"), chosen, max(chosen.which - 1, 0))
    onward = _step(say(language, "evidence.next"), chosen, min(chosen.which + 1, last))
    return f'{note}<p class="steps">{before}<span>{where}</span>{onward}</p>'


def _step(label: str, chosen: Chosen, to: int) -> str:
    off = " disabled" if to == chosen.which else ""
    return f'<button type="button" data-turn="{chosen.turn}" data-shown="{to}"{off}>{label}</button>'


def _head(language: Language, reading: Reading, cited: Spans, also: Spans) -> str:
    """The headlines are cut out of the page like everything else, for they can be cited too."""
    page, article = reading.page, reading.article
    name = escaped(page.newspaper) or say(language, "evidence.newspaper_unknown")
    lines = [marked(page.text, spans, cited, also) for spans in article.title_spans]
    titles = "<br>".join(lines) or say(language, "evidence.untitled")
    return f'<p class="masthead" lang="zh">{name}</p><h2 tabindex="-1" lang="zh">{titles}</h2>'


def _facts(language: Language, reading: Reading, shown: Citation) -> str:
    page, when = reading.page, reading.understood.when
    happened = escaped(when.value or when.printed) or say(language, "evidence.happened_unknown")
    basis = say(language, "evidence.basis", basis=when.basis) if when.basis else ""
    rows = (
        ("issued", escaped(page.issued or "") or say(language, "evidence.issued_unknown")),
        ("happened", f'{happened} <span class="basis">{escaped(basis)}</span>' if basis else happened),
        ("place", escaped(place(language, page, shown.spans))),
        ("file", escaped(page.name)),
        ("reporters", escaped("、".join(reading.article.reporters))),
    )
    items = "".join(f"<dt>{say(language, f'evidence.{name}')}</dt><dd>{value}</dd>" for name, value in rows if value)
    return f'<dl class="facts">{items}</dl>'


def _footnote(language: Language, reading: Reading) -> str:
    line = escaped(reading_footnote(reading))
    return (
        f'<p class="footnote"><span class="label">{say(language, "evidence.footnote")}</span> '
        f'<span class="line" lang="zh">{line}</span> '
        f'<button type="button" data-copy="{line}" data-done="{say(language, "evidence.copied")}">'
        f"{say(language, 'evidence.copy')}</button></p>"
    )


def _views(language: Language) -> str:
    tabs = "".join(
        f'<button type="button" role="tab" id="tab-{view}" aria-controls="view-{view}" data-view="{view}" '
        f'aria-selected="{str(first).lower()}" tabindex="{0 if first else -1}">{say(language, f"evidence.{view}")}</button>'
        for view, first in (("article", True), ("page", False))
    )
    return f'<div class="views" role="tablist" aria-label="{say(language, "evidence.views")}">{tabs}</div>'


def _article(reading: Reading, cited: Spans, also: Spans) -> str:
    text, article = reading.page.text, reading.article
    body = "".join(f"<p>{marked(text, paragraph, cited, also)}</p>" for paragraph in article.paragraphs)
    return (
        f'<div id="view-article" role="tabpanel" aria-labelledby="tab-article" class="view article" lang="zh" '
        f'tabindex="0">{body}</div>'
    )


def _page(page: Page, cited: Spans, also: Spans) -> str:
    whole = marked(page.text, (Span(0, len(page.text)),), cited, also)
    return (
        f'<div id="view-page" role="tabpanel" aria-labelledby="tab-page" class="view page" lang="zh" '
        f'tabindex="0" hidden>{whole}</div>'
    )
