"""News in brief are articles of their own, and each article has the day of its own line."""

from __future__ import annotations

import pytest

from rag.reading import segment
from rag.reading.beside import beside_markdown, beside_web
from rag.records import Page


def bodies(text: str) -> list[str]:
    page = Page("a.txt", text, "")
    return ["".join(text[s.start : s.end] for p in a.paragraphs for s in p) for a in segment(page).articles]


ITEMS = ["5月6日，县长周文涛到石塘镇检查防汛。", "县委副书记陈明主持召开信访会议。", "昨日，副县长李燕到学校调研。"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("简讯\n\n" + "\n\n".join(ITEMS), ITEMS, id="a column by its heading"),
        pytest.param(
            "我县抓紧防汛\n\n" + "\n\n".join("●" + i for i in ITEMS),
            ["●" + i for i in ITEMS],
            id="dated items by their marks",
        ),
        pytest.param(
            "周文涛检查防汛工作\n\n" + ITEMS[0] + "\n\n●要加密巡查，做到及早发现。\n\n●要备足物资，做到有备无患。",
            [ITEMS[0] + "●要加密巡查，做到及早发现。●要备足物资，做到有备无患。"],
            id="demands are no items",
        ),
    ],
)
def test_news_in_brief_are_told_apart(text: str, found: list[str]) -> None:
    assert bodies(text) == found


def test_each_article_has_the_day_of_its_line() -> None:
    text = (
        "周文涛检查防汛工作\n发布时间：2023-05-07 来源：县府办\n" + ITEMS[0] + "周文涛要求，要加密巡查。\n\n"
        "李燕到学校调研\n发布时间：2023-06-11 来源：县府办\n" + ITEMS[2] + "李燕要求，要保证安全。\n"
    )
    assert [a.issued for a in segment(Page("a.txt", text, "")).articles] == ["2023-05-07", "2023-06-11"]


def test_the_day_a_site_shows_its_visitor_is_no_article_s() -> None:
    text = (
        "今天是 2024年9月1日 星期日\n\n周文涛检查防汛工作\n来源：县府办　编辑：林海　2023-05-07 16:20\n"
        + ITEMS[0]
        + "\n"
    )
    assert [a.issued for a in segment(Page("a.txt", text, "")).articles] == [None]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        pytest.param('<meta name="PubDate" content="2023-05-09 17:20">', "2023-05-09", id="a government's page"),
        pytest.param(
            '<meta content="2023-05-09T08:00:00+08:00" property="article:published_time"/>',
            "2023-05-09",
            id="open graph",
        ),
        pytest.param('<script>var ct = "1683590400";</script>', "2023-05-09", id="seconds in a script"),
        pytest.param(
            '<script type="application/ld+json">{"datePublished": "2023-05-09"}</script>', "2023-05-09", id="JSON-LD"
        ),
        pytest.param('<time itemprop="datePublished" datetime="2023-05-09">', "2023-05-09", id="a marked time"),
        pytest.param(
            '<link rel="canonical" href="http://a.b/html/2023-05/09/content_1.htm">', "2023-05-09", id="the address"
        ),
        pytest.param('<time datetime="2023-05-09">', None, id="a time of something"),
        pytest.param('<meta name="PubDate" content="2023-02-30">', None, id="a day that never was"),
    ],
)
def test_what_the_head_of_a_web_page_tells(head: str, day: str | None) -> None:
    assert beside_web(f"<html><head>{head}</head><body><p>字</p></body></html>".encode()).issued == day


def test_front_matter() -> None:
    found = beside_markdown("---\ntitle: 调研\ndate: 2023-05-09\nsource: 海州日报\n---\n\n# 调研\n".encode())
    assert (found.issued, found.paper) == ("2023-05-09", "海州日报")
