"""A Markdown file -> its text: headings and paragraphs a line each, without the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rag.reading.beside import front_matter
from rag.reading.plain import decode
from rag.reading.softbreaks import LINE, PARAGRAPH, paragraphs, seen
from rag.reading.web import read_web

if TYPE_CHECKING:
    from markdown_it.token import Token

MARK = "\2"
_MARKED = re.compile(f"(?<=[一-鿿，。、；：]) ?{MARK} ?(?=[一-鿿，。、；：])")
"""A mark between Chinese characters, with the spaces that Markdown asks for beside it and no reader wants."""

_DEFINITION = re.compile(
    r"^( {0,3})(?=\[[^\]\n]{1,60}\]:[ \t]*(?=\S)(?!<|https?:|www\.|mailto:|[#/.]|[\w./%-]+[ \t]*(?:[\"'(].*)?$))",
    re.M | re.A,
)
"""Before a line that only looks as if it told a link's address ([注]: 本报记者…): taken for one it would vanish."""

_BREAK = re.compile(r"<br\b", re.I)


def read_markdown(data: bytes) -> str:
    """What a reader of the rendered page sees, paragraphs apart by an empty line; of front matter the title alone.

    Raises PageError as text does.
    """
    from markdown_it import MarkdownIt

    text = decode(data)
    fields, body = front_matter(text)
    tokens = MarkdownIt("commonmark").enable("table").parse(_DEFINITION.sub(r"\1\\", body))
    lines = list(paragraphs(PARAGRAPH.join(_lines(tokens))))
    title = fields.get("title") or fields.get("标题") or ""
    if title and not any(title in line for line in lines):
        lines.insert(0, title)
    return "\n\n".join(lines)


def _lines(tokens: Sequence[Token]) -> Iterator[str]:
    """A line for each block, the cells of a table's row on one."""
    row: list[str] | None = None
    for token in tokens:
        if token.type in ("tr_open", "tr_close"):
            yield "\u3000".join(filter(None, row or ()))
            row = [] if token.type == "tr_open" else None
        elif token.type == "html_block":
            yield read_web(token.content.encode()).replace("\n\n", PARAGRAPH) if "<" in token.content else ""
        elif token.type == "inline" and row is not None:
            row.append(_line(token).replace(LINE, ""))
        else:
            yield _line(token) if token.type == "inline" else token.content.replace("\n", LINE)


def _line(token: Token) -> str:
    return seen(_MARKED.sub("", "".join(map(_shown, token.children or ()))).replace(MARK, ""))


def _shown(child: Token) -> str:
    """Text and code as they are; a line end of the file is a space's width only beside Latin letters."""
    if child.type.endswith(("_open", "_close")):
        return MARK
    if child.type == "softbreak":
        return "\n"
    if child.type == "hardbreak" or (child.type == "html_inline" and _BREAK.match(child.content)):
        return LINE
    return "" if child.type in ("image", "html_inline") else child.content
