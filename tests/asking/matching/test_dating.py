"""Which sentences and events of an article are of the period that is asked about."""

from __future__ import annotations

import pytest

from rag.asked import Asks
from rag.asking.matching.candidates import Candidate
from rag.asking.matching.dating import Bearing, bearings, event_fits
from rag.records import Dated, Period
from tests.asking.handmade import article, asked, event

FITS, OTHER, SILENT = Bearing.FITS, Bearing.OTHER, Bearing.SILENT
MAY_1, MAY_2 = Period("--05-01", "--05-01"), Period("2022-05-02", "2022-05-02")
TWO_DAYS = ("5月1日，高启文到柳河村走访。", "他还看了水渠。", "5月2日，高启文到砖窑厂检查。")
ON_MAY_1 = Dated("2022-05-01", "见报日2022-05-03", "5月1日")
WITHOUT = ("近日，高启文到柳河村走访。",)


def of(period: Period, *sentences: str, when: Dated = ON_MAY_1, asks: Asks = Asks.WHAT) -> list[Bearing]:
    return bearings(asked(asks, periods=(period,)), article(sentences, title="下乡", when=when))[1:]


@pytest.mark.parametrize(
    ("period", "sentences", "when", "expected"),
    [
        pytest.param(MAY_1, TWO_DAYS, ON_MAY_1, [FITS, FITS, OTHER], id="each sentence goes on with its day"),
        pytest.param(MAY_2, TWO_DAYS, ON_MAY_1, [OTHER, OTHER, FITS], id="the other day of the article"),
        pytest.param(
            MAY_2, ("高启文5月2日走访柳河村。", "当天，他还看了水渠。"), ON_MAY_1, [FITS, FITS], id="the same day"
        ),
        pytest.param(
            Period("2019-01-01", "2019-12-31"),
            ("高启文走访柳河村。", "2019年，村里通了水。", "井也打好了。"),
            ON_MAY_1,
            [OTHER, FITS, FITS],
            id="a year long ago, and what follows",
        ),
        pytest.param(MAY_1, WITHOUT, Dated(), [SILENT], id="nothing tells"),
        pytest.param(
            Period("--01-01", "--03-31", "一季度"), ("一季度，产值6亿元。",), ON_MAY_1, [FITS], id="a quarter named"
        ),
        pytest.param(
            Period("--04-01", "--06-30", "二季度"), ("村里开了会。",), ON_MAY_1, [FITS], id="a quarter by its days"
        ),
        pytest.param(
            Period("", "", festival="春节"), ("春节前，他看望老人。",), Dated(), [FITS], id="a festival named"
        ),
        pytest.param(
            Period("2022-05-01", "2022-05-01"),
            ("5月1日，高启文走访。",),
            Dated(),
            [SILENT],
            id="of no year that is known",
        ),
        pytest.param(
            Period("2022-03-01", "2022-03-31"),
            ("2022年初，平台启用。", "同年3月，高启文走访。"),
            Dated("2024-01-22", "", "1月22日"),
            [OTHER, FITS],
            id="of the year told before",
        ),
    ],
)
def test_sentences(period: Period, sentences: tuple[str, ...], when: Dated, expected: list[Bearing]) -> None:
    assert of(period, *sentences, when=when) == expected


ARMY_DAY = Period("2022-08-01", "2022-08-01", "2022年八一", "八一")
BEFORE_IT = Period("2022-07-01", "2022-07-31", "2022年八一前", "八一")
BEHIND_IT = Period("2022-08-02", "2022-08-31", "2022年八一后", "八一")


@pytest.mark.parametrize(
    ("period", "sentence", "issued", "expected"),
    [
        pytest.param(
            BEFORE_IT, "八一到来之际，高启文看望老兵。", "2022-08-03", FITS, id="before it, printed behind it"
        ),
        pytest.param(ARMY_DAY, "八一到来之际，高启文看望老兵。", "2022-07-20", FITS, id="at it, printed before it"),
        pytest.param(BEFORE_IT, "近日，高启文看望老兵。", "2022-08-03", SILENT, id="it is not named"),
        pytest.param(BEFORE_IT, "八一到来之际，高启文看望老兵。", "2023-08-03", SILENT, id="another year's"),
        pytest.param(BEFORE_IT, "八一到来之际，高启文看望老兵。", "2022-11-03", SILENT, id="long behind it"),
        pytest.param(BEHIND_IT, "八一到来之际，高启文看望老兵。", "2022-07-30", SILENT, id="not behind it"),
        pytest.param(BEFORE_IT, "八一到来之际，高启文看望老兵。", None, SILENT, id="nobody knows when it was printed"),
    ],
)
def test_an_undated_report_of_a_festival_is_of_the_one_it_was_printed_around(
    period: Period, sentence: str, issued: str | None, expected: Bearing
) -> None:
    told = article((sentence,), title="看望", when=Dated(), issued=issued)
    assert bearings(asked(Asks.WHAT, periods=(period,)), told)[1:] == [expected]


def test_the_day_of_a_thing_is_not_the_day_of_the_visit() -> None:
    visit = "高启文来到6月1日开工的水渠工地。"
    june = Period("--06-01", "--06-01")
    assert of(june, visit, asks=Asks.WHERE) == [OTHER]
    assert of(june, visit, asks=Asks.NUMBER) == [FITS]


def undated(*others: Dated, when: Dated = ON_MAY_1) -> Candidate:
    page = "下乡" + "".join(TWO_DAYS)
    events = [event(page, TWO_DAYS[1], "高启文", when=Dated())]
    events += [event(page, TWO_DAYS[2], "高启文", when=day) for day in others]
    return article(TWO_DAYS, title="下乡", when=when, events=tuple(events))


@pytest.mark.parametrize(
    ("candidate", "fits"),
    [
        pytest.param(undated(), True, id="the article's day where it tells of one"),
        pytest.param(undated(Dated("2022-05-02")), False, id="nobody can say which of several"),
        pytest.param(undated(when=Dated()), False, id="no day at all"),
        pytest.param(undated(when=Dated(None, "年份不详", "5月1日")), True, id="a day of an unknown year"),
    ],
)
def test_an_event_without_its_day(candidate: Candidate, fits: bool) -> None:
    assert event_fits((MAY_1,), candidate.reading.understood.events[0], candidate) is fits
