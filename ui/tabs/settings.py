"""The tab "Settings": language, theme, and who writes the answers; the browser keeps what is chosen."""

from __future__ import annotations

import gradio as gr

from ui.desk import Desk
from ui.present.settings import settings_tab

WIRED = "wenzheng.settings(element)"
"""The choices are the browser's own business, so nothing of them goes through the server."""


def build(desk: Desk) -> None:
    """Draw the choices and let the page's script keep them."""
    gr.HTML(settings_tab(), elem_id="settings", apply_default_css=False, js_on_load=WIRED)
