"""Lists of appointments and removals, and letters: an item is cited with the line that governs it, a letter with who signed it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rag.asking.assistant import Assistant
from tests.asking.opened import opened_over

PAGES = {
    "posts.txt": """2024年6月12日
白塔县人大常委会任免名单
（2024年6月11日通过）
一、决定任命：
秦月娥为白塔县教育局局长；
熊志远为白塔县水利局局长。
二、决定免去：
罗庆元的白塔县教育局局长职务；
熊志远的白塔县应急管理局局长职务。
河边步道成了停车场
编辑同志：我家住在白塔县城河边步道旁。今年春天以来，步道天天停满汽车，行人只好走到机动车道上。
读者 唐秀英
老街修缮完工
本报讯 6月10日，白塔县老街修缮工程完工，工匠石建平修好了最后一扇木窗。
""",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with opened_over(tmp_path_factory.mktemp("posts"), PAGES) as opened:
        yield opened


def test_who_was_removed_is_told_from_who_was_appointed(assistant: Assistant) -> None:
    removed = assistant.ask("白塔县教育局局长被免去的是谁？")
    quotes = {c.quote for c in removed.citations}
    assert "二、决定免去：罗庆元的白塔县教育局局长职务；" in quotes
    assert not any("任命" in quote for quote in quotes)


def test_who_was_appointed_is_stated(assistant: Assistant) -> None:
    appointed = assistant.ask("谁被任命为白塔县教育局局长？")
    assert [h.value for h in appointed.heads] == ["秦月娥"]
    assert {c.quote for c in appointed.citations} == {"一、决定任命：秦月娥为白塔县教育局局长；"}


def test_who_wrote_a_letter_is_who_signed_it(assistant: Assistant) -> None:
    assert [h.value for h in assistant.ask("河边步道停车的信是谁写的？").heads] == ["唐秀英"]
