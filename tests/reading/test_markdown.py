"""Markdown: front matter is fields, and nothing of the text vanishes with the marks."""

from __future__ import annotations

import pytest

from rag.reading.beside import beside_markdown
from rag.reading.markdown import read_markdown

FRONT = "---\ntitle: 陶远帆调研港口\ndate: 2024-07-20\ntags:\n  - 港口\nsource: 东江日报\n---\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param(FRONT + "\n昨日，市长到**东港**调研。", ["陶远帆调研港口", "昨日，市长到东港调研。"], id="title"),
        pytest.param(
            FRONT + "\n# 陶远帆调研港口\n\n昨日到港。", ["陶远帆调研港口", "昨日到港。"], id="title there already"
        ),
        pytest.param(
            "---\n市长到东港调研。\n---\n\n他要求提速。", ["市长到东港调研。", "他要求提速。"], id="text between rules"
        ),
        pytest.param("[注]: 本报记者何文报道。\n\n正文。", ["[注]: 本报记者何文报道。", "正文。"], id="no link"),
        pytest.param("[港口][1]建成。\n\n[1]: http://paper.invalid/1", ["港口建成。"], id="a link's address"),
        pytest.param(
            "| 姓名 | 职务 |\n| --- | --- |\n| 林远 | 县长 |", ["姓名　职务", "林远　县长"], id="table by rows"
        ),
        pytest.param("市长陶<br>远帆到场，检查。", ["市长陶", "远帆到场，检查。"], id="a break of HTML"),
        pytest.param("县\n长到场。\nTom\nLee", ["县长到场。 Tom Lee"], id="line ends of the file"),
        pytest.param("<div>\n<p>框内。</p>\n</div>\n\n正文。", ["框内。", "正文。"], id="a block of HTML"),
    ],
)
def test_what_is_seen(text: str, lines: list[str]) -> None:
    assert read_markdown(text.encode()).split("\n\n") == lines


def test_front_matter_tells_of_the_issue() -> None:
    told = beside_markdown(FRONT.encode())
    assert (told.issued, told.paper) == ("2024-07-20", "东江日报")
