"""Sentences that answer by saying that there is none, or that it is not settled."""

from __future__ import annotations

import pytest

from rag.asked import Asks, Frame
from rag.asking.answers.drafting import drafted
from rag.asking.answers.finding import Evidence
from rag.asking.expected.none_told import none_told
from tests.asking.handmade import about, article, asked, judged

PRIZE = asked(Asks.NUMBER, "龙舟赛奖杯几座？", words=("龙舟赛", "奖杯"), focus=("奖杯",))
EARNED = asked(Asks.NUMBER, "窑厂今年赚了多少钱？", words=("窑厂", "赚"))
SITE = asked(Asks.WHERE, "新窑定在哪里？", words=("新窑",))
SIGNED = asked(Asks.YES_NO, "窑厂签约了吗？", words=("窑厂", "签约"), places=("窑厂",))
PASSED = asked(Asks.YES_NO, "Did Gao Qiwen agree?", words=("批准/通过",), people=("高启文",))


@pytest.mark.parametrize(
    ("query", "sentence", "told"),
    [
        pytest.param(PRIZE, "龙舟赛没有设奖杯。", True, id="none of them"),
        pytest.param(PRIZE, "龙舟赛尚无奖杯。", True, id="none yet"),
        pytest.param(PRIZE, "龙舟赛没有裁判，奖杯两座。", False, id="none of something else"),
        pytest.param(PRIZE, "除了没有奖杯外，都好。", False, id="what is left out"),
        pytest.param(PRIZE, "无锡奖杯厂送来奖杯。", False, id="the beginning of a name"),
        pytest.param(PRIZE, "地点另行通知。", False, id="something else is open"),
        pytest.param(PRIZE, "", False, id="no words"),
        pytest.param(EARNED, "窑厂今年亏本。", True, id="nothing earned"),
        pytest.param(PRIZE, "龙舟赛免费。", False, id="no money was asked for"),
        pytest.param(SITE, "选址问题没有作出最后决定。", True, id="not decided"),
        pytest.param(SITE, "选址尚待研究确定。", True, id="to be decided"),
        pytest.param(SITE, "窑厂没有定期检修。", False, id="a word that begins alike"),
        pytest.param(SITE, "新窑定在柳河边。", False, id="decided"),
        pytest.param(SIGNED, "窑厂尚无签约计划。", True, id="it was not so"),
        pytest.param(SIGNED, "窑厂已签约。", False, id="it was so"),
        pytest.param(PASSED, "高启文没有批准。", True, id="in one of several wordings"),
        pytest.param(PASSED, "罗平川没有批准。", False, id="of somebody else"),
    ],
)
def test_what_says_so(query: Frame, sentence: str, told: bool) -> None:
    page = article([sentence or "？"], title="窑厂")
    assert none_told(query, page.passages[1]) is told


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        pytest.param(PRIZE, "龙舟赛没有设奖杯。", id="none of them"),
        pytest.param(EARNED, "窑厂今年亏本，没赚钱。", id="nothing earned"),
        pytest.param(SIGNED, "窑厂目前尚无签约计划。", id="not even planned"),
    ],
)
def test_it_is_quoted_though_a_reader_doubts_it(query: Frame, sentence: str) -> None:
    page = article([sentence], title="窑厂")
    best = judged(query, page, opinion=-4.5)
    draft = drafted(Evidence(query, about(query), [page], best, best))
    assert [c.text for c in draft.claims] == [sentence]


def test_no_reader_takes_it_for_an_answer() -> None:
    page = article(["龙舟赛没有设奖杯。"], title="窑厂")
    best = judged(PRIZE, page, opinion=-5.5)
    assert not drafted(Evidence(PRIZE, about(PRIZE), [page], best, best)).claims
