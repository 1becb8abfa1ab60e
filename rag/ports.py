"""The swappable parts, each as small as its users need. `tests/contracts` holds every implementation to one suite."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias, runtime_checkable

from rag.records import Mention, Opinion

if TYPE_CHECKING:  # numpy costs a tenth of a second, which `wenzheng --help` need not pay
    import numpy as np
    from numpy.typing import NDArray

Vectors: TypeAlias = "NDArray[np.float32]"
Scored: TypeAlias = tuple[int, float]
Progress: TypeAlias = Callable[[str, int, int], None]


class Encoder(Protocol):
    """Text to unit vectors: shape (n, dim), float32, rows of L2 norm 1. `name` identifies model and precision."""

    @property
    def name(self) -> str: ...

    @property
    def dim(self) -> int: ...

    def queries(self, texts: Sequence[str]) -> Vectors: ...

    def passages(self, texts: Sequence[str]) -> Vectors: ...


class DenseIndex(Protocol):
    """Nearest passages by inner product. Ids are the store's; results best first, at most k."""

    def __len__(self) -> int: ...

    def add(self, ids: Sequence[int], vectors: Vectors) -> None: ...

    def remove(self, ids: Sequence[int]) -> None: ...

    def search(self, vector: Vectors, k: int) -> list[Scored]: ...


class LexicalIndex(Protocol):
    """Best passages by words (BM25). Scores positive, larger is better; results best first, at most k."""

    def add(self, rows: Iterable[tuple[int, Sequence[str], Sequence[str]]]) -> None:
        """Rows of (id, words of the text, words of what it stands under)."""
        ...

    def remove(self, ids: Sequence[int]) -> None: ...

    def search(self, words: Sequence[str], k: int) -> list[Scored]: ...


class NameModel(Protocol):
    """Names of people, places, bodies and times in each text, in order of occurrence, without overlaps."""

    def names(self, texts: Sequence[str]) -> list[tuple[Mention, ...]]: ...


class Tagged(NamedTuple):
    """A word of a text at `[start, end)` and its part of speech as LAC names it (v, n, p, PER, ORG and so on)."""

    start: int
    end: int
    tag: str


@runtime_checkable
class Tagger(NameModel, Protocol):
    """A name model that tells of every word what it is: the words of each text in order, without overlaps. `mentions` are
    the names among the words of a text, as `names` gives them."""

    def tagged(self, texts: Sequence[str]) -> list[tuple[Tagged, ...]]: ...

    def mentions(self, text: str, words: Sequence[Tagged]) -> tuple[Mention, ...]: ...


class Reranker(Protocol):
    """A learned opinion on how far sentences that stand together answer a question, and what in them is the short answer.

    There are fewer opinions than sentences where the last ones found no room.
    """

    def read(self, question: str, heading: str, sentences: Sequence[str]) -> Sequence[Opinion]: ...


class Chat(Protocol):
    """A chat model: system and user text in, its answer out. Raises ModelError when it cannot answer."""

    def complete(self, system: str, user: str) -> str: ...
