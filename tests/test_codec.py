"""Records survive JSON to the last field."""

from __future__ import annotations

import pytest

from rag.codec import from_json, to_json
from rag.records import Activity, Article, Dated, Event, Page, Passage, PassageKind, Person, Span, Standing, Understood

EVENT = Event(
    "p.txt",
    2,
    1,
    (Person("陈志远", "市长"), Person("海州市检查组")),
    "检查",
    Activity.INSPECT,
    "防汛",
    ("东江镇", "望湖村"),
    (Person("李文斌", "副市长"),),
    Dated("2022-05-06", "masthead", "昨日"),
    (Span(3, 9), Span(12, 20)),
    Standing.PLANNED,
)


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(EVENT, id="enums, nested records, tuples of records"),
        pytest.param(
            Understood(Dated(), (EVENT,), (Person("陈志远"),), ("东江镇",), "海州"), id="a record within a record"
        ),
        pytest.param(
            Article("p.txt", 1, ("甲", "乙"), ((Span(0, 1),), (Span(2, 3), Span(5, 6))), ((Span(7, 9),), ())),
            id="tuples of tuples, an empty one too",
        ),
        pytest.param(Page("p.txt", '第一行\n\u2028\0"\\', "d", issued=None), id="None, control characters, quotes"),
        pytest.param(
            Passage("p", 1, 0, "甲", (Span(0, 1),), PassageKind.TITLE, date=None, id=7), id="an enum by value"
        ),
    ],
)
def test_round_trip(record: object) -> None:
    assert from_json(type(record), to_json(record)) == record


def test_fields_kept_elsewhere_are_not_written_twice() -> None:
    written = to_json(EVENT, without=("page", "article", "number"))
    assert '"page"' not in written
    assert from_json(Event, written, page="p.txt", article=2, number=1) == EVENT


def test_a_field_of_a_later_version_is_passed_over() -> None:
    assert from_json(Person, '{"name":"陈志远","role":"市长","born":1970}') == Person("陈志远", "市长")
