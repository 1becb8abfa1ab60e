"""The single rules of reading, each on a page as small as shows it."""

from __future__ import annotations

import numpy as np
import pytest

from rag.dictionary import is_word
from rag.reading import segment
from rag.reading.affinity import containment, cosines
from rag.reading.blocks import find_blocks
from rag.reading.chains import best_links, chains
from rag.reading.continuation import find_notes
from rag.reading.duplicates import find_duplicates, orders
from rag.reading.furniture import Furniture, furniture_kind
from rag.reading.headlines import headline_flags
from rag.reading.seams import brackets
from rag.records import Layout
from tests.reading.test_layout import make_page

TITLE = "陈志远赴东江县调研防汛工作"
LEAD = "本报讯（记者林海）5月6日，海州市委书记陈志远赴东江县调研防汛工作，来到河阳水库。"
SAID = "陈志远强调，防汛工作要压实各方责任，河阳水库要加强值守，确保东江县群众安全度汛。"
OTHER_TITLE = "海州举办青年歌手大赛"
OTHER_LEAD = "本报讯（记者姚远）5月7日，海州青年歌手大赛在市文化馆举办，二十名歌手登台。"
OTHER_SAID = "大赛评委介绍，青年歌手演唱水平逐年提高，文化馆将把大赛办成品牌。"


def read(*lines: str) -> Layout:
    return segment(make_page("\n\n".join(lines)))


def told(layout: Layout) -> list[tuple[str, str]]:
    """(headline, body) of each article."""
    text = layout.page.text
    bodies = ["".join(text[s.start : s.end] for spans in a.paragraphs for s in spans) for a in layout.articles]
    return [(a.title, body) for a, body in zip(layout.articles, bodies, strict=True)]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([TITLE, LEAD, SAID, OTHER_TITLE, OTHER_LEAD, OTHER_SAID], id="as printed"),
        pytest.param([OTHER_TITLE, TITLE, LEAD, SAID, OTHER_LEAD, OTHER_SAID], id="two headlines, then two bodies"),
        pytest.param([LEAD, TITLE, SAID, OTHER_TITLE, OTHER_LEAD, OTHER_SAID], id="a headline inside its body"),
        pytest.param([TITLE, LEAD, OTHER_TITLE, OTHER_LEAD, SAID, OTHER_SAID], id="a tail inside another article"),
        pytest.param(
            [TITLE, LEAD, SAID[:20], SAID[20:], OTHER_TITLE, OTHER_LEAD, OTHER_SAID],
            id="a sentence cut at a column's end",
        ),
        pytest.param(
            [TITLE, LEAD, SAID, OTHER_TITLE, OTHER_LEAD, OTHER_SAID, SAID.replace("要加强", "加强")],
            id="a paragraph printed twice",
        ),
    ],
)
def test_two_articles_are_told_apart(lines: list[str]) -> None:
    assert sorted(told(read(*lines))) == sorted([(TITLE, LEAD + SAID), (OTHER_TITLE, OTHER_LEAD + OTHER_SAID)])


def test_a_cut_sentence_is_one_paragraph_with_nothing_added() -> None:
    layout = read(TITLE, LEAD, SAID[:20], SAID[20:])
    (article,) = layout.articles
    assert ["".join(layout.page.text[s.start : s.end] for s in p) for p in article.paragraphs] == [LEAD, SAID]
    assert [len(p) for p in article.paragraphs] == [1, 2]


def test_a_repeated_paragraph_is_kept_as_a_duplicate_of_its_article() -> None:
    layout = read(TITLE, LEAD, SAID, OTHER_TITLE, OTHER_LEAD, OTHER_SAID, SAID)
    (span,) = layout.articles[0].duplicates
    assert span.start > layout.articles[1].spans[-1].end
    assert layout.articles[1].duplicates == ()


def test_a_note_of_continuation_is_noted_and_is_no_prose() -> None:
    layout = read(TITLE, LEAD, SAID + "（下转第二版）", OTHER_TITLE, OTHER_LEAD)
    assert [a.continues for a in layout.articles] == ["下转第二版", ""]
    assert told(layout)[0] == (TITLE, LEAD + SAID)
    assert [layout.page.text[s.start : s.end] for s in layout.furniture] == ["（下转第二版）"]


def _issue(number: int) -> str:
    return f"海州日报 2023年5月9日 星期二 第0{number}版"


def test_an_article_that_goes_on_in_the_same_file_is_one() -> None:
    first = (_issue(1), TITLE, LEAD, SAID[:20] + "（下转第3版）", OTHER_TITLE, OTHER_LEAD)
    layout = read(*first, _issue(3), TITLE, "（上接第1版）", SAID[20:])
    (one, other) = layout.articles
    assert ["".join(layout.page.text[s.start : s.end] for s in p) for p in one.paragraphs] == [LEAD, SAID]
    assert (one.titles, one.continues, len(one.duplicates), other.titles) == ((TITLE,), "", 1, (OTHER_TITLE,))


def test_two_articles_of_which_one_goes_on_and_one_began_elsewhere_stay_two() -> None:
    layout = read(_issue(3), TITLE, LEAD, SAID[:20] + "（下转第4版）", OTHER_TITLE, "（上接第1版）", OTHER_LEAD)
    assert [(a.titles, a.continues) for a in layout.articles] == [
        ((TITLE,), "下转第4版"),
        ((OTHER_TITLE,), "上接第1版"),
    ]


def test_masthead_labels_and_teasers_are_furniture() -> None:
    furniture = ["海州日报", "2023年5月9日 星期二", "防汛一线 »", "灯火里的守夜人", "详见第七版 »"]
    layout = read(*furniture[:3], TITLE, LEAD, SAID, *furniture[3:])
    assert told(layout) == [(TITLE, LEAD + SAID)]
    assert [layout.page.text[s.start : s.end] for s in layout.furniture] == furniture


@pytest.mark.parametrize(
    "heads", [["热门文章"], ["热门文章", "县里部署秋季招生", "点击排行"]], ids=["a list", "two lists"]
)
def test_a_list_of_other_articles_before_the_first_leaves_it_its_headline(heads: list[str]) -> None:
    page = read(*heads, "县里召开常务会议", "副县长走访小学", TITLE, "发布时间：2023-05-07", LEAD, SAID)
    assert told(page) == [(TITLE, LEAD + SAID)]


def test_an_article_without_headline_and_lead_is_an_article() -> None:
    assert told(read(SAID)) == [("", SAID)]


def test_lines_wrapped_at_a_column_width_are_one_paragraph() -> None:
    lines = [SAID[k : k + 14] for k in range(0, len(SAID), 14)]
    (block,) = find_blocks("\n".join(lines))
    assert block.text == SAID


def test_a_line_with_nothing_but_a_day_is_no_line_of_a_paragraph() -> None:
    lines = ["2023年5月9日", "停水公告", LEAD, "海州市自来水公司", "2023年5月8日", "水价调整通知", SAID]
    assert [b.text for b in find_blocks("\n".join(lines))] == lines


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("国内统一刊号 CN33-0999 总第99期 今日8版", Furniture.MASTHEAD),
        ("中共海州市委机关报", Furniture.MASTHEAD),
        ("海州市融媒体中心出版", Furniture.MASTHEAD),
        ("责任编辑：林海 版式：姚远", Furniture.MASTHEAD),
        ("——详见第二版", Furniture.REFERENCE),
        ("▲图为活动现场。", Furniture.CAPTION),
        ("＊＊＊", Furniture.LABEL),
        ("热点排行", Furniture.RELATED),
        ("新闻排行", Furniture.RELATED),
        ("点击排行", Furniture.RELATED),
        ("猜你喜欢", Furniture.RELATED),
        ("猜你还想看", Furniture.RELATED),
        ("【打印】【关闭】", Furniture.CHROME),
        ("【打印】 【关闭】 [返回首页]", Furniture.CHROME),
        ("热点排行榜出炉", None),
        ("空气质量排行公布", None),
        ("打印", None),
        (TITLE, None),
        (SAID, None),
        ("林海摄影作品集由海州出版社出版，详见第二版报道。" * 5, None),
    ],
)
def test_furniture_is_told_by_its_wording(line: str, kind: Furniture | None) -> None:
    assert furniture_kind(line) is kind


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("……见效。（下转第二版）", ["下转第二版"]),
        ("(下转A2版)", ["下转A2版"]),
        ("（上接第1版）当天下午", ["上接第1版"]),
        ("会议由下转业务部门主持（详见第二版）", []),
    ],
)
def test_notes_of_continuation_are_found(text: str, words: list[str]) -> None:
    assert [note.words for note in find_notes(text)] == words


@pytest.mark.parametrize(
    ("lines", "flags"),
    [
        pytest.param([TITLE, LEAD], [True, False], id="headline and lead"),
        pytest.param(["守住底线 扛牢责任 推进改革", TITLE, LEAD], [True, True, False], id="kicker"),
        pytest.param([TITLE, "顾海荣参加。", SAID], [True, False, False], id="a scrap of a lead"),
        pytest.param(
            ["会议指出，各地要把水库值守工", "作放在首位，压实各方责任。"], [False, False], id="a short broken line"
        ),
        pytest.param(
            ["县政府任免名单", "任命：", "林海为县审计局副局长；", "周文为县档案馆馆长。"],
            [True, False, False, False],
            id="items of a list of appointments",
        ),
        pytest.param([LEAD, "记者 林海 摄"], [False, False], id="a credit"),
    ],
)
def test_headlines_are_told_by_shape_and_wording(lines: list[str], flags: list[bool]) -> None:
    assert headline_flags(find_blocks("\n\n".join(lines))) == flags


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("“甲”（乙）", (False, False)),
        ("他说：“甲", (True, False)),
        ("甲”他说", (False, True)),
        ("甲）“乙", (True, True)),
    ],
)
def test_brackets_left_open_or_closed_from_nowhere(text: str, sides: tuple[bool, bool]) -> None:
    assert brackets(text) == sides


def test_words_are_common_words() -> None:
    assert [is_word(pair) for pair in ("培养", "情况", "况情")] == [True, True, False]


def test_shared_names_make_texts_alike_and_common_wording_does_not() -> None:
    likeness = cosines(["陈志远来到水库", "水库上陈志远说", "歌手登台", ""])
    assert likeness[0, 1] > 0.2
    assert likeness[0, 2] == 0
    assert np.allclose(likeness.diagonal(), [1, 1, 1, 0])


def test_containment_is_the_share_of_ones_own_pairs() -> None:
    shared = containment(["甲乙丙", "甲乙丙丁", "子丑"])
    assert shared[0].tolist() == [1, 1, 0]
    assert shared[1].tolist() == pytest.approx([2 / 3, 1, 0])


def test_a_piece_is_the_duplicate_of_the_whole_and_the_later_of_its_equal() -> None:
    blocks = find_blocks("\n\n".join([SAID[5:], LEAD, SAID, LEAD]))
    assert find_duplicates(blocks) == {0: 2, 3: 1}


def test_a_repeated_run_may_be_read_in_either_place() -> None:
    assert list(orders([0, 1, 2, 3], {4: 1, 5: 2})) == [[0, 1, 2, 3], [0, 3, 1, 2]]


def test_best_links_maximise_the_total_and_leave_out_what_is_unlikely() -> None:
    scores = np.array([[-9, 5, 6], [-9, -9, 4], [-9, -9, -9]], dtype=np.float32)
    assert best_links(scores) == [(0, 1), (1, 2)]
    assert chains(3, [(0, 2)]) == [[0, 2], [1]]


def test_links_that_go_round_are_cut_at_the_weakest() -> None:
    scores = np.array([[-9, 5, -9], [-9, -9, 4], [1, -9, -9]], dtype=np.float32)
    assert sorted(best_links(scores)) == [(0, 1), (1, 2)]


def test_what_began_elsewhere_is_no_part_of_the_article_before_it() -> None:
    layout = read(_issue(3), OTHER_TITLE, OTHER_LEAD, "（上接第1版）" + SAID)
    assert [(a.titles, a.continues) for a in layout.articles] == [((OTHER_TITLE,), ""), ((), "上接第1版")]
    assert told(layout)[1] == ("", SAID)
