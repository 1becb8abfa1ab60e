"""What a sentence mentions besides figures: times with their days, and the names its article holds."""

from __future__ import annotations

from datetime import date

import pytest

from rag.mentions import Names, mentions
from rag.records import Activity, Event, Mention, MentionKind, Person, Tenure, Understood
from rag.time import AsOf, Clock

CLOCK = Clock(AsOf(date(2024, 5, 20), "见报日2024-05-20", printed=True))
PEOPLE = (Person("秦望", "副县长"), Person("秦望舒", "清溪县委书记"))
VISIT = Event(
    "p", 0, 0, PEOPLE[1:], "调研", Activity.RESEARCH_VISIT, places=("东岭村",), participants=(Person("县农业农村局"),)
)
TOLD = Understood(VISIT.when, (VISIT,), PEOPLE, ("清溪县",), tenures=(Tenure("秦望", "县长", printed="代县长"),))


def of(kind: MentionKind, text: str) -> list[Mention]:
    return [m for m in mentions(text, Names.of(TOLD), CLOCK) if m.kind is kind]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        pytest.param("5月6日，县里开会", "2024-05-06", "day", id="a day"),
        pytest.param("4月28日至5月3日放假", "2024-04-28/2024-05-03", "day", id="a range"),
        pytest.param("2021年建成", "2021", "year", id="a year"),
        pytest.param("近日，县里开会", "", "vague", id="nobody knows when"),
        pytest.param("会议9:30开始", "", "hour", id="an hour"),
        pytest.param("下午提三点要求", "", "part", id="a part of a day, and no hour"),
        pytest.param("年底前完成", "", "end", id="a term"),
        pytest.param("上半年完成", "", "stretch", id="half a year"),
    ],
)
def test_time(text: str, value: str, unit: str) -> None:
    assert [(m.value, m.unit) for m in of(MentionKind.TIME, text)][:1] == [(value, unit)]


def test_a_name_within_another_is_not_read() -> None:
    text = "清溪县委书记秦望舒、副县长秦望同行。"
    assert [(m.text, m.start) for m in of(MentionKind.PERSON, text)] == [("秦望舒", 6), ("秦望", 13)]


def test_each_kind_of_name() -> None:
    text = "县农业农村局陪清溪县委书记到东岭村，代县长秦望讲话。"
    kinds = (MentionKind.BODY, MentionKind.OFFICE, MentionKind.PLACE, MentionKind.PERSON)
    assert [[m.value for m in of(kind, text)] for kind in kinds] == [
        ["县农业农村局"],
        ["清溪县委书记", "代县长"],
        ["清溪县", "东岭村"],
        ["秦望"],
    ]
