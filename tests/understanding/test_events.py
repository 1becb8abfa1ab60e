"""Who did what, where and with whom."""

from __future__ import annotations

import pytest

from rag.records import Activity, Span
from rag.spans import quote
from tests.understanding.pages import done, layout, read, told

VISIT = (
    "5月6日，市委书记陈志远赴横江镇督查防汛工作。副市长何小平参加。\n"
    "在北山村，陈志远详细了解堤坝情况。随后，陈志远一行来到东江水库，实地察看水位。\n"
    "他强调，要深入排查隐患，检查每一处堤坝。"
)


def test_a_visit_its_stops_and_what_was_said_are_events() -> None:
    assert [told(e) for e in done(VISIT)] == [
        ("陈志远", "inspect"),
        ("陈志远", "inspect"),
        ("陈志远", "inspect"),
        ("陈志远", "speech"),
    ]


def test_the_visit_has_all_stops_in_order_and_its_company() -> None:
    visit = done(VISIT)[0]
    assert visit.places == ("横江镇", "北山村", "东江水库")
    assert [(p.name, p.role) for p in visit.participants] == [("何小平", "副市长")]
    assert visit.action == "赴、督查"
    assert visit.target == "防汛工作"


def test_the_evidence_is_cut_out_of_the_page() -> None:
    page = layout(VISIT).page
    visit, stop, *_ = done(VISIT)
    assert quote(page.text, visit.spans) == "5月6日，市委书记陈志远赴横江镇督查防汛工作。副市长何小平参加。"
    assert quote(page.text, stop.spans) == "在北山村，陈志远详细了解堤坝情况。"


SENTENCES = [
    pytest.param("市长秦强主持召开市政府常务会议。", [("秦强", "meeting_chair")], id="主持召开"),
    pytest.param(
        "5月5日，全市防汛工作会议召开。市领导秦强、何小平参加。",
        [("秦强、何小平", "meeting_attend")],
        id="a meeting, then who came",
    ),
    pytest.param("区政协召开专题协商会。", [("区政协", "meeting_attend")], id="a body calls a meeting"),
    pytest.param("市检查组到横江镇开展夜查行动。", [("市检查组", "inspect")], id="a team without a name"),
    pytest.param("东江区应急管理局对商场进行安全检查。", [("东江区应急管理局", "inspect")], id="对…进行检查 by a body"),
    pytest.param(
        "市长秦强在会上强调，要抓好落实。",
        [("秦强", "meeting_attend"), ("秦强", "speech")],
        id="who speaks at a meeting attends it",
    ),
    pytest.param(
        "在了解工程进度后，市长秦强指出，要加快。", [("秦强", "research_visit"), ("秦强", "speech")], id="在…后"
    ),
    pytest.param(
        "市长秦强率队督查工地,副市长何小平一同督查。", [("秦强", "inspect")], id="ASCII commas; 一同 is company"
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_a_sentence_tells(text: str, expected: list[tuple[str, str]]) -> None:
    assert [told(e) for e in done(text)] == expected


def test_a_headline_tells_what_a_body_without_its_lead_does_not() -> None:
    (visit,) = done("陈志远赴横江镇督查河道治理\n何小平参加。", title=True)
    assert (told(visit), visit.places) == (("陈志远", "inspect"), ("横江镇",))
    assert [p.name for p in visit.participants] == ["何小平"]


def test_a_headline_is_more_evidence_of_what_the_body_tells() -> None:
    (visit,) = done("陈志远督查河道治理\n市委书记陈志远督查河道治理。", title=True)
    assert visit.spans == (Span(0, 9), Span(10, 24))


def test_whoever_leads_a_team_acts_with_it() -> None:
    events = done("调研组由市人大常委会主任陈志远带队，副市长何小平陪同。调研组来到东江水库，察看大坝。")
    assert told(events[-1]) == ("陈志远、调研组", "research_visit")


def test_he_is_whoever_acted_last() -> None:
    events = done("市长秦强调研北山村。他来到东江水库，察看大坝。")
    assert [told(e)[0] for e in events] == ["秦强", "秦强"]


def test_events_count_from_one_within_the_article() -> None:
    assert [e.number for e in read(VISIT).events] == [1, 2, 3, 4]
    assert {e.activity for e in read(VISIT).events} == {Activity.INSPECT, Activity.SPEECH}


def test_an_empty_article_tells_nothing() -> None:
    assert read("　").events == ()
