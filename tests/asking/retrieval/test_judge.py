"""The features of sentences of an article made by hand, value by value."""

from __future__ import annotations

from dataclasses import asdict, fields

import pytest

from rag.answered import Rank
from rag.asked import Asks, Frame
from rag.asking.retrieval.judge import Features, judge
from rag.records import Activity, Period
from rag.tables import rows
from tests.asking.handmade import ALONG, JUNE, LED, MAY, PAGE, STOPS, TITLE, about, article, asked, best, event, judged

WHERE = asked(
    Asks.WHERE,
    "陈志远督查了哪里",
    words=("陈志远", "督查"),
    people=("陈志远",),
    activities=(Activity.INSPECT,),
    periods=(MAY,),
)
VISIT = article(
    events=(event(PAGE, LED, "陈志远"),),
    likeness=(0.80, 0.80, 0.92, 0.80),
    ranks={3: (Rank("lexical", 5, 2.0), Rank("dense", 20, 0.9))},
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            LED,
            {"said": 1.0, "person": 1.0, "kind": 0.0, "act": 1.0, "lead": 1.0, "like": 0.0, "lexical": 0.0},
            id="says both words and is evidence of the act, but goes nowhere",
        ),
        pytest.param(
            STOPS,
            {"said": 0.5, "actor": 1.0, "person": 0.0, "someone_else": 0.0, "kind": 1.0, "act": 0.0, "lexical": 0.5},
            id="says him by its actor only; fifth by words counts half",
        ),
        pytest.param(
            ALONG, {"said": 0.0, "someone_else": 1.0, "actor": 0.0, "said_in_article": 1.0}, id="about somebody else"
        ),
        pytest.param(TITLE, {"headline": 1.0, "lead": 0.0, "person": 1.0, "said": 1.0}, id="the headline"),
    ],
)
def test_features(text: str, expected: dict[str, float]) -> None:
    found = asdict(best(WHERE, text, VISIT).features)
    assert {name: found[name] for name in expected} == pytest.approx(expected)


def test_what_the_sentence_before_says_counts_as_near() -> None:
    near = {j.passage.text: j.features.said_near for j in judged(WHERE, article(title="要闻"))}
    assert near == {"要闻": 0.0, LED: 1.0, STOPS: 1.0, ALONG: 0.5 * 0 + near[ALONG]}
    assert near == {"要闻": 0.0, LED: 1.0, STOPS: 1.0, ALONG: 0.0}


def test_likeness_is_told_by_its_distance_from_the_average() -> None:
    like = {j.passage.text: j.features.like for j in judged(WHERE, VISIT)}
    average = (0.80 * 3 + 0.92) / 4
    assert like[STOPS] == pytest.approx((0.92 - average) / 0.12)
    assert (like[LED], like[ALONG]) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("periods", "value"),
    [
        pytest.param((MAY,), 1.0, id="the day asked for"),
        pytest.param((JUNE,), -1.0, id="another day"),
        pytest.param((JUNE, MAY), 1.0, id="one of two"),
        pytest.param((), 0.0, id="no day asked for"),
    ],
)
def test_date(periods: tuple[Period, ...], value: float) -> None:
    assert {j.features.date for j in judged(asked(Asks.WHAT, periods=periods), VISIT)} == {value}


def test_carried_articles_and_quoted_words() -> None:
    query = asked(Asks.WHAT, within=(("p.txt", 1),), quoted=("青石镇", "金沙湾"), focus=("鞋材厂",))
    found = best(query, STOPS, VISIT).features
    assert (found.carried, found.quoted, found.focus) == (1.0, 0.5, 1.0)


def test_features_stay_within_their_bounds_and_the_score_is_their_weighted_sum() -> None:
    weights = {name: float(value) for name, value, *_ in rows("ranking.tsv")}
    assert set(weights) == {f.name for f in fields(Features)}
    for j in judged(WHERE, VISIT):
        found = asdict(j.features)
        assert all(-1 <= v <= 1 for v in found.values())
        assert j.score == pytest.approx(sum(weights[name] * value for name, value in found.items()))


def test_best_first_and_equals_by_page_and_number() -> None:
    nothing = asked(Asks.WHAT)
    twins = [article(["海塘。", "海塘。"], title=" ", page=page, people=()) for page in ("b.txt", "a.txt")]
    found = [(j.passage.page, j.passage.number) for j in judge(nothing, about(nothing), twins) if j.passage.number]
    assert found == [("a.txt", 1), ("a.txt", 2), ("b.txt", 1), ("b.txt", 2)]
    scores = [j.score for j in judged(WHERE, VISIT)]
    assert scores == sorted(scores, reverse=True)


def test_no_article_no_sentence() -> None:
    assert judged(Frame(WHERE.language, Asks.WHAT)) == []
