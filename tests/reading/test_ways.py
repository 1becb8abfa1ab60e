"""Lists of other articles around an article on a web page: none of their words is its own, and none of its own is lost."""

from __future__ import annotations

import pytest

from rag.reading import segment
from rag.reading.web import read_web
from tests.reading.test_layout import make_page

TITLE = "秦望舒检查防汛工作"
LEAD = "本报讯（记者 何小雨）8月8日，东江县县长秦望舒到柳溪镇检查防汛工作，实地查看了南湖水库的闸门和值守点。"
SAID = "秦望舒强调，要守住安全底线，落实包保责任，确保群众生命财产安全。"
OWN = [TITLE, LEAD, SAID]
HEAD = f"<h1>{TITLE}</h1><div class=info>发布时间：2025-08-09 来源：东江日报</div>"
FIRST, LAST = f"<p>　　{LEAD}</p>", f"<p>　　{SAID}</p>"
BODY = FIRST + LAST
HARVEST, MEETING = "<a href=1.html>林海调研夏粮收购工作</a>", "<a href=2.html>何近主持召开常务会议</a>"
LONG = "<a href=3.html>林海到柳溪镇调研夏粮收购工作时要求，优先保障农户利益，坚决守住农民种粮卖得出的底线，不打白条</a>"
TOLD = "<p>7月1日，副县长林海到柳溪镇调研夏粮收购，要求优先保障农户。</p>"
RANKED = f"<div class=rank><h4>24小时热文</h4><ol><li><em>1</em>{HARVEST}</li><li><em>2</em>{MEETING}</li></ol></div>"

WAYS = {
    "boxes": f"{HEAD}<div>{BODY}</div><div class=xg><div>相关阅读</div><div>{HARVEST}</div><div>{LONG}</div></div>",
    "a list without a class": f"{HEAD}{BODY}<h3>推荐阅读</h3><ul><li>{HARVEST}<li>{LONG}</ul><p>责任编辑：周宁</p>",
    "items with days": f"{HEAD}{BODY}<h3>延伸阅读</h3><ul><li>{HARVEST}<span>2025-07-01</span><li>{MEETING}<span>[07-02]</span></ul>",
    "a table": f"{HEAD}{BODY}<table><tr><td colspan=2>相关新闻<tr><td>·{HARVEST}<td>2025-07-01<tr><td>·{LONG}<td>2025-07-02</table>",
    "a heading inside a paragraph": f"{HEAD}<div>{BODY}<p><strong>延伸阅读：</strong><br>{HARVEST}<br>{LONG}</p></div>",
    "a heading and a link on a line": f"{HEAD}<div>{BODY}<p>相关链接：{LONG}</p></div>",
    "a list before the article": f"<div><h3>热门文章</h3><ul><li>{HARVEST}<li>{MEETING}</ul></div>{HEAD}{BODY}",
    "a ranking before the article": f"{RANKED}{HEAD}{BODY}",
    "a ranking behind the article": f"{HEAD}{BODY}{RANKED}",
    "the article before and the one behind": f"{HEAD}{BODY}<p>上一篇：{HARVEST}</p><p>下一篇：{LONG}</p><p>责任编辑：周宁</p>",
    "the same in boxes": f"{HEAD}{BODY}<div><span>上一篇</span>{HARVEST}</div><div><span>下一篇</span>{MEETING}</div>",
    "in the middle of the article": f"{HEAD}{FIRST}<div><b>延伸阅读</b>{HARVEST}{LONG}</div>{LAST}",
    "entries with what they tell": f"{HEAD}{BODY}<div><div>相关阅读</div><div><h4>{HARVEST}</h4>{TOLD}</div><div><h4>{MEETING}</h4>{TOLD}</div></div>",
    "the same under a heading in a box of its own": f"{HEAD}{BODY}<div><div><b>相关阅读</b></div><div><h4>{HARVEST}</h4>{TOLD}</div></div>",
}  # fmt: skip


def articles(page: str) -> list[list[str]]:
    """The headlines and paragraphs of each article on the page."""
    text = read_web(f"<html><head><meta charset=utf-8><title>{TITLE}</title></head><body>{page}</body></html>".encode())
    layout = segment(make_page(text))
    told = layout.articles
    return [[*a.titles, *("".join(text[s.start : s.end] for s in spans) for spans in a.paragraphs)] for a in told]


@pytest.mark.parametrize("page", WAYS.values(), ids=WAYS)
def test_other_articles_are_no_part_of_the_article(page: str) -> None:
    assert articles(page) == [OWN]
    for words in ("夏粮", "何近"):
        assert words not in read_web(page.encode()) or "上一篇" in page


POINTS = ["会议确定四项重点：", "落实包保责任", "加固南湖水库大坝", "储备防汛物资", "开展应急演练"]
FILES = ["会议审议了下列文件：", "东江县防汛应急预案", "东江县水库值守办法"]
BEFORE = "此前，副县长林海到柳溪镇调研夏粮收购，要求优先保障农户。"
RULES = ["东江县住房保障管理办法", "东江县公共租赁住房实施细则"]


def linked(*texts: str) -> str:
    return "".join(f"<li><a href={n}.html>{text}</a></li>" for n, text in enumerate(texts))


@pytest.mark.parametrize(
    ("page", "told"),
    [
        pytest.param(
            f"{HEAD}{FIRST}<p>{POINTS[0]}</p><ul>{''.join(f'<li>{p}' for p in POINTS[1:])}</ul>{LAST}",
            [[TITLE, LEAD, *POINTS, SAID]],
            id="its own points",
        ),
        pytest.param(
            f"{HEAD}{FIRST}<p>{FILES[0]}</p><ul>{linked(*FILES[1:])}</ul>{LAST}",
            [[TITLE, LEAD, *FILES, SAID]],
            id="points that are links",
        ),
        pytest.param(
            f"{HEAD}{FIRST}<p>　　<a href=1.html>{BEFORE}</a></p>{LAST}",
            [[TITLE, LEAD, BEFORE, SAID]],
            id="a link that is a sentence",
        ),
        pytest.param(
            f"{HEAD}<p>　　{LEAD}<a href=1.html>林海调研夏粮收购工作</a>之后，县里再次检查。</p>{LAST}",
            [[TITLE, f"{LEAD}林海调研夏粮收购工作之后，县里再次检查。", SAID]],
            id="a link inside a sentence",
        ),
        pytest.param(
            f"{HEAD}<div>{BODY}</div><h3>相关新闻</h3><ul><li>{HARVEST}<li>{MEETING}</ul><h1>林海走访望湖小学</h1>{TOLD}",
            [OWN, ["林海走访望湖小学", TOLD[3:-4]]],
            id="an article behind the list",
        ),
    ],
)
def test_what_is_the_articles_own_stays(page: str, told: list[list[str]]) -> None:
    assert articles(page) == told


def test_links_among_an_articles_paragraphs_stay() -> None:
    text = read_web(f"{HEAD}<div>{FIRST}<ul>{linked(*RULES)}</ul>{LAST}</div>".encode())
    assert [line.strip() for line in text.split("\n\n")][-4:] == [LEAD, *RULES, SAID]


def test_files_to_take_away_stay() -> None:
    page = f"{HEAD}{BODY}<div><a href=1.docx>{RULES[0]}</a><br><a href=2.pdf>{RULES[1]}</a></div>"
    assert read_web(page.encode()).split("\n\n")[-2:] == RULES


def test_a_page_of_nothing_but_headlines_keeps_them() -> None:
    page = f"<ul><li>{HARVEST}<span>2025-07-01</span><li>{MEETING}<span>2025-07-02</span></ul><p>欢迎访问。</p>"
    assert read_web(page.encode()).split("\n\n")[:2] == [
        "林海调研夏粮收购工作 2025-07-01",
        "何近主持召开常务会议 2025-07-02",
    ]


def test_the_pages_own_day_among_links_stays() -> None:
    top = (
        "<div><a href=/>东江县人民政府门户网站</a><span>2025-08-09</span><a href=/w>无障碍浏览和长者辅助工具</a></div>"
    )
    assert "2025-08-09" in read_web(f"{top}{HEAD.partition('<div')[0]}{BODY}".encode())
