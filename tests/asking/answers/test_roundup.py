"""Which officials did something of a kind: an entry for each article that tells of such an act, and of no other."""

from __future__ import annotations

import pytest

from rag.asked import Asks, Frame
from rag.asking.answers.roundup import roundup
from rag.asking.matching.candidates import Candidate
from rag.records import Activity, Dated, Person, Standing
from tests.asking.handmade import JUNE, MAY, about, article, asked, event

FLOOD = "陈志远检查防汛工作。"


def tells(who: str, day: str, text: str, page: str, **more: object) -> Candidate:
    when = Dated(day)
    e = event("要闻" + text, text, who, page=page, when=when, **more)
    return article([text], title="要闻", page=page, when=when, events=(e,), people=(Person(who, "市长"),))


CHEN = tells("陈志远", "2022-05-06", FLOOD, "a.txt")
LIN = tells("林月华", "2022-05-03", "林月华检查防汛物资。", "b.txt")
FIRE = tells("周文澜", "2022-05-04", "周文澜检查消防工作。", "c.txt")
PLANNED = tells("何建明", "2022-05-05", "何建明将检查防汛工作。", "d.txt", standing=Standing.PLANNED)
LATER = tells("苏敏", "2022-06-10", "苏敏检查防汛工作。", "e.txt")
EVERY = (CHEN, LIN, FIRE, PLANNED, LATER)

KIND = {"words": ("检查", "防汛"), "activities": (Activity.INSPECT,)}


def days(query: Frame, *candidates: Candidate) -> list[str]:
    return [c.text for c in roundup(query, about(query), candidates)]


def test_each_act_of_the_kind_by_day() -> None:
    query = asked(Asks.LIST, "5月有哪些领导检查了防汛？", periods=(MAY,), **KIND)
    assert days(query, *EVERY) == ["2022-05-03：林月华（市长）——要闻", "2022-05-06：陈志远（市长）——要闻"]


@pytest.mark.parametrize(
    ("query", "entries"),
    [
        pytest.param(asked(Asks.LIST, "有哪些领导检查了防汛？", **KIND), 3, id="at any time"),
        pytest.param(
            asked(Asks.LIST, "6月有哪些领导检查了防汛？", periods=(JUNE,), **KIND), 1, id="all that a month has"
        ),
        pytest.param(
            asked(Asks.LIST, "哪些领导去了防汛仓库？", words=("防汛",)), 3, id="to have gone is to have visited"
        ),
        pytest.param(
            asked(Asks.LIST, "哪些领导到过大河镇？", words=("大河镇",), places=("大河镇",)), 0, id="another place"
        ),
        pytest.param(
            asked(Asks.LIST, "哪些领导到过防汛物资库？", words=(), places=("防汛物资",)), 1, id="all that a place has"
        ),
        pytest.param(asked(Asks.WHO, "谁检查了防汛？", **KIND), 0, id="asks for one"),
        pytest.param(asked(Asks.LIST, "哪些领导陪同检查防汛？", **KIND), 0, id="who came along"),
        pytest.param(asked(Asks.LIST, "陈志远检查了哪些领导？", people=("陈志远",), **KIND), 0, id="somebody is named"),
    ],
)
def test_when_it_is_a_list(query: Frame, entries: int) -> None:
    assert len(days(query, *EVERY)) == entries


def test_one_article_is_no_list() -> None:
    assert days(asked(Asks.LIST, "有哪些领导检查了防汛？", **KIND), CHEN, FIRE) == []
