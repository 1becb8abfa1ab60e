"""Figures a question gives, and figures it asks for, each with the thing it is of."""

from __future__ import annotations

from rag.asked import Asks
from rag.asking.constraints.given import holding, names_sum, owner, summed
from rag.asking.constraints.lack import Lack, Support
from tests.asking.handmade import about, article, asked, best, judged

PARTS = "纺织园总投资3.2亿元，有车位400个；码头占地90亩，车位数待定。"
OPENED = "当天两个项目开工。"
WORKS = article([OPENED, PARTS], title="项目开工", people=())


def test_the_sentence_with_the_figure_comes_first() -> None:
    query = asked(Asks.WHAT, "总投资3.2亿元的是哪个项目？", words=("项目", "开工"))
    found = holding(query, judged(query, WORKS))
    assert found[0].passage.text == PARTS
    assert names_sum(query, found[0])
    assert not names_sum(query, best(query, OPENED, WORKS))


def test_a_figure_that_is_nowhere() -> None:
    query = asked(Asks.WHAT, "总投资4.2亿元的是哪个项目？", words=("项目",))
    assert summed(query, about(query), best(query, PARTS, WORKS)) == Support(Lack.FOCUS, "4.2亿元")


def test_a_number_belongs_to_what_its_part_of_the_sentence_names() -> None:
    query = asked(Asks.NUMBER, "码头有多少个车位？", words=("码头", "车位"), focus=("车位",), unit="个")
    assert owner(query, about(query), best(query, PARTS, WORKS)) == Support(Lack.KIND)
    query = asked(Asks.NUMBER, "纺织园有多少个车位？", words=("纺织园", "车位"), focus=("车位",), unit="个")
    assert owner(query, about(query), best(query, PARTS, WORKS)) == Support()


def test_another_number_of_the_same_thing_is_left_out() -> None:
    told, other = "去年第三届荷花节因大雨改期。", "第四届荷花节定于7月6日开幕。"
    fair = article([other, told], title="荷花节", people=())
    query = asked(Asks.WHEN, "第三届荷花节什么时候举办？", words=("荷花节",))
    assert [j.passage.text for j in holding(query, judged(query, fair)) if j.passage.number] == [told]
    unnumbered = asked(Asks.WHEN, "第五届荷花节什么时候举办？", words=("荷花节",))
    assert len(holding(unnumbered, judged(unnumbered, fair))) == len(judged(unnumbered, fair))
