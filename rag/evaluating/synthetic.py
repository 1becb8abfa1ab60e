"""Pages, passages and vectors made up for timing: as long and as varied as real ones, and the same every time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING

from rag.indexing.storing import Draft
from rag.indexing.words import common_words
from rag.records import Article, Dated, Layout, Page, Passage, Span, Understood

if TYPE_CHECKING:
    from rag.ports import Vectors

PASSAGE_LENGTH = 270
"""Characters: about the 175 tokens of the encoder's figures."""
SENTENCE_LENGTH = 45
"""Characters of a newspaper's usual sentence."""
SENTENCES_A_PAGE = 60
POOL = 2_000
"""Different sentences in a crowd; each gets a number of its own."""
PER_CLUSTER = 50
"""Passages on one subject: vectors lie in clumps, as those of real texts do."""
SPREAD = 0.7
"""How far from its clump's centre a vector lies, relative to 1."""
VOCABULARY = 30_000
"""Words, as frequent as in the dictionary: how many passages a word stands in decides how long BM25 takes."""


def texts(count: int, length: int, seed: int = 1) -> list[str]:
    """Made-up sentences of `length` characters and a full stop, of common words."""
    random = Random(seed)
    words, frequencies = zip(*common_words(VOCABULARY), strict=True)
    cumulative = list(accumulate(frequencies))
    return [_sentence(random, words, cumulative, length) for _ in range(count)]


def pages(passages: int) -> Iterator[str]:
    """Texts of pages that hold about so many sentences together, a headline above every paragraph."""
    sentences = texts(passages, SENTENCE_LENGTH)
    for at in range(0, passages, SENTENCES_A_PAGE):
        some = sentences[at : at + SENTENCES_A_PAGE]
        paragraphs = ("　　本报讯 " + "".join(some[k : k + 6]) for k in range(0, len(some), 6))
        yield "\n".join(f"{p[8:22]}\n{p}" for p in paragraphs) + "\n"


def drafts(passages: int, dim: int) -> Iterator[tuple[Draft, Vectors]]:
    """Pages ready to be stored, with vectors of shape (n, dim) that no encoder made: a crowd of any size, soon."""
    import numpy as np

    generator = np.random.default_rng(2)
    centres = generator.normal(size=(max(1, passages // PER_CLUSTER), dim)).astype(np.float32)
    pool = texts(POOL, SENTENCE_LENGTH)
    for number, at in enumerate(range(0, passages, SENTENCES_A_PAGE)):
        count = min(SENTENCES_A_PAGE, passages - at)
        near = centres[generator.integers(len(centres), size=count)]
        raw = near + SPREAD * generator.normal(size=(count, dim))
        sentences = [f"{pool[i]}第{at + k}号。" for k, i in enumerate(generator.integers(POOL, size=count))]
        unit = (raw / np.linalg.norm(raw, axis=1, keepdims=True)).astype(np.float32)
        yield _draft(f"page-{number:07}.txt", sentences), unit


def _draft(name: str, sentences: list[str]) -> Draft:
    page = Page(name, "".join(sentences), name)
    passages, at = [], 0
    for number, text in enumerate(sentences, start=1):
        passages.append(Passage(name, 1, number, text, (Span(at, at + len(text)),)))
        at += len(text)
    article = Article(name, 1, paragraphs=((Span(0, at),),))
    return Draft(Layout(page, (article,)), (Understood(Dated()),), tuple(passages))


def _sentence(random: Random, words: Sequence[str], cumulative: list[int], length: int) -> str:
    said = "".join(random.choices(words, cum_weights=cumulative, k=length))  # a word has one character or more
    return said[:length] + "。"
