"""What every tab of the page is given to work with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rag import Config
from ui.keeping.job import Indexing
from ui.ports import Asked


@dataclass(frozen=True, slots=True)
class Desk:
    """The one who answers, the settings of the index, what changes it, and the parts of the page that tabs share.

    `app` is the `gr.Blocks` (for `app.load`), `tabs` the `gr.Tabs`, `panel` the `gr.HTML` beside every tab that shows
    an article. A tab seldom needs the panel itself: a link made by `ui.links.article_link` opens it wherever it stands.
    """

    assistant: Asked
    config: Config
    indexing: Indexing
    app: Any
    tabs: Any
    panel: Any


PRIVATE = {"api_visibility": "private", "show_progress": "hidden"}
"""Given to every listener of the page: none of them is an endpoint for other programs."""
