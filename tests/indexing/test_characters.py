"""A page in traditional characters is understood in simplified ones and keeps what it prints."""

from __future__ import annotations

import pytest

from rag.indexing.characters import as_printed, in_simplified
from rag.reading import segment
from rag.records import Page
from rag.spans import quote

PRINTED = "東江縣長林國棟巡查\n\n8月1日，縣長林國棟到青石鎮巡查舊樓，要求限期整改。\n"


def test_layout_is_read_in_simplified_and_keeps_the_printed_words() -> None:
    page = Page("p.txt", PRINTED, "d", newspaper="東江縣訊")
    plain = in_simplified(page)
    assert (plain.newspaper, plain.text[:7], len(plain.text)) == ("东江县讯", "东江县长林国栋", len(PRINTED))
    layout = segment(plain)
    assert layout.articles[0].titles == ("东江县长林国栋巡查",)
    kept = as_printed(layout, page)
    assert kept.page.text == PRINTED
    assert quote(kept.page.text, layout.articles[0].title_spans[0]) == "東江縣長林國棟巡查"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "本报讯 8月1日，副县长林昇到青石镇调研防汛和安全生产工作，先后察看了水库、泵站和企业，县水利局局长於海参加。",
            id="old forms in names alone",
        ),
        pytest.param("Nothing Chinese at all.", id="no Chinese"),
    ],
)
def test_a_page_in_simplified_characters_is_left_as_it_is(text: str) -> None:
    page = Page("p.txt", text, "d")
    assert in_simplified(page) is page
