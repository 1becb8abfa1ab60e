"""The evidence: a whole article as reconstructed, and the page it stands on, with the cited words marked."""

from __future__ import annotations

from dataclasses import dataclass

from rag import Gloss, Language, Page, Reading, Scan, Span, Spans, Tie
from ui.evidence.sheets import place_of_sheets
from ui.keeping.original import Original, is_printed
from ui.links import Place, article_link
from ui.localised import token
from ui.present.basis import worded_html
from ui.present.corrected import corrected_lines
from ui.present.escape import escaped
from ui.present.gloss import gloss_line
from ui.present.marking import marked
from ui.present.original import original_html
from ui.present.seen import doubted, pictures
from ui.present.sources import elsewhere_line, place, reading_footnote
from ui.strings import say


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of the places that an answer cites, or the one that a link points at; `nearest` ones support nothing."""

    places: tuple[Place, ...]
    which: int = 0
    nearest: bool = False

    @property
    def place(self) -> Place:
        """The chosen one."""
        return self.places[self.which]

    @property
    def also(self) -> Spans:
        """The words that the other places point at, on the same page."""
        return tuple(s for other in self.places if other.page == self.place.page for s in other.spans)


@dataclass(frozen=True, slots=True)
class Shown:
    """What of an article is shown: what led to it, what lies before and behind it, and whether the page was `replaced`
    since the link was made, so that nothing can be marked; what the page was recognised from; the `other` page's article of
    which it is a part, or which it repeats. `correctable` where whoever looks may correct what was drawn from it; `glosses` are those of the cited words, `original` is the page's file where that is kept."""

    chosen: Chosen
    before: Reading | None = None
    after: Reading | None = None
    replaced: bool = False
    scan: Scan | None = None
    other: Reading | None = None
    correctable: bool = False
    glosses: tuple[Gloss, ...] = ()
    original: Original | None = None

    @property
    def pictured(self) -> bool:
        """Whether the page can be seen as it was printed."""
        return bool(self.scan and self.scan.pictures) or self.printed

    @property
    def printed(self) -> bool:
        """Whether its file is there and is a PDF."""
        return self.original is not None and is_printed(self.original.page)

    @property
    def cited(self) -> Spans:
        """The words to be marked."""
        return () if self.replaced else self.chosen.place.spans

    @property
    def also(self) -> Spans:
        """The words to be marked lightly."""
        return () if self.replaced else self.chosen.also


def panel() -> str:
    """The panel as it is served; its words are tokens, the last of them for when the program does not answer."""
    return (
        f'<div data-part="evidence" data-label="{token("evidence.panel")}"><p class="empty">{token("evidence.empty")}</p>'
        f'</div><template><p class="close"><button type="button" data-close="yes">{token("evidence.close")}</button></p>'
        f'<p class="empty" role="alert">{token("events.unreachable")}</p></template>'
        f'<dialog class="correcting" aria-labelledby="correcting-title" data-unreachable="{token("events.unreachable")}">'
        f"</dialog>"
    )


def nothing_chosen(language: Language) -> str:
    """What the panel says before any marker was clicked."""
    return f'<p class="empty">{say(language, "evidence.empty")}</p>'


def gone(language: Language, page: str = "") -> str:
    """What it says of a page that was deleted since the answer was given, or the link was made."""
    name = f' <span class="file">{escaped(page)}</span>' if page else ""
    return f'{_close(language)}<p class="empty" role="alert">{say(language, "evidence.gone")}{name}</p>'


def evidence(language: Language, reading: Reading, shown: Shown) -> str:
    """The article with the cited words marked, and lightly what the answer's other citations rest on."""
    title = reading.article.title or say(language, "evidence.untitled")
    return (
        f'<article class="evidence" aria-label="{escaped(title)}">{_close(language)}'
        f"{_notes(language, reading, shown)}{_steps(language, shown)}{_head(language, reading, shown)}"
        f"{_facts(language, reading, shown)}{_footnote(language, reading, shown.cited)}"
        f"{_correct(language, reading, shown)}"
        f"{'' if shown.replaced else gloss_line(language, shown.glosses)}"
        f"{_views(language, shown)}{_article(language, reading, shown)}{_page(reading.page, shown)}"
        f"{_picture(language, reading, shown)}"
        f"{_around(language, shown)}</article>"
    )


def _close(language: Language) -> str:
    label = say(language, "evidence.close")
    return f'<p class="close"><button type="button" data-close="yes">{label}</button></p>'


def _notes(language: Language, reading: Reading, shown: Shown) -> str:
    """What must be known before the article is read: that it answers nothing, or is not what was linked, or was recognised."""
    said = (("nearest", shown.chosen.nearest), ("replaced", shown.replaced))
    lines = [say(language, f"evidence.{name}") for name, true in said if true]
    lines += [escaped(line) for line in corrected_lines(language, reading.understood.ruled)]
    lines.append(escaped(doubted(language, shown.scan, reading.page, shown.cited or reading.article.spans)))
    return "".join(f'<p class="warning">{line}</p>' for line in lines if line)


def _steps(language: Language, shown: Shown) -> str:
    """Which of the answer's citations this is, and the way to its neighbours."""
    chosen = shown.chosen
    if len(chosen.places) < 2:
        return ""
    last = len(chosen.places) - 1
    where = f"{say(language, 'evidence.citation')} {chosen.which + 1} / {last + 1}"
    before = _step(language, "previous", chosen, max(chosen.which - 1, 0))
    onward = _step(language, "next", chosen, min(chosen.which + 1, last))
    return f'<p class="steps"><span>{where}</span>{before}{onward}</p>'


def _step(language: Language, name: str, chosen: Chosen, to: int) -> str:
    off = " disabled" if to == chosen.which else ""
    label = say(language, f"evidence.{name}")
    return f'<button type="button" data-step="{to}" data-key="{name}"{off}>{label}</button>'


def _around(language: Language, shown: Shown) -> str:
    """The way to the articles before and behind this one on its page."""
    links = (("before", shown.before), ("after", shown.after))
    items = "".join(_to(language, name, reading) for name, reading in links if reading is not None)
    return f'<nav class="around" aria-label="{say(language, "evidence.around")}">{items}</nav>' if items else ""


def _to(language: Language, name: str, reading: Reading) -> str:
    link = escaped(article_link(reading.page.name, reading.article.number))
    title = escaped(reading.article.title) or say(language, "evidence.untitled")
    label = say(language, f"evidence.{name}")
    return f'<a class="{name}" href="{link}"><span>{label}</span> <cite lang="zh">{title}</cite></a>'


def _head(language: Language, reading: Reading, shown: Shown) -> str:
    """The headlines are cut out of the page like everything else, for they can be cited too."""
    page, article = reading.page, reading.article
    name = escaped(page.newspaper) or say(language, "evidence.newspaper_unknown")
    lines = [marked(page.text, spans, shown.cited, shown.also) for spans in article.title_spans]
    titles = "<br>".join(lines) or say(language, "evidence.untitled")
    return f'<p class="masthead" lang="zh">{name}</p><h2 tabindex="-1" lang="zh">{titles}</h2>'


def _facts(language: Language, reading: Reading, shown: Shown) -> str:
    page, when, cited = reading.page, reading.understood.when, shown.cited
    happened = escaped(when.value or "") or _in_chinese(when.printed) or say(language, "evidence.happened_unknown")
    basis = say(language, "evidence.basis", basis=worded_html(language, when.basis)) if when.basis else ""
    rows = (
        ("issued", escaped(reading.issued or "") or say(language, "evidence.issued_unknown")),
        ("happened", f'{happened} <span class="basis">{basis}</span>' if basis else happened),
        ("place", escaped(place(language, page, cited or reading.article.spans))),
        (
            "file",
            f'<span translate="no">{escaped(page.name)}</span> {original_html(language, shown.original)}'.rstrip(),
        ),
        ("reporters", _in_chinese("、".join(reading.article.reporters))),
    )
    items = "".join(f"<dt>{say(language, f'evidence.{name}')}</dt><dd>{value}</dd>" for name, value in rows if value)
    return f'<dl class="facts">{items}</dl>'


def _in_chinese(words: str) -> str:
    return f'<span lang="zh">{escaped(words)}</span>' if words else ""


def _footnote(language: Language, reading: Reading, cited: Spans) -> str:
    """The footnote as text, with buttons that copy it, and the address at which this place opens again."""
    line = escaped(reading_footnote(reading))
    link = escaped(article_link(reading.page.name, reading.article.number, cited, reading.page.digest))
    done = say(language, "evidence.copied")
    return (
        f'<p class="footnote"><span class="label">{say(language, "evidence.footnote")}</span> '
        f'<span class="line" lang="zh">{line}</span> '
        f'<button type="button" data-copy="{line}" data-done="{done}">{say(language, "evidence.copy")}</button> '
        f'<button type="button" data-copy-link="{link}" data-done="{done}">{say(language, "evidence.link")}</button></p>'
    )


def _correct(language: Language, reading: Reading, shown: Shown) -> str:
    """The way to the form in which what was drawn from the article is corrected, for whoever may."""
    if not shown.correctable:
        return ""
    cited = shown.cited if not shown.replaced else ()
    link = escaped(article_link(reading.page.name, reading.article.number, cited, reading.page.digest))
    label = say(language, "correcting.open")
    return f'<p class="correct"><button type="button" data-correct="{link}">{label}</button></p>'


def _views(language: Language, shown: Shown) -> str:
    views = ("article", "page", *(("picture",) if shown.pictured else ()))
    tabs = "".join(
        f'<button type="button" role="tab" id="tab-{view}" aria-controls="view-{view}" data-view="{view}" '
        f'aria-selected="{str(first).lower()}" tabindex="{0 if first else -1}">{say(language, f"evidence.{view}")}</button>'
        for view, first in ((view, view == "article") for view in views)
    )
    return f'<div class="views" role="tablist" aria-label="{say(language, "evidence.views")}">{tabs}</div>'


def _article(language: Language, reading: Reading, shown: Shown) -> str:
    """The article, with its beginning or its rest where another file has that."""
    text, article = reading.page.text, reading.article
    body = "".join(f"<p>{marked(text, part, shown.cited, shown.also)}</p>" for part in article.paragraphs)
    other, begins = _other(language, reading, shown.other), not reading.article.is_rest
    return (
        f'<div id="view-article" role="tabpanel" aria-labelledby="tab-article" class="view article" lang="zh" '
        f'tabindex="0">{body if begins else ""}{other}{"" if begins else body}</div>'
    )


def _other(language: Language, reading: Reading, other: Reading | None) -> str:
    """The way to the other file's part of the article, and its words."""
    elsewhere = reading.article.elsewhere
    if elsewhere is None or other is None:
        return ""
    paragraphs = () if elsewhere.tie is Tie.SAME else other.article.paragraphs
    words = "".join(f"<p>{marked(other.page.text, part, (), ())}</p>" for part in paragraphs)
    link = escaped(article_link(elsewhere.page, elsewhere.number))
    label = escaped(elsewhere_line(language, elsewhere))
    return f'<p class="elsewhere"><a href="{link}" lang="{language.value}">{label}</a></p>{words}'


def _page(page: Page, shown: Shown) -> str:
    whole = marked(page.text, (Span(0, len(page.text)),), shown.cited, shown.also)
    return (
        f'<div id="view-page" role="tabpanel" aria-labelledby="tab-page" class="view page" lang="zh" '
        f'tabindex="0" hidden>{whole}</div>'
    )


def _picture(language: Language, reading: Reading, shown: Shown) -> str:
    """The picture beside the words: what is cited stands above it."""
    if not shown.pictured:
        return ""
    sheets = _sheets(language, reading, shown)
    words = marked(reading.page.text, shown.cited, shown.cited)
    return (
        f'<div id="view-picture" role="tabpanel" aria-labelledby="tab-picture" class="view picture" tabindex="0" hidden>'
        f"{f'<blockquote lang=zh>{words}</blockquote>' if words else ''}{sheets}</div>"
    )


def _sheets(language: Language, reading: Reading, shown: Shown) -> str:
    """The pictures from which the article was recognised; where its words are the file's own, the file's sheets."""
    article, scan = reading.article.spans, shown.scan
    recognised = scan is not None and scan.recognised((span.start, span.end) for span in article)
    if scan is None or (shown.printed and not recognised):
        return place_of_sheets(language, reading.page.name)
    return pictures(language, reading.page, scan, article, shown.cited, shown.also)
