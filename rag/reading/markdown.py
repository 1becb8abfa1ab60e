"""A Markdown file -> its text: headings and paragraphs a line each, without the marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rag.reading.beside import FRONT_MATTER
from rag.reading.plain import decode

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKED = re.compile("(?<=[一-鿿，。、；：]) ?\\0 ?(?=[一-鿿，。、；：])")
"""A mark between Chinese characters, with the spaces that Markdown asks for beside it and no reader wants."""


def read_markdown(data: bytes) -> str:
    """What a reader of the rendered page sees, paragraphs apart by an empty line, without front matter.

    Raises PageError as text does.
    """
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark", {"html": False}).enable("table").parse(FRONT_MATTER.sub("", decode(data)))
    lines = (_line(token) if token.type == "inline" else token.content for token in tokens)
    return "\n\n".join(line for line in lines if line.strip())


def _line(token: Token) -> str:
    return _MARKED.sub("", "".join(map(_shown, token.children or ()))).replace("\0", "")


def _shown(child: Token) -> str:
    """Text and code as they are; a broken line is a space's width in no Chinese text, and so nothing."""
    if child.type.endswith(("_open", "_close")):
        return "\0"
    return "\n" if child.type == "hardbreak" else child.content if child.type != "image" else ""
