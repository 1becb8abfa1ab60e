"""A Markdown file -> its text: headings and paragraphs a line each, without the marks."""

from __future__ import annotations

from rag.reading.plain import decode


def read_markdown(data: bytes) -> str:
    """What a reader of the rendered page sees, paragraphs apart by an empty line. Raises PageError as text does."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark", {"html": False}).enable("table").parse(decode(data))
    lines = ("".join(_shown(child.type, child.content) for child in t.children or ()) or t.content for t in tokens)
    return "\n\n".join(line for line in lines if line.strip())


def _shown(kind: str, content: str) -> str:
    """Text and code as they are; a broken line is a space's width in no Chinese text, and so nothing."""
    return "\n" if kind == "hardbreak" else content
