"""Whose deed, whose words and which day: what the sentence says first goes before whoever was told of last."""

from __future__ import annotations

from datetime import date

import pytest

from rag.records import Event
from rag.time import AsOf, Clock, dateline_day, dates_in
from rag.understanding import Lexicon
from rag.understanding.subjects import body_acting
from tests.understanding.pages import done, read

DAY = "2022年5月6日，市长秦强到横江镇调研。"


def rows(text: str) -> list[tuple[str, str, str]]:
    """(who, verbs, day) of what is told as done."""
    return [("、".join(p.name for p in e.actors), e.action, e.when.value or "") for e in done(text)]


WHO = [
    pytest.param("举报信中称：秦强检查了仓库。", [], id="a letter only claims"),
    pytest.param(
        "市长秦强作出批示，副市长何小平出席会议。",
        ["何小平"],
        id="who did something else does not wait for the next verb",
    ),
    pytest.param("市长秦强，副市长何小平出席会议。", ["秦强、何小平"], id="who did nothing yet does"),
    pytest.param("志愿者采访村委会主任秦强，了解产业发展情况。", [], id="whoever is interviewed does not act"),
    pytest.param(
        "在渡口开展检查。秦强摄为做好防汛，市应急局启动响应。", ["市应急局"], id="a photographer is no inspector"
    ),
    pytest.param("今年工作人员走访了企业。增强村民消防意识，走访企业。", [], id="a stretch of the sentence is no body"),
    pytest.param(
        "市长秦强主持会议。Smith表示，会有收获。他说，愿意合作。",
        ["秦强"],
        id="words of whom no list knows are nobody's",
    ),
    pytest.param(
        "会议听取了市林业局的汇报。听取了市水利局的汇报。", ["会议", "会议"], id="a meeting that hears goes on hearing"
    ),
    pytest.param("市长秦强主持会议。随后举行签约仪式。", ["秦强"], id="a ceremony held by nobody"),
    pytest.param("参加活动的市文联主席秦强表示，要多办活动。", ["秦强"], id="who speaks behind what describes him"),
    pytest.param("市长秦强到展馆参观。大家听取了介绍。", ["秦强", "秦强、大家"], id="大家 on a visit"),
    pytest.param(
        "市长秦强主持会议。大家表示，要抓好落实。", ["秦强", "大家"], id="大家 who speak are nobody in particular"
    ),
    pytest.param("慰问组认真聆听老兵讲述战斗事迹。", [], id="what is listened to was told by others"),
    pytest.param("市反兴奋剂中心协助组委会制定计划。", [], id="what one helps others to do is theirs"),
]


@pytest.mark.parametrize(("text", "expected"), WHO)
def test_it_is_the_deed_of(text: str, expected: list[str]) -> None:
    assert [who for who, _, _ in rows(text)] == expected


def test_a_foreign_name_is_called_by_its_last_part() -> None:
    text = "外交大臣何塞·佩雷斯到访。佩雷斯表示，双方合作很好。他说，愿继续努力。"
    assert {who for who, _, _ in rows(text)} == {"何塞·佩雷斯"}


def test_he_is_whoever_the_sentence_before_began_with() -> None:
    text = "会议由院长秦强主持。会上，纪委书记何小平进行廉政谈话。他告诫大家要守住底线。"
    assert rows(text)[-1][:2] == ("何小平", "告诫")


WHEN = [
    pytest.param(f"{DAY}会议研究了8月份重点工作。", "2022-05-06", id="the month that work is planned for"),
    pytest.param(f"{DAY}副市长何小平说，5月2日雨很大。", "2022-05-06", id="a day within words reported"),
    pytest.param(f"{DAY}“5月2日雨很大，水也涨了。”副市长何小平说。", "2022-05-06", id="a day within a quotation"),
    pytest.param(f"{DAY}市消防队在2016年成立了服务站。", "2016", id="a past year behind 在"),
    pytest.param(f"{DAY}去年底市长秦强走访了企业。", "2021", id="a past year counted from the page's"),
    pytest.param(f"{DAY}市长秦强走访去年受灾的企业。", "2022-05-06", id="a year of what was visited"),
    pytest.param(f"{DAY}近期，副市长何小平主持会议。", "", id="近期 is another day, of which nothing is known"),
]


@pytest.mark.parametrize(("text", "expected"), WHEN)
def test_the_last_deed_was_on(text: str, expected: str) -> None:
    every = read(text).events
    assert (every[-1].when.value or "") == expected


def test_today_counts_from_the_dateline() -> None:
    page = AsOf(date(2023, 8, 17), "", printed=True)
    line = dateline_day(["海州日报8月16日讯（记者甲）按照要求，今天，会议召开。"], page)
    assert line is not None
    (today,) = dates_in("今天，会议召开。", Clock(page, written=line))
    assert (line.isoformat(), today.value) == ("2023-08-16", "2023-08-16")
    assert dateline_day(["海州日报6月1日讯"], page) is None
    assert dateline_day(["5月6日，会议召开。"], page) is None


def only(text: str) -> Event:
    (event,) = done(text)
    return event


def test_words_before_their_speaker_are_what_was_said() -> None:
    assert only("“要抓好落实，不能放松。”市长秦强说。").target == "要抓好落实，不能放松"
    assert only("市长秦强说，要用好“民情日记”。").target == "要用好“民情日记”"


def test_what_is_brought_is_not_what_was_visited() -> None:
    visit = only("5月6日，市长秦强到横江镇走访慰问困难群众，送去慰问品，并致以节日的问候。")
    assert (visit.target, visit.places) == ("困难群众", ("横江镇",))


def test_scraps_are_no_target() -> None:
    assert only("市长秦强深入企业调研时发现，设备老旧。").target == ""
    assert [e.target for e in done("市长秦强到横江镇开展慰问活动。")] == [""]


def test_partners_of_a_deed_are_there() -> None:
    deed = only("市妇联联合市教育局开展公益讲座活动。")
    assert [p.name for p in deed.participants] == ["市教育局"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("东江县青石镇北山村党群服务中心在入口处设立", "东江县青石镇北山村党群服务中心"),
        ("近日激发我们学生热情", ""),
        ("争取县政府支持", ""),
        ("志愿者们代表公司捐赠", "志愿者们"),
    ],
)
def test_a_body_is_named_whole_or_not_at_all(text: str, name: str) -> None:
    end = len(text) - 2
    found = body_acting(text, 0, end, Lexicon.load())
    assert ("、".join(p.name for p in found.people) if found else "") == name


def test_what_was_said_ends_with_what_it_leads_up_to() -> None:
    long = (
        "市长秦强强调，" + "要抓好各项工作落实" * 5 + "，围绕" + "全年目标任务" * 4 + "，" + "确保圆满完成" * 8 + "。"
    )
    assert only(long).target == "要抓好各项工作落实" * 5
    assert only("市长秦强指出，“民情日记”平台要用好。").target == "“民情日记”平台要用好"


def test_a_body_that_the_meeting_is_called_by_is_no_participant() -> None:
    text = "5月6日，东江县人大常委会第三次会议召开。主任秦强主持会议。副主任何小平出席。"
    assert {p.name for e in done(text) for p in e.participants} <= {"秦强", "何小平"}


def test_a_quotation_in_an_office_is_kept_whole() -> None:
    assert [p.role for p in only("“饿了吗”党委书记秦强表示，要抓好落实。").actors] == ["“饿了吗”党委书记"]
