"""Every LexicalIndex against BM25 worked out by hand, by value."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Callable

import pytest

from rag.indexing.lexical import HEADING_WEIGHT, TABLE, TEXT_WEIGHT, Fts5Index
from rag.ports import LexicalIndex

Row = tuple[int, list[str], list[str]]
K1, B = 1.2, 0.75
"""The constants of SQLite's bm25()."""

ROWS: list[Row] = [
    (10, ["陈志远", "检查", "东江镇", "防汛"], ["防汛", "检查"]),
    (20, ["李文斌", "检查", "学校"], []),
    (30, ["东江镇", "防汛", "防汛", "演练", "结束"], ["东江镇", "演练"]),
    (40, ["大桥", "通车"], ["大桥", "通车"]),
    (50, ["not", "near", "a", "b"], []),
    (60, ["春耕", "开始"], []),
    (70, ["农田", "水利"], []),
    (80, ["剧院", "演出"], []),
]


def fts5() -> LexicalIndex:
    db = sqlite3.connect(":memory:")
    db.execute(TABLE)
    return Fts5Index(lambda: db)


@pytest.fixture(params=[pytest.param(fts5, id="fts5")])
def make(request: pytest.FixtureRequest) -> Callable[[], LexicalIndex]:
    return request.param


@pytest.fixture
def index(make: Callable[[], LexicalIndex]) -> LexicalIndex:
    filled = make()
    filled.add(ROWS)
    return filled


def bm25(rows: list[Row], words: list[str]) -> list[tuple[int, float]]:
    """BM25 as SQLite documents it: column weights scale term frequencies, lengths are of all columns together."""
    mean = sum(len(t) + len(h) for _, t, h in rows) / len(rows)
    scores: dict[int, float] = {}
    for word in dict.fromkeys(words):
        holding = sum(word in t or word in h for _, t, h in rows)
        idf = max(math.log((len(rows) - holding + 0.5) / (holding + 0.5)), 1e-6)
        for i, text, heading in rows:
            tf = TEXT_WEIGHT * text.count(word) + HEADING_WEIGHT * heading.count(word)
            if tf:
                length = (len(text) + len(heading)) / mean
                scores[i] = scores.get(i, 0.0) + idf * tf * (K1 + 1) / (tf + K1 * (1 - B + B * length))
    return sorted(scores.items(), key=lambda hit: (-hit[1], hit[0]))


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["防汛"], id="one word, twice in one text"),
        pytest.param(["检查", "东江镇"], id="any of the words is enough"),
        pytest.param(["检查", "检查"], id="a word said twice counts once"),
        pytest.param(["通车", "没有"], id="a word that stands nowhere"),
    ],
)
def test_scores_are_bm25(index: LexicalIndex, words: list[str]) -> None:
    expected = bm25(ROWS, words)
    found = index.search(words, 10)
    assert [i for i, _ in found] == [i for i, _ in expected]
    assert [s for _, s in found] == pytest.approx([s for _, s in expected], rel=1e-6)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        pytest.param([], [], id="no words"),
        pytest.param(["。", "*", '"', "(", "\0"], [], id="punctuation alone"),
        pytest.param(["NEAR(a b)"], [50], id="syntax is read as words, in that order"),
        pytest.param(["NEAR(b a)"], [], id="and not in another"),
        pytest.param(["text:防汛"], [], id="a column filter is no filter"),
        pytest.param(['防汛" OR "通车'], [], id="quotes do not end the term"),
        pytest.param(["通车\0"], [40], id="a NUL character is passed over"),
    ],
)
def test_nothing_in_the_words_is_syntax(index: LexicalIndex, words: list[str], ids: list[int]) -> None:
    assert [i for i, _ in index.search(words, 10)] == ids


def test_operators_are_words_like_others(index: LexicalIndex) -> None:
    assert [i for i, _ in index.search(["NOT"], 10)] == [50]


def test_at_most_k(index: LexicalIndex) -> None:
    assert index.search(["防汛", "检查"], 2) == index.search(["防汛", "检查"], 10)[:2]
    assert index.search(["防汛"], 0) == []


def test_removed_ids_are_not_found_and_do_not_count(index: LexicalIndex) -> None:
    index.remove([30, 999])
    expected = bm25([r for r in ROWS if r[0] != 30], ["防汛", "东江镇"])
    assert dict(index.search(["防汛", "东江镇"], 10)) == pytest.approx(dict(expected), rel=1e-6)


def test_an_id_added_again_is_replaced(index: LexicalIndex) -> None:
    index.add([(40, ["隧道"], [])])
    assert index.search(["通车"], 10) == []
    assert [i for i, _ in index.search(["隧道"], 10)] == [40]
