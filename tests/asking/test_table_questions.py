"""Questions that the table of events answers as a whole, over a month of an invented paper."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rag.answered import HeadKind, Verdict
from rag.asking.assistant import Assistant
from tests.asking.opened import opened_over

pytestmark = pytest.mark.model

FIRST = """云川日报 2023年9月6日 星期三 第01版

谢长河检查校舍安全

本报讯 9月5日，市长谢长河到松岭小学检查校舍安全。副市长邵文静参加。

全市秋粮收购会议召开

本报讯 9月5日，全市秋粮收购会议召开，市委书记武建章主持会议。
"""

SECOND = """云川日报 2023年9月13日 星期三 第01版

谢长河调研茶厂

本报讯 9月12日，市长谢长河到绿源茶厂调研。

邵文静走访绿源茶厂

本报讯 9月12日，副市长邵文静到绿源茶厂走访。
"""

THIRD = """云川日报 2023年9月27日 星期三 第01版

谢长河主持召开住房会议

本报讯 9月26日，市长谢长河主持召开住房保障会议。

武建章调研开发区

本报讯 9月26日，市委书记武建章到东岸开发区调研。
"""

PAGES = {"a.txt": FIRST, "b.txt": SECOND, "c.txt": THIRD}


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with opened_over(tmp_path_factory.mktemp("month"), PAGES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "heads"),
    [
        pytest.param("谁出现的次数最多？", ["谢长河"], id="who most"),
        pytest.param("Who was most active in September 2023?", ["谢长河"], id="who most, in English"),
        pytest.param("2023年9月谁主持的会议最多？", [], id="no one has more than one"),
        pytest.param("领导去哪里最多？", ["绿源茶厂"], id="where most"),
        pytest.param("武建章和谢长河谁调研得更多？", [], id="two people with as many"),
        pytest.param("谢长河和武建章谁去基层更多？", ["谢长河"], id="two people, one ahead"),
        pytest.param("谢长河第一次检查校舍是什么时候？", ["2023-09-05"], id="the first day"),
        pytest.param("谢长河最近一次调研去了哪里？", ["绿源茶厂"], id="the latest place"),
        pytest.param("谢长河2023年9月参加了几次活动？", ["3"], id="activities of every kind"),
        pytest.param("邵文静2023年9月参加了几次活动？", ["2"], id="activities one came along to"),
        pytest.param("谢长河检查了几次校舍安全？", ["1"], id="times in one matter"),
        pytest.param("How many times did Xie Changhe inspect schools?", ["1"], id="times in one matter, in English"),
        pytest.param("谢长河9月出席了几场活动？", ["3"], id="so many doings"),
        pytest.param("谢长河比武建章去基层多吗？", ["谢长河"], id="more than another"),
        pytest.param("How many activities did Xie Changhe take part in in September 2023?", ["3"], id="in English"),
    ],
)
def test_what_is_counted_is_stated(month: Assistant, question: str, heads: list[str]) -> None:
    assert [h.value for h in month.ask(question).heads] == heads


@pytest.mark.parametrize(
    ("question", "says"),
    [
        pytest.param("9月5日云川市发生了什么？", ["松岭小学", "秋粮收购会议"], id="a day"),
        pytest.param("What happened on September 12, 2023?", ["谢长河到绿源茶厂", "邵文静到绿源茶厂"], id="in English"),
        pytest.param("2023年9月26日有哪些活动？", ["住房保障会议", "东岸开发区"], id="activities of a day"),
        pytest.param("2023年9月有哪些会议？", ["秋粮收购会议", "住房保障会议"], id="meetings of a month"),
        pytest.param("列出谢长河的所有活动", ["松岭小学", "绿源茶厂", "住房保障会议"], id="all of one person"),
    ],
)
def test_what_happened_is_told_whole(month: Assistant, question: str, says: list[str]) -> None:
    answer = month.ask(question)
    assert answer.verdict is Verdict.ANSWERED
    assert [word for word in says if word not in answer.text] == []


def test_meetings_of_a_month_are_no_visits(month: Assistant) -> None:
    assert "绿源茶厂" not in month.ask("2023年9月有哪些会议？").text


@pytest.mark.parametrize(
    "question",
    ["9月6日云川市发生了什么？", "2023年10月有哪些会议？", "谢长河2023年10月参加了几次活动？", "哪个项目投资最多？"],
)
def test_where_the_table_has_nothing_nothing_is_said(month: Assistant, question: str) -> None:
    assert month.ask(question).verdict is Verdict.ABSTAINED


def test_a_place_that_is_most_visited_is_a_place(month: Assistant) -> None:
    (head,) = month.ask("哪个地方被领导去得最多？").heads
    assert (head.value, head.kind) == ("绿源茶厂", HeadKind.PLACE)


@pytest.mark.parametrize(
    ("question", "heads"),
    [
        pytest.param("武建章和谢长河谁主持了秋粮收购会议？", ["武建章"], id="one of two"),
        pytest.param("主持住房保障会议的是武建章还是谢长河？", ["谢长河"], id="one or the other"),
        pytest.param("Who chaired the housing meeting, Wu Jianzhang or Xie Changhe?", ["谢长河"], id="in English"),
        pytest.param("9月12日有哪些领导到绿源茶厂走访？", ["谢长河", "邵文静"], id="all who did"),
    ],
)
def test_who_of_those_named_or_of_all(month: Assistant, question: str, heads: list[str]) -> None:
    assert [h.value for h in month.ask(question).heads] == heads


def test_who_is_not_put_to_choice_is_not_the_answer(month: Assistant) -> None:
    assert "武建章" not in [h.value for h in month.ask("邵文静和谢长河谁主持了秋粮收购会议？").heads]
