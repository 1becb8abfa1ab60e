"""A summary tells what the reader likes best, or the points of an article that is told by them, and stays short."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rag.asked import Asks
from rag.asking.answers.summary import ROOM, SENTENCES, summary
from rag.asking.matching.candidates import Candidate
from rag.asking.retrieval.judge import MOST, Judged
from rag.records import Opinion
from tests.asking.handmade import about, article, asked, judged, read

OPENING = "8月3日，海州市举行双拥签约仪式。"
SIGNED = "副市长林月华与驻军代表签约。"
VISITED = "随后大家参观了军史馆。"
TALK = ["双方表示将密切合作。", "活动得到各界支持。", "人人深受鼓舞。", "今后会继续努力。", "未来可期。", "合影留念。"]
QUERY = asked(Asks.SUMMARY, "总结一下双拥签约仪式", words=("双拥", "签约"))


def _liked(opinions: Mapping[str, float], told: Candidate, others: float = -3.0) -> Sequence[Judged]:
    """Every sentence with what the reader makes of it."""
    found = judged(QUERY, told)
    return [replace(j, read=j.read and Opinion(opinions.get(j.passage.text, others), ())) for j in found]


def _told(opinions: Mapping[str, float], told: Candidate, others: float = -3.0) -> list[str]:
    return [text for text, _ in read(summary(QUERY, about(QUERY), _liked(opinions, told, others)))]


def test_what_the_reader_likes_in_the_order_of_the_page() -> None:
    told = article([*TALK, OPENING, VISITED, SIGNED], title="签约")
    shown = _told({OPENING: -4.0, VISITED: 1.0, SIGNED: 2.0}, told)
    assert shown == [*TALK[: SENTENCES - 2], VISITED, SIGNED]


def test_how_an_article_opens_is_left_out_where_it_tells_nothing() -> None:
    told = article([OPENING, VISITED, SIGNED], title="签约")
    assert _told({VISITED: 1.0, SIGNED: 2.0, OPENING: -MOST - 1}, told) == [VISITED, SIGNED]


def test_what_says_the_same_again_gives_way_to_something_else() -> None:
    again = "副市长林月华与驻军代表在会上签约。"
    rest = [f"{text[:-1]}，{n}人在场。" for n, text in enumerate(TALK, start=11)]
    opinions = {SIGNED: 2.0, again: 1.0, **dict.fromkeys(rest, 0.0), VISITED: -0.5}
    shown = _told(opinions, article([SIGNED, again, VISITED, *rest], title="会"))
    assert SIGNED in shown
    assert again not in shown


def test_the_points_of_an_article_are_its_summary() -> None:
    points = ["签约提出三点：一是共建。", "二是共育。", "三是共用。"]
    told = article([OPENING, points[0], "各方都很支持签约。", points[1], points[2], VISITED], title="会")
    first = {points[0]: 3.0, VISITED: 2.0}
    best = sorted(_liked(first, told), key=lambda j: j.passage.text != points[0])
    assert [text for text, _ in read(summary(QUERY, about(QUERY), best))] == points


def test_no_longer_than_is_read_at_once() -> None:
    long = [
        f"{name}负责人表示，要把双拥工作抓紧抓实抓出成效，" + "切实把责任落到实处，" * 30 + "。"
        for name in "甲乙丙丁戊"
    ]
    told = article([OPENING, *long], title="签约")
    assert sum(len(text) for text in _told({}, told, others=6.0)) <= ROOM


def test_one_sentence_is_no_summary() -> None:
    assert summary(QUERY, about(QUERY), judged(QUERY, article([OPENING], title="签约"))) == []
