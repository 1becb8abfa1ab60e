"""Spaces that only set a line's letters apart are left out of what is read, and of nothing else."""

from __future__ import annotations

import pytest

from rag.reading.layout import segment
from rag.reading.masthead import read_masthead
from rag.reading.spaced import pieces, width
from rag.records import Page, Span
from rag.spans import quote


@pytest.mark.parametrize(
    ("line", "read"),
    [
        pytest.param("海 州 市 召 开 会 议", "海州市召开会议", id="a whole line"),
        pytest.param("区长陈 志 远 ， 县 长林海到场", "区长陈志远，县长林海到场", id="a run inside a line"),
        pytest.param("陈 志远 林 海 周 文", "陈 志远 林 海 周 文", id="names set apart in a list are too short a run"),
        pytest.param("A B C D E F", "A B C D E F", id="no Chinese in it"),
        pytest.param("停 水 通 知", "停水通知", id="a short line that is spaced throughout"),
        pytest.param(
            "副主席李 强、周　文参加", "副主席李强、周文参加", id="names of two characters behind an office, in a list"
        ),
        pytest.param(
            "林 海 、陈志远出席，林 海说", "林海、陈志远出席，林海说", id="a name so printed once is closed everywhere"
        ),
        pytest.param("全市 海、陆、空", "全市 海、陆、空", id="no family name before the space"),
        pytest.param(
            "出席的有：林志远　缪小红　王　强　李　明　欧阳　静",
            "出席的有：林志远　缪小红　王强　李明　欧阳静",
            id="padded names in a row, in a list set apart by spaces",
        ),
        pytest.param("王　强　李　明　赵　军　", "王强　李明　赵军　", id="all of them padded"),
        pytest.param("市政府秘书长欧阳　静主持会议", "市政府秘书长欧阳静主持会议", id="before a verb"),
        pytest.param("上午　下午　晚　上", "上午　下午　晚　上", id="words set apart that are no names"),
        pytest.param("2025\xa0年\xa08\xa0月\xa08\xa0日", "2025年8月8日", id="no-break spaces in a day"),
        pytest.param("海\u2003州\u2003市\u2003召\u2002开\u2002会", "海州市召开会", id="em and en spaces"),
        pytest.param("副县长何\u2002宁、林\u2003海出席", "副县长何宁、林海出席", id="a name with an en space"),
        pytest.param("县长秦 望舒检查防汛", "县长秦望舒检查防汛", id="a given name of two characters"),
        pytest.param("县长秦\xa0望舒强调", "县长秦望舒强调", id="the same with a no-break space"),
        pytest.param("县长秦 望 舒到柳溪镇", "县长秦望舒到柳溪镇", id="each character by itself"),
        pytest.param("县长秦 望舒、副县长何 大宁", "县长秦望舒、副县长何大宁", id="two of them in a list"),
        pytest.param("县长秦 望舒强调，秦\u2003望舒说", "县长秦望舒强调，秦望舒说", id="closed wherever it stands"),
        pytest.param("县长王 主持会议", "县长王 主持会议", id="a verb is no given name"),
        pytest.param("县长王 主 持会议", "县长王 主 持会议", id="nor is one set apart"),
        pytest.param("县长王 亲自督办", "县长王 亲自督办", id="nor an adverb"),
        pytest.param("县长王 昨天出席会议", "县长王 昨天出席会议", id="nor a day"),
        pytest.param("县长高 标准推进", "县长高 标准推进", id="nor a noun"),
        pytest.param("书记李 明主持会议", "书记李明主持会议", id="the shorter name where a verb follows it"),
        pytest.param("投资 3 亿元，建设 2 处泵站", "投资 3 亿元，建设 2 处泵站", id="numbers between words"),
    ],
)
def test_pieces(line: str, read: str) -> None:
    found = pieces(line, Span(0, len(line)))
    assert quote(line, found) == read
    assert width(line, Span(0, len(line))) == len(read)


def test_an_article_reads_across_a_spaced_line() -> None:
    text = "海州召开会议\n\n本报讯 8月3日，海州市召开防汛工作会议，\n市 长 陈 志 远 出 席 会 议 并 讲 话 。\n会议强调要抓紧落实。\n"
    article = segment(Page("p.txt", text, "d")).articles[0]
    body = "".join(quote(text, spans) for spans in article.paragraphs)
    assert "市长陈志远出席会议并讲话。" in body


def test_a_list_of_names_at_the_end_of_an_article_is_no_headline() -> None:
    text = "海州召开会议\n\n本报讯 8月3日，海州市召开防汛工作会议，市长陈志远主持。\n出席会议的有：林　海　陈志远　王　强\n"
    (article,) = segment(Page("p.txt", text, "d")).articles
    assert article.titles == ("海州召开会议",)


@pytest.mark.parametrize("space", ["\xa0", "\u2002", "\u2003"])
def test_days_and_names_with_the_spaces_of_word_and_pdf(space: str) -> None:
    text = (
        f"青螺日报\n2025{space}年{space}8{space}月{space}8{space}日\n防汛检查\n"
        f"8月8日，县长秦{space}望舒强调，要守住底线。副县长何{space}宁参加。\n记者{space}何大宁\n"
    )
    assert read_masthead(text, "a.txt").issued == "2025-08-08"
    page = Page("a.txt", text, "")
    (article,) = segment(page).articles
    read = [quote(text, spans) for spans in article.paragraphs]
    assert read == ["8月8日，县长秦望舒强调，要守住底线。副县长何宁参加。", f"记者{space}何大宁"]
    assert article.reporters == ("何大宁",)
