"""What may be stated of a sentence that tells something of a person."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from rag.answered import HeadKind
from rag.asked import Asks, Cue
from rag.asking.heads.licence import chosen, offered
from rag.asking.heads.lists import whole
from rag.asking.heads.slots import Slot
from rag.asking.question.question import Question
from rag.asking.question.things import thing
from rag.asking.retrieval.judge import Judged
from rag.records import Person
from tests.asking.handmade import about, article, asked, best, judged

TOLD = "5月6日，县里决定给陈志远颁奖。"


def values(query: Question, found: Sequence[Judged]) -> list[str]:
    """What may be stated, before it is weighed."""
    return [slot.value for offer in offered(query, about(query), found) for slot in offer.run]


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
    assert values(query, found) == stated


def stated_people(
    question: str, text: str, names: tuple[str, ...], short: str, opinion: float = 3.0, **given: object
) -> list[str]:
    query = asked(Asks.WHO, question, **given)
    told = article([text], people=tuple(Person(n, role) for n, _, role in (x.partition("/") for x in names)))
    return values(query, judged(query, told, short=short, opinion=opinion))


def test_a_person_told_apart_from_whoever_is_asked_about_is_not_stated() -> None:
    text, names = "沈一飞的教练方宁来自南坪。", ("沈一飞", "方宁")
    assert stated_people("沈一飞的教练是谁？", text, names, "方宁", words=("教练",), people=("沈一飞",)) == ["方宁"]
    assert stated_people("林月华的教练是谁？", text, names, "方宁", words=("教练",), people=("林月华",)) == []


def test_a_name_that_a_word_runs_over_is_not_stated() -> None:
    words = ("献花",)
    assert stated_people("谁献的花？", "方宁敬献了花圈。", ("方宁",), "方宁", words=words) == ["方宁"]
    assert stated_people("谁献的花？", "沙里金敬献了花圈。", ("沙里金敬",), "沙里金敬", words=words) == []


@pytest.mark.parametrize(("asked_for", "unsaid"), [("地铁", 1.0), ("旧城", 0.0)])
def test_what_the_article_does_not_say_is_weighed_against_whoever_is_stated(asked_for: str, unsaid: float) -> None:
    query = asked(Asks.WHO, f"谁建议改{asked_for}？", words=(asked_for,))
    told = article(["方宁建议改造旧城。"], people=(Person("方宁"),))
    offers = offered(query, about(query), judged(query, told, short="方宁"))
    assert [offer.signs["unsaid"] for offer in offers] == [unsaid]


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
        assert values(query, found) == days


def test_an_office_of_now_is_none_of_before() -> None:
    for cues, posts in ((frozenset[Cue](), ["镇长"]), (frozenset({Cue.OVER}), [])):
        query = asked(Asks.ROLE, "方宁是什么职务？", people=("方宁",), words=("职务",), cues=cues)
        told = article(["镇长方宁到场。"], people=(Person("方宁", "镇长"),))
        found = judged(query, told, short="镇长", opinion=3.0)
        assert values(query, found) == posts


def test_a_figure_in_brackets_is_a_part_of_the_one_before() -> None:
    query = asked(Asks.NUMBER, "伤了多少人？", words=("受伤",))
    text = "地震造成21人受伤（青石镇20人、柳溪村1人）。"
    assert values(query, judged(query, article([text]), short="21人", opinion=3.0)) == ["21人"]


def test_of_a_list_only_what_is_of_the_kind_asked_for_is_stated() -> None:
    query = asked(Asks.WHERE, "去了哪两个派出所？", words=("慰问",))
    text = "他来到第十二税务所、青石派出所、柳溪派出所慰问。"
    told = article([text], places=("第十二税务所", "青石派出所", "柳溪派出所"))
    found = [
        [s.value for s in o.run]
        for o in offered(query, about(query), judged(query, told, short="青石派出所、柳溪派出所"))
        if o.run[0].kind is HeadKind.PLACE
    ]
    assert found == [["青石派出所", "柳溪派出所"]]


def test_a_list_of_bodies_that_is_cut_short_is_not_stated() -> None:
    text = "调查组由社会发展局、规划和统计局组成。"
    at = text.index("统计局")
    query = asked(Asks.LIST, "调查组由哪些部门组成？", words=("调查组",), cues=frozenset({Cue.MANY}))
    told = best(query, text, article([text]))
    assert not whole(query, [Slot("统计局", HeadKind.ORGANISATION, at, at + 3)], told)


def test_several_figures_are_stated_together_or_not_at_all() -> None:
    query = asked(Asks.NUMBER, "来了多少人、多少家企业？", words=("培训",), cues=frozenset({Cue.SEVERAL_FIGURES}))
    text = "培训来了120人、35家企业，历时3天。"
    runs_ = [
        [s.value for s in o.run]
        for o in offered(query, about(query), judged(query, article([text]), short="120人、35家"))
    ]
    assert ["120人", "35家"] in runs_
    alone = "培训来了120人。"
    assert values(query, judged(query, article([alone]), short="120人")) == []


@pytest.mark.parametrize(
    ("question", "noun", "number"),
    [
        ("去了哪两个县市？", "县市", 2),
        ("哪个村的人？", "村的人", 0),
        ("哪些部门参加？", "部门参加", 0),
        ("哪天来的？", "", 0),
        ("在哪里办的？", "", 0),
        ("Which three villages did he visit?", "村", 3),
    ],
)
def test_what_is_asked_for_one_of_a_kind_and_how_many(question: str, noun: str, number: int) -> None:
    asked_for = thing(question)
    assert (asked_for.noun.startswith(noun) if noun else not asked_for.noun, asked_for.number) == (True, number)


@pytest.mark.parametrize(("count", "stated"), [(8, 8), (9, 0)])
def test_a_list_is_stated_whole_or_not_at_all(count: int, stated: int) -> None:
    names = [f"{family}立群" for family in "方沈林何陈王李张赵"[:count]]
    text = f"{'、'.join(names)}参加调研。"
    query = asked(Asks.WHO, "哪些人参加了调研？", words=("调研",))
    told = article([text], people=tuple(map(Person, names)))
    offers = offered(query, about(query), judged(query, told, short="、".join(names)))
    given = chosen(query, offers, [0.9 for _ in offers], 0.5)
    assert sum(len(offer.run) for offer in given) == stated
