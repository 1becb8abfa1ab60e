"""A verb counts where it is a word of its own, not cut out of longer ones."""

from __future__ import annotations

import pytest

from rag.dictionary import is_thing, is_verb, likelihood
from tests.understanding.pages import done


def deeds(text: str) -> list[tuple[str, str]]:
    return [(e.action, e.target) for e in done(text)]


CASES = [
    pytest.param(
        "东江市政府成立专班进行调查处置。", [("成立", "专班进行调查处置")], id="of two words that touch: 调查处置"
    ),
    pytest.param(
        "市长周文涛在总结发言中提出发展思路。",
        [("提出", "发展思路")],
        id="beside pairs that are words by chance: 提出发展",
    ),
    pytest.param("教练周文涛为揭幕战的球队进行指导。", [], id="of a longer noun: 揭幕战"),
    pytest.param("北山街道妇联考虑到独居老人，把米面送上门。", [], id="what only completes a verb: 考虑到, 送上门"),
    pytest.param(
        "市长周文涛驱车到东江镇调研水利。", [("到、调研", "水利")], id="where somebody goes behind how: 驱车到"
    ),
    pytest.param("镇长周文涛带着村民日夜巡查着大堤。", [("巡查", "大堤")], id="the word behind one cut out: 日夜巡查"),
    pytest.param(
        "市长周文涛在东江镇询问了解工程进度。", [("询问、了解", "工程进度")], id="two verbs that touch: 询问了解"
    ),
    pytest.param("区委书记周文涛参与会议。", [("参与会议", "会议")], id="a verb of its own: 参与会议, no 与会"),
    pytest.param("东江市设置调研线路。", [], id="what is laid out: 设置调研线路"),
    pytest.param("市领导观看中心介绍展板。", [], id="what is looked at: 介绍展板"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_verb_within_longer_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert deeds(text) == expected


@pytest.mark.parametrize(
    "text", ["市长周文涛现场说到：“路要修好。”", "市长周文涛回应称，路要修好。", "市长周文涛介绍说，路要修好。"]
)
def test_what_completes_a_verb_of_speech_is_not_what_was_said(text: str) -> None:
    (event,) = done(text)
    assert event.target == "路要修好"


def test_words_said_of_by_somebody_else_are_no_speech_of_theirs() -> None:
    said = done("市长周文涛表示，要听群众意见。市长周文涛口中所说的“意见”，和村里的不同。")
    assert [e.action for e in said] == ["表示"]


def test_dictionary_tells_verbs_things_and_what_is_likelier() -> None:
    assert is_verb("考虑")
    assert not is_verb("随后")
    assert is_thing("揭幕战")
    assert not is_thing("研究部署")
    assert likelihood(("调查", "处置")) > likelihood(("调", "查处", "置"))
    assert likelihood(("并提", "出发")) < likelihood(("并", "提出", "发"))
    assert likelihood(("没", "鬱龘")) == 0
