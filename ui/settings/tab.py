"""The tab "Settings": language and theme, which the browser keeps, and below them the look-up test."""

from __future__ import annotations

import gradio as gr

from ui.desk import Desk
from ui.lookup import tab as lookup
from ui.settings.view import settings_tab

WIRED = "wenzheng.settings(element)"
"""The choices are the browser's own business, so nothing of them goes through the server."""


def build(desk: Desk) -> None:
    """Draw the choices, which the page's script keeps, and the test."""
    gr.HTML(settings_tab(), elem_id="settings", apply_default_css=False, js_on_load=WIRED)
    lookup.build(desk)
