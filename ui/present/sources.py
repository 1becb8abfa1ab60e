"""A citation in words: where it stands, and how to cite it in a footnote."""

from __future__ import annotations

from rag import Citation, Elsewhere, Language, Page, Reading, Spans
from ui.strings import say


def footnote(newspaper: str, date: str | None, edition: str, title: str) -> str:
    """《报名》YYYY-MM-DD 第N版《标题》, without what is not known."""
    where = " ".join(filter(None, (date, f"第{edition}版" if edition else "")))
    return f"{_titled(newspaper)}{where}{_titled(title)}"


def reading_footnote(reading: Reading) -> str:
    """The footnote of an article: the day is the one printed on the page, never a derived one."""
    page = reading.page
    return footnote(page.newspaper, reading.issued, page.edition, reading.article.title)


def source_line(citation: Citation) -> str:
    """《报名》 and the day it appeared, or the page's file name where neither is known."""
    return " ".join(filter(None, (_titled(citation.newspaper), citation.issued))) or citation.page


def reported_line(language: Language, citation: Citation) -> str:
    """The day of what the article reports, where it is another than the one on which it appeared; as text."""
    other = citation.date if citation.date != citation.issued else None
    return say(language, "answer.reported", day=other) if other else ""


def elsewhere_line(language: Language, other: Elsewhere) -> str:
    """On which page, and in which file, an article begins, goes on, or stands as well; as text."""
    edition = say(language, "evidence.edition", edition=other.edition) if other.edition else ""
    return say(language, f"evidence.{other.tie.value}", where=" · ".join(filter(None, (edition, other.page))))


def place(language: Language, page: Page, spans: Spans) -> str:
    """Edition, lines and characters of the page's text; people count both from 1."""
    first, last = min(s.start for s in spans), max(s.end for s in spans)
    top, bottom = _line(page.text, first), _line(page.text, last - 1)
    parts = [
        say(language, "evidence.edition", edition=page.edition) if page.edition else "",
        say(language, "evidence.line" if top == bottom else "evidence.lines", first=top, last=bottom),
        say(language, "evidence.characters", first=first + 1, last=last),
    ]
    return " · ".join(filter(None, parts))


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _titled(name: str) -> str:
    return f"《{name}》" if name else ""
