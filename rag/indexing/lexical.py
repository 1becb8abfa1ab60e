"""BM25 over the words of passages, in tables of the index."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from rag.indexing.bm25 import Bm25, holding
from rag.indexing.engines.port import Connection
from rag.indexing.postings import AT_ONCE, Held, Postings, in_parts, table
from rag.ports import Scored
from rag.text import fold

TEXT_WEIGHT, HEADING_WEIGHT = 5, 2
"""What a word of the sentence itself counts, and one of the headline above it, which says less: in fifths."""

POSTINGS = "word_postings"
TABLES = (table(POSTINGS), "CREATE TABLE cuts(passage INTEGER PRIMARY KEY, words TEXT NOT NULL)")
"""`cuts` are the words a passage was entered with, each once: with names that came later it may be cut otherwise."""

_EDGES = re.compile(r"^\W+|\W+$")


class WordIndex:
    """The port LexicalIndex over a connection; `connect` gives the connection of the calling thread."""

    def __init__(self, connect: Callable[[], Connection]) -> None:
        self._connect = connect
        self._postings = Postings(connect, POSTINGS)
        self._bm25 = Bm25(self._postings, unit=1 / TEXT_WEIGHT)

    def add(self, rows: Iterable[tuple[int, Sequence[str], Sequence[str]]]) -> None:
        """Rows of (id, words of the text, words of what it stands under), folded; an id that is there is replaced."""
        for some in in_parts(rows):
            new = {i: held(i, text, heading) for i, text, heading in some}
            self.remove(list(new))
            self._postings.add(new.values())
            cuts = ((i, " ".join(counts)) for i, counts, _ in new.values())
            self._connect().executemany("INSERT INTO cuts(passage, words) VALUES (?, ?)", cuts)

    def remove(self, ids: Sequence[int]) -> None:
        """Ids that are not there are passed over."""
        for at in range(0, len(ids), AT_ONCE):
            some = tuple(ids[at : at + AT_ONCE])
            these = f"passage IN ({','.join('?' * len(some))})"
            cuts = self._connect().execute(f"SELECT passage, words FROM cuts WHERE {these}", some)
            self._postings.remove({i: words.split() for i, words in cuts})
            self._connect().execute(f"DELETE FROM cuts WHERE {these}", some)

    def search(self, words: Sequence[str], k: int) -> list[Scored]:
        """Passages holding any of the words, best first; no words, no passages."""
        terms = [term for word in words if (term := _term(fold(word)))]
        return self._bm25.search(terms, k) if terms and k > 0 else []

    def frequency(self, word: str) -> int:
        """Number of passages in whose text or heading the word stands."""
        term = _term(fold(word))
        return holding(self._postings.of([term]).get(term, ())) if term else 0


def held(i: int, text: Sequence[str], heading: Sequence[str]) -> Held:
    """What a passage is entered with: the words of its text and of what it stands under, folded."""
    counts: Counter[str] = Counter()
    for words, weight in ((text, TEXT_WEIGHT), (heading, HEADING_WEIGHT)):
        for term in map(_term, words):
            counts[term] += weight
    counts.pop("", 0)
    return i, counts, len(text) + len(heading)


def _term(word: str) -> str:
    """The word without marks before or behind it; nothing of what is nothing but marks."""
    return word if word.isalnum() else _EDGES.sub("", word)
