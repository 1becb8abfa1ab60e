"""A summary opens as the article does, tells what was done, and stays short."""

from __future__ import annotations

from rag.asked import Asks
from rag.asking.answers.summary import ROOM, SENTENCES, summary
from tests.asking.handmade import about, article, asked, event, judged, read

OPENING = "8月3日，海州市举行双拥签约仪式。"
SIGNED = "副市长林月华与驻军代表签约。"
TALK = ["双方表示将密切合作。", "活动得到各界支持。", "大家深受鼓舞。", "今后将继续努力。", "未来可期。"]
QUERY = asked(Asks.SUMMARY, "总结一下双拥签约仪式", words=("双拥", "签约"))


def test_the_opening_and_what_was_done_in_the_order_of_the_page() -> None:
    page = "".join(["签约", OPENING, *TALK, SIGNED])
    told = article([OPENING, *TALK, SIGNED], title="签约", events=(event(page, SIGNED, "林月华"),))
    claims = read(summary(QUERY, about(QUERY), judged(QUERY, told)))
    assert claims[0] == (OPENING, (OPENING,))
    assert claims[-1] == (SIGNED, (SIGNED,))
    assert len(claims) == SENTENCES


def test_no_longer_than_is_read_at_once() -> None:
    long = [
        f"{name}负责人表示，要把双拥工作抓紧抓实抓出成效，" + "切实把责任落到实处，" * 30 + "。"
        for name in "甲乙丙丁戊"
    ]
    claims = summary(QUERY, about(QUERY), judged(QUERY, article([OPENING, *long], title="签约")))
    assert sum(len(c.text) for c in claims) <= ROOM


def test_one_sentence_is_no_summary() -> None:
    assert summary(QUERY, about(QUERY), judged(QUERY, article([OPENING], title="签约"))) == []
