"""Which articles come into play, over a small index with vectors and words that can be foretold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from rag.asked import Asks, Frame
from rag.asking.matching.candidates import Candidate
from rag.asking.matching.terms import plain
from rag.asking.retrieval.retrieve import READ, look, read
from rag.asking.retrieval.shelf import Shelf
from rag.config import Config
from rag.indexing import Indexes, build, open_indexes
from rag.ports import Scored
from tests.asking.handmade import asked
from tests.fakes import HashingEncoder, write_pages

PAGES = {
    "bridge.txt": "东江大桥通车\n　　本报讯（记者 何小雨）5月6日，陈志远检查东江大桥。大桥全长三公里。\n",
    "school.txt": "望湖小学开学\n　　本报讯（记者 方宁）9月1日，李文斌走访望湖小学。校园里书声琅琅。\n",
    "tea.txt": "云雾山茶园采茶忙\n　　本报讯（记者 罗晓）4月2日，云雾山茶园开园。茶农忙着采茶。\n",
}


@pytest.fixture(scope="module")
def indexes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Indexes]:
    folder: Path = tmp_path_factory.mktemp("retrieving")
    config = Config(index=folder / "index")
    encoder = HashingEncoder()
    build(config, [write_pages(folder / "pages", PAGES)], encoder=encoder, load_names=lambda: None)
    opened = open_indexes(config, encoder)
    yield opened
    opened.store.engine.close()


def retrieved(query: Frame, indexes: Indexes) -> list[Candidate]:
    return read(query, look(query, tuple(plain(w) for w in query.words), indexes), Shelf(indexes))


def found(query: Frame, indexes: Indexes) -> list[str]:
    return [c.key[0] for c in retrieved(query, indexes)]


@pytest.mark.parametrize(
    ("question", "words", "page"),
    [
        pytest.param("东江大桥全长多少？", ("东江", "大桥"), "bridge.txt", id="the bridge"),
        pytest.param("谁走访了望湖小学？", ("走访", "小学"), "school.txt", id="the school"),
        pytest.param("茶农在做什么？", ("茶农",), "tea.txt", id="one rare word"),
    ],
)
def test_the_article_that_tells_comes_first(indexes: Indexes, question: str, words: tuple[str, ...], page: str) -> None:
    assert found(asked(Asks.WHAT, question, words=words), indexes)[0] == page


def test_who_is_named_counts_for_the_article(indexes: Indexes) -> None:
    query = asked(Asks.WHAT, "做了什么？", words=("李文斌",), people=("李文斌",))
    assert found(query, indexes)[0] == "school.txt"


def test_the_article_the_turn_before_cited_comes_first(indexes: Indexes) -> None:
    query = asked(Asks.WHAT, "还有什么？", words=("大桥",), within=(("tea.txt", 1),))
    assert found(query, indexes)[0] == "tea.txt"


def test_a_leg_that_cannot_read_the_question_does_not_vote(indexes: Indexes) -> None:
    (first, *_) = retrieved(asked(Asks.WHAT, "zzz", words=()), indexes)
    assert {rank.leg for ranks in first.ranks.values() for rank in ranks} == {"dense"}
    (first, *_) = retrieved(asked(Asks.WHAT, "茶农", words=("茶农",)), indexes)
    assert {rank.leg for ranks in first.ranks.values() for rank in ranks} == {"dense", "lexical"}


def test_each_article_comes_whole_and_once_with_a_likeness_for_every_passage(indexes: Indexes) -> None:
    candidates = retrieved(asked(Asks.WHAT, "东江大桥", words=("大桥",)), indexes)
    assert sorted(c.key for c in candidates) == [("bridge.txt", 1), ("school.txt", 1), ("tea.txt", 1)]
    for c in candidates:
        assert [p.number for p in c.passages] == list(range(len(c.passages)))
        assert set(c.likeness) == {p.id for p in c.passages}
        assert all(-1.001 <= v <= 1.001 for v in c.likeness.values())
    assert len(candidates) <= READ


def test_an_article_that_was_deleted_meanwhile_is_left_out(indexes: Indexes) -> None:
    query = asked(Asks.WHAT, "东江大桥", words=("大桥",), within=(("gone.txt", 1),))
    assert "gone.txt" not in found(query, indexes)


class Silent:
    """A lexical index that finds nothing."""

    def search(self, words: Sequence[str], k: int) -> list[Scored]:
        return []


def test_one_leg_that_finds_nothing_leaves_it_to_the_other(indexes: Indexes) -> None:
    deaf = replace(indexes, lexical=Silent())  # type: ignore[arg-type]
    assert len(found(asked(Asks.WHAT, "东江大桥", words=("大桥",)), deaf)) == 3
