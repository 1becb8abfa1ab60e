"""What may be stated of a sentence that tells something of a person."""

from __future__ import annotations

import pytest

from rag.asked import Asks, Cue
from rag.asking.heads.licence import allowed
from rag.records import Person
from tests.asking.handmade import about, article, asked, judged

TOLD = "5月6日，县里决定给陈志远颁奖。"


@pytest.mark.parametrize(
    ("people", "stated"),
    [
        pytest.param(("陈志远",), ["2022-05-06"], id="told of who is asked about"),
        pytest.param(("林月华",), [], id="told of somebody else"),
        pytest.param((), ["2022-05-06"], id="nobody asked about"),
    ],
)
def test_a_day_told_of_somebody_else_is_not_stated(people: tuple[str, ...], stated: list[str]) -> None:
    query = asked(Asks.WHEN, "哪天颁奖？", words=("颁奖",), people=people)
    found = judged(query, article([TOLD], issued="2022-05-08"), short="5月6日", opinion=3.0)
    assert [slot.value for slot, _, _ in allowed(query, about(query), found)] == stated


def stated_people(
    question: str, text: str, names: tuple[str, ...], short: str, opinion: float = 3.0, **given: object
) -> list[str]:
    query = asked(Asks.WHO, question, **given)
    told = article([text], people=tuple(Person(n, role) for n, _, role in (x.partition("/") for x in names)))
    return [
        slot.value for slot, _, _ in allowed(query, about(query), judged(query, told, short=short, opinion=opinion))
    ]


def test_a_person_told_apart_from_whoever_is_asked_about_is_not_stated() -> None:
    text, names = "沈一飞的教练方宁来自南坪。", ("沈一飞", "方宁")
    assert stated_people("沈一飞的教练是谁？", text, names, "方宁", words=("教练",), people=("沈一飞",)) == ["方宁"]
    assert stated_people("林月华的教练是谁？", text, names, "方宁", words=("教练",), people=("林月华",)) == []


def test_a_name_that_a_word_runs_over_is_not_stated() -> None:
    words = ("献花",)
    assert stated_people("谁献的花？", "方宁敬献了花圈。", ("方宁",), "方宁", words=words) == ["方宁"]
    assert stated_people("谁献的花？", "沙里金敬献了花圈。", ("沙里金敬",), "沙里金敬", words=words) == []


@pytest.mark.parametrize(("opinion", "stated"), [(3.0, ["方宁"]), (0.5, [])], ids=["sure", "not sure"])
def test_nobody_is_stated_of_what_the_article_does_not_say_unless_the_reader_is_sure(
    opinion: float, stated: list[str]
) -> None:
    given = {"opinion": opinion, "words": ("地铁",)}
    assert stated_people("谁建议修地铁？", "方宁建议改造旧城。", ("方宁",), "方宁", **given) == stated


def test_a_name_that_is_the_beginning_of_a_places_is_nobodys() -> None:
    text, names = "方东路社区的方宁收到了轮椅。", ("方东路", "方宁")
    assert stated_people("谁收到了轮椅？", text, names, "方东路", words=("轮椅",)) == []
    assert stated_people("谁收到了轮椅？", text, names, "方宁", words=("轮椅",)) == ["方宁"]


def test_whom_the_question_names_by_an_office_is_not_who_is_asked_for() -> None:
    text, names = "县长方宁没有到场，沈一飞念了稿子。", ("方宁/县长", "沈一飞")
    office = {"words": ("稿子",), "offices": ("县长",)}
    assert stated_people("县长没来，谁念了稿子？", text, names, "方宁", **office) == []


def test_nobody_is_stated_whose_clause_says_less_of_the_question_than_somebody_elses() -> None:
    text, names = "方宁讲解了上市政策，沈一飞汇报了企业情况。", ("方宁", "沈一飞")
    assert stated_people("谁谈的上市政策？", text, names, "方宁", words=("上市", "政策")) == ["方宁"]
    assert stated_people("谁谈的上市政策？", text, names, "沈一飞", words=("上市", "政策")) == []


def test_no_day_is_stated_beside_one_that_is_not_settled() -> None:
    query = asked(Asks.WHEN, "揭牌改在哪天？", words=("揭牌",))
    for text, days in (
        ("揭牌改在5月9日。", ["2022-05-09"]),
        ("揭牌改在5月9日，地点未定。", ["2022-05-09"]),
        ("原定5月9日的揭牌推迟，日期未定。", []),
    ):
        found = judged(query, article([text], issued="2022-05-08"), short="5月9日", opinion=3.0)
        assert [slot.value for slot, _, _ in allowed(query, about(query), found)] == days


def test_an_office_of_now_is_none_of_before() -> None:
    for cues, posts in ((frozenset[Cue](), ["镇长"]), (frozenset({Cue.OVER}), [])):
        query = asked(Asks.ROLE, "方宁是什么职务？", people=("方宁",), words=("职务",), cues=cues)
        told = article(["镇长方宁到场。"], people=(Person("方宁", "镇长"),))
        found = judged(query, told, short="镇长", opinion=3.0)
        assert [slot.value for slot, _, _ in allowed(query, about(query), found)] == posts
