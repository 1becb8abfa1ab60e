"""No character of a page is lost or counted twice, whatever the page holds."""

from __future__ import annotations

import hashlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.errors import PageError
from rag.reading import require_readable, segment
from rag.reading.articles import tell_apart
from rag.reading.blocks import find_blocks
from rag.reading.spaced import INVISIBLE
from rag.records import Layout, Page, Span
from rag.spans import quote
from tests.fuzz.examples import many

PIECES = (
    "海州日报",
    "陈志远赴东江县调研防汛工作",
    "扛牢责任 守住底线",
    "本报讯（记者林海）5月6日，海州市委书记陈志远赴东江县调研。",
    "他强调，要坚持问题导向，压实各方责任，守牢安全底线，",
    "确保群众安全度汛。",
    "（下转第二版）",
    "详见第七版 »",
    "　　随后，陈志远一行来到河阳水库。",
    "记者 林海 摄",
    "12",
    "\u200b",
    "\u202e",
    "�",
    "(",
    "“",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "\x0b",
    "\x85",
    "\u2028",
    " ",
)
page_texts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.text(st.characters(codec="utf-8"), max_size=200),
)


def make_page(text: str) -> Page:
    return Page("page.txt", text, hashlib.sha256(text.encode()).hexdigest())


def owners(layout: Layout) -> list[Span]:
    """Every span of the layout, articles' pieces and duplicates and furniture."""
    return [s for a in layout.articles for s in (*a.spans, *a.duplicates)] + list(layout.furniture)


@many
@given(page_texts)
def test_every_visible_character_has_exactly_one_owner(text: str) -> None:
    layout = segment(make_page(text))
    counted = [0] * len(text)
    for span in owners(layout):
        assert 0 <= span.start < span.end <= len(text)
        for i in range(span.start, span.end):
            counted[i] += 1
    assert max(counted, default=0) <= 1
    assert [c for c, n in zip(text, counted, strict=True) if not n and not c.isspace() and c not in INVISIBLE] == []


@many
@given(page_texts)
def test_articles_are_numbered_and_titles_are_cut_out_of_their_spans(text: str) -> None:
    layout = segment(make_page(text))
    assert [a.number for a in layout.articles] == list(range(1, len(layout.articles) + 1))
    for article in layout.articles:
        assert article.spans != ()
        for title, spans in zip(article.titles, article.title_spans, strict=True):
            assert title in "".join(text[s.start : s.end] for s in spans)


def test_a_page_of_one_headline_is_an_article_without_a_body() -> None:
    layout = segment(make_page("\n\n陈志远赴东江县调研防汛工作\n"))
    assert [(a.titles, a.paragraphs) for a in layout.articles] == [(("陈志远赴东江县调研防汛工作",), ())]
    assert layout.furniture == ()


def _subject(number: int) -> str:
    """Twelve Han characters of which no other number has any."""
    return "".join(chr(0x4E00 + number * 12 + k) for k in range(12))


def test_a_page_of_two_hundred_articles_keeps_them_apart() -> None:
    subjects = [_subject(n) for n in range(200)]
    text = "\n\n".join(
        f"海州举办{s[:6]}活动\n\n本报讯（记者林海）5月6日，海州举办{s[:6]}活动，{s[6:]}村村民参加。\n\n"
        f"{s[6:]}村负责人介绍，{s[:6]}活动每年举办一次，{s[3:9]}。"
        for s in subjects
    )
    layout = segment(make_page(text))
    assert [a.titles for a in layout.articles] == [(f"海州举办{s[:6]}活动",) for s in subjects]
    assert {len(a.paragraphs) for a in layout.articles} == {2}


def test_ten_megabytes_on_one_line_are_one_paragraph() -> None:
    text = "海州市召开会议。" * 420_000
    layout = segment(make_page(text))
    assert [a.paragraphs for a in layout.articles] == [((Span(0, len(text)),),)]


@pytest.mark.parametrize("mark", ["\u200b", "\u202e", "\ufeff", "\x01"])
def test_invisible_characters_do_not_hide_a_headline_or_a_lead(mark: str) -> None:
    text = f"{mark}陈志远赴东江县调研防汛工作\n\n{mark}本报讯（记者林海）5月6日，陈志远赴东江县调研防汛工作。{mark}"
    (article,) = segment(make_page(text)).articles
    assert article.title.strip(mark) == "陈志远赴东江县调研防汛工作"
    assert article.reporters == ("林海",)


def test_blocks_cover_the_page_in_order() -> None:
    text = "海州日报\n\n　　第一段。\r\n第二段 \n\n\n"
    spans = [s for b in find_blocks(text) for s in b.spans]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert [text[s.start : s.end] for s in spans] == ["海州日报", "第一段。", "第二段"]


def test_no_blocks_are_no_articles() -> None:
    assert tell_apart([]) == ([], [])


@pytest.mark.parametrize("unseen", ["\u200b", "\u00ad", "\u2060", "\ufe00", "\U000e0100"])
def test_invisible_characters_are_no_part_of_a_name(unseen: str) -> None:
    text = f"陶远帆赴东江县调研\n\n本报讯（记者林海）5月{unseen}6日，市长陶{unseen}远帆赴东江县调研。"
    (article,) = segment(make_page(text)).articles
    prose = "".join(text[s.start : s.end] for spans in article.paragraphs for s in spans)
    assert prose == "本报讯（记者林海）5月6日，市长陶远帆赴东江县调研。"


SOURCES = (
    "来源：青螺日报",
    "来源 青螺日报",
    "【来源：青螺日报】",
    "稿件来源：县融媒体中心",
    "编辑：何大宁",
    "责任编辑：何大宁 审核：林海",
    "供稿：何大宁",
)
VISIT = ("秦望舒检查防汛", "8月8日，青螺县县长秦望舒到柳溪镇检查防汛。", "他强调，要守住底线。")


def told(*lines: str) -> list[tuple[tuple[str, ...], list[str]]]:
    """Headlines and paragraphs of each article on a page of these lines."""
    page = make_page("\n".join(lines))
    return [(a.titles, [quote(page.text, spans) for spans in a.paragraphs]) for a in segment(page).articles]


@pytest.mark.parametrize("line", SOURCES)
def test_a_line_that_tells_the_source_is_no_prose(line: str) -> None:
    title, *prose = VISIT
    assert told(title, line, *prose) == [((title,), prose)]
    assert told(title, *prose, line) == [((title,), prose)]
    other = "8月9日，副县长何大宁走访企业，了解生产情况。"
    assert told(title, *prose, line, "何大宁走访企业", other) == [((title,), prose), (("何大宁走访企业",), [other])]


@pytest.mark.parametrize("line", ["作者：何大宁", "来源：青螺日报 作者：何大宁", "来源：青螺日报 记者：何大宁"])
def test_a_line_that_tells_who_wrote_it_stays_by_itself(line: str) -> None:
    title, *prose = VISIT
    page = make_page("\n".join((title, line, *prose)))
    (article,) = segment(page).articles
    assert told(title, line, *prose) == [((title,), [line, *prose])]
    assert article.reporters == ("何大宁",)


@pytest.mark.parametrize(
    "line",
    [
        "来源：柳溪河的水，经泵站送到各村。",
        "来源于青螺县的稻种获奖。",
        "编辑部昨日搬迁。",
        "审核：材料齐全的，当天办结。",
    ],
)
def test_a_sentence_that_begins_like_a_source_is_prose(line: str) -> None:
    title, *prose = VISIT
    assert told(title, *prose, line) == [((title,), [*prose, line])]


@pytest.mark.parametrize("text", ["县\n水\n大\n会\n", "青螺县人民政府\n您好，欢迎访问\n", "青螺县人民政府\n欢迎您！\n"])
def test_scraps_and_greetings_are_no_page(text: str) -> None:
    with pytest.raises(PageError, match="holds no article: 0% of its"):
        require_readable(segment(make_page(text)))


@pytest.mark.parametrize(
    "text",
    [
        "停水通知\n8月8日停水。\n",
        "停水通知\n柳溪镇8月8日全天停水\n",
        "秦望舒检查防汛 2025-07-01\n何大宁走访企业 2025-06-01\n",
        "秦望舒会见客商\n",
        "青螺县人民政府\n休刊三天。\n",
        "欢迎仪式举行\n8月8日，欢迎仪式在柳溪镇举行。\n",
    ],
)
def test_short_notices_and_lists_are_pages(text: str) -> None:
    require_readable(segment(make_page(text)))
