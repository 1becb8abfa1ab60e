"""An answer, or a refusal, as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag import Answer, Citation, Correction, Language, Searched, Verdict
from ui.links import article_link
from ui.present.carried import carried_html
from ui.present.escape import escaped
from ui.present.seen import seen_line
from ui.present.sources import elsewhere_line, source_line
from ui.strings import say

_MARKER = re.compile(r"\[(\d+)\]")

NOT_OF_THE_PAGES = ("greeting", "vague", "talk")
"""Reasons of what is said where nothing was asked that the pages could fail to tell."""


def answer_html(language: Language, answer: Answer) -> str:
    """The answer with clickable markers and its sources, or a refusal that cannot be taken for an answer."""
    if answer.reason in NOT_OF_THE_PAGES:
        return f'<div class="answer" data-verdict="{answer.verdict}"><p class="words">{escaped(answer.text)}</p></div>'
    return (_refusal if answer.verdict is Verdict.ABSTAINED else _answer)(language, answer)


def plain(answer: Answer) -> str:
    """The answer and the words it rests on as text to be pasted elsewhere."""
    quotes = (f"[{c.marker}] {source_line(c)} {c.title}\n{c.quote}" for c in answer.citations)
    return "\n\n".join((answer.text, *quotes))


def _answer(language: Language, answer: Answer) -> str:
    return (
        f'<div class="answer" data-verdict="{answer.verdict}">'
        f"{_partial(language, answer)}{_notes(language, answer)}"
        f'<p class="words">{_words(language, answer)}</p>'
        f"{_missing(language, answer)}{_sources(language, answer)}</div>"
    )


def _refusal(language: Language, answer: Answer) -> str:
    return (
        f'<div class="refusal" data-verdict="{answer.verdict}">'
        f'<p class="verdict">{say(language, "refusal.heading")}</p>{_notes(language, answer)}'
        f'<p class="words">{escaped(_MARKER.sub("", answer.text))}</p>'
        f'<p class="searched">{say(language, "refusal.searched")} {searched_line(language, answer.searched)}</p>'
        f"{_nearest(language, answer)}</div>"
    )


def searched_line(language: Language, searched: Searched) -> str:
    """How much was searched, in which papers, between which days."""
    parts = [say(language, "searched.articles", articles=searched.articles, pages=searched.pages)]
    parts += [escaped(f"《{name}》") for name in searched.newspapers]
    if searched.first and searched.last:
        parts.append(escaped(say(language, "searched.between", first=searched.first, last=searched.last)))
    return " · ".join(parts)


def _words(language: Language, answer: Answer) -> str:
    """The answer's text with each `[n]` that names a citation turned into a link; any other stays text.

    A link and not a button, because a line may not break between it and the full stop behind it; nor may it before it.
    """
    shown = {citation.marker: place for place, citation in enumerate(answer.citations)}
    html, held = "", ""
    for is_marker, piece in _pieces(answer.text, set(shown)):
        if is_marker:
            place = shown[int(piece)]
            html += f'<span class="kept">{held}{_marker(language, place, answer.citations[place])}</span>'
            held = ""
        else:
            words = piece if piece[-1:].isspace() else piece[:-1]
            html += held + escaped(words)
            held = escaped(piece[len(words) :])
    return html + held


def _pieces(text: str, markers: set[int]) -> Iterator[tuple[bool, str]]:
    at = 0
    for match in _MARKER.finditer(text):
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


def _sources(language: Language, answer: Answer) -> str:
    items = "".join(
        f"<li>{_marker(language, shown, citation)}{_source(language, citation)}</li>"
        for shown, citation in enumerate(answer.citations)
    )
    return f'<h3>{say(language, "answer.sources")}</h3><ol class="sources">{items}</ol>' if items else ""


def _nearest(language: Language, answer: Answer) -> str:
    items = "".join(
        f'<li><a class="open" href="{_link(citation)}" data-shown="{shown}">{say(language, "refusal.open")}</a>'
        f"{_source(language, citation)}</li>"
        for shown, citation in enumerate(answer.nearest)
    )
    return f'<h3>{say(language, "refusal.nearest")}</h3><ul class="nearest">{items}</ul>' if items else ""


def _source(language: Language, citation: Citation) -> str:
    doubts = [citation.quote[at] for at in citation.doubted]
    seen = f'<p class="seen">{escaped(seen_line(language, doubts))}</p>' if citation.seen else ""
    told = elsewhere_line(language, citation.elsewhere) if citation.elsewhere else ""
    other = f' <span class="part">{escaped(told)}</span>' if told else ""
    return (
        f'<div class="source"><p class="from">{escaped(source_line(citation))} '
        f'<span class="title">{escaped(citation.title)}</span>{other}</p>'
        f'<blockquote lang="zh">{escaped(citation.quote)}</blockquote>{seen}</div>'
    )
