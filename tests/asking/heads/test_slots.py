"""What may be a head: figures with their measures, posts without their bodies, places that name one place."""

from __future__ import annotations

import pytest

from rag.asked import Asks, Language
from rag.asking.heads.days import days
from rag.asking.heads.figures import figures, fit
from rag.asking.heads.hours import hours
from rag.asking.heads.offices import posts
from rag.asking.heads.people import people
from rag.asking.heads.places import places, statable
from rag.asking.heads.runs import runs
from rag.asking.question.counted import counted
from rag.asking.question.worded import worded
from rag.records import Person
from tests.asking.handmade import JUNE, article, asked, best


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        pytest.param(
            "5月6日，镇里修了12.6公里路，花了300余万元。", Language.ZH, ["12.6公里", "300余万元"], id="no date"
        ),
        pytest.param("第三次会议有24名代表参加。", Language.ZH, ["24名"], id="no ordinal"),
        pytest.param("小区装了38部电梯，占90%。", Language.EN, ["38", "90%"], id="English has no word for a measure"),
    ],
)
def test_figures(text: str, language: Language, values: list[str]) -> None:
    query = asked(Asks.NUMBER, language=language)
    assert [s.value for s in figures(query, best(query, text, article([text])))] == values


@pytest.mark.parametrize(
    ("question", "values"),
    [
        pytest.param(
            "海州公司在青石镇上了多少人、多少台机械？", ["400多名", "100多台"], id="not the measure of places"
        ),
        pytest.param("海州公司去了几个点位、多少台机械？", ["几十个", "100多台"], id="what is counted is named"),
    ],
)
def test_the_figure_that_fits_best_is_of_what_is_counted(question: str, values: list[str]) -> None:
    text = "400多名突击队员、100多台机械在青石镇几十个点位连续奋战。"
    query = asked(Asks.NUMBER, question)
    told = best(query, text, article([text]))
    slots = figures(query, told)
    likeliest = [max(slots, key=lambda s: fit(one, s, slots, told)).value for one in counted(question)]
    assert likeliest == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("7月22日18时50分，镇里启动应急响应。", ["7月22日18时50分"], id="with its day"),
        pytest.param("今天（8月6日）凌晨2时33分发生地震。", ["凌晨2时33分"], id="its day in brackets"),
        pytest.param("早上五点半出发，8月到达。", ["早上五点半"], id="in words"),
        pytest.param("从2022年7月4日起，老街晚上八点以后不再施工。", ["晚上八点"], id="another day"),
        pytest.param("8月6日上午出发。", [], id="no hour"),
    ],
)
def test_hours(text: str, values: list[str]) -> None:
    query = asked(Asks.WHEN, "几点？")
    assert [s.value for s in hours(query, best(query, text, article([text])))] == values


@pytest.mark.parametrize(
    ("question", "text", "known", "values"),
    [
        pytest.param("在哪办的？", "活动在青石镇柳溪村举行。", ("青石镇", "柳溪村"), ["柳溪村"], id="the closest"),
        pytest.param(
            "青石镇哪个村？", "活动在青石镇柳溪村举行。", ("青石镇", "柳溪村"), ["柳溪村"], id="named already"
        ),
        pytest.param("在哪办的？", "活动在青石镇小柳溪村举行。", ("青石镇", "柳溪村"), ["小柳溪村"], id="cut short"),
        pytest.param("在哪办的？", "活动在青石镇街道举行。", ("青石镇", "街道"), ["青石镇街道"], id="only a kind"),
        pytest.param("去了哪？", "他从青石镇到柳溪村。", ("青石镇", "柳溪村"), ["青石镇", "柳溪村"], id="apart"),
        pytest.param("去了哪？", "青石镇走访柳溪村。", ("青石镇", "柳溪村"), ["青石镇", "柳溪村"], id="a verb between"),
    ],
)
def test_of_places_in_each_other_the_closest_is_told(
    question: str, text: str, known: tuple[str, ...], values: list[str]
) -> None:
    query = asked(Asks.WHERE, question)
    assert [s.value for s in places(query, best(query, text, article([text], places=known)))] == values


def test_what_is_named_in_one_breath_is_one_run() -> None:
    text = "县长方宁、副县长沈一飞和林月华在青石镇、柳溪村调研，何立群参加。"
    people_ = (Person("方宁", "县长"), Person("沈一飞", "副县长"), Person("林月华", ""), Person("何立群", ""))
    query = asked(Asks.WHO, "谁？")
    told = best(query, text, article([text], people=people_, places=("青石镇", "柳溪村")))
    found = runs(text, [*people(query, told), *places(query, told)])
    assert [[s.value for s in run] for run in found] == [
        ["方宁", "沈一飞", "林月华"],
        ["青石镇", "柳溪村"],
        ["何立群"],
    ]


@pytest.mark.parametrize(
    ("question", "names"),
    [
        pytest.param("谁拿走了银行卡？", ["罗大勇"], id="the relation, not whose"),
        pytest.param("是谁的哥哥拿走了银行卡？", ["罗大力", "罗大勇"], id="whose relation"),
    ],
)
@pytest.mark.parametrize("between", ["之兄", "的哥哥"])
def test_people(question: str, names: list[str], between: str) -> None:
    text = f"罗大力{between}罗大勇拿走了银行卡。"
    told = article([text], people=(Person("罗大力"), Person("罗大勇")))
    query = asked(Asks.WHO, question)
    assert [s.value for s in people(query, best(query, text, told))] == names


@pytest.mark.parametrize(
    ("question", "values"),
    [
        pytest.param("老街哪天起晚上不施工？", ["2022-07-04"], id="the day"),
        pytest.param("老街几号几点起不施工？", ["2022-07-04"], id="the day and the hour"),
    ],
)
def test_days(question: str, values: list[str]) -> None:
    text = "从2022年7月4日起，老街晚上八点以后不再施工。"
    assert [s.value for s in days(asked(Asks.WHEN, question), best(asked(Asks.WHEN), text, article([text])))] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("该馆召开2022年第一次会议。", [], id="a number of a meeting"),
        pytest.param("该馆2022年建成。", ["2022"], id="the year of an act"),
    ],
)
def test_a_year_that_counts_meetings_is_no_time(text: str, values: list[str]) -> None:
    query = asked(Asks.WHEN, "该馆什么时候开的会？")
    assert [s.value for s in days(query, best(query, text, article([text])))] == values


def test_the_year_that_a_question_names_is_no_answer_to_it() -> None:
    query, text = asked(Asks.WHEN, "该馆2022年什么时候建成？", periods=(JUNE,)), "该馆2022年建成。"
    assert days(query, best(query, text, article([text]))) == []


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        pytest.param("清溪县委副书记、县长", ["县委副书记", "县长"], id="two posts"),
        pytest.param("清溪县东岭街道党工委委员、武装部部长", ["党工委委员", "武装部部长"], id="bodies before them"),
        pytest.param("清溪县人民政府副县长", ["副县长"], id="of a government"),
        pytest.param("市人大常委会主任", ["市人大常委会主任"], id="a body that tells posts apart"),
        pytest.param("", [], id="none"),
    ],
)
def test_posts(role: str, expected: list[str]) -> None:
    assert posts(role) == expected


@pytest.mark.parametrize(
    ("question", "place", "expected"),
    [
        pytest.param("秦望舒去了哪里？", "清溪县东岭村", "清溪县东岭村", id="a village"),
        pytest.param("秦望舒去了清溪县哪个村？", "清溪县东岭村", "东岭村", id="the region that the question says"),
        pytest.param("秦望舒去了清溪县吗？", "清溪县", "", id="what the question says"),
        pytest.param("秦望舒去了哪里？", "清溪县", "", id="a whole region"),
        pytest.param("秦望舒去了哪里？", "企业", "", id="a kind of place"),
        pytest.param("秦望舒去了哪里？", "基层派出所", "", id="no one place"),
    ],
)
def test_statable(question: str, place: str, expected: str) -> None:
    assert statable(asked(Asks.WHERE, wording=worded(question, Language.ZH)), place) == expected
