"""Who holds an office, asked anew of another office, body or town."""

from __future__ import annotations

import pytest

from rag.asked import Asks, Language
from rag.asking.question.holders import gives_office, of_another_office
from tests.asking.handmade import asked


@pytest.mark.parametrize(
    ("past", "offices", "places", "given", "found"),
    [
        pytest.param("政法委书记是谁?", ("书记",), (), "市委书记", "市委书记是谁?", id="the committee's for a body's"),
        pytest.param("海州市委书记是谁?", ("市委书记",), (), "纪委书记", "海州纪委书记是谁?", id="a body's for it"),
        pytest.param("海州市妇联主席是谁?", ("主席",), (), "市政协主席", "海州市政协主席是谁?", id="another body's"),
        pytest.param("海州市妇联主席是谁?", ("主席",), (), "工商联", "海州市工商联主席是谁?", id="another body alone"),
        pytest.param("县教育局局长是谁?", ("局长",), (), "财政局的", "县财政局局长是谁?", id="with 的"),
        pytest.param("县长是谁?", ("县长",), (), "副县长", "副县长是谁?", id="the deputy"),
        pytest.param(
            "东江县县长去了哪里?", ("县长",), ("东江县",), "县委书记", "东江县委书记去了哪里?", id="what he did"
        ),
        pytest.param("东江县县长是谁?", ("县长",), ("东江县",), "海州市市长", "海州市市长是谁?", id="in another town"),
        pytest.param("东江县县长是谁?", ("县长",), ("东江县",), "海州市", "海州市市长是谁?", id="another town alone"),
        pytest.param(
            "东江县教育局局长是谁?", ("局长",), ("东江县教育局",), "海州市", "海州市教育局局长是谁?", id="its body"
        ),
        pytest.param(
            "东江县教育局局长是谁?",
            ("局长",),
            ("东江县教育局",),
            "住房和城乡建设局",
            "东江县住房和城乡建设局局长是谁?",
            id="no town in a body's name",
        ),
        pytest.param(
            "东江县住房和城乡建设局局长是谁?",
            ("局长",),
            (),
            "财政局",
            "东江县财政局局长是谁?",
            id="和 in a body's name",
        ),
        pytest.param(
            "海州市财政局局长是谁?",
            ("局长",),
            (),
            "农业农村委主任",
            "海州市农业农村委主任是谁?",
            id="村 in a body's name",
        ),
        pytest.param("县教育局局长是谁?", ("局长",), (), "财政局长", "县财政局长是谁?", id="the kind of body once"),
        pytest.param("县长是谁?", ("县长",), (), "分管教育的副县长", "", id="more than an office"),
        pytest.param("县长是谁?", ("县长",), (), "座谈会", "", id="no office"),
    ],
)
def test_another_office(past: str, offices: tuple[str, ...], places: tuple[str, ...], given: str, found: str) -> None:
    new = asked(Asks.WHAT, given + "呢?", places=(given,) if given == "海州市" else ())
    assert of_another_office(given, new, asked(Asks.ROLE, past, offices=offices, places=places)) == found


def test_somebody_named_is_replaced_by_name() -> None:
    past = asked(Asks.WHERE, "县长陈志远去了哪里?", offices=("县长",), people=("陈志远",))
    assert of_another_office("副县长", asked(Asks.WHAT, "副县长呢?"), past) == ""


@pytest.mark.parametrize(
    ("given", "found"),
    [
        pytest.param("the Party secretary?", "Who is the Party secretary of Haizhou?", id="the office alone"),
        pytest.param("the mayor of Linping?", "Who is the mayor of Linping?", id="the town with it"),
        pytest.param("May?", "", id="no office"),
    ],
)
def test_in_english(given: str, found: str) -> None:
    offices = ("书记",) if found else ()
    past = asked(Asks.ROLE, "Who is the mayor of Haizhou?", offices=("市长",), language=Language.EN)
    assert of_another_office(given, asked(Asks.WHAT, given, offices=offices, language=Language.EN), past) == found


def test_what_an_english_office_did_is_not_taken_for_its_name() -> None:
    past = asked(Asks.WHAT, "What did the mayor say?", offices=("市长",), language=Language.EN)
    new = asked(Asks.WHAT, "the Party secretary?", offices=("书记",), language=Language.EN)
    assert of_another_office("the Party secretary?", new, past) == ""


@pytest.mark.parametrize(
    ("given", "gives"),
    [
        pytest.param("副县长", True, id="by itself"),
        pytest.param("妇联副主席", True, id="of a body"),
        pytest.param("东江县委书记", True, id="of a town"),
        pytest.param("分管卫生的副县长", False, id="told by more"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_an_office_stands_for_who_holds_it(given: str, gives: bool) -> None:
    assert gives_office(given, asked(Asks.WHAT, given + "呢?")) is gives
