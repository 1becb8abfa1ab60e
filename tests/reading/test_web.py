"""Web pages of newspapers and governments: what breaks a line and what does not, what is not seen, what tells the day."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from rag.errors import PageError
from rag.reading.beside import beside_web
from rag.reading.saved import beside_saved, read_saved
from rag.reading.web import read_web


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        pytest.param(
            "<p>本报讯 <st1:chsdate w:st='on'>3月6日</st1:chsdate>，副市长<st1:personname>单<wbr>远帆</st1:personname>到"
            "<nobr>南湖</nobr>检查。<o:p></o:p></p><p><time>3月5日</time>，县长<x-name>何文</x-name>到场。</p>",
            ["本报讯 3月6日，副市长单远帆到南湖检查。", "3月5日，县长何文到场。"],
            id="smart tags and elements of one's own",
        ),
        pytest.param(
            "<p>县长<ruby>仝<rp>(</rp><rt>tóng</rt><rp>)</rp></ruby>小帆检查。</p>", ["县长仝小帆检查。"], id="ruby"
        ),
        pytest.param(
            "<p>县长王<img alt='㴿' src=1.gif>到东湖。<img alt='图' src=2.gif><img alt='县长到东湖' src=3.gif></p>",
            ["县长王㴿到东湖。"],
            id="a picture of a character",
        ),
        pytest.param(
            "<html><body><h1>公报</h1></body></html><div><p>陶远帆主持会议。</p></div></html>",
            ["公报", "陶远帆主持会议。"],
            id="a page behind its end",
        ),
        pytest.param(
            "<div>3月6日，副市长<br>单远帆到南湖商场检查，<br>要求整改。<br>　　他说，好。<br><br>来源：东江报<br>编辑：何</div>",
            ["3月6日，副市长单远帆到南湖商场检查，要求整改。", "　　他说，好。", "来源：东江报", "编辑：何"],
            id="a break inside a sentence",
        ),
        pytest.param(
            "<h1>深化改革<br>推动发展</h1><p>出席会议的有：<br>王远<br>李近</p>",
            ["深化改革", "推动发展", "出席会议的有：", "王远", "李近"],
            id="breaks of headlines and lists",
        ),
        pytest.param(
            "<p>副县\n      长何文到场。</p><span>来源：县府办</span>\n<span>编辑：林</span><p>Tom\nLee</p>",
            ["副县长何文到场。", "来源：县府办 编辑：林", "Tom Lee"],
            id="line ends of the file",
        ),
        pytest.param(
            "<table><tr><th>姓名<th>职务<tr><td><p>林远</p><td>县长</table><table><tr><td><p>左一。</p><p>左二。</p><td>右</table>",
            ["姓名　职务", "林远　县长", "左一。", "左二。", "右"],
            id="a table of facts, and one that lays out a page",
        ),
        pytest.param(
            "<ul><li><a>首页</a><li><a>政务公开</a><li><a>互动交流</a></ul><p>您的位置：<a>首页</a> &gt; <a>领导</a></p>"
            "<table><tr><td>县长<td>林远<td>" + "负责县政府全面工作，" * 6 + "</table>",
            ["您的位置：首页 > 领导", "县长　林远　" + "负责县政府全面工作，" * 6],
            id="a menu, and a row of which one cell says more",
        ),
        pytest.param(
            "<h1>检查渡口</h1><span>原创</span><a>东江发布</a><em>2025年04月16日 08:00</em><em>某省</em>",
            ["检查渡口", "原创东江发布 2025年04月16日 08:00 某省"],
            id="a time set apart by its style",
        ),
        pytest.param(
            "<ul><li><a>县长会见客商</a><span>2024-06-11</span><li><a>全县开会</a><span>[2024-06-01]</span></ul>",
            ["县长会见客商 2024-06-11", "全县开会 [2024-06-01]"],
            id="a list of headlines with their days",
        ),
        pytest.param("<pre>第一行。\n　　第二行。</pre>", ["第一行。", "　　第二行。"], id="preformatted"),
        pytest.param(
            "<pre>第一行。\f　　第二&#1;行。\ufffe</pre>",
            ["第一行。", "　　第二行。"],
            id="a form feed, and what is no text",
        ),
        pytest.param(
            "<p>县长<b hidden>x</b>\x1f到渡口\f检查&#1;。</p>", ["县长到渡口检查。"], id="no text behind what is hidden"
        ),
        pytest.param(
            "<p>看得见的一句话。</p><div style='display: none'>微信号</div><p hidden>隐</p><p style='visibility:hidden'>正文。</p>",
            ["看得见的一句话。", "正文。"],
            id="what is hidden",
        ),
        pytest.param(
            "<p>首页</p><div style='display:none'>　　正文由脚本显示，陶远帆到东江县调研。</div>",
            ["首页", "　　正文由脚本显示，陶远帆到东江县调研。"],
            id="a page that a script shows",
        ),
    ],
)
def test_lines_are_those_a_reader_sees(page: str, lines: list[str]) -> None:
    assert read_web(page.encode()).split("\n\n") == lines


def test_a_bad_byte_costs_a_character() -> None:
    page = f"<meta charset=gb2312><p>{'县长何文到东湖检查防汛工作。' * 20}</p>".encode("gbk")
    text = read_web(page[:-40] + b"\xff" + page[-40:])
    assert text.count("\ufffd") == 1


def test_a_wrong_declaration_is_not_believed() -> None:
    assert read_web("<meta charset='gb2312'><p>县长何文到东湖检查防汛</p>".encode()) == "县长何文到东湖检查防汛"


@pytest.mark.parametrize(
    ("page", "day"),
    [
        pytest.param("<meta name=PubDate content='2024-07-09 17:20'>", "2024-07-09", id="without quotes"),
        pytest.param(
            "<!--enpproperty <articleid>7</articleid><date>2024-07-17 00:00:00.0</date><author/>/enpproperty-->",
            "2024-07-17",
            id="fields of a newspaper's system",
        ),
        pytest.param("<founder-date>2024-07-17</founder-date>", "2024-07-17", id="an element of a newspaper's system"),
        pytest.param("<!-- publishdate: 2024-07-17 08:00 -->", "2024-07-17", id="a remark that tells the day"),
        pytest.param("<!-- template, Date: 2019-03-02, by the web team -->", None, id="a remark on the template"),
        pytest.param(
            "<meta property='article:published_time' content='2024-07-16T22:30:00Z'>", "2024-07-17", id="zone"
        ),
        pytest.param("<script>var createTime = '1721145600000';</script>", "2024-07-17", id="thousandths of a second"),
        pytest.param(
            "<script>var list=[{'pubTime':'2024-06-20'},{'pubTime':'2024-06-11'}]</script>",
            None,
            id="days of other articles",
        ),
        pytest.param(
            "<meta name='PubDate' content='2024-07-09'><time itemprop='datePublished' datetime='2024-06-20'>",
            "2024-07-09",
            id="the page's own day first",
        ),
    ],
)
def test_the_day_that_a_page_tells_beside_its_text(page: str, day: str | None) -> None:
    assert beside_web(f"<html><head>{page}</head><body>正文</body></html>".encode()).issued == day


SAVED = """From: <Saved by Blink>
Snapshot-Content-Location: http://paper.invalid/html/2024-07/17/content_7.htm
Subject: =?utf-8?Q?=E4=B8=9C?=
Date: Mon, 5 Aug 2024 10:00:00 +0800
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="--x"

----x
Content-Type: text/html; charset="gb2312"
Content-Transfer-Encoding: base64

{page}
----x
Content-Type: image/gif
Content-Transfer-Encoding: base64

R0lGODlhAQABAAAAACw=
----x--
"""


def test_a_page_saved_as_one_file() -> None:
    from base64 import b64encode

    data = SAVED.format(page=b64encode("<p>陶远帆到东江县调研。</p>".encode("gb18030")).decode()).encode()
    assert read_saved(data) == "陶远帆到东江县调研。"
    assert beside_saved(data).issued == "2024-07-17"


def test_headers_of_a_saved_page_are_not_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    def astray(*given: object) -> None:
        raise RecursionError

    monkeypatch.setattr("email.headerregistry.HeaderRegistry.__call__", astray)
    saved = b'Subject: x\nContent-Type: text/html; charset="utf-8"\n\n<html><body><p>' + "陶远帆到东江县调研。".encode()
    assert read_saved(saved) == "陶远帆到东江县调研。"


def test_a_saved_file_without_a_page_is_named() -> None:
    with pytest.raises(PageError, match="holds no web page"):
        read_saved(b"MIME-Version: 1.0\nContent-Type: image/gif\n\nGIF89a")


READ = "<p>县长林远到场检查，他要求各乡镇落实责任，守住底线。</p>"
WAY = "<li><a href=1>林海调研夏粮收购工作</a>"


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<div>" * 50_000 + "县长林远到场。", id="deep"),
        pytest.param("<pre>" + "第一行文字，\n" * 50_000 + "</pre>", id="many lines"),
        pytest.param("县长林远<br>" * 50_000, id="many breaks"),
        pytest.param(
            "<div style='display:none'>" * 3_000 + "林远" + "</div>" * 3_000 + "县长林远到场。", id="hidden in hidden"
        ),
        pytest.param("<table>" + "<tr><td>甲<td>乙" * 20_000 + "</table>", id="long table"),
        pytest.param("<a>首页</a><a>要闻</a>" * 20_000, id="many menus"),
        pytest.param("<!--" + "<date>" * 100_000, id="a remark without an end"),
        pytest.param(READ + f"<ul>{WAY}{WAY}</ul>" * 8_000, id="many lists of other articles"),
        pytest.param(READ + f"<ul>{WAY}" * 3_000, id="such lists inside one another"),
        pytest.param(READ + "<div>相关阅读</div>" * 8_000, id="many headings of such lists"),
        pytest.param(READ + f"<div>相关阅读</div><div>{WAY}好。</div>" * 5_000, id="many entries that tell something"),
    ],
)
def test_wild_pages_take_bounded_time(page: str) -> None:
    began = time.process_time()
    data = page.encode()
    with suppress(PageError):
        read_web(data)
    beside_web(data)
    assert time.process_time() - began < 5
