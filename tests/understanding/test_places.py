"""Where one went: names of places, and no pieces of clauses."""

from __future__ import annotations

import pytest

from tests.understanding.pages import done, read, told

PLACES = [
    pytest.param("市长周文涛先到横江镇，又到北山村，察看灾情。", ("横江镇", "北山村"), id="先到, 又到"),
    pytest.param("市长周文涛先后到横江镇、北山村和东江水库等地检查。", ("横江镇", "北山村", "东江水库"), id="等地"),
    pytest.param("市长周文涛深入车间找安全隐患，仔细询问生产情况。", ("车间",), id="a place ends where 找 begins"),
    pytest.param("市长周文涛赶赴东江区调度救灾工作，慰问受灾群众。", ("东江区",), id="a place ends where 调度 begins"),
    pytest.param("市长周文涛来到市应急指挥中心，察看水情。", ("市应急指挥中心",), id="指挥 in a name"),
    pytest.param(
        "市长周文涛来到北山菜场和双和超市检查。", ("北山菜场", "双和超市"), id="和 behind one character is of the name"
    ),
    pytest.param("市长周文涛走进泰和县和平社区，看望群众。", ("泰和县和平社区",), id="和 in a name"),
    pytest.param("市长周文涛沿临江路走访察看街巷风貌。", ("临江路",), id="沿 a road"),
    pytest.param("市长周文涛走进“乡愁记忆”专题陈列馆，参观展品。", ("“乡愁记忆”专题陈列馆",), id="专题 in a name"),
    pytest.param(
        "市长周文涛来到位于东江区的横江批发市场，察看粮价。", ("横江批发市场",), id="位于 is no part of a name"
    ),
    pytest.param(
        "市长周文涛在民族文化中心隆重举行座谈会。", ("民族文化中心",), id="how it was held is no part of a name"
    ),
    pytest.param("市长周文涛深入基层一线检查。", (), id="基层一线 is nowhere"),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_places_are_where_one_went(text: str, expected: tuple[str, ...]) -> None:
    assert done(text)[0].places == expected


def test_the_village_means_the_one_named_before() -> None:
    events = done("横江镇北山村发展果园。市长周文涛来到村里，了解产业发展情况。")
    assert events[0].places == ("横江镇北山村",)


def test_a_town_before_the_office_of_its_own_kind_is_named_once() -> None:
    told = read("海州县总工会代表大会召开，秦强当选主席。海州县县委书记林远出席会议并讲话。")
    assert {place for e in told.events for place in e.places} == {"海州县"}


ERRANDS = [
    pytest.param(
        "市长秦强前往北山镇开展对口帮扶工作。",
        [("秦强", "research_visit", "对口帮扶工作", ("北山镇",))],
        id="an official",
    ),
    pytest.param(
        "市检查组赴横江县开展助企服务活动。", [("市检查组", "research_visit", "助企服务活动", ("横江县",))], id="a team"
    ),
    pytest.param(
        "市长秦强前往北山镇开展安全检查工作。", [("秦强", "inspect", "", ("北山镇",))], id="a verb tells what was done"
    ),
    pytest.param(
        "市教育局到北山镇开展主题党日活动。", [("市教育局", "other", "主题党日活动", ())], id="a body's own activity"
    ),
    pytest.param("市长秦强赶赴北山镇开展抢险救援工作。", [], id="help in an emergency is no visit"),
    pytest.param("市长秦强开展对口帮扶工作。", [], id="nobody went anywhere"),
]


@pytest.mark.parametrize(("text", "expected"), ERRANDS)
def test_what_somebody_goes_somewhere_to_do_is_a_visit(
    text: str, expected: list[tuple[str, str, str, tuple[str, ...]]]
) -> None:
    assert [(*told(e), e.target, e.places) for e in done(text)] == expected
