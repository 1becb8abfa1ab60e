"""Bytes become the page's text, or a named error."""

from __future__ import annotations

import pytest

from rag.errors import PageError
from rag.reading.plain import decode

SIMPLE = "本报讯（记者陈志远）5月6日，海州市委书记林海涛赴东江县调研。\r\n他强调，要坚持问题导向。\n"
TRADITIONAL = "本報訊（記者陳志遠）5月6日，海州市委書記林海濤赴東江縣調研。\r\n他強調，要堅持問題導向。\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param(SIMPLE, "utf-8", id="UTF-8"),
        pytest.param(SIMPLE, "utf-8-sig", id="UTF-8 with mark"),
        pytest.param(SIMPLE, "utf-16", id="UTF-16 with mark"),
        pytest.param(SIMPLE, "utf-16-le", id="UTF-16 little-endian without mark"),
        pytest.param(SIMPLE, "utf-16-be", id="UTF-16 big-endian without mark"),
        pytest.param(SIMPLE, "gb18030", id="GB18030"),
        pytest.param(TRADITIONAL, "gb18030", id="traditional characters in GB18030"),
        pytest.param(TRADITIONAL, "big5", id="Big5"),
        pytest.param("plain ASCII\n", "ascii", id="ASCII"),
    ],
)
def test_text_comes_back_to_the_letter_with_its_line_ends(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("data", "fact"),
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0" + bytes(range(256)) * 9, "is not text", id="binary"),
        pytest.param("海州".encode() + b"\0", "is not text", id="NUL byte"),
        pytest.param(SIMPLE.encode() + SIMPLE.encode("gb18030"), "several at once", id="mixed encodings"),
        pytest.param(b"\xed\xa0\x80" + SIMPLE.encode(), "several at once", id="lone surrogate"),
    ],
)
def test_what_is_not_text_is_named(data: bytes, fact: str) -> None:
    with pytest.raises(PageError, match=fact):
        decode(data)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_bad_byte_costs_a_character_and_not_the_page(encoding: str) -> None:
    whole = (SIMPLE * 20).encode(encoding)
    cut = len(SIMPLE.encode(encoding)) * 10
    read = decode(whole[:cut] + b"\xff" + whole[cut:])
    assert read.count("\ufffd") == 1
    assert read.replace("\ufffd", "") == SIMPLE * 20
