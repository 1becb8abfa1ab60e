"""What every tab of the page is given to work with."""

from __future__ import annotations

from dataclasses import dataclass, field

from rag import Config
from ui.following.follower import Follower
from ui.gate.audit import Audit
from ui.keeping.job import Indexing
from ui.ports import Asked


@dataclass(frozen=True, slots=True)
class Desk:
    """The one who answers, the settings of the index, what changes it, where it is noted who did, and who follows the folder
    of pages, if anybody does.

    The panel that shows an article beside every tab needs no more than a link made by `ui.links.article_link`, which
    opens it wherever it stands.
    """

    assistant: Asked
    config: Config
    indexing: Indexing
    audit: Audit = field(default_factory=Audit)
    following: Follower | None = None
