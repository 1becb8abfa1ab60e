"""A dictionary read in parts cuts every text as the whole one does, and is there again whatever became of its file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jieba
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from rag.indexing.wordbook import Parsed, Wordbook
from rag.indexing.words import NAME_FREQUENCY, Words
from rag.text import fold

NAMES = ("望湖坪村", "司徒远帆", "陈立", "中华人民", "李海", "海州", "州市", "陈立群", "ａＢ小区", "𠮷野", "开发区")
TEXTS = (
    "司徒远帆来到望湖坪村检查ＧＤＰ增长３％的情况",
    "陈立群在开发区、海州市走访𠮷野家和AB小区。",
    "中华人民共和国成立以来，李海说：结婚的和尚未结婚的都来了",
    "",
    "a\ud800b\0c C++ 4.5%",
)
ENTRIES = {"海": 3, "海州": 5, "海州市": 0, "海州市长": 2, "江": 1, "a": 4}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """jieba's tokenizer as it comes, all of it loaded, taught the same names."""
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(tmp_path_factory.mktemp("jieba"))
    tokenizer.initialize()
    for name in map(fold, NAMES):
        if not tokenizer.FREQ.get(name):
            tokenizer.add_word(name, NAME_FREQUENCY)
    return tokenizer


@settings(max_examples=60, deadline=None)
@given(
    some.lists(some.sampled_from((*NAMES, *TEXTS, *"的了市长陈李海州区人民中国大会AB 3，")), max_size=9).map("".join)
)
def test_texts_are_cut_as_by_the_whole_dictionary(whole: Any, text: str) -> None:
    words = Words(NAMES[:6])
    words.segment(text[::2])  # so that some characters are read before the other names are learned
    words.learn(NAMES[6:])
    for part in (text[: len(text) // 2], text):
        assert words.segment(part) == list(whole.cut(fold(part), HMM=False))
        cut = [w.strip() for w in whole.cut_for_search(fold(part))]
        assert words.cut(part) == [w for w in cut if w not in words._stop and any(c.isalnum() for c in w)]


def test_names_learned_between_two_texts_are_whole_in_the_second() -> None:
    words = Words()
    assert "司徒远帆" not in words.cut("司徒远帆来了")
    words.learn(["司徒远帆"])
    assert "司徒远帆" in words.cut("司徒远帆来了")


def counted(parsed: list[int]) -> Callable[[], Parsed]:
    def parse() -> Parsed:
        parsed.append(1)
        return ENTRIES, sum(ENTRIES.values())

    return parse


def held(book: Wordbook) -> tuple[object, ...]:
    return (
        book.total,
        dict(book.under("海")),
        dict(book.under("\ud800")),
        dict(book.under("")),
        book.met("海州市"),
        book.met("江"),
        book.met(""),
        book.holding(["海州", "海州市", "河", "\udc00"]),
        sorted(book.all()),
    )


HELD = (
    15,
    {"海": 3, "海州": 5, "海州市": 0, "海州市长": 2},
    {},
    {},
    0,
    1,
    0,
    {"海州"},
    [("a", 4), ("江", 1), ("海", 3), ("海州", 5), ("海州市长", 2)],
)


def test_the_dictionary_is_parsed_once(tmp_path: Path) -> None:
    parsed: list[int] = []
    books = [Wordbook(tmp_path / "new" / "book.db", counted(parsed)) for _ in range(2)]
    assert [held(book) for book in books] == [HELD, HELD]
    assert len(parsed) == 1
    assert [p.name for p in (tmp_path / "new").iterdir()] == ["book.db"]


@pytest.mark.parametrize("left", [b"", b"no database", b"half"])
def test_a_file_that_is_not_whole_is_made_again(tmp_path: Path, left: bytes) -> None:
    path = tmp_path / "book.db"
    Wordbook(path, counted([]))
    path.write_bytes(path.read_bytes()[:4096] if left == b"half" else left)
    parsed: list[int] = []
    assert [held(Wordbook(path, counted(parsed))) for _ in range(2)] == [HELD, HELD]
    assert len(parsed) == 1


def test_a_file_without_its_last_fact_is_made_again(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE words(word TEXT PRIMARY KEY, met INTEGER NOT NULL) WITHOUT ROWID")
    db.close()
    assert held(Wordbook(path, counted([]))) == HELD


def test_where_nothing_can_be_written_it_is_held_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert held(Wordbook(tmp_path / "file" / "book.db", counted([]))) == HELD
