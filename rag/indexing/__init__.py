"""Pages -> index: building, deleting, and opening what was built for asking."""

from rag.indexing import company, kept, ledger, lookup, people, ratings, within
from rag.indexing.backup import back_up, restore
from rag.indexing.build import build
from rag.indexing.checking import Health, check_index
from rag.indexing.citing import faithful
from rag.indexing.correcting import correct
from rag.indexing.delete import delete
from rag.indexing.encoder import encoder_for
from rag.indexing.moving import Moved, index_at, is_there, move
from rag.indexing.opening import Indexes, check, open_indexes, reopened
from rag.indexing.passages import passage_text
from rag.indexing.printed import printed
from rag.indexing.rules import outdated
from rag.indexing.ruling import Fate, Listed, export_words, rule, rulings, rulings_damage, rulings_made, undo
from rag.indexing.services import services
from rag.indexing.store import Store

__all__ = [
    "Fate",
    "Health",
    "Indexes",
    "Listed",
    "Moved",
    "Store",
    "back_up",
    "build",
    "check",
    "check_index",
    "company",
    "correct",
    "delete",
    "encoder_for",
    "export_words",
    "faithful",
    "index_at",
    "is_there",
    "kept",
    "ledger",
    "lookup",
    "move",
    "open_indexes",
    "outdated",
    "passage_text",
    "people",
    "printed",
    "ratings",
    "reopened",
    "restore",
    "rule",
    "rulings",
    "rulings_damage",
    "rulings_made",
    "services",
    "undo",
    "within",
]
