"""The records that cross from room to room."""

from __future__ import annotations

import dataclasses
import inspect

import pytest

from rag import answered, asked, records
from rag.answered import Verdict
from rag.asked import Asks, Language
from rag.records import Activity, Article, MentionKind, OutcomeKind, Span, Standing

RECORDS = [
    c
    for c in dict.fromkeys(c for m in (records, asked, answered) for _, c in inspect.getmembers(m, inspect.isclass))
    if dataclasses.is_dataclass(c)
]
ARTICLE = Article(
    page="a.txt",
    number=1,
    titles=("东江县开会", "部署防汛"),
    title_spans=((Span(0, 5),), (Span(20, 24),)),
    paragraphs=((Span(6, 10), Span(30, 34)), (Span(11, 19),)),
    duplicates=(Span(40, 44),),
)


@pytest.mark.parametrize("record", RECORDS, ids=lambda c: c.__name__)
def test_a_record_cannot_be_changed_or_extended(record: type) -> None:
    assert record.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(record)


@pytest.mark.parametrize("record", RECORDS, ids=lambda c: c.__name__)
def test_a_record_says_what_it_is(record: type) -> None:
    assert record.__doc__
    assert not record.__doc__.startswith(f"{record.__name__}(")


def test_an_article_is_its_headlines_then_its_body_in_reading_order() -> None:
    assert ARTICLE.spans == (Span(0, 5), Span(20, 24), Span(6, 10), Span(30, 34), Span(11, 19))


def test_an_article_has_one_title_line() -> None:
    assert ARTICLE.title == "东江县开会 部署防汛"
    assert Article(page="a.txt", number=2).title == ""


def test_spans_sort_by_place_on_the_page() -> None:
    assert sorted([Span(5, 9), Span(0, 3), Span(0, 2)]) == [Span(0, 2), Span(0, 3), Span(5, 9)]


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (Activity, "inspect research_visit meeting_chair meeting_attend speech other"),
        (Verdict, "answered partial abstained"),
        (OutcomeKind, "added replaced skipped failed empty other"),
        (Standing, "done planned past"),
        (MentionKind, "person place body office money percent quantity duration time"),
        (Language, "zh en"),
        (Asks, "who what where when number role list timeline summary comparison yes_no count"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_the_words_other_programs_read(kind: type, values: str) -> None:
    assert [str(member) for member in kind] == values.split()  # type: ignore[attr-defined]
