"""Who holds an office when, as a sentence tells it."""

from __future__ import annotations

import pytest

from tests.understanding.pages import read

TENURES = [
    pytest.param("市长秦强调研。", [("秦强", "市长", "held")], id="held"),
    pytest.param(
        "市委副书记、代市长秦强调研。",
        [("秦强", "市委副书记", "held"), ("秦强", "市长", "acting")],
        id="one of two acted in",
    ),
    pytest.param(
        "原市长林远、市政协原主席陈志远出席。",
        [("林远", "市长", "former"), ("陈志远", "市政协主席", "former")],
        id="held once, the word before the office or before its rank",
    ),
    pytest.param("原平市市长秦强调研。", [("秦强", "原平市市长", "held")], id="a town that begins like held once"),
    pytest.param("2021年3月12日，时任县长秦强现场办公。", [("秦强", "县长", "then")], id="held at the time told of"),
    pytest.param("新任局长秦强到任。", [("秦强", "局长", "taken")], id="newly held"),
    pytest.param(
        "会议决定：任命秦强为副市长；免去林远的副市长职务。",
        [("秦强", "副市长", "taken"), ("林远", "副市长", "left")],
        id="appointed and removed",
    ),
    pytest.param(
        "免去：林远的东江县水利局局长职务；陈志远的东江县教育局局长职务。",
        [("林远", "东江县水利局局长", "left"), ("陈志远", "东江县教育局局长", "left")],
        id="a list of those removed",
    ),
    pytest.param(
        "会议接受林远辞去海州市市长职务，选举秦强为海州市市长。",
        [("秦强", "海州市市长", "taken"), ("林远", "海州市市长", "left")],
        id="resigned and elected",
    ),
    pytest.param(
        "会议通过任命秦强为县政府办公室主任的职务任命报告。",
        [("秦强", "县政府办公室主任", "taken")],
        id="the report on an appointment is no part of the office",
    ),
    pytest.param(
        "林远同志不再担任县委书记、常委职务。",
        [("林远", "县委书记", "left"), ("林远", "常委", "left")],
        id="no longer holding several",
    ),
    pytest.param(
        "县人大常委会主任秦强，副主任林远、陈志远出席。",
        [
            ("秦强", "县人大常委会主任", "held"),
            ("林远", "县人大常委会副主任", "held"),
            ("陈志远", "县人大常委会副主任", "held"),
        ],
        id="deputies of the chief's body",
    ),
    pytest.param(
        "海州市财政局局长秦强被免职。", [("秦强", "海州市财政局局长", "left")], id="removed, no office named again"
    ),
    pytest.param(
        "市水利局局长林远因年龄原因辞去职务，由副局长秦强接任。",
        [("林远", "市水利局局长", "left"), ("秦强", "市水利局副局长", "held"), ("秦强", "市水利局局长", "taken")],
        id="resigned, and who came after",
    ),
    pytest.param("市长秦强要求局长被免职的单位整改。", [("秦强", "市长", "held")], id="somebody else removed"),
    pytest.param("决定秦强为代理县长。", [], id="nobody is named where nothing shows a name"),
    pytest.param(
        "秦强，男，汉族，现任青石镇镇长，拟任县教育局局长。",
        [("秦强", "青石镇镇长", "held"), ("秦强", "县教育局局长", "to_come")],
        id="a résumé",
    ),
]


@pytest.mark.parametrize(("text", "expected"), TENURES)
def test_offices_have_a_time(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert sorted((t.name, t.office, t.hold.value) for t in read(text).tenures) == sorted(expected)


def test_an_office_has_the_day_of_its_sentence() -> None:
    told = read("5月7日，市长秦强调研。2021年3月12日，时任市长林远现场办公。").tenures
    assert [(t.name, t.when) for t in told] == [("秦强", "2022-05-07"), ("林远", "2021-03-12")]


def test_an_office_taken_has_the_time_told_last_before_it() -> None:
    told = read("5月7日，市长秦强调研。2011年，秦强升任清溪县体育局副局长，2021年11月又到省里工作。").tenures
    assert {(t.office, t.when) for t in told} >= {("清溪县体育局副局长", "2011")}


DAYS = [
    pytest.param("市长林远主持会议，5月7日，副市长秦强到青石镇调研。", "2022-05-07", id="before the name"),
    pytest.param("副市长秦强在5月7日到青石镇调研。", "2022-05-07", id="right behind the name"),
    pytest.param("5月6日下雨。7日下午，副市长秦强到青石镇检查水库。", "2022-05-07", id="of a month told before"),
    pytest.param("5月7日上午，市长林远主持会议。副市长秦强参加会议。", "2022-05-07", id="what was done on a day told"),
    pytest.param("7月29日，一辆货车撞倒学生。副市长秦强告诉记者，路口要装灯。", None, id="an accident's day"),
    pytest.param("5月4日，林远逝世，告别仪式5月6日举行。副市长秦强慰问了家属。", None, id="others' days"),
    pytest.param("副市长秦强介绍，5月底起免费乘车。", None, id="a day that he speaks of"),
    pytest.param("2021年，时任副市长秦强主持过会议。", "2021", id="held then, in a year"),
    pytest.param("5月7日，市长林远调研。原副市长秦强做过方案，时任副市长。", None, id="held once, at no time told"),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_an_office_has_no_day_but_its_own(text: str, day: str | None) -> None:
    assert {t.when for t in read(text).tenures if t.name == "秦强"} == {day}


def test_an_office_taken_has_the_day_of_the_sitting_told_around_it() -> None:
    told = read("5月7日，市人大常委会主任林远主持会议。会议任命秦强为副市长。").tenures
    assert {(t.hold.value, t.when) for t in told if t.name == "秦强"} == {("taken", "2022-05-07")}
