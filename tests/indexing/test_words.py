"""Words for search: names stay whole, and nothing leaks into jieba's global dictionary."""

from __future__ import annotations

import jieba
import pytest

from rag.indexing.words import Words


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(["望湖坪村", "司徒远帆"])


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        pytest.param("司徒远帆来到望湖坪村", {"司徒远帆", "望湖坪村"}, id="names of the corpus"),
        pytest.param(
            "中华人民共和国", {"中华人民共和国", "中华", "人民", "共和国"}, id="long words and the words inside"
        ),
        pytest.param("ＧＤＰ增长３％", {"gdp", "增长", "3%"}, id="full width and capitals folded"),
    ],
)
def test_words_that_are_found(words: Words, text: str, cut: set[str]) -> None:
    assert cut <= set(words.cut(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("的、了，和。", id="stop words and punctuation"),
        pytest.param(" \n\u3000\t", id="white space"),
    ],
)
def test_nothing_to_search_by(words: Words, text: str) -> None:
    assert words.cut(text) == []


def test_learning_returns_what_is_new_and_works_at_once(words: Words) -> None:
    own = Words(["望湖坪村"])
    assert own.learn(["望湖坪村", "欧阳听涛", "李"]) == {"欧阳听涛"}
    assert "欧阳听涛" in own.cut("欧阳听涛出席")
    assert "欧阳听涛" not in words.cut("欧阳听涛出席")


def test_the_global_dictionary_is_left_alone(words: Words) -> None:
    words.cut("司徒远帆")
    assert not jieba.dt.FREQ.get("司徒远帆")


def test_segments_are_the_text(words: Words) -> None:
    assert "".join(words.segment("司徒远帆，ABC检查")) == "司徒远帆,abc检查"
