"""Bring the index in line with its corrections, without reading any file."""

from __future__ import annotations

from collections.abc import Callable

from rag.config import Config
from rag.corrections import Rulings, ledger_of
from rag.indexing.beside import encoded
from rag.indexing.build import batches, understander_of
from rag.indexing.corrected import Remembered, behind, overtaken
from rag.indexing.encoder import encoder_for
from rag.indexing.lexical import WordIndex
from rag.indexing.opening import open_store
from rag.indexing.storing import put_batch, settle_all
from rag.indexing.words import Words
from rag.ports import Encoder, NameModel, Progress
from rag.understanding import load_name_model


def correct(
    config: Config,
    progress: Progress | None = None,
    *,
    encoder: Encoder | None = None,
    load_names: Callable[[], NameModel | None] = load_name_model,
) -> tuple[str, ...]:
    """Draw the pages again whose corrections have changed; their names. Whoever asks goes on with the pages as they were.

    IndexUnusableError where there is no index, or another process is changing it.
    """
    engine = open_store(config).engine  # an index that is not there must not be made by locking it
    engine.close()
    report = progress or (lambda stage, done, total: None)
    with engine.building(alone=False), engine.explained():
        store = open_store(config)
        with store.engine.done():
            corrections = Rulings(ledger_of(config)).now()
            names = behind(store, corrections)
            if names:
                remembered = Remembered(encoder or encoder_for(config.model))
                drafts = overtaken(store, corrections, understander_of(config, load_names), remembered)
                lexical, words = WordIndex(store.engine.connection), Words(store.names())
                for batch, vectors in encoded(batches(drafts, []), remembered, report):
                    put_batch(store, lexical, words, batch, vectors)
                settle_all(store, lexical, words)
    return tuple(names)
