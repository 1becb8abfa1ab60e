"""Text that nobody vouches for, made safe to stand in HTML."""

from __future__ import annotations

from html import escape

_TEMPLATES = {ord(char): f"&#{ord(char)};" for char in "{}$`"}
"""Gradio runs its HTML through Handlebars and a JavaScript template; as entities these signs mean nothing to either."""


def escaped(text: str) -> str:
    """`text` as HTML that shows exactly `text`, in element content or in a quoted attribute."""
    return escape(text, quote=True).translate(_TEMPLATES)
