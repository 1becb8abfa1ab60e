"""A short answer, then the one or two sentences that bear it out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.asked import Asks, Language
from rag.asking.answers.facts import answers_best, choose, facts
from rag.records import Activity, Dated, Period
from tests.asking.handmade import (
    ALONG,
    LED,
    MAY,
    PAGE,
    TITLE,
    about,
    article,
    asked,
    inspection,
    judged,
    read,
)

HERE = "这是《白鹭》首次到云岭演出。"
FIRST = "该剧自2018年首演以来，场场满座。"
CHEN = {"people": ("陈志远",)}


def test_a_short_answer_first_then_the_sentence_it_stands_in() -> None:
    query = asked(
        Asks.WHO, "谁督查安全生产？", words=("督查", "安全生产"), activities=(Activity.INSPECT,), deed=("督查",)
    )
    assert read(facts(query, about(query), judged(query, inspection(), short="陈志远"))) == [
        ("陈志远（市委书记）", (LED,)),
        (LED, (LED,)),
    ]


def test_in_english_names_are_written_in_pinyin_before_the_characters() -> None:
    query = asked(
        Asks.WHO,
        "Who?",
        words=("督查", "安全生产"),
        activities=(Activity.INSPECT,),
        deed=("督查",),
        language=Language.EN,
    )
    assert (
        facts(query, about(query), judged(query, inspection(), short="陈志远"))[0].text
        == "Chen Zhiyuan (陈志远, 市委书记)"
    )


@pytest.mark.parametrize(
    ("question", "language", "text"),
    [
        pytest.param("什么时候督查？", Language.ZH, "5月6日（“5月6日”）", id="Chinese"),
        pytest.param("When did he inspect?", Language.EN, "6 May", id="English"),
    ],
)
def test_a_day_that_no_sentence_prints_with_its_year_is_stated_without_one(
    question: str, language: Language, text: str
) -> None:
    words = ("督查", "安全生产")
    query = asked(Asks.WHEN, question, words=words, activities=(Activity.INSPECT,), language=language, **CHEN)
    claims = facts(query, about(query), judged(query, inspection(), short="5月6日", opinion=2.0))
    assert claims[0].text == text
    assert [s.value for s in claims[0].states] == ["5月6日"]


@pytest.mark.parametrize(
    ("question", "periods"),
    [
        pytest.param("哪一年督查的？", (), id="the year is asked for"),
        pytest.param("2022年5月什么时候督查？", (MAY,), id="a time is asked about"),
    ],
)
def test_a_day_without_its_year_is_not_stated_where_it_says_too_little(
    question: str, periods: tuple[Period, ...]
) -> None:
    words = ("督查", "安全生产")
    query = asked(Asks.WHEN, question, words=words, activities=(Activity.INSPECT,), periods=periods, **CHEN)
    claims = facts(query, about(query), judged(query, inspection(), short="5月6日", opinion=2.0))
    assert [c.states for c in claims] == [()] * len(claims)


def test_sentences_stand_in_the_order_of_the_page() -> None:
    query = asked(Asks.WHAT, words=("督查", "林月华", "青石镇"))
    told = [text for text, _ in read(facts(query, about(query), judged(query, inspection())))]
    assert told == sorted(told, key=PAGE.index)


def test_the_sentence_that_sets_the_scene_gives_way_to_the_one_that_answers() -> None:
    query = asked(Asks.WHO, "陈志远督查安全生产谁参加？", words=("陈志远", "督查", "安全生产"), **CHEN)
    assert answers_best(query, judged(query, inspection())).passage.text == ALONG


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        pytest.param(Asks.WHEN, FIRST, id="asked when, the one that tells a time"),
        pytest.param(Asks.WHERE, HERE, id="asked where, the one it is sure of"),
    ],
)
def test_a_sentence_that_the_reader_is_sure_of_tells_a_time_where_one_is_asked_for(asks: Asks, answers: str) -> None:
    query = asked(asks, "这戏最早哪一年演的？", words=("演出",))
    told = judged(query, article([HERE, FIRST], title="白鹭", when=Dated()), opinion=1.0)
    by_score = [replace(j, score=9.0 if j.passage.text == HERE else 7.0) for j in told if j.passage.number]
    assert answers_best(query, sorted(by_score, key=lambda j: -j.score)).passage.text == answers


def test_a_sentence_printed_twice_is_quoted_once() -> None:
    twice = article([LED, LED.replace("。", "工作。")])
    query = asked(Asks.WHAT, words=("陈志远", "督查", "安全生产"))
    assert len(choose(query, [j for j in judged(query, twice) if j.passage.number])) == 1


def test_a_headline_is_never_quoted_beside_the_best_sentence() -> None:
    query = asked(Asks.WHAT, words=("陈志远", "督查"))
    chosen = choose(query, sorted(judged(query, inspection()), key=lambda j: j.passage.text != LED))
    assert TITLE not in [j.passage.text for j in chosen]


def test_whether_somebody_did_it_rests_on_a_sentence_of_theirs() -> None:
    told = [
        "市文联领导陈鹏出席大会，选举开始。",
        "大会选举产生新一届领导。",
        "领导周文澜在大会上宣布选举结果。",
        "王刚、陈志远为副主席。",
    ]
    query = asked(Asks.YES_NO, "陈志远当选领导了吗？", words=("大会", "选举", "领导"), **CHEN)
    heard = judged(query, article(told))
    assert told[3] not in [j.passage.text for j in choose(query, heard)]
    assert [text for text, _ in read(facts(query, about(query), heard))][-1] == told[3]


def test_the_half_of_a_day_asked_about_is_shown() -> None:
    told = [
        "5月4日，县领导陈志远、周文澜督查项目。",
        "上午，陈志远督查码头。",
        "县里将督查项目列为重点。",
        "下午，周文澜查看水厂。",
    ]
    query = asked(Asks.WHO, "5月4日下午谁督查项目？", words=("督查", "项目"), activities=(Activity.INSPECT,))
    heard = judged(query, article(told))
    assert told[3] not in [j.passage.text for j in choose(query, heard)]
    assert told[3] in [text for text, _ in read(facts(query, about(query), heard))]
