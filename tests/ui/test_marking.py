"""Marks stand exactly around the cited characters, and nothing of the page is lost."""

from __future__ import annotations

import html
import re

import pytest

from rag import Span, Spans
from ui.present.marking import marked

TEXT = "甲乙丙丁戊己庚辛"


def spans(*pairs: tuple[int, int]) -> Spans:
    return tuple(Span(*pair) for pair in pairs)


@pytest.mark.parametrize(
    ("pieces", "cited", "also", "expected"),
    [
        pytest.param([(0, 8)], [], [], TEXT, id="nothing cited"),
        pytest.param([(0, 8)], [(2, 4)], [], '甲乙<mark class="cited">丙丁</mark>戊己庚辛', id="within a piece"),
        pytest.param([(0, 8)], [(0, 8)], [], f'<mark class="cited">{TEXT}</mark>', id="the whole piece"),
        pytest.param([(0, 2), (5, 8)], [(1, 2), (5, 6)], [], '甲<mark class="cited">乙己</mark>庚辛', id="one sentence over two pieces is one mark"),
        pytest.param([(5, 8), (0, 2)], [(0, 2)], [], '己庚辛<mark class="cited">甲乙</mark>', id="pieces in reading order, not page order"),
        pytest.param([(0, 8)], [(2, 5)], [(4, 7)], '甲乙<mark class="cited">丙丁戊</mark><mark class="also">己庚</mark>辛', id="the shown citation outweighs the others"),
        pytest.param([(2, 4)], [(0, 8)], [], '<mark class="cited">丙丁</mark>', id="citation larger than the piece"),
        pytest.param([(2, 4)], [(4, 6)], [], "丙丁", id="citation beside the piece"),
    ],
)  # fmt: skip
def test_marks(
    pieces: list[tuple[int, int]], cited: list[tuple[int, int]], also: list[tuple[int, int]], expected: str
) -> None:
    assert marked(TEXT, spans(*pieces), spans(*cited), spans(*also)) == expected


def test_markup_of_the_page_stays_text() -> None:
    page = "<b>${x}</b>{{y}}`"
    shown = marked(page, [Span(0, len(page))], (Span(3, 7),))
    assert html.unescape(re.sub(r"</?mark[^>]*>", "", shown)) == page
    assert shown.count("<") == 2
    assert not set("{}$`") & set(shown)
