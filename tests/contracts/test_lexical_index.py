"""Every LexicalIndex against BM25 worked out by hand, by value."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Callable

import pytest

from rag.indexing.lexical import HEADING_WEIGHT, TABLES, TEXT_WEIGHT, WordIndex
from rag.indexing.postings import BLOCK
from rag.ports import LexicalIndex

Row = tuple[int, list[str], list[str]]
K1, B = 1.2, 0.75
"""The usual constants."""

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


def postings() -> LexicalIndex:
    db = sqlite3.connect(":memory:")
    for statement in TABLES:
        db.execute(statement)
    return WordIndex(lambda: db)


@pytest.fixture(params=[pytest.param(postings, id="postings")])
def make(request: pytest.FixtureRequest) -> Callable[[], LexicalIndex]:
    return request.param


@pytest.fixture
def index(make: Callable[[], LexicalIndex]) -> LexicalIndex:
    filled = make()
    filled.add(ROWS)
    return filled


def bm25(rows: list[Row], words: list[str]) -> list[tuple[int, float]]:
    """A word of the heading counts for less than one of the text; a length is that of both together."""
    mean = sum(len(t) + len(h) for _, t, h in rows) / len(rows)
    scores: dict[int, float] = {}
    for word in dict.fromkeys(words):
        holding = sum(word in t or word in h for _, t, h in rows)
        idf = max(math.log((len(rows) - holding + 0.5) / (holding + 0.5)), 1e-6)
        for i, text, heading in rows:
            tf = text.count(word) + HEADING_WEIGHT / TEXT_WEIGHT * heading.count(word)
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
        pytest.param(["NEAR(a b)"], [], id="an expression is a word that stands nowhere"),
        pytest.param([""], [], id="an empty word is none"),
        pytest.param(["text:防汛"], [], id="a column filter is no filter"),
        pytest.param(['防汛" OR "通车'], [], id="quotes do not end the term"),
        pytest.param(["“通车”\0"], [40], id="marks around a word are passed over"),
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


def test_ids_far_apart_come_and_go(index: LexicalIndex) -> None:
    """Whatever is kept together by id, what is found is the same as if it were not."""
    far = [(n * BLOCK // 3 + n, ["检查", f"第{n}村", *["防汛"] * (n % 4)], ["演练"] * (n % 2)) for n in range(1, 20)]
    index.add(far)
    index.remove([i for i, _, _ in far[2::3]])
    index.add([(far[5][0], ["防汛"], []), (far[6][0], ["通车"], ["检查"])])
    left = [row for k, row in enumerate(far) if k % 3 != 2 and k != 6]
    rows = [*ROWS, *left, (far[5][0], ["防汛"], []), (far[6][0], ["通车"], ["检查"])]
    expected = bm25(rows, ["防汛", "检查", "演练"])
    found = index.search(["防汛", "检查", "演练"], 50)
    assert dict(found) == pytest.approx(dict(expected), rel=1e-6)
    assert [i for i, _ in found] == [i for i, _ in expected]


def test_nothing_is_found_where_all_is_gone(index: LexicalIndex) -> None:
    index.remove([i for i, _, _ in ROWS])
    assert index.search(["防汛", "检查"], 10) == []
    index.add(ROWS[:1])
    assert [i for i, _ in index.search(["防汛"], 10)] == [10]
