"""Pages -> index: building, deleting, and opening what was built for asking."""

from rag.indexing import kept, ledger, lookup, people, ratings
from rag.indexing.backup import back_up, restore
from rag.indexing.build import build
from rag.indexing.checking import Health, check_index
from rag.indexing.citing import faithful
from rag.indexing.delete import delete
from rag.indexing.encoder import encoder_for
from rag.indexing.opening import Indexes, check, open_indexes, reopened
from rag.indexing.passages import passage_text
from rag.indexing.printed import printed
from rag.indexing.rules import outdated
from rag.indexing.store import Store

__all__ = [
    "Health",
    "Indexes",
    "Store",
    "back_up",
    "build",
    "check",
    "check_index",
    "delete",
    "encoder_for",
    "faithful",
    "kept",
    "ledger",
    "lookup",
    "open_indexes",
    "outdated",
    "passage_text",
    "people",
    "printed",
    "ratings",
    "reopened",
    "restore",
]
