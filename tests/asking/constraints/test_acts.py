"""The act that is asked about must be told, of what it is asked of."""

from __future__ import annotations

import pytest

from rag.asked import Asks
from rag.asking.constraints.acts import meets, milestone, studied
from rag.asking.constraints.lack import Lack, Support
from rag.asking.retrieval.judge import Judged
from rag.records import Person
from tests.asking.handmade import about, article, asked, judged

SITES = article(
    ["柳荫幼儿园去年10月动工。", "随后，高明来到丰收路。", "丰收路全长两公里，预计年底通车。"],
    title="高明调研",
    people=(Person("高明", "市长"),),
)
VISIT = article(
    ["市长高明看望了老教师白露的家属。", ("他还会见了客商韩冬。", "高明")],
    title="高明看望家属",
    people=(Person("高明", "市长"), Person("白露", ""), Person("韩冬", "")),
)
STUDY = article(
    ["县委召开会议，传达学习省委书记齐远在全会上的讲话精神。", "县委书记高明主持会议。"],
    title="县委开会",
    people=(Person("齐远", "省委书记"), Person("高明", "县委书记")),
)


def first(candidates: list[Judged]) -> Judged:
    return candidates[0]


@pytest.mark.parametrize(
    ("question", "subject", "expected"),
    [
        pytest.param("柳荫幼儿园什么时候动工？", "柳荫幼儿园", Support(), id="told"),
        pytest.param("柳荫幼儿园什么时候开工？", "柳荫幼儿园", Support(), id="told in another word"),
        pytest.param("丰收路什么时候开工？", "丰收路", Support(Lack.FOCUS, "开工"), id="of another site"),
        pytest.param("丰收路什么时候通车？", "丰收路", Support(), id="planned is told too"),
        pytest.param("柳荫幼儿园什么时候招生？", "柳荫幼儿园", Support(), id="no such act"),
    ],
)
def test_a_day_is_of_the_act(question: str, subject: str, expected: Support) -> None:
    query = asked(Asks.WHEN, question, words=(subject,))
    assert milestone(query, about(query), first(judged(query, SITES))) == expected


@pytest.mark.parametrize(
    ("name", "lack"),
    [("高明", Lack.NOTHING), ("白露", Lack.KIND), ("韩冬", Lack.KIND)],
)
def test_who_was_visited_visited_nobody(name: str, lack: Lack) -> None:
    query = asked(Asks.WHO, f"{name}看望了谁？", words=(name, "看望"), people=(name,))
    assert meets(query, about(query), first(judged(query, VISIT))).lack is lack


@pytest.mark.parametrize(
    ("question", "people", "expected"),
    [
        pytest.param("齐远参加了什么会议？", ("齐远",), Support(Lack.PERSON, "齐远"), id="only studied"),
        pytest.param("高明参加了什么会议？", ("高明",), Support(), id="took part"),
        pytest.param("会议学习了齐远的什么讲话？", ("齐远",), Support(), id="asked what was studied"),
    ],
)
def test_whose_words_are_studied_takes_no_part(question: str, people: tuple[str, ...], expected: Support) -> None:
    query = asked(Asks.WHAT, question, words=("会议",), people=people)
    assert studied(query, about(query), first(judged(query, STUDY))) == expected
