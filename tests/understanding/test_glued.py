"""Headlines, subheadings and lines about the source that nothing parts from the sentence below them."""

from __future__ import annotations

import pytest

from tests.understanding.pages import done


def spoken(text: str) -> list[tuple[str, str, str]]:
    """Who did what, and who it was by his office."""
    return [(e.actors[0].name, e.actors[0].role, e.action) for e in done(text)]


def test_news_begins_behind_whatever_headlines_stand_before_a_byline() -> None:
    text = (
        "东江市委召开会议传达学习讲话精神 研究部署全市秋收工作和防汛工作陈志远主持并讲话 周文涛出席"
        "本报讯（首席记者 吴晓）6日，东江市委召开会议。"
    )
    (event,) = done(text)
    assert ([p.name for p in event.actors], event.action) == (["东江市委"], "召开")


def test_a_subheading_is_no_deed_of_the_speaker_below_it() -> None:
    text = "东江市政府成立联合调查组海州市委书记陈志远在会上说，一定查明原因。陈志远走访了北山村。"
    events = [e for e in done(text) if e.activity.value == "speech"]
    assert [([p.name for p in e.actors], e.action) for e in events] == [(["陈志远"], "说")]
    assert not any(e.action == "成立" for e in done(text))


def test_an_office_is_told_without_the_subheading_that_ran_into_it() -> None:
    text = "各场所安全隐患海州市委书记陈志远说，一定查明原因。海州市委书记陈志远表示，绝不姑息。"
    assert spoken(text) == [("陈志远", "海州市委书记", "说"), ("陈志远", "海州市委书记", "表示")]


def test_a_province_before_a_city_belongs_to_the_office() -> None:
    text = "东江省海州市委书记陈志远说，一定查明原因。海州市委书记陈志远表示，绝不姑息。"
    assert {role for _, role, _ in spoken(text)} == {"东江省海州市委书记"}


@pytest.mark.parametrize(
    "line",
    ["请注明来源：东江区公安局通报三起案件https://news.example/1.html", "链接：https://a.example/东江区公安局通报案件"],
)
def test_the_address_of_a_report_tells_no_event(line: str) -> None:
    assert done(f"市长周文涛主持召开防汛会议。\n{line}\n")[1:] == []
