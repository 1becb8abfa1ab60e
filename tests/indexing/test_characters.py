"""A page is understood in simplified, whole characters and one kind of dot, and keeps what it prints."""

from __future__ import annotations

import pytest

from rag.indexing.characters import as_printed, in_characters_read
from rag.reading import segment
from rag.records import Page
from rag.spans import quote

PRINTED = "東江縣長林國棟巡查\n\n8月1日，縣長林國棟到青石鎮巡查舊樓，要求限期整改。\n"


def test_layout_is_read_in_characters_read_and_keeps_the_printed_words() -> None:
    page = Page("p.txt", PRINTED, "d", newspaper="東江縣訊")
    plain = in_characters_read(page)
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
def test_a_page_in_characters_read_characters_is_left_as_it_is(text: str) -> None:
    page = Page("p.txt", text, "d")
    assert in_characters_read(page) is page


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        pytest.param("5⽉20⽇，市⻓⽅⽴新到⾼岭镇。", "5月20日，市长方立新到高岭镇。", id="radicals for characters"),
        pytest.param("州长艾尔肯‧买买提、何塞•佩雷斯", "州长艾尔肯·买买提、何塞·佩雷斯", id="dots"),
        pytest.param("三．总体要求\n二．任务", "三．总体要求\n二．任务", id="a numeral's dot"),
    ],
)
def test_characters_are_read_as_what_they_mean(printed: str, read: str) -> None:
    assert in_characters_read(Page("p.txt", printed, "d")).text == read
    assert len(printed) == len(read)
