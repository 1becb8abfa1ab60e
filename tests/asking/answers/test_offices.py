"""Who held an office, and which office somebody held."""

from __future__ import annotations

import pytest

from rag.asked import Asks, Language
from rag.asking.answers.offices import offices
from rag.records import Dated, Hold, Period, Person, Tenure
from tests.asking.handmade import LED, article, asked


def on_the_day(name: str, *offices: str) -> tuple[Tenure, ...]:
    """Offices that the article tells somebody to hold on its own day."""
    return tuple(Tenure(name, office, Hold.HELD, office, "2022-05-06") for office in offices)


MAYOR_2022 = article(
    ["市长周文澜讲话。"],
    title="甲",
    page="a.txt",
    people=(Person("周文澜", "市委副书记、市长"),),
    city="海州市",
    tenures=on_the_day("周文澜", "市委副书记", "市长"),
)
MAYOR_2023 = article(
    ["市长赵启明和副市长林月华讲话。"],
    title="乙",
    page="b.txt",
    people=(Person("赵启明", "市长"), Person("林月华", "副市长")),
    city="海州市",
    when=Dated("2023-03-08"),
)
MAYORS = {"offices": ("市长",), "question": "海州市市长是谁？"}


@pytest.mark.parametrize(
    ("more", "names"),
    [
        pytest.param({}, ["周文澜", "赵启明"], id="everybody, earliest first, no deputy"),
        pytest.param({"periods": (Period("2023-01-01", "2023-12-31", "2023年"),)}, ["赵启明"], id="in that year"),
        pytest.param({"periods": (Period("2019-01-01", "2019-12-31", "2019年"),)}, [], id="in no year known"),
        pytest.param({"places": ("海州市",)}, ["周文澜", "赵启明"], id="of that city"),
        pytest.param({"places": ("宁波市",)}, [], id="of another city"),
        pytest.param({"places": ("宁波市政府",)}, [], id="of a body of another city"),
        pytest.param({"offices": ("副市长",), "question": "副市长是谁？"}, ["林月华"], id="the deputy, not the chief"),
        pytest.param({"offices": ("局长",), "question": "局长是谁？"}, [], id="an office nobody holds"),
    ],
)
def test_holders(more: dict[str, object], names: list[str]) -> None:
    query = asked(Asks.ROLE, **{**MAYORS, **more})
    told = [c.text for c in offices(query, [MAYOR_2023, MAYOR_2022])]
    assert [n for t in told for n in ("周文澜", "赵启明", "林月华") if n in t] == names


def test_a_claim_gives_the_day_the_name_and_the_office_and_cites_the_sentence() -> None:
    (claim,) = offices(asked(Asks.ROLE, people=("周文澜",)), [MAYOR_2022])
    assert claim.text.startswith("2022年5月6日：周文澜（市委副书记、市长）")
    assert [s.passage.text for s in claim.sources] == ["市长周文澜讲话。"]


def test_of_one_person_the_fullest_office() -> None:
    both = [MAYOR_2022, article(["市长周文澜到场。"], title="丙", page="c.txt", people=(Person("周文澜", "市长"),))]
    claims = offices(asked(Asks.ROLE, people=("周文澜",)), both)
    assert [c.text.count("市委副书记、市长") for c in claims] == [1]


TOWN = article(
    ["近日，青石镇开展慰问。", "镇党委书记林月华到工地看望工人。"],
    title="青石镇送清凉",
    people=(Person("林月华", "镇党委书记"),),
    city="海州市",
    tenures=on_the_day("林月华", "镇党委书记"),
)


@pytest.mark.parametrize(
    ("place", "names"),
    [
        pytest.param("青石镇", ["林月华"], id="the town that the article opens with"),
        pytest.param("南坪镇", [], id="another town"),
        pytest.param("青石县", [], id="another kind of place"),
    ],
)
def test_a_post_of_a_town_is_told_by_the_town_the_article_is_about(place: str, names: list[str]) -> None:
    query = asked(Asks.ROLE, f"{place}党委书记是谁？", places=(place,), offices=("党委书记",))
    assert [c.text.partition("：")[2][:3] for c in offices(query, [TOWN])] == names


def test_an_office_in_another_place_is_not_his() -> None:
    query = asked(Asks.ROLE, "周文澜在东江任什么职务？", people=("周文澜",), places=("东江",))
    assert offices(query, [MAYOR_2022]) == []


def test_a_general_secretary_is_no_secretary_of_the_place() -> None:
    chief = article(
        ["县委书记周文澜讲话。", "总书记何建明指示。"],
        people=(Person("周文澜", "县委书记"), Person("何建明", "总书记")),
        city="东江县",
    )
    query = asked(Asks.ROLE, "东江县的书记是谁？", places=("东江县",), offices=("书记",))
    assert ["何建明" in c.text for c in offices(query, [chief])] == [False]


@pytest.mark.parametrize(
    ("question", "office", "names"),
    [
        pytest.param("海州市委书记是谁？", "市委书记", ["周文澜"], id="the committee's"),
        pytest.param("海州的书记是谁？", "书记", ["周文澜"], id="the first"),
        pytest.param("海州市政法委书记是谁？", "政法委书记", ["林月华"], id="of one body under it"),
    ],
)
def test_the_secretary_of_a_body_under_the_committee_is_another(question: str, office: str, names: list[str]) -> None:
    told = article(
        ["市委书记周文澜和政法委书记林月华讲话。"],
        people=(Person("周文澜", "市委书记"), Person("林月华", "市委副书记、政法委书记")),
        city="海州市",
        tenures=(*on_the_day("周文澜", "市委书记"), *on_the_day("林月华", "市委副书记", "政法委书记")),
    )
    query = asked(Asks.ROLE, question, offices=(office,))
    assert [s.value for c in offices(query, [told]) for s in c.states] == names


@pytest.mark.parametrize(
    ("question", "office", "place", "names"),
    [
        pytest.param("海州政法委书记是谁？", "书记", "海州政法委", ["林月华"], id="of its own town"),
        pytest.param("东江政法委书记是谁？", "书记", "东江政法委", [], id="not of another one"),
        pytest.param("海州市政协主席是谁？", "市政协主席", "海州市政协", ["何建明"], id="printed apart from its body"),
    ],
)
def test_a_body_is_one_of_its_town(question: str, office: str, place: str, names: list[str]) -> None:
    told = article(
        ["政法委书记林月华和政协党组书记、主席何建明讲话。"],
        people=(Person("林月华", "政法委书记"), Person("何建明", "政协党组书记、主席")),
        city="海州市",
        tenures=(*on_the_day("林月华", "政法委书记"), *on_the_day("何建明", "政协党组书记", "主席")),
    )
    query = asked(Asks.ROLE, question, offices=(office,), places=(place,))
    assert [s.value for c in offices(query, [told]) for s in c.states] == names


def test_who_holds_the_same_office_elsewhere_is_not_named() -> None:
    both = article(
        ["东江县委书记周文澜和南坪县委书记何建明座谈。"],
        people=(Person("周文澜", "东江县委书记"), Person("何建明", "南坪县委书记")),
        city="东江县",
        tenures=(*on_the_day("周文澜", "东江县委书记"), *on_the_day("何建明", "南坪县委书记")),
    )
    query = asked(Asks.ROLE, "东江县委书记是谁？", places=("东江县",), offices=("县委书记",))
    assert [c.text for c in offices(query, [both])] == ["2022年5月6日：周文澜（东江县委书记）"]


def test_an_unknown_day_is_not_mentioned_where_there_is_but_one_answer() -> None:
    one = article(["市长周文澜讲话。"], people=(Person("周文澜", "市长"),), when=Dated(), city="海州市")
    assert [c.text for c in offices(asked(Asks.ROLE, **MAYORS), [one])] == ["周文澜（市长）（海州市）"]


def test_an_executive_deputy_mayor_is_of_no_place_called_so() -> None:
    told = article(
        ["常务副市长周文澜主持会议。"],
        people=(Person("周文澜", "市委常委、常务副市长"),),
        city="海州市",
        tenures=on_the_day("周文澜", "市委常委", "常务副市长"),
    )
    query = asked(Asks.ROLE, "海州市常务副市长是谁？", places=("海州市",), offices=("常务副市长",))
    assert [c.text for c in offices(query, [told])] == ["2022年5月6日：周文澜（市委常委、常务副市长）（海州市）"]


CHANGED = article(
    [
        "会议免去周文澜的市长职务，任命赵启明为市长。",
        "代局长林月华发言，原局长何建明列席。",
        "2020年5月，时任市长苏平到场。",
    ],
    people=(Person("赵启明", "市长"), Person("林月华", "代局长"), Person("何建明", "原局长")),
    city="海州市",
    when=Dated("2023-03-08"),
    tenures=(
        Tenure("周文澜", "市长", Hold.LEFT, "市长", "2023-03-08"),
        Tenure("赵启明", "市长", Hold.TAKEN, "市长", "2023-03-08"),
        Tenure("林月华", "局长", Hold.ACTING, "代局长", "2023-03-08"),
        Tenure("何建明", "局长", Hold.FORMER, "原局长", "2023-03-08"),
        Tenure("苏平", "市长", Hold.THEN, "市长", "2020-05"),
    ),
)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        pytest.param("市长是谁？", ["赵启明"], id="not who has left it, nor who held it then"),
        pytest.param("现任市长是谁？", ["赵启明"], id="now"),
        pytest.param("谁被免去了市长职务？", ["周文澜"], id="who left it"),
        pytest.param("谁被任命为市长？", ["赵启明"], id="who took it"),
        pytest.param("代局长是谁？", ["林月华"], id="who acts in it"),
        pytest.param("原局长是谁？", ["何建明"], id="who held it once"),
    ],
)
def test_holders_at_the_time_asked_about(question: str, names: list[str]) -> None:
    query = asked(Asks.ROLE, question, offices=("局长" if "局长" in question else "市长",))
    told = [c.text for c in offices(query, [MAYOR_2022, CHANGED])]
    assert [n for t in told for n in ("周文澜", "赵启明", "林月华", "何建明", "苏平") if n in t] == names


@pytest.mark.parametrize(
    ("question", "people", "names"),
    [
        pytest.param("赵启明之前谁是市长？", ("赵启明",), ["周文澜"], id="before somebody"),
        pytest.param("谁接替周文澜任市长？", ("周文澜",), ["赵启明"], id="after somebody"),
        pytest.param("周文澜之前谁是市长？", ("周文澜",), ["苏平"], id="long before"),
    ],
)
def test_who_came_before_and_after(question: str, people: tuple[str, ...], names: list[str]) -> None:
    query = asked(Asks.ROLE, question, people=people, offices=("市长",))
    claims = offices(query, [MAYOR_2022, CHANGED])
    assert list(dict.fromkeys(s.value for c in claims for s in c.states)) == names


def test_a_year_asked_about_is_that_of_the_sentence() -> None:
    query = asked(
        Asks.ROLE, "2020年的市长是谁？", offices=("市长",), periods=(Period("2020-01-01", "2020-12-31", "2020年"),)
    )
    assert [c.text for c in offices(query, [MAYOR_2022, CHANGED])] == ["2020年5月：苏平（时任市长）（海州市）"]


def test_an_office_that_somebody_left_is_told_as_such() -> None:
    query = asked(Asks.ROLE, "周文澜是什么职务？", people=("周文澜",))
    told = [c.text for c in offices(query, [CHANGED])]
    assert told == ["2023年3月8日：周文澜（原市长）（海州市）"]


def test_an_office_of_another_time_told_in_more_words_is_left_to_the_sentences() -> None:
    query = asked(
        Asks.ROLE, "周文澜到省城任职前在海州担任什么职务？", people=("周文澜",), words=("周文澜", "省城", "海州")
    )
    assert offices(query, [MAYOR_2022, CHANGED]) == []


@pytest.mark.parametrize("when", ["退休前", "被查的时候", "牺牲时"])
def test_an_office_at_the_time_of_what_befell_somebody_is_left_to_the_sentences(when: str) -> None:
    query = asked(Asks.ROLE, f"何建明{when}是什么职务？", people=("何建明",), words=("何建明",))
    assert offices(query, [CHANGED]) == []


def test_an_office_that_is_over_is_stated_as_such() -> None:
    (claim,) = offices(asked(Asks.ROLE, "何建明是什么职务？", people=("何建明",)), [CHANGED])
    assert [s.value for s in claim.states] == ["原局长"]


@pytest.mark.parametrize(
    ("issued", "language", "text"),
    [
        pytest.param(
            "2022-05-08", Language.ZH, "据2022年5月8日报道：周文澜（副市长）（海州市）", id="the paper's day, as such"
        ),
        pytest.param(
            "2022-05-08",
            Language.EN,
            "As reported on 8 May 2022: Zhou Wenlan (周文澜, 副市长) (海州市)",
            id="in English",
        ),
        pytest.param(None, Language.ZH, "周文澜（副市长）（海州市）", id="none where the paper has none"),
    ],
)
def test_the_day_of_what_else_an_article_tells_is_not_put_before_an_office(
    issued: str | None, language: Language, text: str
) -> None:
    told = article(
        ["5月6日，一辆货车撞倒学生。", "副市长周文澜告诉记者，路口要装信号灯。"],
        people=(Person("周文澜", "副市长"),),
        city="海州市",
        issued=issued,
        tenures=(Tenure("周文澜", "副市长", Hold.HELD, "副市长"),),
    )
    query = asked(Asks.ROLE, people=("周文澜",), language=language)
    (claim,) = offices(query, [told])
    assert claim.text == text
    assert [s.passage.text for s in claim.sources] == ["副市长周文澜告诉记者，路口要装信号灯。"]


def test_the_day_told_of_an_office_goes_before_that_of_the_article() -> None:
    told = article(
        [LED, "5月7日，副市长周文澜到场。"],
        people=(Person("周文澜", "副市长"),),
        tenures=(Tenure("周文澜", "副市长", Hold.HELD, "副市长", "2022-05-07"),),
    )
    (claim,) = offices(asked(Asks.ROLE, people=("周文澜",)), [told])
    assert (claim.text, len(claim.sources)) == ("2022年5月7日：周文澜（副市长）", 1)


@pytest.mark.parametrize(
    ("name", "roles"),
    [
        pytest.param("赵启明", ["市长"], id="held"),
        pytest.param("林月华", ["代局长"], id="acted in"),
        pytest.param("何建明", [], id="held once"),
        pytest.param("苏平", [], id="held then"),
        pytest.param("周文澜", [], id="left since"),
    ],
)
def test_what_is_over_is_no_office_of_now(name: str, roles: list[str]) -> None:
    query = asked(Asks.ROLE, f"{name}现在是什么职务？", people=(name,))
    assert [s.value for c in offices(query, [MAYOR_2022, CHANGED]) for s in c.states] == roles
