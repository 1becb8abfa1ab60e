"""Who is stated to hold an office, to have come or to have stayed away, and who is not: a wrong name is worse than none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rag.answered import Verdict
from rag.asking.assistant import Assistant
from tests.asking.opened import opened_over

PAGES = {
    "2023-06-02-01.txt": """南川日报
2023年6月2日 星期五 第1版

市长罗庆元检查高考准备工作
本报讯 6月1日，南川市市长罗庆元到市第一中学检查高考准备工作。市教育局局长唐秀英、市公安局局长邓国华陪同检查。

全市安全生产会议召开
本报讯 5月31日，全市安全生产会议召开，副市长贺文涛主持并讲话。市应急管理局局长石建平因病请假，未出席会议。原定5月30日举行的应急演练取消。

副市长贺文涛部署防汛
本报讯 5月29日，副市长贺文涛在调度会上提出四点要求。一要清淤疏渠。二要备足沙袋。三要昼夜值守。四要组织演练。

市委理论学习中心组学习
本报讯 5月30日，市委书记朱家明主持学习，深入学习贯彻省委书记谭振华在全省农村工作会议上的重要讲话精神。
""",
    "2023-06-09-01.txt": """南川日报
2023年6月9日 星期五 第1版

东坪区召开调度会
本报讯 6月8日，市长罗庆元到江北区调研，区委书记朱海燕一同参加。他要求，下月25日前落实市委部署。

新任局长到任
本报讯 6月7日，市水利局局长冯立新因年龄原因辞去职务，由副局长葛长山接任。市粮食局局长蒋大海被免职。

副市长贺文涛检查防汛
本报讯 6月3日，副市长贺文涛到白沙镇检查防汛，市水务局局长简立群，白沙镇党委书记滕海生、镇长包玉梅陪同。贺文涛要求白沙镇党委书记滕海生盯紧险段。副市长秦月娥留守主持日常工作。公示期为6月3日至6月9日。

市委常委会召开会议
本报讯 6月5日，市委常委会召开会议，研究就业工作。市委书记朱家明主持会议。市长罗庆元、市政协主席熊志远出席。

会议落幕
本报讯 6月6日，市政协会议闭幕，会议由市政协主席熊志远主持。
""",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with opened_over(tmp_path_factory.mktemp("stated"), PAGES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "heads"),
    [
        pytest.param("市教育局局长是谁？", {"唐秀英"}, id="of the body asked about"),
        pytest.param("财政局局长是谁？", set(), id="of no body that is printed"),
        pytest.param("财政局长是谁？", set(), id="the same, in short"),
        pytest.param("南川市卫生局局长是谁？", set(), id="of no body of the town"),
        pytest.param("孙书记是谁？", set(), id="nobody of that family name"),
        pytest.param("朱书记是谁？", set(), id="two of that family name"),
        pytest.param("朱家明是什么职务？", {"市委书记"}, id="by the whole name"),
        pytest.param("市粮食局局长是谁？", set(), id="removed"),
        pytest.param("市水利局局长是谁？", {"葛长山"}, id="the one who came after"),
        pytest.param("Who is the mayor of Jiangbei?", set(), id="an office of a town in its district"),
        pytest.param(
            "谁出席了市委常委会会议？", {"朱家明", "罗庆元", "熊志远"}, id="all of a body whose name is the meeting's"
        ),
        pytest.param("谁主持了防汛会？", set(), id="another meeting, called by no name"),
        pytest.param("罗庆元6月1日陪同谁？", set(), id="whom he came with, and those who came with him"),
        pytest.param(
            "谁陪同贺文涛检查防汛？", {"简立群", "滕海生", "包玉梅"}, id="a whole list, and nobody who stayed"
        ),
        pytest.param("公示期到哪天为止？", set(), id="the end of a range, not its beginning"),
        pytest.param("谁没有出席全市安全生产会议？", set(), id="who stayed away"),
        pytest.param("应急演练是哪天举行的？", set(), id="the day of what did not take place"),
    ],
)
def test_only_who_it_is_stands_as_an_answer(assistant: Assistant, question: str, heads: set[str]) -> None:
    answer = assistant.ask(question)
    assert {h.value for h in answer.heads} == heads, answer.text


@pytest.mark.parametrize("question", ["财政局局长是谁？", "孙书记是谁？", "谁主持了防汛会？", "谭振华参加了什么会议？"])
def test_what_nothing_tells_is_refused(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).verdict is Verdict.ABSTAINED


def test_several_who_may_be_meant_are_said_to_be(assistant: Assistant) -> None:
    answer = assistant.ask("朱书记是谁？")
    assert "朱家明" in answer.text
    assert "朱海燕" in answer.text
    assert "朱书记”可能是其中任何一位" in answer.text


def test_no_words_are_shown_as_a_town_or_an_office(assistant: Assistant) -> None:
    assert "落实市" not in assistant.ask("区委书记是谁？").text
    assert "要求白沙镇" not in assistant.ask("滕海生是什么职务？").text


def test_the_meeting_by_its_name_is_told(assistant: Assistant) -> None:
    assert "贺文涛" in assistant.ask("谁主持了全市安全生产会议？").text


def test_as_many_points_are_read_on_as_are_asked_for(assistant: Assistant) -> None:
    answer = assistant.ask("贺文涛提出哪四点要求？")
    assert [p for p in ("清淤疏渠", "备足沙袋", "昼夜值守", "组织演练") if p not in answer.text] == []


def test_what_several_did_together_is_not_what_either_did(assistant: Assistant) -> None:
    answer = assistant.ask("罗庆元和朱海燕一起参加了什么活动？")
    assert "江北区" in answer.text
    assert "高考" not in answer.text


def test_who_stayed_away_is_quoted(assistant: Assistant) -> None:
    assert "石建平因病请假" in assistant.ask("谁没出席全市安全生产会议？").text
