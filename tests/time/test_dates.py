"""Times as pages print them, and the days they are read as."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from rag.mentions import day_of, times
from rag.records import Dated
from rag.time import AsOf, Clock, dates_in, days_of, moments, printed_times

PAGE = AsOf(date(2025, 2, 6), "见报日2025-02-06", printed=True)
TOLD = Clock(PAGE, Dated("2025-01-31", "", "1月31日"))

READ = [
    pytest.param("二〇二四年五月十九日，县长到校。", "2024-05-19", id="Chinese numerals"),
    pytest.param("二○二四年十二月三十一日，县长到校。", "2024-12-31", id="another zero"),
    pytest.param("一月二十三日上午，县长到校。", "2025-01-23", id="numerals without a year"),
    pytest.param("1 月 15 日，县长到校。", "2025-01-15", id="spaces"),
    pytest.param("１月１７日，县长到校。", "2025-01-17", id="full width"),
    pytest.param("1月2O日，县长到校。", "2025-01-20", id="a letter for a nought"),
    pytest.param("1月l9日，县长到校。", "2025-01-19", id="a letter for a one"),
    pytest.param("1月28曰，县长到校。", "2025-01-28", id="another character for 日"),
    pytest.param("2024.3.7，县长到校。", "2024-03-07", id="stops between"),
    pytest.param("20240307，县长到校。", "2024-03-07", id="eight figures"),
    pytest.param("昨（5）日，县长到校。", "2025-02-05", id="a day in brackets"),
    pytest.param("昨日（2月5日）上午，县长到校。", "2025-02-05", id="month and day in brackets"),
    pytest.param("三日上午，县长到校。", "2025-02-03", id="a bare day in a numeral"),
    pytest.param("当地时间3日，县长访问邻市。", "2025-02-03", id="a bare day there"),
    pytest.param("县长陈志远6日在县医院会见来宾。", "2025-02-06", id="the day of the page by its number alone"),
    pytest.param("研修班4日开班。", "2025-02-04", id="two days before the page"),
    pytest.param("研修班3日开班。", "", id="a number too far from the page to be a day"),
    pytest.param("展览连续6日开放。", "", id="so many days"),
    pytest.param("为小猪6日龄时接种。", "", id="an age in days"),
    pytest.param("次日，县长到校。", "2025-02-01", id="the next day"),
    pytest.param("翌日上午，县长到校。", "2025-02-01", id="the next day, otherwise"),
    pytest.param("同日，县长到校。", "2025-01-31", id="the same day"),
    pytest.param("上周三，县长到校。", "2025-01-29", id="a weekday of last week"),
    pytest.param("本周三，县长到校。", "2025-02-05", id="a weekday of this week"),
    pytest.param("正月初八，县长到校。", "2025-02-05", id="a lunar day"),
    pytest.param("农历腊月廿六，县长到校。", "2025-01-25", id="a lunar day of the year before"),
    pytest.param("大年三十，县长到校。", "2025-01-28", id="the last lunar day of the year"),
    pytest.param("除夕当天，县长到校。", "2025-01-28", id="New Year's Eve"),
    pytest.param("立春当天，县长到校。", "2025-02-03", id="a solar term"),
    pytest.param("元宵节，县长到校。", "2025-02-12", id="a festival at the head of a clause"),
    pytest.param("同年8月，县长到校。", "2022-08", id="the year told before"),
    pytest.param("今年1月上旬，县长到校。", "2025-01", id="a third of a month"),
    pytest.param("2024年五月份，县长到校。", "2024-05", id="a month in a numeral"),
    pytest.param("On 3 January 2025 the county head came.", "2025-01-03", id="English"),
    pytest.param("春节来临之际，县长到校。", "", id="a festival ahead"),
    pytest.param("2023年2月30日，县长到校。", None, id="a day that never was"),
    pytest.param("2023年13月5日，县长到校。", None, id="a month that never was"),
    pytest.param("2024年闰七月初三，县长到校。", None, id="a leap month that never was"),
    pytest.param("3024年5月6日，县长到校。", None, id="a year far ahead"),
    pytest.param("水位上涨20230506立方米。", "", id="a quantity of eight figures"),
    pytest.param("节日前夕，县长到校。", "", id="日前 in another word"),
    pytest.param("2月3日，县府发布消息称，1月30日至31日，县长到校。", "2025-01-30", id="told later than it was"),
    pytest.param("2月3日，县府发布消息称，2月9日县长到校。", "2025-02-03", id="told before it is"),
    pytest.param("2月3日，县府公告称，企业于当天获奖。", "2025-02-03", id="told on the same day"),
    pytest.param("产量低于1月3日的一半，县长到校。", "", id="a comparison"),
    pytest.param("2024年1-6 月，县长到校。", "2024-01", id="months from one to another"),
    pytest.param("于去年2月份，县长到校。", "2024-02", id="a February"),
    pytest.param("立春节气过后，县长到校。", "", id="behind a solar term"),
    pytest.param("上周一1月27日起，县长到校。", "2025-01-27", id="a weekday before the day"),
    pytest.param("论坛将于2月20日举行。", "", id="a plan"),
    pytest.param("1月3日至5日期间，县长到校。", "2025-01-03", id="during a range"),
    pytest.param("货物10-15日之内送到。", "", id="a term"),
    pytest.param("端午节前夕，县长到校。", None, id="the eve of a festival"),
    pytest.param("今年以来，县长多次到校。", None, id="a stretch up to now"),
    pytest.param("要按照2017年3月4日修正的条例办理。", "", id="the day of a law"),
    pytest.param("公司成立于1月3日。", "", id="a founding"),
    pytest.param("会议于1月3日召开。", "2025-01-03", id="a meeting held on a day"),
]


@pytest.mark.parametrize(("text", "value"), READ)
def test_a_page_is_read(text: str, value: str | None) -> None:
    clock = Clock(PAGE, TOLD.day, year=2022)
    first = next(dates_in(text, clock), None)
    assert (first.value if first else "") == value


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        pytest.param("4月28日至5月3日", "2024-04-28", "2024-05-03", id="over the end of a month"),
        pytest.param("4月30日—5月2日", "2024-04-30", "2024-05-02", id="a dash"),
        pytest.param("2023年12月30日至2024年1月2日", "2023-12-30", "2024-01-02", id="over the end of a year"),
        pytest.param("12月30日至1月2日", "2023-12-30", "2024-01-02", id="over the end of a year, none printed"),
        pytest.param("5月3-5日", "2024-05-03", "2024-05-05", id="written short"),
        pytest.param("10日至13日", "2024-05-10", "2024-05-13", id="bare days"),
        pytest.param("五月三日至五日", "2024-05-03", "2024-05-05", id="numerals"),
        pytest.param("5月上旬", "2024-05-01", "2024-05-10", id="a third of a month"),
    ],
)
def test_both_ends_are_known(text: str, first: str, last: str) -> None:
    clock = Clock(AsOf(date(2024, 5, 20), "", printed=True))
    days = days_of(next(dates_in(f"{text}，县长率团考察。", clock)))
    assert (days[0], days[-1]) == (first, last)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "去年3月，中心落户，同年7月揭牌。", ["2024-03", "2024-07"], id="counted from the year of the page"
        ),
        pytest.param("2021年3月，中心落户，同年7月揭牌。", ["2021-03", "2021-07"], id="printed"),
        pytest.param("他于 1990 年毕业，随后于 2004 年到县里。", ["1990", "2004"], id="years set apart by blanks"),
        pytest.param("1990 年代，镇上有三家厂。", [], id="a decade"),
    ],
)
def test_years_of_a_sentence(text: str, told: list[str]) -> None:
    assert [t.days[0] for t in printed_times(text, PAGE.day.isoformat() if PAGE.day else None, True)] == told
    assert [day_of(m) for m in times(text, TOLD)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("本报7月27日电 27日17时，风力16级。", ["--07-27"]),
        ("7月30日上午，甲到南湖村。31日，乙到北湖村。", ["--07-30", "--07-31"]),
        ("7月30日上午，甲到南湖村。2日，乙到北湖村。", ["--07-30"]),
        ("本报7月31日电 27日，甲到南湖村。", ["--07-27"]),
        ("本报7月27日电 31日，甲将到南湖村。", []),
        ("本报8月8日电 研修班7日开班。", ["--08-07"]),
        ("本报8月8日电 研修班2日开班。", []),
        ("27日，甲到南湖村。", []),
    ],
)
def test_a_bare_day_has_the_month_of_the_day_before_it(text: str, told: list[str]) -> None:
    assert [t.days[0] for t in printed_times(text, None, False)] == told


def test_without_a_day_of_the_page_nothing_is_made_up() -> None:
    assert [d.value for d in dates_in("正月初八，昨（5）日，上周三，5月6日", Clock(AsOf()))] == [None] * 4


def test_ten_thousand_times_on_a_line_take_their_time_and_no_more() -> None:
    line = "、".join(f"{n % 12 + 1}月{n % 28 + 1}日县长到校" for n in range(10_000))
    started = process_time()
    assert len(list(dates_in(line, Clock(PAGE)))) == len(moments(line)) == 10_000
    assert process_time() - started < 10
