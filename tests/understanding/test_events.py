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
    pytest.param(
        "市长秦强主持会议。何小平、高明出席。秦强充分肯定成绩。他指出，要抓好落实。",
        [("秦强", "meeting_chair"), ("何小平、高明", "meeting_attend"), ("秦强", "speech"), ("秦强", "speech")],
        id="他 is one person: whoever a sentence without an act began with",
    ),
    pytest.param(
        "市长秦强在致辞中表示，举办研讨会意义重大。",
        [("秦强", "speech")],
        id="在致辞中表示 reports words, 致辞 alone none",
    ),
    pytest.param(
        "5月6日，区长高明率队调研工地。随后，区领导一行来到东江水库。",
        [("高明", "research_visit"), ("高明、区领导", "research_visit")],
        id="区领导 is the one told of, with others",
    ),
    pytest.param(
        "区领导来到东江水库，察看水位。", [("区领导", "research_visit")], id="区领导 when nobody else is told of"
    ),
    pytest.param("检查组现场利用无人机查看工地。", [("检查组", "research_visit")], id="a team in its bare name"),
    pytest.param("市安委会5月6日召开工作会议。", [("市安委会", "meeting_attend")], id="a day between body and verb"),
    pytest.param(
        "市长秦强调研东江镇。秦强细心询问村民生活。", [("秦强", "research_visit")], id="a short name before any adverb"
    ),
    pytest.param("市长秦强会见德隆集团董事长高明一行。", [("秦强", "meeting_attend")], id="会见 is a meeting"),
    pytest.param(
        "市长秦强与来海州考察的德隆集团董事长高明座谈。",
        [("秦强、高明", "meeting_attend")],
        id="why a guest is here is no act of the host",
    ),
    pytest.param(
        "全市防汛工作会议召开。市长秦强在海州分会场强调，要抓好落实。",
        [("秦强", "meeting_attend"), ("秦强", "speech")],
        id="who speaks in a branch hall attends",
    ),
    pytest.param(
        "原标题：秦强督查道路建设秦强督查道路建设 5月6日，市长秦强督查道路建设。",
        [("秦强", "inspect")],
        id="a web page's headline, printed twice before the text",
    ),
    pytest.param(
        "市长秦强调研东江镇，察看水闸；在北山村，详细了解收成；主持召开座谈会。",
        [("秦强", "research_visit"), ("秦强", "research_visit"), ("秦强", "meeting_chair")],
        id="behind a semicolon the subject goes on, also behind 在某村",
    ),
    pytest.param(
        "在东江派出所，市长秦强向民警表示亲切慰问。", [("秦强", "research_visit")], id="comfort expressed is a visit"
    ),
    pytest.param(
        "东江学校校长高明热情接待了前来调研的市领导。", [], id="what guests came for is no act of who receives them"
    ),
    pytest.param("市长秦强欢迎高明一行来海州考察。", [], id="who is welcomed to visit has not visited yet"),
    pytest.param(
        "县委书记高明走访北山村。高书记详细了解收成。",
        [("高明", "research_visit")],
        id="family name and office: the one person it fits",
    ),
    pytest.param(
        "县委书记高明、副书记高远走访北山村。高副书记来到海州公司，了解生产。",
        [("高明、高远", "research_visit"), ("高远", "research_visit")],
        id="of two with one family name the one whose office it is",
    ),
    pytest.param(
        "全市防汛工作会议5月6日在东江举行。会议期间召开了代表座谈会。市长秦强出席会议。",
        [("秦强", "meeting_attend")],
        id="a meeting beside the meeting is not the one attended",
    ),
    pytest.param(
        "县委书记高明走访。受访单位供图高明书记查看村容。", [("高明", "research_visit")], id="an office behind the name"
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_a_sentence_tells(text: str, expected: list[tuple[str, str]]) -> None:
    assert [told(e) for e in done(text)] == expected


def test_guests_and_whoever_sat_beside_are_company() -> None:
    (reception,) = done("市长秦强会见德隆集团董事长高明一行。副市长何小平参加会见。")
    assert [(p.name, p.role) for p in reception.participants] == [("高明", "德隆集团董事长"), ("何小平", "副市长")]


def test_meetings_of_one_kind_on_two_days_are_two() -> None:
    first, second = done("5月5日，市长秦强主持防汛会商会。副市长何小平出席。5月6日，高明主持防汛会商会。")[::2]
    assert ([p.name for p in first.participants], [p.name for p in second.participants]) == (["何小平"], [])


def test_the_short_name_of_a_meeting_is_the_one_told_before() -> None:
    (attended,) = done("东江文化广场启动仪式在东江镇举行，市长秦强出席仪式。副市长何小平参加活动。")
    assert (attended.target, attended.places) == ("东江文化广场启动仪式", ("东江镇",))
    assert [p.name for p in attended.participants] == ["何小平"]


def test_a_meeting_is_known_by_its_name_whatever_stands_between_name_and_verb() -> None:
    (attended,) = done("海州市防汛工作会议（扩大）今天（5月6日）下午在东江剧院举行。市长秦强出席会议。")
    assert (attended.target, attended.places) == ("海州市防汛工作会议（扩大）", ("东江剧院",))


def test_nobody_comes_along_on_a_planned_visit() -> None:
    met, *_, planned = read("市长秦强出席防汛工作会议。市应急管理局将走访企业。副市长何小平参加。").events
    assert ([p.name for p in met.participants], planned.participants) == (["何小平"], ())


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


def test_he_is_whoever_acts_in_the_sentence_before_anybody_told_of_earlier() -> None:
    events = done("秦强当选协会会长。县长林远出席会议并讲话，他说，要办好实事。")
    said = [e for e in events if e.activity is Activity.SPEECH and "办好实事" in e.target]
    assert [[a.name for a in e.actors] for e in said] == [["林远"]]
