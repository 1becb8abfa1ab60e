"""Who has which part in what a sentence tells: acting, taken along, visited, studied, sitting in a meeting."""

from __future__ import annotations

import pytest

from rag.records import Activity, Event
from tests.understanding.pages import done, told


def met(event: Event) -> list[str]:
    return [p.name for p in event.met]


def there(event: Event) -> list[str]:
    return [p.name for p in event.participants]


TELLS = [
    pytest.param("“向阳”实践团队深入北山村走访农户。", [("“向阳”实践团队", "research_visit")], id="a quoted name"),
    pytest.param(
        "市长秦强在会上讲话。居民代表说，路修好了。他表示满意。",
        [("秦强", "meeting_attend"), ("秦强", "speech"), ("居民代表", "speech")],
        id="他 behind somebody without a name is nobody",
    ),
    pytest.param("东江社区组织开展了“邻里情”主题活动。", [("东江社区", "other")], id="an activity held is an act"),
    pytest.param(
        "北山县人大常委会召开第三次会议，决定任命高明为副县长。",
        [("北山县人大常委会", "meeting_attend"), ("北山县人大常委会", "other")],
        id="who is appointed at a sitting",
    ),
    pytest.param(
        "志愿者们纷纷表示，将继续服务社区。", [("志愿者们", "speech")], id="people without names, an adverb between"
    ),
    pytest.param("北山县召开春耕工作推进会。", [("北山县", "meeting_attend")], id="a town calls a meeting"),
    pytest.param(
        "北山县人大常委会第三次会议在县会议中心召开。",
        [("北山县人大常委会", "meeting_attend")],
        id="whose meeting it is by its name",
    ),
    pytest.param(
        "北山县教育局召开校园安全工作会议。局长高明主持会议并讲话。",
        [("高明", "meeting_chair")],
        id="a meeting called by a body and chaired by somebody is one event, and 讲话 none of its own",
    ),
    pytest.param(
        "副市长何小平对老城区的供水管网进行了安全检查。", [("何小平", "inspect")], id="进行检查 tells an inspection"
    ),
    pytest.param(
        "市长秦强看望慰问困难职工，并对他们的付出表示感谢。",
        [("秦强", "research_visit")],
        id="thanks in passing are no speech",
    ),
    pytest.param(
        "副区长何小平对志愿者长期的付出表示充分肯定。", [("何小平", "speech")], id="about whom stands before the verb"
    ),
    pytest.param("市委传达学习领袖高明在北山考察时的重要讲话精神。", [("市委", "other")], id="whose words are studied"),
    pytest.param(
        "参加活动的老党员代表激动地说，变化真大。", [("老党员代表", "speech")], id="a subject told by a verb with 的"
    ),
]


@pytest.mark.parametrize(("text", "expected"), TELLS)
def test_a_sentence_tells_of_whoever_acts(text: str, expected: list[tuple[str, str]]) -> None:
    assert [told(e) for e in done(text)] == expected


def test_a_body_does_not_act_where_its_officer_does() -> None:
    assert done("东江中学党总支书记走访了北山村。") == []


def test_what_is_inspected_before_the_verb_is_the_target() -> None:
    (event,) = done("副市长何小平对老城区的供水管网进行了安全检查。")
    assert event.target == "老城区的供水管网"


def test_who_is_visited_is_met_and_takes_no_part() -> None:
    (event,) = done("市长秦强看望慰问退役军人代表黄光明、李卫国。")
    assert (met(event), there(event)) == (["黄光明", "李卫国"], [])


def test_the_family_of_the_dead_is_visited_not_the_dead() -> None:
    (event,) = done("市长秦强看望慰问在救灾中牺牲的干部黄光明、李卫国的家属。")
    assert met(event) == []


def test_bodies_that_act_together_are_there() -> None:
    (event,) = done("市工商联主席高明带领党政办、社区志愿者走访东江公司。")
    assert there(event) == ["党政办", "社区志愿者"]


def test_hosts_are_there_across_commas() -> None:
    (event,) = done("市长秦强在镇党委书记何小平，镇长高明的陪同下，参观了东江水库。")
    assert there(event) == ["何小平", "高明"]


def test_a_meeting_has_the_town_of_whoever_called_it() -> None:
    events = done("东江市北山镇召开防汛工作会议。镇党委书记高明主持会议。")
    assert [e.places for e in events if e.activity is Activity.MEETING_CHAIR] == [("东江市北山镇",)]
