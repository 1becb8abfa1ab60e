"""A question and sentences as tokens: where each sentence lies, and what there is no room for."""

from __future__ import annotations

import pytest

from rag.asking.reranking.layout import BEGIN, END, HEADING, LONGEST, QUESTION, row
from rag.indexing.embeddings import Embeddings
from rag.indexing.weights import model_folder


@pytest.fixture(scope="module")
def embeddings() -> Embeddings:
    return Embeddings(model_folder())


def test_every_token_is_of_its_sentence(embeddings: Embeddings) -> None:
    texts = ["全镇有小学六所。", "教职工412人。"]
    laid = row(embeddings.tokens, "老师有多少", "青禾镇办学", texts)
    assert (laid.ids[0], laid.ids[-1]) == (BEGIN, END)
    assert len(laid.ids) == len(laid.sentence) == len(laid.characters)
    for number, text in enumerate(texts):
        own = [c for s, c in zip(laid.sentence, laid.characters, strict=True) if s == number and c != (0, 0)]
        assert (own[0][0], own[-1][1]) == (0, len(text))


@pytest.mark.parametrize("length", [1, 2000])
def test_a_row_is_never_too_long(embeddings: Embeddings, length: int) -> None:
    laid = row(embeddings.tokens, "问" * length, "题" * length, ["东湖公园已经开放。" * length] * 3)
    assert len(laid.ids) <= LONGEST
    assert laid.sentence.index(0) <= 3 + QUESTION + HEADING


def test_sentences_without_room_are_left_out(embeddings: Embeddings) -> None:
    laid = row(embeddings.tokens, "谁", "", ["东湖公园已经向市民开放了。" * 60, "晚了。"])
    assert laid.sentences == 1


def test_a_window_of_nothing_has_no_sentence(embeddings: Embeddings) -> None:
    assert row(embeddings.tokens, "谁", "", []).sentences == 0
