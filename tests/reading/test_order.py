"""Pages on which nothing is broken are read as they stand, and short lines on them are no column."""

from __future__ import annotations

from rag.reading import segment
from rag.reading.blocks import find_blocks
from tests.reading.test_layout import make_page
from tests.reading.test_rules import LEAD, OTHER_LEAD, OTHER_SAID, OTHER_TITLE, SAID, TITLE, told

TEA = (
    "青湾市考察团来我县看茶园",
    "本报讯 4月16日，青湾市副市长孟远率考察团到云溪县考察茶产业，县长白岚陪同考察并介绍了茶产业的情况。",
    "16日，考察团走进岭上茶场和县茶叶研究所。茶场场长葛山说，今年春茶的产量是二十一吨，茶苗也已经备好。",
    "17日上午，考察团参观了县职业中学，白岚因为有会没有参加。",
    "茶乡来了两名博士",
    "云溪县茶叶研究所今年引进两名博士，一名研究茶树的病害，一名研究茶叶的加工，茶产业又添了人手。",
)
"""Two articles that share a county and its tea, one paragraph of which begins with a day."""


def test_neighbouring_articles_of_one_subject_keep_their_paragraphs_in_order() -> None:
    layout = segment(make_page("\n".join(TEA)))
    assert told(layout) == [(TEA[0], "".join(TEA[1:4])), (TEA[4], TEA[5])]


def test_headlines_as_wide_as_each_other_are_no_column_of_wrapped_lines() -> None:
    day = "2024年3月18日"
    short = "民警守三夜抓到偷车贼"
    lines = [day, OTHER_TITLE, OTHER_LEAD, short, LEAD]
    assert [block.text for block in find_blocks("\n".join(lines))] == lines


def test_a_crosshead_is_a_paragraph_of_its_own_even_inside_a_broken_sentence() -> None:
    text = "\n\n".join((TITLE, LEAD, SAID[:20], "压实责任", SAID[20:], OTHER_TITLE, OTHER_LEAD, OTHER_SAID))
    article = segment(make_page(text)).articles[0]
    paragraphs = ["".join(text[s.start : s.end] for s in spans) for spans in article.paragraphs]
    assert paragraphs == [LEAD, SAID, "压实责任"]
