"""How something went, in the order of the times an article tells of it."""

from __future__ import annotations

from rag.asked import Asks
from rag.asking.answers.chronicle import chronicle
from tests.asking.handmade import article, asked, judged

WENT = "6月1日晚，松岭救援队从县城出发。"
CAME = "6月2日上午8时，松岭救援队到达白石镇。"
SLEPT = "队员们在校舍里休整。"
BACK = "6月5日下午，松岭救援队返程。"
WORDS = {"words": ("松岭", "救援队", "出发", "到达", "返程"), "type": "sequence"}


def told(*sentences: str) -> list[str]:
    query = asked(Asks.WHEN, "松岭救援队哪天出发、哪天到达、哪天返程？", **WORDS)
    found = judged(query, article(sentences, title="松岭救援队凯旋", people=()))
    return [c.text for c in chronicle(query, (), found)]


def test_sentences_with_a_time_are_given_in_the_order_of_the_page() -> None:
    assert told(WENT, SLEPT, CAME, BACK) == [WENT, CAME, BACK]


def test_one_time_alone_is_no_account() -> None:
    assert told(WENT, SLEPT) == []


def test_it_states_nothing() -> None:
    query = asked(Asks.WHEN, "松岭救援队哪天出发、哪天返程？", **WORDS)
    assert all(not c.states for c in chronicle(query, (), judged(query, article((WENT, BACK), people=()))))
