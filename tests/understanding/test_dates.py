"""The date of what an article reports, and why."""

from __future__ import annotations

import pytest

from tests.understanding.pages import read

ISSUED = "2022-05-08"

LEADS = [
    pytest.param("5月6日下午，市长周文涛调研。", "2022-05-06", id="a day: the year is the issue's"),
    pytest.param("12月30日，市长周文涛调研。", "2021-12-30", id="a day later than the issue is last year's"),
    pytest.param("2021年3月2日，市长周文涛调研。", "2021-03-02", id="a printed year stands"),
    pytest.param("去年12月9日晚，市长周文涛调研。", "2021-12-09", id="去年"),
    pytest.param("5月3日至5日，市长周文涛调研。", "2022-05-03", id="a range gives its first day"),
    pytest.param("5月3-5日，市长周文涛调研。", "2022-05-03", id="a range written short"),
    pytest.param("5月1日起，全市开展检查。", "2022-05-01", id="起: the day it began"),
    pytest.param("自4月28日以来，全市开展检查。", "2022-04", id="以来: no day of its own, the month"),
    pytest.param("昨日，市长周文涛调研。", "2022-05-07", id="昨日"),
    pytest.param("今天上午，市长周文涛调研。", "2022-05-08", id="今天"),
    pytest.param("本月初，市长周文涛调研。", "2022-05", id="本月 stays a month"),
    pytest.param("去年12月，市长周文涛调研。", "2021-12", id="a month stays a month"),
    pytest.param("7日，市长周文涛调研。", "2022-05-07", id="a bare day is this month's"),
    pytest.param("29日，市长周文涛调研。", "2022-04-29", id="a bare day still to come is last month's"),
    pytest.param("近日，市长周文涛调研。", None, id="近日 dates nothing"),
    pytest.param("市长周文涛调研。", None, id="no date"),
    pytest.param(
        "周文涛，男，1978年4月生，现任市长。5月6日公示。", "2022-05-06", id="a day of birth is no day of the news"
    ),
    pytest.param("八一建军节来临之际，市长周文涛调研。", None, id="a holiday still to come dates nothing"),
    pytest.param("截至5月1日，全市完成检查。", None, id="截至 dates a figure"),
    pytest.param("1949年10月1日，新中国成立。5月5日，市长周文涛参观图片展。", "2022-05-05", id="history goes before"),
    pytest.param("1984年5月6日，本镇建镇。近日，市长周文涛参观图片展。", None, id="history goes before 近日"),
    pytest.param(
        "5月7日，海州发布发文称：5月5日，市长周文涛调研。", "2022-05-05", id="an announcement's day is no event's"
    ),
    pytest.param(
        "（记者李明）海州新闻网5月7日讯 5月5日，市长周文涛调研。", "2022-05-05", id="a dateline is no event's"
    ),
]


@pytest.mark.parametrize(("lead", "value"), LEADS)
def test_a_lead_is_dated(lead: str, value: str | None) -> None:
    assert read(lead, issued=ISSUED).when.value == value


YEARS = [
    pytest.param("以优异成绩迎接党的二十大胜利召开。", "2022-05-06", "二十大", id="a party congress to come"),
    pytest.param("学习二十届中央纪委三次全会精神。", "2024-05-06", "三次全会", id="a plenary session just held"),
    pytest.param("今年是2023年，全市上下加油。", "2023-05-06", "2023年", id="a year in print"),
    pytest.param("5月6日，星期五，天气晴。", None, "", id="a weekday alone fits many years"),
    pytest.param("5月6日，星期五，天气晴。迎接党的二十大。", "2022-05-06", "星期五", id="a weekday names its reason"),
    pytest.param("天气晴。", None, "", id="nothing tells the year"),
]


@pytest.mark.parametrize(("evidence", "value", "why"), YEARS)
def test_without_an_issue_date_the_year_comes_from_the_page(evidence: str, value: str | None, why: str) -> None:
    when = read(f"5月6日下午，市长周文涛调研。\n{evidence}", issued=None).when
    assert when.value == value
    assert when.printed == "5月6日下午"
    assert why in when.basis


def test_the_basis_quotes_the_paper() -> None:
    assert read("5月6日下午，市长周文涛调研。").when.basis == "“5月6日下午”；见报日2022-05-08"


def test_an_event_has_the_date_of_its_own_sentence() -> None:
    events = read("5月5日，市长周文涛调研北山村。5月6日，周文涛督查南河工地。").events
    assert [e.when.value for e in events] == ["2022-05-05", "2022-05-06"]


def test_the_same_day_is_the_day_told_before() -> None:
    events = read("5月5日上午，市长周文涛调研北山村。当天下午，周文涛来到南河工地。").events
    assert [e.when.value for e in events] == ["2022-05-05", "2022-05-05"]


def test_a_month_dates_its_own_sentence_alone() -> None:
    events = read("5月5日，市长周文涛调研北山村。去年3月，周文涛督查南河工地。周文涛来到东江水库。").events
    assert [e.when.value for e in events] == ["2022-05-05", "2021-03", "2022-05-05"]


def test_recently_at_a_sentence_s_head_ends_the_day_told_before() -> None:
    events = read("5月5日，市长周文涛调研北山村。近日，副市长陈明督查南河工地。陈明来到东江水库。").events
    assert [e.when.value for e in events] == ["2022-05-05", None, None]


@pytest.mark.parametrize("opening", ["前期", "“八一”前夕", "今年以来", "一直以来", "截至目前", "截止到发稿时"])
def test_a_sentence_that_opens_with_a_stretch_is_of_no_day_and_the_next_goes_on(opening: str) -> None:
    text = f"5月5日，市长周文涛调研北山村。{opening}，副市长陈明走访南河镇。副市长李燕督查东江水库。"
    assert [e.when.value for e in read(text).events] == ["2022-05-05", None, "2022-05-05"]


@pytest.mark.parametrize(
    "past",
    [
        pytest.param("2011年9月，水库曾经决口。", id="a month"),
        pytest.param("2011年9月6日，水库曾经决口。2019年水库成立公司。", id="a day"),
    ],
)
def test_where_nothing_tells_the_time_a_year_told_later_holds_for_its_own_sentence(past: str) -> None:
    text = f"市长周文涛近年很忙。天气晴。{past}副市长陈明督查南河工地。陈明来到东江水库。"
    assert [e.when.value for e in read(text, issued=None).events] == [None, None]
    text = f"2011年9月5日，市长周文涛调研北山村。{past}副市长陈明督查南河工地。"
    assert read(text, issued=None).events[0].when.value == "2011-09-05"


def test_of_a_page_whose_day_is_estimated_later_days_are_of_its_year() -> None:
    text = "7月17日，东江县召开会议。此前，6月10日、6月13日也有会议。公示期限为2023年7月8日至2023年7月14日。"
    assert read(text, issued=None).events[0].when.value == "2023-07-17"


def test_what_somebody_said_dates_nothing() -> None:
    events = read("5月5日，市长周文涛调研北山村。周文涛指出，要按照2017年11月4日修正的法律抓好落实。").events
    assert {e.when.value for e in events} == {"2022-05-05"}


def test_what_was_done_during_a_meeting_is_of_its_day() -> None:
    events = read("5月5日，市长周文涛主持召开防汛工作会议。会议期间，周文涛走访南河镇。").events
    assert {e.when.value for e in events} == {"2022-05-05"}


@pytest.mark.parametrize(
    ("kept", "value"),
    [
        pytest.param("正值中国人民解放军建军96周年。", "2023-07-30", id="an army's"),
        pytest.param("庆祝中国共产党成立一百周年。", "2021-07-30", id="in Chinese numerals"),
        pytest.param("庆祝建军96周年和中国共产党成立一百周年。", None, id="two that do not agree"),
        pytest.param("庆祝建军节96周年。", "2023-07-30", id="of its day"),
        pytest.param("庆祝某某社会主义共和国成立75周年。", None, id="of another state"),
        pytest.param("庆祝商会成立20周年。", None, id="of what began nobody knows when"),
        pytest.param("庆祝建军960周年。", None, id="of a year that no page is of"),
    ],
)
def test_an_anniversary_tells_the_year(kept: str, value: str | None) -> None:
    assert read(f"7月30日，市长周文涛调研。{kept}", issued=None).when.value == value


def test_of_days_that_are_as_likely_the_first_told_is_the_page_s() -> None:
    text = "7月30日，市长周文涛调研。1月9日，市长周文涛也来过。正值建军96周年。"
    assert [e.when.value for e in read(text, issued=None).events[:1]] == ["2023-07-30"]
