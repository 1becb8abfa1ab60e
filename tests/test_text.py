"""Sentences cover their text, and folding keeps every character where it is."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.text import fold, has_han, sentences

PROSE = st.text(
    alphabet=st.one_of(st.sampled_from("海州。！？!?”’」\"')） \n\t\u3000,，a"), st.characters()), max_size=60
)


@given(PROSE)
def test_sentences_cover_every_printed_character_once_in_order(text: str) -> None:
    covered = [i for start, end in sentences(text) for i in range(start, end)]
    assert covered == sorted(set(covered))
    assert [i for i in range(len(text)) if not text[i].isspace()] == [i for i in covered if not text[i].isspace()]


@given(PROSE)
def test_a_sentence_begins_and_ends_with_something_printed(text: str) -> None:
    assert [text[s:e] for s, e in sentences(text)] == [text[s:e].strip() for s, e in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param(" \n\u3000\n", [], id="white space only"),
        pytest.param(
            "出席：陈志远、何小平列席：秦强缺席：古力（请假）",
            ["出席：陈志远、何小平", "列席：秦强", "缺席：古力（请假）"],
            id="lines of minutes",
        ),
        pytest.param(
            "“水退了。路通了。”村民何小平说。大家回家了。",
            ["“水退了。", "路通了。”村民何小平说。", "大家回家了。"],
            id="whose a quotation is",
        ),
        pytest.param("“水退了。”散会后大家回家。", ["“水退了。”", "散会后大家回家。"], id="no one's quotation"),
        pytest.param("陈志远到东江。他看了码头！", ["陈志远到东江。", "他看了码头！"], id="two ends"),
        pytest.param(
            "有人问：“谁去了？”没人答。", ["有人问：“谁去了？”", "没人答。"], id="a closing quote stays with its end"
        ),
        pytest.param("（会议结束。）散会", ["（会议结束。）", "散会"], id="a closing bracket stays with its end"),
        pytest.param("真的？！", ["真的？！"], id="two marks are one end"),
        pytest.param("标题\n正文一句。", ["标题", "正文一句。"], id="a line break ends a headline"),
        pytest.param(
            "投资1.5亿元,年底完工.", ["投资1.5亿元,年底完工."], id="an ASCII full stop may be a decimal point"
        ),
        pytest.param("  前后空格。  ", ["前后空格。"], id="white space around is left out"),
        pytest.param("。。。", ["。。。"], id="ends only"),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[s:e] for s, e in sentences(text)] == expected


def test_folding_keeps_the_length_of_every_character_of_unicode() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    assert len(fold(every)) == len(every)


@given(st.text(), st.text())
def test_folding_goes_character_by_character(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("（１４１）ＡＢｃ，", "(141)abc,", id="full width"),
        pytest.param("Zhu Jianjun", "zhu jianjun", id="upper case"),
        pytest.param("一。、“海州”", "一。、“海州”", id="Chinese stays"),
        pytest.param("①㎡ﬁ½", "1㎡ﬁ½", id="what would grow stays"),
        pytest.param("\u3000", " ", id="the wide space"),
        pytest.param("İ", "İ", id="a letter whose lower case is two"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("海", True),
        ("Haizhou 海州", True),
        ("㐀", True),
        ("Haizhou", False),
        ("。，“”", False),
        ("カナ", False),
        ("", False),
    ],
    ids=["Han", "mixed", "extension A", "Latin", "punctuation", "kana", "nothing"],
)
def test_has_han(text: str, expected: bool) -> None:
    assert has_han(text) is expected
