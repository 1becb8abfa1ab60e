"""The ways to take something away, as buttons that come into sight on demand; the page's script knows of what."""

from __future__ import annotations

from collections.abc import Callable

KINDS = ("word", "excel", "markdown", "print", "bibtex", "ris", "csl")
"""As `ui.taking.files` writes them."""


def taking(words: Callable[[str], str], more: str = "") -> str:
    """A button for each kind of file; `words` gives a string by its key, `more` is HTML that stands before them."""
    buttons = "".join(f'<button type="button" data-take="{kind}">{words(f"taking.{kind}")}</button>' for kind in KINDS)
    return (
        f'<details class="taking"><summary>{words("taking.heading")}</summary>'
        f'<p class="kinds">{more}{buttons}</p></details>'
    )
