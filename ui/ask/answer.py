"""An answer, or a refusal, as HTML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rag import Answer, Citation, Correction, Language, Searched, Verdict
from ui.ask.laid import MARKER, Part, Quotation, Statement, laid_out, quoted
from ui.links import article_link
from ui.present.carried import carried_html
from ui.present.corrected import corrected_lines
from ui.present.escape import escaped
from ui.present.gloss import gloss_line
from ui.present.scoped import scope_line
from ui.present.seen import seen_line
from ui.present.sources import elsewhere_line, reported_line, source_line
from ui.strings import say

NOT_OF_THE_PAGES = ("greeting", "vague", "talk")
"""Reasons of what is said where nothing was asked that the pages could fail to tell."""


def answer_html(language: Language, answer: Answer) -> str:
    """The answer with clickable markers and its sources, or a refusal that cannot be taken for an answer."""
    if answer.reason in NOT_OF_THE_PAGES:
        return f'<div class="answer" data-verdict="{answer.verdict}"><p class="words">{escaped(answer.text)}</p></div>'
    return (_refusal if answer.verdict is Verdict.ABSTAINED else _answer)(language, answer)


def plain(language: Language, answer: Answer) -> str:
    """The answer and the words it rests on as text to be pasted elsewhere, each quotation once, under it what was corrected."""
    parts = laid_out(answer)
    shown = quoted(parts)
    said = (_plain_part(language, part) for part in parts)
    sources = (
        f"[{c.marker}] {_source_in_words(language, c)}"
        + ("" if c.marker in shown else f"\n{c.quote}{_corrected_in_words(language, c)}")
        for c in answer.citations
    )
    scope = scope_line(language, answer.scope)
    return "\n".join([*([scope] if scope else []), *said]) + "\n\n" + "\n".join(sources)


def _plain_part(language: Language, part: Part) -> str:
    if isinstance(part, Quotation):
        return f"“{part.citation.quote}”[{part.citation.marker}]{_corrected_in_words(language, part.citation)}"
    return f"{part.text}　{part.title}" if part.title else part.text


def _corrected_in_words(language: Language, citation: Citation) -> str:
    """Lines under a quotation: the answer may state what its words do not print."""
    return "".join(f"\n{line}" for line in corrected_lines(language, citation.corrected))


def _answer(language: Language, answer: Answer) -> str:
    parts = laid_out(answer)
    return (
        f'<div class="answer" data-verdict="{answer.verdict}">'
        f"{_partial(language, answer)}{_notes(language, answer)}"
        f'<div class="words">{_said(language, answer, parts)}</div>'
        f"{_missing(language, answer)}{_sources(language, answer, quoted(parts))}</div>"
    )


def _said(language: Language, answer: Answer, parts: tuple[Part, ...]) -> str:
    """Statements and quotations in their order; where a quotation stands is said once for those of one article."""
    places = {citation.marker: place for place, citation in enumerate(answer.citations)}
    html, titled = "", ""
    for part, after in zip(parts, (*parts[1:], None), strict=True):
        if isinstance(part, Statement):
            titled = part.title
            words = _words(language, answer, part.text, places)
            title = f'<p class="under" lang="zh">{escaped(titled)}</p>' if titled else ""
            html += f'<p class="head">{words}</p>{title}'
            continue
        html += _quotation(language, part, places[part.citation.marker])
        if not titled and not (isinstance(after, Quotation) and _article(after.citation) == _article(part.citation)):
            html += _from(language, part.citation)
    return html


def _quotation(language: Language, part: Quotation, place: int) -> str:
    """The quote to the letter; what of it does not answer stands back."""
    quote = part.citation.quote
    before, after = (
        f'<span class="beside">{escaped(words)}</span>' if words else ""
        for words in (quote[: part.start], quote[part.end :])
    )
    marker = _marker(language, place, part.citation)
    return (
        f'<blockquote lang="zh">{before}{escaped(quote[part.start : part.end])}{after}{marker}</blockquote>'
        f"{_seen(language, part.citation)}"
    )


def _article(citation: Citation) -> tuple[str, int]:
    return citation.page, citation.article


def _refusal(language: Language, answer: Answer) -> str:
    return (
        f'<div class="refusal" data-verdict="{answer.verdict}">'
        f'<p class="verdict">{say(language, "refusal.heading")}</p>{_notes(language, answer)}'
        f'<p class="words">{escaped(MARKER.sub("", answer.text))}</p>'
        f'<p class="searched">{say(language, "refusal.searched")} {searched_line(language, answer.searched)}</p>'
        f"{_nearest(language, answer)}</div>"
    )


def searched_line(language: Language, searched: Searched) -> str:
    """How much was searched, in which papers, between which days."""
    parts = [say(language, "searched.articles", articles=searched.articles, pages=searched.pages)]
    parts += [f'<span lang="zh">{escaped(f"《{name}》")}</span>' for name in searched.newspapers]
    if searched.first and searched.last:
        parts.append(escaped(say(language, "searched.between", first=searched.first, last=searched.last)))
    return " · ".join(parts)


def _words(language: Language, answer: Answer, text: str, places: Mapping[int, int]) -> str:
    """A line with each `[n]` that names a citation turned into a link; any other stays text.

    A link and not a button, because a line may not break between it and the full stop behind it; nor may it before it.
    """
    html, held = "", ""
    for is_marker, piece in _pieces(text, set(places)):
        if is_marker:
            place = places[int(piece)]
            html += f'<span class="kept">{held}{_marker(language, place, answer.citations[place])}</span>'
            held = ""
        else:
            words = piece if piece[-1:].isspace() else piece[:-1]
            html += held + escaped(words)
            held = escaped(piece[len(words) :])
    return html + held


def _pieces(text: str, markers: set[int]) -> Iterator[tuple[bool, str]]:
    at = 0
    for match in MARKER.finditer(text):
        if int(match[1]) in markers:
            yield False, text[at : match.start()]
            yield True, match[1]
            at = match.end()
    yield False, text[at:]


def _marker(language: Language, shown: int, citation: Citation) -> str:
    """Its address opens the place alone; a click opens it among the other citations of its answer."""
    label = say(language, "answer.marker", marker=citation.marker)
    return (
        f'<a class="marker" href="{_link(citation)}" data-shown="{shown}" aria-label="{label}">[{citation.marker}]</a>'
    )


def _link(citation: Citation) -> str:
    return escaped(article_link(citation.page, citation.article, citation.spans))


def _partial(language: Language, answer: Answer) -> str:
    return f'<p class="partial">{say(language, "answer.partial")}</p>' if answer.verdict is Verdict.PARTIAL else ""


def _missing(language: Language, answer: Answer) -> str:
    line = say(language, "answer.missing", what=answer.missing)
    return f'<p class="missing">{escaped(line)}</p>' if answer.missing else ""


def _notes(language: Language, answer: Answer) -> str:
    corrected = (_note(language, correction) for correction in answer.query.corrections)
    return carried_html(language, answer.carried) + "".join(corrected)


def _note(language: Language, correction: Correction) -> str:
    line = say(language, "answer.read_as", given=correction.given, meant=correction.meant)
    return f'<p class="note">{escaped(line)}</p>'


def _sources(language: Language, answer: Answer, shown: set[int]) -> str:
    """Where all of it stands, folded, since it was said above; what was not quoted there is quoted here."""
    items = "".join(
        f"<li>{_marker(language, place, citation)}{_source(language, citation, citation.marker not in shown)}</li>"
        for place, citation in enumerate(answer.citations)
    )
    heading = say(language, "answer.sources", count=len(answer.citations))
    return (
        f'<details class="origin"><summary>{heading}</summary><ol class="sources">{items}</ol></details>'
        if items
        else ""
    )


def _nearest(language: Language, answer: Answer) -> str:
    items = "".join(
        f'<li><a class="open" href="{_link(citation)}" data-shown="{shown}">{say(language, "refusal.open")}</a>'
        f"{_source(language, citation)}</li>"
        for shown, citation in enumerate(answer.nearest)
    )
    return f'<h3>{say(language, "refusal.nearest")}</h3><ul class="nearest">{items}</ul>' if items else ""


def _source(language: Language, citation: Citation, with_quote: bool = True) -> str:
    quote = (
        f'<blockquote lang="zh">{escaped(citation.quote)}</blockquote>{_seen(language, citation)}' if with_quote else ""
    )
    return f'<div class="source">{_from(language, citation)}{quote}</div>'


def _source_in_words(language: Language, citation: Citation) -> str:
    return " ".join(filter(None, (source_line(citation), reported_line(language, citation), citation.title)))


def _from(language: Language, citation: Citation) -> str:
    reported = reported_line(language, citation)
    told = elsewhere_line(language, citation.elsewhere) if citation.elsewhere else ""
    other = "".join(f' <span class="part">{escaped(part)}</span>' for part in (reported, told) if part)
    return (
        f'<p class="from"><span lang="zh">{escaped(source_line(citation))}</span> '
        f'<span class="title" lang="zh">{escaped(citation.title)}</span>{other}</p>'
    )


def _seen(language: Language, citation: Citation) -> str:
    """What is to be known of a quotation: that it was recognised, what somebody corrected of it, its terms in English."""
    doubts = [citation.quote[at] for at in citation.doubted]
    seen = f'<p class="seen">{escaped(seen_line(language, doubts))}</p>' if citation.seen else ""
    lines = corrected_lines(language, citation.corrected)
    corrected = "".join(f'<p class="corrected-line">{escaped(line)}</p>' for line in lines)
    return seen + corrected + gloss_line(language, citation.glosses)
