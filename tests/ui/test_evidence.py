"""The evidence panel: the article as reconstructed, its facts, the page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag import Citation, Dated, Elsewhere, Language, Reading, Tie
from tests.ui.fakes import BOOKS, BOOKS_COUNT, EVIL, EVIL_VISIT, LEAD, PLACES, PORT
from ui.evidence.view import Chosen, Shown, gone, nothing_chosen
from ui.evidence.view import evidence as presented
from ui.links import Place, article_link
from ui.present.sources import footnote, place, reading_footnote

ZH, EN = Language.ZH, Language.EN


def _chosen(*cited: Citation) -> Chosen:
    """The first of what an answer cites."""
    return Chosen(tuple(Place(c.page, c.article, c.spans) for c in cited))


BOTH = _chosen(PLACES, LEAD)


def evidence(language: Language, reading: Reading, chosen: Chosen) -> str:
    """The evidence of a citation that was chosen."""
    return presented(language, reading, Shown(chosen))


def _article(shown: str) -> str:
    return shown.partition('id="view-article"')[2].partition("</div>")[0]


def _page(shown: str) -> str:
    return shown.partition('id="view-page"')[2].partition("</div>")[0]


def test_cited_sentence_is_one_mark_in_the_article_though_the_page_breaks_it() -> None:
    shown = _article(evidence(ZH, PORT, BOTH))
    assert f'<mark class="cited">{PLACES.quote}</mark>' in shown
    assert f'<mark class="also">{LEAD.quote}</mark>' in shown
    assert "企业茶厂开业迎客" not in shown


def test_whole_page_carries_the_same_marks_where_they_stand() -> None:
    shown = _page(evidence(ZH, PORT, BOTH))
    assert '企业茶厂开业迎客\n<mark class="also">安全生产工作。</mark><mark class="cited">他先后来到' in shown


def test_citation_on_another_page_is_not_marked_here() -> None:
    assert 'class="also"' not in evidence(ZH, PORT, _chosen(PLACES, BOOKS_COUNT))


def test_facts() -> None:
    shown = evidence(ZH, PORT, BOTH)
    assert "<dt>见报</dt><dd>2023-05-07</dd>" in shown
    assert "依据：“5月6日下午”；见报日2023-05-07" in shown
    assert "<dt>位置</dt><dd>第2版 · 第 6–7 行 · " in shown
    assert '<dt>记者</dt><dd><span lang="zh">柳青禾</span></dd>' in shown
    assert 'data-copy="《海州日报》2023-05-07 第2版《陈志远督查港口安全生产》"' in shown


def test_what_the_page_does_not_print_is_said_to_be_unknown() -> None:
    shown = evidence(EN, replace(BOOKS, understood=replace(BOOKS.understood, when=Dated())), _chosen(BOOKS_COUNT))
    assert "Newspaper not printed on the page" in shown
    assert "<dt>Printed</dt><dd>Not printed on the page</dd>" in shown
    assert "<dt>Date of the event</dt><dd>Not stated</dd>" in shown


def test_date_without_a_year_is_shown_as_printed() -> None:
    assert '<dt>事件日期</dt><dd><span lang="zh">开馆那天</span></dd>' in evidence(ZH, BOOKS, _chosen(BOOKS_COUNT))


@pytest.mark.parametrize(
    ("which", "back", "onward"),
    [
        (0, 'data-step="0" data-key="previous" disabled>上一条', 'data-step="1" data-key="next">下一条'),
        (1, 'data-step="0" data-key="previous">上一条', 'data-step="1" data-key="next" disabled>下一条'),
    ],
)
def test_steps_to_the_neighbours(which: int, back: str, onward: str) -> None:
    shown = evidence(ZH, PORT, replace(BOTH, which=which))
    assert back in shown
    assert onward in shown
    assert f"<span>引用 {which + 1} / 2</span>" in shown


def test_nearest_passage_is_said_to_be_no_answer() -> None:
    assert "最接近的段落，不是答案" in evidence(ZH, PORT, replace(BOTH, nearest=True))


def test_markup_in_titles_names_and_bodies_stays_text() -> None:
    shown = evidence(ZH, EVIL, _chosen(EVIL_VISIT))
    for tag in ("<img", "<script", "<b "):
        assert tag not in shown
    assert not set("{}$`") & set(shown)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("海州日报", "2023-05-07", "2", "标题"), "《海州日报》2023-05-07 第2版《标题》"),
        (("海州日报", None, "", "标题"), "《海州日报》《标题》"),
        (("", "2023-05-07", "A3", ""), "2023-05-07 第A3版"),
    ],
)
def test_footnote(parts: tuple[str, str | None, str, str], expected: str) -> None:
    assert footnote(*parts) == expected


def test_footnote_never_takes_a_derived_date_for_the_printed_one() -> None:
    derived = replace(BOOKS, understood=replace(BOOKS.understood, when=Dated("2023-02-01", "推定")))
    assert reading_footnote(derived) == "《青苗镇的老茶厂关停了十二年》"


def test_place_counts_lines_and_characters_from_one() -> None:
    title = PORT.article.title_spans[0]
    assert place(EN, PORT.page, title) == "Page 2 · Line 3 · Characters 24–34"


@pytest.mark.parametrize(
    ("shown", "words"), [(nothing_chosen(ZH), "点答案里的编号"), (gone(EN), "no longer in the index")]
)
def test_nothing_to_show(shown: str, words: str) -> None:
    assert words in shown


def _part_of(reading: Reading, tie: Tie, other: Reading, edition: str) -> Reading:
    told = Elsewhere(reading.article.number, tie, other.page.name, other.article.number, edition)
    return replace(reading, article=replace(reading.article, elsewhere=told))


@pytest.mark.parametrize(
    ("tie", "line", "last"),
    [(Tie.BEGINS, "上接：第1版 · ", PLACES.quote), (Tie.GOES_ON, "下转：第1版 · ", BOOKS_COUNT.quote)],
)
def test_an_article_of_two_files_is_shown_whole_and_each_part_is_open_by_itself(tie: Tie, line: str, last: str) -> None:
    reading = _part_of(PORT, tie, BOOKS, "1")
    shown = _article(presented(ZH, reading, Shown(_chosen(PLACES), other=BOOKS)))
    assert f">{line}{BOOKS.page.name}</a>" in shown
    assert f'href="{article_link(BOOKS.page.name, BOOKS.article.number)}"' in shown.replace("&amp;", "&")
    assert f'<mark class="cited">{PLACES.quote}</mark>' in shown
    first = {PLACES.quote, BOOKS_COUNT.quote} - {last}
    assert shown.index(first.pop()) < shown.index(last)


def test_of_an_article_that_another_file_has_too_only_the_way_there_is_shown() -> None:
    reading = _part_of(PORT, Tie.SAME, BOOKS, "")
    shown = _article(presented(EN, reading, Shown(_chosen(PLACES), other=BOOKS)))
    assert f"The same article is also on: {BOOKS.page.name}</a>" in shown
    assert BOOKS_COUNT.quote not in shown
