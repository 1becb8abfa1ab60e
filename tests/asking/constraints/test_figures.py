"""A number that is asked for is one of what is counted."""

from __future__ import annotations

import pytest

from rag.asked import Asks
from rag.asking.constraints.figures import figure
from rag.asking.constraints.lack import Lack
from rag.asking.constraints.named import bound
from tests.asking.handmade import about, article, asked, best

LED = "活动现场慰问了23名老兵和2户家庭，发放了慰问金。"
WORKS = "河道治理分为两期，其中二期投资1600万元。"


@pytest.mark.parametrize(
    ("question", "focus", "lack"),
    [
        pytest.param("慰问了多少名老兵？", ("老兵",), Lack.NOTHING, id="counted"),
        pytest.param("发了多少慰问金？", ("慰问金",), Lack.KIND, id="a sum where none is told"),
        pytest.param("每户发了多少？", (), Lack.KIND, id="what each got"),
        pytest.param("去了多少志愿者？", ("志愿者",), Lack.KIND, id="others are counted"),
    ],
)
def test_a_number_of_what_is_counted(question: str, focus: tuple[str, ...], lack: Lack) -> None:
    query = asked(Asks.NUMBER, question, words=("慰问",), focus=focus)
    assert figure(query, about(query), best(query, LED, article([LED], title="慰问"))).lack is lack


SITES = "城东医院投资两亿元，床位300张；产业园占地90亩。"


@pytest.mark.parametrize(
    ("question", "words", "lack"),
    [
        pytest.param("城东医院规划多少床位？", ("城东医院", "床位"), Lack.NOTHING, id="its own part"),
        pytest.param("产业园规划多少床位？", ("产业园", "床位"), Lack.KIND, id="another part's noun"),
    ],
)
def test_a_number_of_another_part_of_the_sentence(question: str, words: tuple[str, ...], lack: Lack) -> None:
    query = asked(Asks.NUMBER, question, words=words, focus=("床位",))
    assert figure(query, about(query), best(query, SITES, article([SITES], title="项目"))).lack is lack


@pytest.mark.parametrize(
    ("question", "about_what"),
    [
        pytest.param("治理一期花了多少钱？", "一期", id="another stage"),
        pytest.param("治理二期花了多少钱？", "", id="the stage"),
        pytest.param("第三项措施是什么？", "第三项", id="a list that is not told"),
        pytest.param("二等奖给了谁？", "二等奖", id="a prize"),
        pytest.param("第二小学招了多少人？", "第二小学", id="a school by its number"),
        pytest.param("共分一期吗？", "", id="a number of stages is none"),
    ],
)
def test_stages_prizes_and_places_in_a_list_bind(question: str, about_what: str) -> None:
    query = asked(Asks.WHAT, question, words=("治理",))
    assert bound(query, about(query), best(query, WORKS, article([WORKS], title="治理"))).about == about_what


def test_an_enumeration_tells_its_third_item() -> None:
    told = "一是修路，二是植树，三是清淤。"
    query = asked(Asks.WHAT, "第三项措施是什么？", words=("措施",))
    assert bound(query, about(query), best(query, told, article([told], title="治理"))).lack is Lack.NOTHING
