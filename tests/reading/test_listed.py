"""Lines of lists and signatures are whole without a stop, belong to what stands above them and are no headlines."""

from __future__ import annotations

import pytest

from rag.reading import segment
from rag.reading.blocks import find_blocks
from rag.reading.headlines import headline_flags
from rag.reading.listed import governed, whole_lines
from tests.reading.test_layout import make_page
from tests.reading.test_rules import LEAD, OTHER_LEAD, OTHER_TITLE, SAID, TITLE

AWARDS = [
    "表彰名单",
    "先进乡镇（一等奖）：枫林镇、河口镇",
    "招商引资先进单位：县商务局",
    "最美家庭：林海家庭、周文家庭",
]
POSTS = [
    "一、决定任命：",
    "林海为东江县教育局局长；",
    "周文为东江县水利局局长。",
    "二、决定免去：",
    "林海的东江县应急管理局局长职务；",
    "姚远的东江县教育局局长职务。",
]


def paragraphs(*lines: str) -> list[list[str]]:
    """The paragraphs of each article, its headlines first."""
    layout = segment(make_page("\n".join(lines)))
    text = layout.page.text
    return [
        [*a.titles, *("".join(text[s.start : s.end] for s in spans) for spans in a.paragraphs)] for a in layout.articles
    ]


def test_a_list_of_awards_stays_with_the_article_it_stands_under_line_by_line() -> None:
    assert paragraphs(TITLE, LEAD, *AWARDS, OTHER_TITLE, OTHER_LEAD) == [
        [TITLE, LEAD, *AWARDS],
        [OTHER_TITLE, OTHER_LEAD],
    ]


def test_a_list_of_appointments_stays_under_its_headline_item_by_item() -> None:
    title = "东江县人大常委会任免名单"
    assert paragraphs(TITLE, LEAD, title, *POSTS) == [[TITLE, LEAD], [title, *POSTS]]


@pytest.mark.parametrize("stops", [True, False], ids=["with stops", "without"])
def test_each_item_knows_the_line_that_governs_it(stops: bool) -> None:
    lines = POSTS if stops else [line.rstrip("。；") for line in POSTS]
    assert governed([LEAD, *lines, SAID, OTHER_TITLE]) == [None, None, 1, 1, None, 4, 4, None, None]


@pytest.mark.parametrize(
    ("lines", "heads"),
    [
        pytest.param(
            ["会议确定三项重点：", "落实责任", "加固大坝", "储备物资", OTHER_TITLE], 3, id="as many as it counts"
        ),
        pytest.param(["会议确定 2 件事：", "加固大坝", "储备物资", OTHER_TITLE], 2, id="in figures"),
        pytest.param(["会议确定五项重点：", "加固大坝", "储备物资", OTHER_LEAD], 0, id="fewer than it counts"),
        pytest.param(["会议审议下列文件：", "防汛预案", "值守办法", SAID], 2, id="up to where the article goes on"),
        pytest.param(["会议审议下列文件：", "防汛预案", OTHER_TITLE, OTHER_LEAD], 0, id="another article may begin"),
        pytest.param(["会议研究防汛：", "加固大坝", "储备物资", SAID], 0, id="a headline with a colon"),
        pytest.param(["会议强调安全。会议确定两项重点：", "加固大坝", "储备物资", SAID], 0, id="a paragraph"),
    ],
)
def test_a_line_that_announces_points_governs_them(lines: list[str], heads: int) -> None:
    assert governed([LEAD, *lines])[2:] == [1] * heads + [None] * (len(lines) - 1 - heads)


def test_a_headline_behind_a_list_is_one() -> None:
    assert whole_lines([*POSTS, OTHER_TITLE, "任免事项已向社会公布", OTHER_LEAD])[-3:] == [False, False, False]


def test_one_headline_with_a_label_is_no_row() -> None:
    lines = ["东江县长白岚：抓好安全、稳住生产", LEAD]
    assert headline_flags(find_blocks("\n".join(lines))) == [True, False]


@pytest.mark.parametrize("signed", ["读者 林海", "——河口镇 读者周文", "（作者：姚远）"])
def test_who_signs_a_letter_signs_what_stands_above(signed: str) -> None:
    assert paragraphs(TITLE, SAID, signed, OTHER_TITLE, OTHER_LEAD) == [
        [TITLE, SAID, signed],
        [OTHER_TITLE, OTHER_LEAD],
    ]


def test_a_body_signs_its_announcement_above_the_day() -> None:
    lines = [
        "停水公告",
        "因管道施工，7月24日22时起停水。",
        "东江县自来水有限公司",
        "2024年7月21日",
        OTHER_TITLE,
        OTHER_LEAD,
    ]
    assert paragraphs(*lines) == [lines[:3], [OTHER_TITLE, OTHER_LEAD]]
