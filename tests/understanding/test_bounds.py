"""Pages that nobody prints but somebody will send: understanding them takes the time of their length and no more."""

from __future__ import annotations

from itertools import product
from time import process_time

import pytest

from rag.records import Article, Layout, Page, Span
from rag.understanding import understand
from tests.understanding.pages import lexicon

MOST = 10.0
"""Seconds of the processor that such a page may take; each takes a few when the machine is free."""

_GIVEN = "志远明德文澜月华建国立新海龙雨晴国良桂香启明子涵一鸣思远"
NAMES = [family + one + two for family, one, two in product("陈林周何高苏吴罗方吕", _GIVEN, _GIVEN) if one != two][
    :5000
]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"出席会议的有{'、'.join(NAMES)}等同志。", id="5,000 names in a list"),
        pytest.param(
            "".join(f"副主任{name}出席会议并讲话。" for name in NAMES[:1500]),
            id="1,500 sentences, each of somebody else",
        ),
        pytest.param("市长陈志远" + "（“《" * 5000 + "督查" + "》”" * 5000, id="brackets within brackets"),
        pytest.param("“市长陈志远（督查" * 5000, id="quotations and brackets left open"),
        pytest.param("5月6日，市长陈志远到青石镇督查，" * 300, id="a sentence of 600 clauses"),
    ],
)
def test_understanding_takes_bounded_time(text: str) -> None:
    page = Page("page.txt", text, "", issued="2022-05-08")
    layout = Layout(page, (Article("page.txt", 1, (), (), ((Span(0, len(text)),),)),))
    started = process_time()
    understand(layout, None, lexicon())
    assert process_time() - started < MOST


def test_everybody_in_a_long_list_is_found() -> None:
    text = f"副主任{'、'.join(NAMES[:300])}出席会议。"
    page = Page("page.txt", text, "", issued="2022-05-08")
    (told,) = understand(Layout(page, (Article("page.txt", 1, (), (), ((Span(0, len(text)),),)),)), None, lexicon())
    assert {p.name for p in told.people} == set(NAMES[:300])
