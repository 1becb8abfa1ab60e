"""Which encoder a model is run by."""

from __future__ import annotations

from rag.config import BUNDLED
from rag.indexing.bundled import BundledEncoder
from rag.indexing.sentence_transformer import SentenceTransformerEncoder
from rag.ports import Encoder


def encoder_for(model: str) -> Encoder:
    """The encoder of the bundled model's name, of a folder, or of a name that the hub knows. Nothing is loaded yet."""
    return BundledEncoder() if model == BUNDLED else SentenceTransformerEncoder(model)
