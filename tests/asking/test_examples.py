"""Example questions from what the index holds."""

from __future__ import annotations

from rag.asking.examples import examples
from rag.records import Activity, Dated, Language, Standing
from rag.tables import rows
from tests.asking.handmade import LED, event

INSPECTED = event(LED, LED, "陈志远", places=("青石镇",))
CHAIRED = event(LED, LED, "周文澜", action="主持", activity=Activity.MEETING_CHAIR, target="全市防汛工作会议")


def test_one_question_for_each_kind_of_event_that_is_there() -> None:
    assert examples([CHAIRED, INSPECTED], Language.ZH) == ("陈志远督查了哪些地方？", "谁主持了全市防汛工作会议？")


def test_the_event_that_tells_most_is_asked_about() -> None:
    more = event(LED, LED, "林月华", places=("青石镇", "白沙街道"))
    assert examples([INSPECTED, more], Language.ZH) == ("林月华督查了哪些地方？",)


def test_what_cannot_be_asked_about_is_not() -> None:
    unfit = [
        event(LED, LED, "陈志远", places=("青石镇",), standing=Standing.PLANNED),
        event(LED, LED, places=("青石镇",)),
        event(LED, LED, "周文澜", activity=Activity.MEETING_CHAIR, target="会"),
        event(LED, LED, "周文澜", activity=Activity.MEETING_CHAIR, target="会" * 30),
        event(LED, LED, "周文澜", activity=Activity.SPEECH, when=Dated()),
    ]
    assert examples(unfit, Language.ZH) == ()
    assert examples([], Language.EN) == ()


def test_every_example_is_written_in_both_languages_with_the_same_slots() -> None:
    for activity, zh, en in rows("examples.tsv"):
        assert Activity(activity)
        assert {s for s in ("{who}", "{verb}", "{place}", "{target}") if s in en} <= {
            s for s in ("{who}", "{verb}", "{place}", "{target}") if s in zh
        }
