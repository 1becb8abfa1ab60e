"""Pages -> index: building, deleting, and opening what was built for asking."""

from rag.indexing import kept, ledger, lookup, people, ratings
from rag.indexing.build import build
from rag.indexing.database import explained
from rag.indexing.delete import delete
from rag.indexing.encoder import SentenceTransformerEncoder
from rag.indexing.opening import Indexes, check, open_indexes, reopened
from rag.indexing.passages import passage_text
from rag.indexing.store import Store

__all__ = [
    "Indexes",
    "SentenceTransformerEncoder",
    "Store",
    "build",
    "check",
    "delete",
    "explained",
    "kept",
    "ledger",
    "lookup",
    "open_indexes",
    "passage_text",
    "people",
    "ratings",
    "reopened",
]
