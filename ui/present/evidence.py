"""The evidence: a whole article as reconstructed, and the page it stands on, with the cited words marked."""

from __future__ import annotations

from collections.abc import Sequence

from rag import Article, Citation, Language, Page, Reading, Span, Spans
from ui.present.escape import escaped
from ui.present.marking import marked
from ui.present.sources import place, reading_footnote
from ui.strings import say


def nothing_chosen(language: Language) -> str:
    """What the panel says before any marker was clicked."""
    return f'<p class="empty">{say(language, "evidence.empty")}</p>'


def gone(language: Language) -> str:
    """What it says of a page that was deleted since the answer was given."""
    return f'<p class="empty" role="alert">{say(language, "evidence.gone")}</p>'


def evidence(language: Language, reading: Reading, shown: Citation, others: Sequence[Citation] = ()) -> str:
    """The article of `shown` with its sentence marked, and lightly what `others` cite on the same page."""
    also = tuple(s for other in others if other.page == shown.page for s in other.spans)
    return (
        f'<article class="evidence" aria-label="{escaped(reading.article.title or say(language, "evidence.untitled"))}">'
        f"{_head(language, reading)}{_facts(language, reading, shown)}{_footnote(language, reading)}"
        f"{_views(language)}{_article(reading, shown.spans, also)}{_page(reading.page, shown.spans, also)}</article>"
    )


def _head(language: Language, reading: Reading) -> str:
    page, article = reading.page, reading.article
    name = escaped(page.newspaper) or say(language, "evidence.newspaper_unknown")
    titles = "<br>".join(map(escaped, article.titles)) or say(language, "evidence.untitled")
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
    heads = _headlines(text, article, cited, also)
    body = "".join(f"<p>{marked(text, paragraph, cited, also)}</p>" for paragraph in article.paragraphs)
    return (
        f'<div id="view-article" role="tabpanel" aria-labelledby="tab-article" class="view article" lang="zh" '
        f'tabindex="0">{heads}{body}</div>'
    )


def _headlines(text: str, article: Article, cited: Spans, also: Spans) -> str:
    """Headlines again at the top of the article, for they can be cited too."""
    return "".join(f'<p class="headline">{marked(text, spans, cited, also)}</p>' for spans in article.title_spans)


def _page(page: Page, cited: Spans, also: Spans) -> str:
    whole = marked(page.text, (Span(0, len(page.text)),), cited, also)
    return (
        f'<div id="view-page" role="tabpanel" aria-labelledby="tab-page" class="view page" lang="zh" '
        f'tabindex="0" hidden>{whole}</div>'
    )
