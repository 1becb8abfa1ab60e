"""What the reader is given first: sentences that may be of the time asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from rag.asked import Asks
from rag.asking.reranking.rerank import reranked
from rag.asking.retrieval.judge import Judged
from rag.records import Opinion
from tests.asking.handmade import about, article, asked, judge

QUERY = asked(Asks.WHEN, "方宁2021年哪几天走村？", words=("走村",))
LONG = "一路上他看了水渠、道路和学校，" * 15
THIS_YEAR = [f"方宁今年第{n}次走村，{LONG}问了收成。" for n in "一二三四"]
LAST_YEAR = "去年的8月4日至9日，方宁走了六个村。"


class Reader:
    """Takes every sentence for no answer but those given, and remembers what it was shown."""

    def __init__(self, *liked: str) -> None:
        self.shown: list[str] = []
        self.liked = liked

    def read(self, question: str, heading: str, sentences: Sequence[str]) -> list[Opinion]:
        self.shown += sentences
        return [Opinion(3.0 if text in self.liked else -4.0, ()) for text in sentences]


def of_years(last: float) -> list[Judged]:
    """Sentences of this year, each a window of its own and nearer to the question, and one of last year."""
    found = judge(QUERY, about(QUERY), [article([*THIS_YEAR, LAST_YEAR], title="走村")])
    dated = [
        replace(
            j,
            score=1.0 if j.passage.text == LAST_YEAR else 5.0,
            features=replace(j.features, date=last if j.passage.text == LAST_YEAR else -1.0),
        )
        for j in found
    ]
    return sorted(dated, key=lambda j: -j.score)


@pytest.mark.parametrize(
    ("last", "is_read"),
    [
        pytest.param(1.0, True, id="some is of the time: it is read, though others are nearer"),
        pytest.param(-1.0, False, id="none is: the nearest are read"),
    ],
)
def test_no_window_is_opened_for_what_is_left_out_anyhow(last: float, *, is_read: bool) -> None:
    reader = Reader(LAST_YEAR)
    found = reranked(QUERY, of_years(last), reader)
    assert (LAST_YEAR in reader.shown) is is_read
    assert (found[0].passage.text == LAST_YEAR) is is_read


def test_what_is_left_out_does_not_make_a_second_window_needless() -> None:
    neighbour = "方宁今年又走了村。"
    found = judge(
        QUERY, about(QUERY), [article([neighbour, LAST_YEAR], title="走村"), article([LONG], page="q.txt", first_id=9)]
    )
    dated = [replace(j, features=replace(j.features, date=-1.0 if j.passage.text == neighbour else 1.0)) for j in found]
    reader = Reader(neighbour)
    reranked(QUERY, dated, reader)
    assert LONG in reader.shown
