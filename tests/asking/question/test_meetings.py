"""The meetings that a question names, by what tells which ones."""

from __future__ import annotations

import pytest

from rag.asking.question.meetings import english_meetings, meetings


@pytest.mark.parametrize(
    ("words", "places", "expected"),
    [
        pytest.param("谁 主持 了 市委 经济 工作 会议 ？", ("市委",), [("经济",)], id="what is in the name"),
        pytest.param("全市 防汛 抗旱 视频会议 是 什么 时候 开 的 ？", (), [("防汛", "抗旱")], id="not how it was held"),
        pytest.param(
            "谁 主持 召开 了 市政府 全体会议 ？", ("市政府",), [("全体",)], id="a word that ends with the last one"
        ),
        pytest.param("谁 在 禁毒 会上 讲话 ？", (), [("禁毒",)], id="a bare 会"),
        pytest.param("会议 是 谁 主持 的 ？", (), [], id="none named"),
        pytest.param("谁 参加 了 那 场 座谈会 ？", (), [], id="one spoken of"),
        pytest.param("青山县 林业 推进 会 谁 主持 ？", ("青山县",), [("林业",)], id="without its place"),
        pytest.param("社会 各界 捐 了 多少 钱 ？", (), [], id="no meeting"),
    ],
)
def test_a_chinese_name(words: str, places: tuple[str, ...], expected: list[tuple[str, ...]]) -> None:
    cut = words.split()
    assert [m.words for m in meetings("".join(cut), cut, places)] == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("Who chaired the municipal rural work conference?", [("农村/乡村",)], id="before the noun"),
        pytest.param("When was the meeting on flood control held?", [("防汛",)], id="behind it"),
        pytest.param("Who chaired the municipal executive meeting?", [("常务",)], id="named by its last word too"),
        pytest.param("Who founded the Dream Workshop cafe?", [], id="what the last word is by itself"),
        pytest.param("Who chaired the meeting?", [], id="none named"),
    ],
)
def test_an_english_name(question: str, expected: list[tuple[str, ...]]) -> None:
    assert [m.words for m in english_meetings(question)] == expected
