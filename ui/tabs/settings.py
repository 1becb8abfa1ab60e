"""The tab "Settings": language, theme, and who writes the answers; the browser keeps what is chosen."""

from __future__ import annotations

import gradio as gr

from ui.desk import Desk


def build(desk: Desk) -> None:
    """Draw the choices; they are the browser's own business, so nothing of it goes through the server."""
    gr.HTML("", elem_id="settings", apply_default_css=False)
