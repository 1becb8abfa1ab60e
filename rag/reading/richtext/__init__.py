"""Rich text (.rtf, often named .doc): words, braces and backslashes -> the text that a word processor shows."""

from rag.reading.richtext.document import read_rich_text

__all__ = ["read_rich_text"]
