"""The tab "Pages"."""

from __future__ import annotations

import gradio as gr

from ui.desk import Desk


def build(desk: Desk) -> None:
    """Draw the tab and wire its events."""
    gr.HTML("", elem_id="pages", apply_default_css=False)
