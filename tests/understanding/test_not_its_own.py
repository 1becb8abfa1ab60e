"""What an act does not take from words around it: whom it was not done with, where it was not, what others did."""

from __future__ import annotations

from rag.records import Event
from tests.understanding.pages import done


def there(event: Event) -> list[str]:
    return [p.name for p in event.participants]


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
