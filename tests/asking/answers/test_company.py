"""Who came along: the names, then the sentences that name them."""

from __future__ import annotations

import pytest

from rag.asked import Asks, Frame
from rag.asking.answers.company import company
from rag.records import Person
from tests.asking.handmade import (
    ALONG,
    article,
    asked,
    inspection,
    judged,
    read,
)

CHEN = {"people": ("陈志远",)}


def test_names_first_then_the_sentence_that_names_them() -> None:
    query = asked(Asks.WHO, "谁陪同陈志远督查？", words=("陈志远", "督查"), **CHEN)
    (names, sources), said = read(company(query, judged(query, inspection())))
    assert names == "林月华（副市长）"
    assert sources[0] == ALONG
    assert said == (ALONG, (ALONG,))


@pytest.mark.parametrize(
    "query",
    [
        pytest.param(asked(Asks.WHO, "谁督查安全生产？", words=("督查",)), id="not asked who came along"),
        pytest.param(asked(Asks.WHERE, "陪同去了哪里？", words=("督查",), **CHEN), id="not asked for people"),
        pytest.param(
            asked(Asks.WHO, "谁陪同？", words=("督查",), people=("陈志远", "林月华")),
            id="nobody but those asked about",
        ),
    ],
)
def test_nothing_to_tell(query: Frame) -> None:
    assert company(query, judged(query, inspection())) == []


def test_nothing_found() -> None:
    assert company(asked(Asks.WHO, "谁陪同？"), []) == []


def test_at_the_stop_that_is_asked_about() -> None:
    at_park = "在新区规划馆，市委常委周文澜陪同。"
    c = article(
        ["区委书记陈志远率团考察。副区长林月华参加。", "陈志远考察了新区规划馆。", at_park],
        title="考察",
        people=(Person("陈志远", "区委书记"), Person("林月华", "副区长"), Person("周文澜", "市委常委")),
    )
    query = asked(
        Asks.WHO, "谁陪同陈志远考察新区规划馆？", words=("陪同", "考察", "新区规划馆"), places=("新区规划馆",), **CHEN
    )
    (names, _), *_ = read(company(query, judged(query, c)))
    assert names == "周文澜（市委常委）"
