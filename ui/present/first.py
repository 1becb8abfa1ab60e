"""What the browser paints while Gradio is still being loaded: the page as it opens, to be looked at, not yet pressed."""

from __future__ import annotations

from collections.abc import Sequence

from rag import Language
from ui.localised import filled, token
from ui.strings import say


def masthead() -> str:
    """Title, motto, and the two switches; its words are tokens."""
    return (
        "<header>"
        f'<div class="names"><h1>{token("app.title")}</h1><p>{token("app.motto")}</p></div>'
        f'<nav><a href="?lang={token("app.other")}" lang="{token("app.other")}" aria-label="{token("app.language_label")}">{token("app.language")}</a>'
        f'<button type="button" data-theme-switch>{token("app.theme")}</button></nav></header>'
    )


def first_paint(language: Language, tabs: Sequence[str], welcome: str) -> str:
    """Masthead, names of the tabs, and the welcome; the page's script takes it away when the page itself is there.

    Whoever comes back to a conversation, or follows a link to a place, is not welcomed first.
    """
    names = "".join(f"<span>{say(language, f'tab.{tab}')}</span>" for tab in tabs)
    return (
        f'<div id="first" inert>{filled(masthead(), language)}<div class="tab-names">{names}</div>'
        f'<div class="first-work">{welcome}</div></div>'
    )
