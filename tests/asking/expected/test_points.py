"""As many points as are asked for, in one sentence or in those that go on counting."""

from __future__ import annotations

import pytest

from rag.asked import Asks
from rag.asking.expected.points import alike, marks, points, strings_so_many
from rag.records import Person
from tests.asking.handmade import article, asked

ONE = "陈志远提出三点意见：一是压实责任。"


@pytest.mark.parametrize(
    ("question", "many"),
    [
        pytest.param("提了哪三点意见？", 2, id="which three"),
        pytest.param("讲的五点意见是什么？", 4, id="what the five are"),
        pytest.param("提了哪些意见？", 0, id="no number"),
    ],
)
def test_how_many_points(question: str, many: int) -> None:
    assert asked(Asks.LIST, question).wording.points == many


@pytest.mark.parametrize(
    ("sentences", "told"),
    [
        pytest.param((ONE, "二是加强值守。", "三是备足物资。"), True, id="over three sentences"),
        pytest.param((ONE, "会议结束。", "三是备足物资。"), False, id="the counting breaks off"),
        pytest.param(("陈志远讲了三点意见。",), False, id="only their number"),
    ],
)
def test_points_are_counted_as_far_as_the_counting_goes_on(sentences: tuple[str, ...], told: bool) -> None:
    c = article(list(sentences))
    query = asked(Asks.LIST, "陈志远提了哪三点意见？", focus=("意见",))
    assert strings_so_many(query, c.passages[1], c) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("全市开展攻坚、排查、督导和共治行动。", True, id="a list of four"),
        pytest.param("全市防汛和抗旱会议部署排查和督导以及值守工作。", False, id="words joined in pairs"),
    ],
)
def test_what_joins_the_last_of_a_list_counts_once(text: str, told: bool) -> None:
    c = article([text])
    assert strings_so_many(asked(Asks.LIST, "四大行动是哪四个？", focus=("行动",)), c.passages[1], c) is told


SAID = "陈志远"
TALK = (
    "陈志远就防汛提出三点要求：一是要压实责任。",
    ("各镇要分片包干。", SAID),
    ("二是要加强值守。", SAID),
    ("值班室要二十四小时有人。", SAID),
    ("三是要备足物资。", SAID),
    "林月华参加会议。",
)


def _told(sentences: tuple[str | tuple[str, str], ...], of: int) -> list[str]:
    c = article(sentences, people=(Person(SAID), Person("林月华")))
    return [p.passage.text[p.mark.start :] for p in points(c, c.passages[of])]


@pytest.mark.parametrize("of", [pytest.param(n, id=f"asked of sentence {n}") for n in (1, 2, 3, 4, 5)])
def test_a_run_goes_on_over_what_explains_its_points(of: int) -> None:
    assert _told(TALK, of) == ["一是要压实责任。", "二是要加强值守。", "三是要备足物资。"]


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param(("首先，摸清底数。", "各村已经上报。", "其次，限期整改。", "最后，逐项验收。"), id="in words"),
        pytest.param(
            ("第一，摸清底数。", "各村已经上报。", "第二，限期整改。", "第三，逐项验收。"), id="first and second"
        ),
        pytest.param(("（一）摸清底数。", "各村已经上报。", "（二）限期整改。", "（三）逐项验收。"), id="in brackets"),
        pytest.param(("一、摸清底数。", "各村已经上报。", "二、限期整改。", "三、逐项验收。"), id="with a comma"),
        pytest.param(("1.摸清底数。", "各村已经上报。", "2.限期整改。", "3.逐项验收。"), id="in figures"),
        pytest.param(("1摸清底数。", "各村已经上报。", "2限期整改。", "3逐项验收。"), id="in bare figures"),
        pytest.param(("①摸清底数。", "各村已经上报。", "②限期整改。", "③逐项验收。"), id="in rings"),
    ],
)
def test_points_are_marked_in_many_ways(sentences: tuple[str, ...]) -> None:
    assert _told(sentences, 2) == [sentences[0], *sentences[2:]]


@pytest.mark.parametrize(
    ("sentences", "of"),
    [
        pytest.param(TALK, 6, id="behind the last"),
        pytest.param(("会议提出两点：一是清淤，二是值守。", "会议随后结束。"), 1, id="both inside one sentence"),
        pytest.param((ONE, "会议结束。"), 1, id="one point alone"),
        pytest.param((ONE, "林月华强调，要守纪律。", "二是加强值守。"), 1, id="somebody else goes on"),
        pytest.param(("1月降雨两次。", "2月降雨一次。", "3月没有降雨。"), 1, id="months"),
        pytest.param(("第一季度增长。", "第二季度下降。"), 1, id="quarters"),
        pytest.param(("投资1.5亿元。", "2.5公里道路通车。"), 1, id="figures with a point"),
        pytest.param(("这是万一是真的情况。", "不二是他的号。"), 1, id="inside words"),
    ],
)
def test_what_is_no_run(sentences: tuple[str | tuple[str, str], ...], of: int) -> None:
    assert _told(sentences, of) == []


def test_whoever_is_told_of_in_between_does_not_speak() -> None:
    told = (ONE, "林月华去年带队清过淤。", ("二是加强值守。", "林月华"))
    assert _told(told, 1) == ["一是压实责任。", "二是加强值守。"]


def test_points_of_another_section_are_its_own() -> None:
    sections = ("城区：一是清淤。", "二是值守。", "乡村怎么办。", "会议提出，一是修路。", "二是架桥。")
    assert _told(sections, 1) == ["一是清淤。", "二是值守。"]
    assert _told(sections, 5) == ["一是修路。", "二是架桥。"]


def test_a_fragment_printed_twice_does_not_end_a_run() -> None:
    assert _told(("一是清淤。", "一是清淤。", "二是值守。", "二是值守。", "三是备料。"), 3)[-1] == "三是备料。"


def test_a_mark_has_its_series_and_number() -> None:
    assert [(m.series, m.number) for m in marks("处理如下：1.停课；2.退费；3.通报。")] == [
        ("dotted", 1),
        ("dotted", 2),
        ("dotted", 3),
    ]


FORMS = (
    "组织领导到位，扣紧责任链。",
    "镇里开了会。",
    "隐患排查到位，织密防护网。",
    "宣传教育到位，打好预防针。",
)


@pytest.mark.parametrize(
    ("sentences", "told"),
    [
        pytest.param(FORMS, [FORMS[0], *FORMS[2:]], id="clauses that end alike"),
        pytest.param(
            ("陈志远强调，要抓牢燃气安全。", "底数要清。", "要抓牢化工安全。", "要抓牢防汛备汛。"),
            ["要抓牢燃气安全。", "要抓牢化工安全。", "要抓牢防汛备汛。"],
            id="the same to be done",
        ),
        pytest.param(FORMS[:3], [], id="two may be alike by chance"),
        pytest.param((FORMS[0], FORMS[0], FORMS[0]), [], id="one sentence over again"),
        pytest.param(("从数据来看，稳。", "从全年来看，好。", "从长远来看，优。"), [], id="whence it is seen"),
        pytest.param(("2021年清淤。", "2022年清淤。", "2023年清淤。"), [], id="years"),
    ],
)
def test_sentences_that_open_in_one_form(sentences: tuple[str, ...], told: list[str]) -> None:
    c = article(sentences)
    assert [p.passage.text[p.mark.start :] for p in alike(c, c.passages[2])] == told


def test_a_form_of_two_speakers_is_nobodys() -> None:
    spoken = [("要抓牢燃气安全。", SAID), ("要抓牢化工安全。", SAID), ("要抓牢防汛备汛。", "林月华")]
    c = article(spoken, people=(Person(SAID), Person("林月华")))
    assert alike(c, c.passages[1]) == ()
