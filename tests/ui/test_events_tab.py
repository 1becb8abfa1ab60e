"""The event table: filters read, rows shown, plots drawn, files written; everything by value."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape

import pytest

from rag import (
    Activity,
    Counted,
    Dated,
    Deed,
    Deeds,
    Event,
    Language,
    Order,
    Person,
    RagError,
    Standing,
    Tally,
    Wanted,
    event_line,
)
from tests.ui.crowd import (
    BUSY,
    CROWD,
    DONE,
    EVIL_NAME,
    EVIL_PAPER,
    EVIL_PLACE,
    EVIL_ROLE,
    EVIL_TARGET,
    CrowdAssistant,
)
from ui.events.handler import exported, order_of, shown, wanted_of
from ui.events.table import deed_line, when
from ui.handlers.days import UnreadableDayError, day_of
from ui.handlers.sent import LONGEST, fields_of, leaf_of
from ui.present.counts import counts
from ui.present.pager import Pages, pager
from ui.present.sheet import harmless
from ui.present.timeline import MONTHS_SHOWN, bars_of, timeline, within

ZH, EN = Language.ZH, Language.EN


def rows(fields: dict[str, str], language: Language = ZH) -> str:
    """The rows of the crowd for these filters, as HTML."""
    return shown(CrowdAssistant(), language, fields)["rows"]


def seen(html: str) -> str:
    """What a reader sees of some HTML."""
    return unescape(re.sub(r"<[^>]*>", "", html))


def caption(html: str) -> str:
    return seen(html.partition("<caption>")[2].partition("</caption>")[0])


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("", None, id="nothing"),
        pytest.param("2023", "2023", id="year"),
        pytest.param("2023-5", "2023-05", id="month without its nought"),
        pytest.param(" 2023-05-06 ", "2023-05-06", id="ISO day with spaces"),
        pytest.param("2023年5月6日", "2023-05-06", id="Chinese day"),
        pytest.param("2023年5月", "2023-05", id="Chinese month"),
        pytest.param("2023/5/6", "2023-05-06", id="slashes"),
        pytest.param("2023.5", "2023-05", id="dots"),
    ],
)
def test_day_is_read_as_people_write_it(typed: str, expected: str | None) -> None:
    assert day_of("since", typed) == expected


@pytest.mark.parametrize("typed", ["去年", "2023-13", "2023-02-30", "23-5", "2023-05-06-07", "<b>"])
def test_day_that_is_none_is_said_to_be_unreadable(typed: str) -> None:
    with pytest.raises(UnreadableDayError):
        day_of("since", typed)
    parts = shown(CrowdAssistant(), ZH, {"until": typed})
    assert parts["wrong"] == "until"
    assert "看不懂这个日期" in parts["rows"]


def test_fields_become_a_wish() -> None:
    fields = {"who": " 沈 ", "office": "书记", "where": "码头", "newspaper": "日报", "text": "安全 码头",
              "type": "inspect", "since": "2023年5月", "until": "2023", "all": "yes"}  # fmt: skip
    assert wanted_of(fields) == Wanted(
        who="沈",
        office="书记",
        where="码头",
        since="2023-05",
        until="2023",
        activity=Activity.INSPECT,
        newspaper="日报",
        text="安全 码头",
        standings=tuple(Standing),
    )
    assert wanted_of({"type": "no such type"}) == Wanted()


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ({"who": "陈", "page": 2}, {"who": "陈", "page": "2"}),
        ({"who": "陈" * 999}, {"who": "陈" * LONGEST}),
        ({"who": ["陈"]}, {}),
        (["who"], {}),
        (None, {}),
    ],
    ids=["strings and numbers", "too long", "no string", "a list", "nothing"],
)
def test_what_a_script_sends_is_made_harmless(sent: object, expected: dict[str, str]) -> None:
    assert fields_of(sent) == expected


@pytest.mark.parametrize(
    ("page", "leaf"), [("3", 3), ("", 1), ("0", 1), ("-2", 1), ("x", 1), ("9" * 30, 1), ("1e3", 1)]
)
def test_leaf(page: str, leaf: int) -> None:
    assert leaf_of({"page": page}) == leaf


@pytest.mark.parametrize(("sent", "order"), [("oldest", Order.OLDEST), ("", Order.NEWEST), ("drop", Order.NEWEST)])
def test_order(sent: str, order: Order) -> None:
    assert order_of({"order": sent}) is order


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, f"共 {DONE} 件，这里是第 1–50 件", id="everything, first leaf"),
        pytest.param({"page": "2"}, f"共 {DONE} 件，这里是第 51–{DONE} 件", id="second leaf"),
        pytest.param({"page": "99"}, f"共 {DONE} 件，这里是第 51–{DONE} 件", id="past the last leaf"),
        pytest.param({"who": "沈若水"}, "共 1 件", id="a person, told twice"),
        pytest.param({"who": "沈若水", "all": "yes"}, "共 2 件", id="with the plan"),
        pytest.param({"office": "市长", "since": "2022"}, "共 24 件", id="an office from a year on"),
        pytest.param({"where": "青苗"}, "共 1 件", id="a place in part"),
        pytest.param({"type": "research_visit"}, "共 61 件，这里是第 1–50 件", id="a type"),
        pytest.param({"newspaper": "北屿"}, "共 1 件", id="a newspaper"),
        pytest.param({"since": "2020-02", "until": "2020-03"}, "共 2 件", id="a period"),
        pytest.param({"text": "敬老院 走访"}, "共 1 件", id="words"),
    ],
)
def test_filters(fields: dict[str, str], expected: str) -> None:
    assert caption(rows(fields)) == expected


def test_row_opens_its_words_and_names_lead_to_people() -> None:
    html = rows({"newspaper": "海州", "who": "沈"})
    assert 'href="?article=dock-a.txt%230&amp;mark=7-23"' in html
    assert CROWD[60].page.text[7:23] == "市委书记沈若水督查码头安全生产。"
    assert 'href="?person=%E6%B2%88%E8%8B%A5%E6%B0%B4"' in html
    assert "北屿码头" in html


def test_other_tellings_are_named_by_their_newspaper() -> None:
    html = rows({"who": "沈若水"})
    assert "另有 1 处报道" in html
    assert 'class="telling" href="?article=dock-b.txt%230&amp;mark=7-23"' in html
    assert "《北屿时报》2023-05-06" in html


def test_plan_is_marked_and_what_was_done_is_not() -> None:
    html = rows({"who": "沈若水", "all": "yes"})
    assert re.findall(r'<tr data-standing="(\w+)"', html) == ["planned", "done"]
    assert html.count('class="standing"') == 1
    assert ">计划<" in html


def test_basis_of_a_day_can_be_opened_and_an_unknown_day_says_so() -> None:
    assert when(ZH, Dated("2023-05-06", "见报日2023-05-07", "昨日")) == (
        '<details class="basis"><summary>2023-05-06</summary>'
        '<p>依据： <span lang="zh">见报日2023-05-07</span></p></details>'
    )
    assert seen(when(EN, Dated(None, "文中没有日期", ""))) == "Day unknownKnown from: the text prints no date"
    assert when(EN, Dated()) == '<span class="date">Day unknown</span>'


@pytest.mark.parametrize(
    ("action", "target", "places", "line"),
    [
        ("督查", "港口", ("码头",), "督查港口"),
        ("来到、察看", "粮库", (), "来到、察看：粮库"),
        ("到", "", ("青苗镇", "粮库"), "到青苗镇、粮库"),
        ("", "年会", (), "年会"),
    ],
    ids=["verb and object", "several verbs", "a place alone", "a meeting alone"],
)
def test_what_was_done_in_a_line(action: str, target: str, places: tuple[str, ...], line: str) -> None:
    assert deed_line(Event("p", 0, 0, (Person("甲"),), action, Activity.OTHER, target, places)) == line


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (RagError("the index is gone", "build it again"), "活动表暂时列不出来。the index is gone; build it again"),
        (ZeroDivisionError("secret"), "出了意外，请再试一次。"),
    ],
    ids=["of the library", "unforeseen"],
)
@pytest.mark.parametrize(("parts", "part"), [("rows", "rows"), ("spread", "timeline")])
def test_failure_is_told_where_it_happened(parts: str, part: str, error: Exception, words: str) -> None:
    class Failing(CrowdAssistant):
        def deeds(self, *args: object, **more: object) -> Deeds:
            raise error

        def tally(self, *args: object, **more: object) -> Tally:
            raise error

    told = shown(Failing(), ZH, {"parts": parts})
    assert {name: seen(html) for name, html in told.items()} == {part: words, "wrong": ""}


@pytest.mark.parametrize(
    ("order", "column", "direction", "onward"),
    [
        ("newest", "when", "descending", "oldest"),
        ("oldest", "when", "ascending", "newest"),
        ("who", "who", "ascending", "who"),
        ("place", "where", "ascending", "place"),
        ("type", "type", "ascending", "type"),
        ("newspaper", "paper", "ascending", "newspaper"),
    ],
)
def test_head_tells_how_it_is_sorted_and_sorts(order: str, column: str, direction: str, onward: str) -> None:
    html = rows({"order": order})
    heads = re.findall(
        r'<th scope="col" class="(\w+)" aria-sort="(\w+)"><button type="button" data-order="(\w+)"', html
    )
    assert [head for head in heads if head[1] != "none"] == [(column, direction, onward)]
    assert len(heads) == 5


def test_pager_leads_to_the_neighbours_and_not_past_the_ends() -> None:
    html = pager(ZH, Pages(total=120, size=50, number=2))
    assert re.findall(r'data-page="(\d+)" data-key="(\w+)"( disabled)?', html) == [
        ("1", "first", ""),
        ("1", "previous", ""),
        ("3", "next", ""),
        ("3", "last", ""),
    ]
    assert "第 2 / 3 页" in html
    assert re.findall(r'data-key="(\w+)" disabled', pager(EN, Pages(120, 50, 3))) == ["next", "last"]
    assert pager(ZH, Pages(50, 50, 1)) == ""


def test_nothing_found_offers_to_loosen_the_filters_that_help() -> None:
    html = rows({"who": "沈若水", "where": "青苗镇", "newspaper": "无此报"})
    found = [(name, seen(line)) for name, line in re.findall(r'data-set="(\w+)" data-to="">(.*?)</button>', html)]
    assert found == []
    html = rows({"who": "沈若水", "where": "青苗镇"})
    found = [(name, seen(line)) for name, line in re.findall(r'data-set="(\w+)" data-to="">(.*?)</button>', html)]
    assert found == [("who", "不限人物“沈若水”：1 件"), ("where", "不限地点“青苗镇”：1 件")]
    assert "data-reset" in html


def test_empty_index_says_where_pages_are_added() -> None:
    parts = shown(CrowdAssistant(crowd=()), ZH, {})
    assert "到“版面”放入报纸" in parts["rows"]
    assert "data-reset" not in parts["rows"]


def test_spread_counts_what_is_wanted_and_keeps_months_outside_the_period() -> None:
    parts = shown(CrowdAssistant(), ZH, {"parts": "spread", "since": "2020-01", "until": "2020-06", "who": BUSY})
    assert re.findall(r'data-when="(\d{4}-\d\d)"[^>]*aria-pressed="true"', parts["timeline"]) == [
        f"2020-0{month}" for month in range(1, 7)
    ]
    assert parts["timeline"].count('class="bar"') == 60
    assert seen(parts["counts"]) == f"人物{BUSY}6卫一帆1类型调研走访6"
    assert parts["newspapers"] == "海州日报"
    assert f'data-set="who" data-to="" aria-pressed="true" aria-label="只看{BUSY}，6 件"' in parts["counts"]


def test_bars_stand_for_every_month_from_the_first_to_the_last() -> None:
    bars = bars_of([Counted("2022-11", 2), Counted("2023-02", 1)])
    assert [(bar.when, bar.count) for bar in bars] == [("2022-11", 2), ("2022-12", 0), ("2023-01", 0), ("2023-02", 1)]


def test_bars_stand_for_years_where_months_would_be_too_many() -> None:
    months = [Counted(f"{2000 + n // 12}-{n % 12 + 1:02d}", 1) for n in range(MONTHS_SHOWN + 1)]
    assert [(bar.when, bar.count) for bar in bars_of(months)] == [
        *((str(year), 12) for year in range(2000, 2008)),
        ("2008", 1),
    ]
    assert len(bars_of(months[:-1])) == MONTHS_SHOWN


@pytest.mark.parametrize(
    ("since", "until", "first", "last", "count"),
    [
        pytest.param("", "", "1950", "2023", 74, id="no period: years"),
        pytest.param("2023", "2023", "2023-03", "2023-11", 9, id="a year: its months"),
        pytest.param("2023-11", "", "2023-11", "2023-11", 1, id="from a month on"),
        pytest.param("1950", "2023", "1950", "2023", 74, id="a long period: years"),
        pytest.param("1980", "1981", "1950", "2023", 74, id="a period without events: years"),
    ],
)
def test_chosen_part_of_a_long_time_is_shown_closer(since: str, until: str, first: str, last: str, count: int) -> None:
    months = [Counted("1950-01", 1), Counted("2023-03", 5), Counted("2023-11", 6)]
    bars = bars_of(months, since, until)
    assert (bars[0].when, bars[-1].when, len(bars)) == (first, last, count)


def test_chosen_period_has_a_way_back() -> None:
    assert "data-anytime>不限时间<" in timeline(ZH, [Counted("2023-03", 5)], "2023")
    assert "data-anytime" not in timeline(ZH, [Counted("2023-03", 5)])


@pytest.mark.parametrize(
    ("when_", "since", "until", "inside"),
    [
        ("2023-05", "2023-05-06", "", True),
        ("2023-05", "2023-05-06", "2023-05-07", True),
        ("2023-05", "2023", "2023", True),
        ("2023-05", "2023-06", "", False),
        ("2023-05", "", "2023-04", False),
        ("2023-05", "", "2023-05-01", True),
        ("2023", "2023-05", "2023-06", True),
        ("2022", "2023-05", "", False),
    ],
)
def test_bar_lies_within_a_period_if_a_day_of_it_does(when_: str, since: str, until: str, inside: bool) -> None:
    assert within(when_, since, until) is inside


def test_timeline_heights_are_shares_of_the_greatest_and_never_vanish() -> None:
    html = timeline(EN, [Counted("2023-01", 1000), Counted("2023-02", 1), Counted("2023-04", 500)])
    assert re.findall(r"--height:(\d+)%", html) == ["100", "4", "0", "50"]
    assert 'aria-label="2023-01: 1,000 events"' in html
    assert timeline(ZH, []) == '<p class="empty">没有写明月份的活动。</p>'


def test_years_are_labelled_where_they_begin_and_the_last_ends_with_its_bar() -> None:
    html = timeline(ZH, [Counted("2021-11", 1), Counted("2024-01", 1)])
    labels = re.findall(r'<span class="(\w+)" style="--at:([\d.]+)%">(\d+)</span>', html)
    assert labels == [("start", "7.41", "2022"), ("start", "51.85", "2023"), ("end", "100.00", "2024")]


@pytest.mark.parametrize("number", [1, 3, 6, 7, 11, 13, 25, 96, 97, 700])
def test_labels_of_the_timeline_never_touch(number: int) -> None:
    months = [Counted(f"{1960 + n // 12}-{n % 12 + 1:02d}", 1) for n in range(4, 4 + number)]
    html = timeline(ZH, months)
    room = min(44 * len(bars_of(months)), 300)  # pixels, on the smallest phone
    labels = re.findall(r'<span class="(\w+)" style="--at:([\d.]+)%">([\d-]+)</span>', html)
    starts = [float(at) / 100 * room - (7 * len(text) if side == "end" else 0) for side, at, text in labels]
    ends = [start + 7 * len(text) for start, (_, _, text) in zip(starts, labels, strict=True)]
    assert labels
    assert all(start >= end for start, end in zip(starts[1:], ends, strict=False))


def test_counts_that_lead_nowhere_cannot_be_pressed() -> None:
    html = counts(ZH, "counts.types", "", [("讲话", Counted("speech", 1200))])
    assert "<button" not in html
    assert seen(html) == "类型讲话1,200"


def test_csv_holds_every_row_and_runs_nothing() -> None:
    name, text = _file(ZH, {"as": "csv", "order": "oldest", "page": "2"})
    assert name == "wenzheng-events.csv"
    assert text.startswith("\ufeff日期,日期依据,")
    table = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert len(table) == DONE
    evil = table[0]
    assert evil["人物"] == f"{EVIL_ROLE}{EVIL_NAME}"
    assert evil["动作"] == "'@SUM(A1)"
    assert evil["报纸"] == f"'{EVIL_PAPER}"
    assert evil["地点"] == EVIL_PLACE
    assert [row["另见"] for row in table if row["人物"] == "市委书记沈若水"] == ["dock-b.txt"]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "－1", "\n+1"])
def test_cell_that_would_be_run_becomes_text(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "督查", "2023-05-06", "4–17", "a=b"])
def test_cell_that_would_not_stays_as_it_is(cell: str) -> None:
    assert harmless(cell) == cell


def test_jsonl_holds_the_lines_of_the_library() -> None:
    name, text = _file(EN, {"as": "jsonl", "who": "沈若水"})
    assert [json.loads(line) for line in text.splitlines()] == [event_line(CROWD[60].understood.events[0])]
    assert name == "wenzheng-events.jsonl"


def test_file_longer_than_a_stretch_holds_every_row_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.events.handler.STRETCH", 9)
    monkeypatch.setattr("ui.present.sheet.HANDFUL", 4)
    _, text = _file(EN, {"as": "jsonl"})
    assert len(set(text.splitlines())) == len(text.splitlines()) == DONE


@pytest.mark.parametrize("fields", [{"as": "exe"}, {}, {"as": "csv", "since": "x"}], ids=["kind", "none", "day"])
def test_file_of_no_kind_or_no_day_is_none(fields: dict[str, str]) -> None:
    assert exported(CrowdAssistant(), ZH, fields) is None


def _file(language: Language, fields: dict[str, str]) -> tuple[str, str]:
    """The file's name, and its whole text."""
    file = exported(CrowdAssistant(), language, fields)
    assert file is not None
    return file[0], "".join(file[1])


def test_markup_in_names_offices_places_and_papers_stays_text() -> None:
    html = rows({"order": "oldest"})
    first = html.partition("<tbody>")[2].partition("</tr>")[0]
    for words in (EVIL_NAME, EVIL_ROLE, EVIL_TARGET, EVIL_PLACE, EVIL_PAPER):
        assert words in seen(first)
    assert not set("{}$`") & set(html)
    for tag in ("<img", "<script", "</table><"):
        assert tag not in first


def test_filters_that_are_markup_stay_text_in_the_empty_state() -> None:
    html = rows({"who": EVIL_NAME + "x", "text": EVIL_ROLE})
    assert "<img" not in html
    assert not set("{}$`") & set(html)


def test_deed_without_a_title_or_an_actor_is_still_a_row() -> None:
    event = Event("p.txt", 0, 0, (), "召开", Activity.OTHER, "大会")

    class One(CrowdAssistant):
        def deeds(self, *args: object, **more: object) -> Deeds:
            return Deeds(1, (Deed(event),))

    html = shown(One(), EN, {})["rows"]
    assert "Not named" in html
    assert "headline" not in html
