"""Take pages out of the index, with everything drawn from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import get_close_matches

from rag.config import Config
from rag.errors import RagError
from rag.indexing.beside import encoded
from rag.indexing.build import understander_of
from rag.indexing.elsewhere import redrawn
from rag.indexing.encoder import encoder_for
from rag.indexing.lexical import WordIndex
from rag.indexing.opening import open_store
from rag.indexing.ratings import forget_ratings
from rag.indexing.recut import forget
from rag.indexing.retold import join
from rag.indexing.store import Store
from rag.indexing.storing import Draft, put_batch
from rag.indexing.words import Words
from rag.indexing.writing import remove_page
from rag.ports import Encoder, NameModel
from rag.understanding import load_name_model


def delete(
    config: Config,
    names: Sequence[str],
    *,
    encoder: Encoder | None = None,
    load_names: Callable[[], NameModel | None] = load_name_model,
) -> tuple[str, ...]:
    """Delete the pages of these names from every table and both indexes; the names deleted.

    A page that has the rest of an article on one of them, or all of it, is drawn anew, which alone needs the models.
    RagError, and nothing deleted, if one of them is not in the index.
    """
    engine = open_store(config).engine  # an index that is not there must not be made by locking it
    engine.close()
    with engine.building(alone=False), engine.explained():
        store = open_store(config)
        with store.engine.done():
            known = store.digests()
            for name in names:
                if name not in known:
                    raise RagError(f"there is no page {name} in the index", _suggestion(name, list(known)))
            wanted = tuple(dict.fromkeys(names))
            parted = list(redrawn(store, (), understander_of(config, load_names), gone=wanted))
            if parted:
                _put(store, parted, encoder or encoder_for(config.model))
            _remove(store, wanted)
    return wanted


def _put(store: Store, drafts: list[Draft], encoder: Encoder) -> None:
    words, lexical = Words(store.names()), WordIndex(store.engine.connection)
    for batch, vectors in encoded([drafts], encoder, lambda stage, done, total: None):
        put_batch(store, lexical, words, batch, vectors)


def _remove(store: Store, names: Sequence[str]) -> None:
    lexical = WordIndex(store.engine.connection)
    with store.engine.transaction():
        for name in names:
            lexical.remove(remove_page(store, name))
        forget(store, lexical, Words(store.names()))
        join(store.db)
        forget_ratings(store.db, names)
        store.count_change()
    store.engine.nearest.renew(store)
    store.engine.swept()


def _suggestion(name: str, known: list[str]) -> str:
    close = get_close_matches(name, known, n=3, cutoff=0.4)
    return f"did you mean {' or '.join(close)}?" if close else "wenzheng show articles lists the pages"
