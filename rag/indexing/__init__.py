"""Pages -> index: building, deleting, and opening what was built for asking."""

from rag.indexing import kept, ledger, lookup, people, ratings
from rag.indexing.build import build
from rag.indexing.database import explained
from rag.indexing.delete import delete
from rag.indexing.encoder import SentenceTransformerEncoder
from rag.indexing.opening import Indexes, open_indexes
from rag.indexing.passages import passage_text
from rag.indexing.store import Store

__all__ = [
    "Indexes",
    "SentenceTransformerEncoder",
    "Store",
    "build",
    "delete",
    "explained",
    "kept",
    "ledger",
    "lookup",
    "open_indexes",
    "passage_text",
    "people",
    "ratings",
]
