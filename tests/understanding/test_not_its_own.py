"""What an act does not take from words around it: whom it was not done with, where it was not, what others did."""

from __future__ import annotations

import pytest

from rag.records import Activity, Event
from tests.understanding.pages import done

MEETINGS = (Activity.MEETING_CHAIR, Activity.MEETING_ATTEND)


def there(event: Event) -> list[str]:
    return [p.name for p in event.participants]


def acting(event: Event) -> list[str]:
    return [p.name for p in event.actors]


def test_whoever_joined_a_part_was_at_no_stop_in_particular() -> None:
    text = "市长周文涛赴横江镇调研。副市长何小平参加{}调研。在北山村，周文涛详细了解收成。在南河村，周文涛察看果园。"
    partly, wholly = done(text.format("部分")), done(text.format("此次"))
    assert [there(e) for e in partly] == [["何小平"], [], []]
    assert [there(e) for e in wholly] == [["何小平"], ["何小平"], ["何小平"]]


def test_words_that_touch_a_name_are_an_office_and_nobody_beside_its_holder() -> None:
    text = "市长周文涛调研北山村。南海省驻海州县工作队领队林大伟、副领队秦强，县长何小平参加。"
    (visit,) = done(text)
    assert [(p.name, p.role) for p in visit.participants] == [
        ("林大伟", "南海省驻海州县工作队领队"),
        ("秦强", "副领队"),
        ("何小平", "县长"),
    ]


def test_whoever_spoke_another_time_was_not_at_the_meeting() -> None:
    text = "市长周文涛主持召开防汛工作会议。{}副市长何小平表示，各镇要做好准备。"
    assert "何小平" in there(done(text.format(""))[0])
    assert "何小平" not in there(done(text.format("近日，"))[0])
    assert "何小平" not in there(
        done("市长周文涛主持召开防汛工作会议。副市长何小平接受采访时表示，各镇要做好准备。")[0]
    )


def test_who_has_come_for_years_did_not_come_along_that_day() -> None:
    visit = done("市长周文涛到北山村走访。村民代表何小平已经连续5年参加走访活动。")[0]
    assert there(visit) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param("市住房城乡建设委员会召开座谈会。", (), id="a body's name goes on behind 城乡"),
        pytest.param("住房和城乡建设部召开座谈会。", (), id="和 of a body's name"),
        pytest.param("东江市教育局召开座谈会。", ("东江市",), id="the town of a body"),
        pytest.param("太和镇总工会召开座谈会。", ("太和镇",), id="和 of a town's name"),
        pytest.param("东江县古城乡总工会召开座谈会。", ("东江县古城乡",), id="a township called 古城"),
        pytest.param("市长周文涛先后走进北山村，感受美丽新村。", ("北山村",), id="what is done there is no place"),
        pytest.param(
            "市长周文涛来到解放路小学、建设路社区，察看校舍。", ("解放路小学", "建设路社区"), id="named by verbs"
        ),
        pytest.param("市长周文涛介绍了企业在沪业务开展情况。", (), id="a noun behind a town's one character"),
        pytest.param(
            "市长周文涛来到北山村，考察了乡村治理、文旅项目、便民服务等情况。", ("北山村",), id="a list of matters"
        ),
        pytest.param("市长周文涛调研集体增收项目。", (), id="a project without a name"),
        pytest.param("市长周文涛调研北山村果园项目。", ("北山村果园项目",), id="a project with a name"),
    ],
)
def test_a_place_is_no_piece_of_something_else(text: str, places: tuple[str, ...]) -> None:
    assert done(text)[0].places == places


def test_a_meeting_is_where_its_guest_was_last_not_where_he_went_later() -> None:
    text = (
        "市长周文涛前往横江镇，看望慰问群众，并出席丰收节活动。"
        "在北山村，周文涛详细了解收成。周文涛还来到南河村，察看果园。"
    )
    occasion = next(e for e in done(text) if e.activity in MEETINGS)
    assert occasion.places == ("横江镇",)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("该公司精心准备，从前期调研到搭台演出，历时数月。", id="从 and a word before a verb"),
        pytest.param("挑选两支高校实践团队，开展主题宣传活动。", id="a verb before a team"),
        pytest.param(
            "走进田间地头，看丰收；驻点乡镇，听民声；如今，海州市成立服务中心。", id="others, behind semicolons"
        ),
    ],
)
def test_words_that_are_nobody_make_no_visit(text: str) -> None:
    assert all(e.activity is Activity.OTHER and "团队" not in acting(e)[0] for e in done(text))


def test_a_longer_name_is_no_parent_body() -> None:
    assert acting(done("海州市委网信办与海州市公安局共同召开座谈会。")[0])[0] == "海州市委网信办"


def test_what_others_did_at_a_meeting_is_not_what_its_first_guest_did() -> None:
    (event,) = done("市长周文涛出席工作会议，市政协主席何小平列席会议。")
    assert event.action == "出席"
    assert there(event) == ["何小平"]


def test_a_stop_has_the_verbs_of_the_whole_visit_and_not_of_another_stop() -> None:
    text = "市长周文涛走访慰问官兵。周文涛来到人武部，详细了解官兵生活。在消防大队，周文涛感谢大家的付出。"
    stop = next(e for e in done(text) if e.places == ("消防大队",) and e.activity is Activity.RESEARCH_VISIT)
    assert stop.action == "走访慰问"


def test_another_body_that_acts_ends_what_the_first_one_did() -> None:
    text = "横江镇总工会走访职工，镇领导班子组成五个小组，分别前往各村慰问。"
    assert [acting(e) for e in done(text)] == [["横江镇总工会"], ["镇领导班子"]]


def test_somebody_the_lists_do_not_know_is_not_whoever_acted_before() -> None:
    text = (
        "北山医院原院长周文涛称，收了礼品。他哭着忏悔道：“我辜负了大家……”"
        "5月6日，海州市纪律检查委员会公众号“清风海州”发布《通报》。"
    )
    assert [e.action for e in done(text)] == ["称"]


def test_bodies_that_each_called_a_meeting_were_not_at_the_others() -> None:
    text = "5月6日，东江县召开全县干部会议。同日，横江县召开全县干部会议。"
    assert [(acting(e), there(e)) for e in done(text)] == [(["东江县"], []), (["横江县"], [])]


def test_what_a_body_was_told_are_not_its_own_words() -> None:
    assert done("县公安局接到群众报警称，桥上发生事故。") == []
    (said,) = done("县公安局接到报警后称，桥上发生事故。")
    assert acting(said) == ["县公安局"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("5月6日，青石市东江区召开防汛会议。", ["青石市东江区"], id="a town of another"),
        pytest.param("5月6日，青石市在东江区召开防汛会议。", ["青石市"], id="a town in another"),
        pytest.param("产业园区所在镇政府机关开展走访。", [], id="所在 ends no body"),
        pytest.param(
            "副市长玛丽娜·维尔托-萨莱表示，工程进展顺利。", ["玛丽娜·维尔托-萨莱"], id="a name of two families"
        ),
        pytest.param("约翰·维尔托-市长周文涛表示，工程进展顺利。", ["周文涛"], id="a dash ends a name"),
        pytest.param("副总理奥尔加·维尔托上周表示，形势严峻。", ["奥尔加·维尔托"], id="a week behind a name"),
    ],
)
def test_a_name_is_as_long_as_it_is(text: str, names: list[str]) -> None:
    assert [name for e in done(text) for name in acting(e)] == names


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("市长周文涛在海州总商会举办的午餐会上强调，抓好落实。", id="who organised it"),
        pytest.param("市长周文涛在日前出席论坛时表示，抓好落实。", id="when"),
        pytest.param("市长周文涛在八月十五日召开的会上强调，抓好落实。", id="on which day, in numerals"),
        pytest.param("在8月15日召开的推进会上，市长周文涛表示，抓好落实。", id="on which day"),
    ],
)
def test_what_stands_behind_at_may_be_no_place(text: str) -> None:
    assert {place for e in done(text) for place in e.places} == set()


def test_what_a_page_says_to_its_readers_is_nobody_s_deed() -> None:
    assert done("（来源：东江县生态环境局）分享让更多人看到") == []
    (said,) = done("县长周文涛说，要抓好落实。（来源：东江发布）分享让更多人看到")
    assert acting(said) == ["周文涛"]
