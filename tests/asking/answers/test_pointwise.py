"""Questions for several points are answered by the points, each once, in the order of the page."""

from __future__ import annotations

import pytest

from rag.asked import Asks
from rag.asking.answers.facts import facts
from rag.asking.answers.pointwise import ROOM
from rag.asking.matching.candidates import Candidate
from rag.records import Person
from tests.asking.handmade import about, article, asked, best, judged, read

LEAD = "陈志远就防汛提出三点要求：一是要压实防汛责任。"
WHY = ("各镇要分片包干，防汛责任到人。", "陈志远")
TWO, THREE = ("二是要加强值守。", "陈志远"), ("三是要备足物资。", "陈志远")
POINTS = [LEAD, TWO[0], THREE[0]]
SPEECH = (LEAD, WHY, TWO, THREE, "林月华提出一点建议：防汛责任要写进考核。")
PEOPLE = (Person("陈志远"), Person("林月华"))


def _quoted(question: str, *, first: str = LEAD, asks: Asks = Asks.LIST, of: Candidate | None = None) -> list[str]:
    """What is quoted where the sentence `first` is the best one."""
    query = asked(asks, question, words=("陈志远", "防汛", "责任"), people=("陈志远",))
    told = of or article(SPEECH, people=PEOPLE)
    answering = best(query, first, told)
    rest = [j for j in judged(query, told) if j.passage.text != first]
    return [text for text, _ in read(facts(query, about(query), [answering, *rest]))]


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("陈志远对防汛讲了哪三点？", id="so many"),
        pytest.param("陈志远对防汛提了哪些要求？", id="which demands"),
        pytest.param("What three points did Chen Zhiyuan make?", id="English"),
    ],
)
def test_the_points_without_what_explains_them(question: str) -> None:
    assert _quoted(question) == POINTS


def test_as_many_as_are_asked_for() -> None:
    four = article((*SPEECH[:4], ("四是要勤演练。", "陈志远")), people=PEOPLE)
    assert _quoted("陈志远对防汛讲了哪三点？", of=four) == POINTS


def test_what_explains_a_point_stays_where_no_number_is_asked_for() -> None:
    assert _quoted("陈志远要求防汛盯紧哪些事？", first=WHY[0]) == [LEAD, WHY[0], TWO[0], THREE[0]]
    assert _quoted("陈志远对防汛讲了哪三点？", first=WHY[0]) == POINTS


def test_a_sentence_that_announces_points_stands_before_them() -> None:
    told = article(("陈志远就防汛责任提出要求。", "一是要清淤。", "各村都要清。", "二是要值守。"), people=PEOPLE)
    shown = _quoted("陈志远提了哪些要求？", first="陈志远就防汛责任提出要求。", of=told)
    assert shown == ["陈志远就防汛责任提出要求。", "一是要清淤。", "二是要值守。"]


def test_what_one_sentence_strings_together_is_answered_by_it() -> None:
    text = "陈志远提出，防汛责任要做到“全”、“实”、“严”、“快”。"
    told = article((text, "一是要清淤。", "二是要值守。"), people=PEOPLE)
    assert _quoted("陈志远说的四个“字”分别是哪四个？", first=text, of=told) == [text]


def test_one_point_that_joins_two_words_strings_nothing() -> None:
    first = "陈志远就防汛责任及抗旱提出要求：一是要清淤。"
    told = article((first, "各村都要清。", "二是要值守。", "三是要备料。"), people=PEOPLE)
    assert _quoted("陈志远提了哪三点？", first=first, of=told) == [first, "二是要值守。", "三是要备料。"]


def test_another_ones_points_are_not_his() -> None:
    own = "林月华提出一点建议：防汛责任要写进考核。"
    query = asked(Asks.LIST, "林月华提了哪些建议？", words=("林月华", "防汛", "责任", "建议"), people=("林月华",))
    told = article((*SPEECH[:4], "会议休息。", own), people=PEOPLE)
    shown = read(facts(query, about(query), [best(query, own, told)]))
    assert [text for text, _ in shown] == [own]


def test_nor_where_he_speaks_between_them() -> None:
    own = "林月华插话说，防汛责任还要写进考核。"
    query = asked(Asks.LIST, "林月华提了哪些要求？", words=("林月华", "防汛", "责任"), people=("林月华",))
    told = article((LEAD, own, TWO, THREE), people=PEOPLE)
    shown = read(facts(query, about(query), [best(query, own, told)]))
    assert [text for text, _ in shown] == [own]


def test_of_one_thing_asked_for_the_points_are_no_answer() -> None:
    assert THREE[0] not in _quoted("陈志远要求防汛责任落到谁身上？", first=WHY[0], asks=Asks.WHAT)


def test_long_points_are_cut_to_what_begins_with_their_mark() -> None:
    long = [
        f"{n}是要{what}，" + "切实把责任落到实处，" * 30 + "不留死角。"
        for n, what in zip("一二三", "清守备", strict=True)
    ]
    shown = _quoted("陈志远提了哪三点？", first=long[0], of=article(long, people=PEOPLE))
    assert [text[:4] for text in shown] == ["一是要清", "二是要守", "三是要备"]
    assert sum(map(len, shown)) <= ROOM
