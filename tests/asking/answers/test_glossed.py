"""A quotation that says when by 昨日 alone is told with the day that word is."""

from __future__ import annotations

import pytest

from rag.asked import Asks, Language
from rag.asking.answers.glossed import glossed
from rag.asking.retrieval.judge import Judged
from tests.asking.handmade import article, asked, judged

YESTERDAY = "昨日，市委书记陈志远督查东港。"


def quoted(asks: Asks, text: str, issued: str | None, language: Language = Language.ZH) -> list[str]:
    known = article([text], issued=issued)
    query = asked(asks, "什么时候督查港口？", words=("督查",), language=language)
    found: list[Judged] = judged(query, known)
    said = next(j for j in found if j.passage.text == text)
    return [claim.text for claim in glossed(query, said)]


@pytest.mark.parametrize(
    ("asks", "text", "issued", "told"),
    [
        pytest.param(Asks.WHEN, YESTERDAY, "2022-05-08", ["“昨日”是2022年5月7日"], id="a word alone"),
        pytest.param(Asks.WHEN, YESTERDAY, None, [], id="nobody knows the day of the page"),
        pytest.param(Asks.WHEN, "昨日，陈志远督查5月2日的事故。", "2022-05-08", [], id="beside another time"),
        pytest.param(Asks.WHO, YESTERDAY, "2022-05-08", [], id="asked for something else"),
    ],
)
def test_the_day_of_a_word(asks: Asks, text: str, issued: str | None, told: list[str]) -> None:
    assert quoted(asks, text, issued) == told


def test_in_english() -> None:
    assert quoted(Asks.WHEN, YESTERDAY, "2022-05-08", Language.EN) == ['"昨日" is 7 May 2022']
