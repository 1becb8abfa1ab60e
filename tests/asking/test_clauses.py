"""Questions of two clauses, and questions that only the one before makes plain: each is answered by its own sentence."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rag.answered import Verdict
from rag.asking.assistant import Assistant
from tests.asking.opened import opened_over

PAGES = {
    "port.txt": """2024年6月12日
青石港货运进入高峰
本报讯 6月10日，来自白塔化工的2000吨化肥运抵青石港。这批化肥将分装成80个集装箱，通过12天左右的江海联运出口至南湾国。
青石港务局局长罗庆元介绍，港口今年新建泊位6个。
""",
    "tour.txt": """2024年6月14日
熊志远到白塔调研
本报讯 2021年4月，担任调研组组长的熊志远到白塔县调研航空产业发展情况。调研中，熊志远走访了多家企业，了解产业规划。此外，熊志远还参观了云岭机场，察看机场的设施建设。
同年5月，白塔县举行老街修缮开工仪式。
""",
    "gifts.txt": """2024年6月16日
白塔县送清凉
本报讯 6月15日，白塔县委书记秦月娥看望慰问坚守岗位的环卫工人，为他们送去清凉礼包，向他们致以问候。
秦月娥表示，要关心一线劳动者。
""",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with opened_over(tmp_path_factory.mktemp("clauses"), PAGES) as opened:
        yield opened


@pytest.mark.xfail(strict=True, reason="the reader is not sure enough of the first clause on so small a page")
def test_each_clause_is_answered(assistant: Assistant) -> None:
    answer = assistant.ask("熊志远2021年4月去白塔县，看的是哪个行业？还参观了哪座机场？")
    assert answer.verdict is Verdict.ANSWERED
    assert "航空产业" in answer.text
    assert "云岭机场" in answer.text


def test_what_is_asked_of_the_matter_before(assistant: Assistant) -> None:
    answer = assistant.ask("路上要走几天？", ["白塔的化肥从青石港出口到哪里？"])
    assert answer.verdict is Verdict.ANSWERED
    assert "12天左右" in answer.text


def test_what_is_read_behind_the_matter_before_states_nothing(assistant: Assistant) -> None:
    """A name there may be the answer to the question before."""
    assert assistant.ask("路上要走几天？", ["白塔的化肥从青石港出口到哪里？"]).heads == ()


@pytest.mark.parametrize(
    ("history", "question"),
    [
        pytest.param([], "6月15日秦月娥送的清凉礼包里装了些什么，一份多少钱？", id="neither clause is told"),
        pytest.param(["白塔的化肥从青石港出口到哪里？"], "运费一吨多少钱？", id="of the matter before nothing is told"),
        pytest.param(["熊志远2021年4月去了哪里？"], "他主持了什么会议？", id="where he went is no meeting"),
    ],
)
def test_what_is_not_told_is_refused(assistant: Assistant, history: list[str], question: str) -> None:
    assert assistant.ask(question, history).verdict is Verdict.ABSTAINED
