"""The other side of an act, lists of those who were there, what was said, and places that are places."""

from __future__ import annotations

import pytest

from rag.records import Activity, Event
from tests.understanding.pages import done, read


def first(text: str, *kinds: Activity) -> Event:
    return next(e for e in done(text) if not kinds or e.activity in kinds)


def there(event: Event) -> set[str]:
    return {p.name for p in (*event.participants, *event.met)}


MET = [
    pytest.param("副县长祁月明到青禾村调研，听取了村支书郎树春的工作汇报。", {"郎树春"}, id="who is heard by name"),
    pytest.param("县长祁月明主持召开座谈会，听取县水务局关于防汛工作的汇报。", {"县水务局"}, id="a body is heard"),
    pytest.param("在村党支部书记郎树春家中，县长祁月明与他亲切交谈，送上慰问品。", {"郎树春"}, id="at whose home"),
    pytest.param("县长祁月明到青禾村调研，听取相关负责人的情况介绍。", set(), id="nobody in particular"),
]


@pytest.mark.parametrize(("text", "others"), MET)
def test_whoever_was_heard_or_visited_at_home_was_met(text: str, others: set[str]) -> None:
    assert {p.name for e in done(text) for p in e.met} == others


def test_who_received_the_visitors_took_part() -> None:
    text = "县总工会主席祁月明到北山营区走访慰问，营区教导员郎树春一行热情接待并表示感谢。"
    assert there(first(text)) == {"郎树春"}


def test_minutes_list_those_who_were_there() -> None:
    text = "5月5日，县长祁月明主持召开县政府常务会议。\n出席：郎树春、单雄伟\n列席：古力、田小满\n缺席：缪小红"
    assert there(first(text, Activity.MEETING_CHAIR)) == {"郎树春", "单雄伟", "田小满", "古力"}


def test_who_speaks_for_another_speaks_alone() -> None:
    told = done("县长祁月明因公务未能出席，副县长郎树春代表祁月明致辞。")
    assert [[p.name for p in e.actors] for e in told] == [["郎树春"]]


def test_a_count_behind_a_list_is_no_part_of_it() -> None:
    text = "县教育局召开工作推进会。各中小学校长、相关科室负责人共60余人参加。"
    assert "各中小学校长、相关科室负责人" in there(first(text))


def test_each_of_several_goes_to_a_place_of_his_own() -> None:
    told = done("副县长祁月明、郎树春分别到青禾村、石门镇检查防汛工作。")
    assert [([p.name for p in e.actors], e.places) for e in told] == [
        (["祁月明"], ("青禾村",)),
        (["郎树春"], ("石门镇",)),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("县长祁月明强调，要守住安全底线，确保安全度汛。", "要守住安全底线，确保安全度汛"),
        ("县长祁月明指出：“‘三个清单’要落到实处。”", "三个清单’要落到实处"),
    ],
)
def test_a_speech_says_what_was_said(text: str, said: str) -> None:
    assert first(text, Activity.SPEECH).target == said


PLACES = [
    pytest.param("县长祁月明在青禾水库检查防汛工作。", ("青禾水库",), id="a name"),
    pytest.param("在青禾闸口，县长祁月明详细了解水位变化。", ("青禾闸口",), id="a spot"),
    pytest.param("县长祁月明在北海会见客商一行。", ("北海",), id="a town's bare name"),
    pytest.param("县长祁月明在详细询问情况后，调研了防汛工作。", (), id="no place"),
    pytest.param("在维护社会和谐稳定，县长祁月明检查了防汛工作。", (), id="what is done is no place"),
]


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_a_place_ends_like_one(text: str, places: tuple[str, ...]) -> None:
    assert first(text).places == places


NO_ACT = [
    pytest.param("座谈中，县长祁月明介绍了县情。", Activity.MEETING_ATTEND, id="the time something was said"),
    pytest.param("县应急局将继续做好防汛工作，加强对水库的检查，开展走访。", Activity.INSPECT, id="what is to come"),
    pytest.param("县消防救援队自5月3日抵达云汀市后，连续作战。", Activity.RESEARCH_VISIT, id="since when"),
    pytest.param("县交通局强化安全检查、优化服务。", Activity.INSPECT, id="work that was furthered"),
]


@pytest.mark.parametrize(("text", "kind"), NO_ACT)
def test_what_is_only_named_is_no_event(text: str, kind: Activity) -> None:
    assert kind not in {e.activity for e in done(text)}


def test_offices_of_one_person_run_on_across_a_comma() -> None:
    text = (
        "县委常委、副县长，开发区党工委书记祁月明调研青禾园区，县水务局局长郎树春，县农业局党委书记、局长单雄伟参加。"
    )
    visit = first(text)
    assert [(p.name, p.role) for p in visit.actors] == [("祁月明", "县委常委、副县长，开发区党工委书记")]
    assert [(p.name, p.role) for p in visit.participants] == [
        ("郎树春", "县水务局局长"),
        ("单雄伟", "县农业局党委书记、局长"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "云汀新闻网5月5日讯（通讯员 郎树春 单雄伟）近日，县长祁月明调研青禾村。",
        "（通讯 单雄伟）5月5日，县长祁月明调研青禾村。",
    ],
)
def test_those_who_wrote_took_no_part(text: str) -> None:
    assert [p.name for p in read(text).people] == ["祁月明"]


def test_a_body_s_visit_is_that_of_whoever_led_it() -> None:
    text = "云汀县民政局走访慰问老兵。\n5月5日，云汀县民政局局长祁月明走访慰问老兵郎树春。"
    assert [[p.name for p in e.actors] for e in done(text)] == [["祁月明"]]


def test_a_team_goes_in_whoever_s_company() -> None:
    text = "5月5日，云汀县工商局、云汀县电信公司等单位组成的慰问团在云汀县人武部政委祁月明陪同下到北山营区走访慰问。"
    visit = first(text)
    assert ([p.name for p in visit.actors], there(visit)) == (
        ["云汀县工商局", "云汀县电信公司", "慰问团"],
        {"祁月明"},
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("启动仪式上，县长祁月明向广大职工致以崇高的敬意。", Activity.SPEECH),
        ("县总工会为快递员送上夏日礼包。", Activity.OTHER),
        ("县总工会为一线职工送去关爱。", Activity.RESEARCH_VISIT),
    ],
)
def test_words_and_gifts_alone_are_no_visit(text: str, kind: Activity) -> None:
    assert {e.activity for e in done(text)} == {kind}


def test_who_came_to_a_meeting_to_supervise_it_was_there() -> None:
    text = "5月5日，青禾镇召开履责报告会。镇党委书记祁月明主持会议。县纪委监委主任郎树春到会督导。"
    assert "郎树春" in there(first(text, Activity.MEETING_CHAIR))
    assert Activity.INSPECT not in {e.activity for e in done(text)}


def test_a_meeting_is_named_before_who_chairs_it() -> None:
    assert first("防汛工作座谈会由县长祁月明主持。").target == "防汛工作座谈会"


def test_a_hospital_s_meeting_was_in_the_hospital() -> None:
    assert first("云汀县第一人民医院召开工作推进会。").places == ("云汀县第一人民医院",)


def test_a_word_for_a_body_is_no_person() -> None:
    found = read("县直机关党组织书记宣讲团代表祁月明参加会议。宣讲团来到青禾村参观。").people
    assert [(p.name, p.role) for p in found] == [("祁月明", "县直机关党组织书记宣讲团代表")]
