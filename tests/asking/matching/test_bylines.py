"""Who signed is taken out of a sentence; who acts stays in it."""

from __future__ import annotations

import pytest

from rag.asking.matching.bylines import unsigned


@pytest.mark.parametrize(
    ("text", "name", "stays"),
    [
        pytest.param("本报讯（记者方宁）5月6日，陈志远督查。", "方宁", False, id="in brackets"),
        pytest.param("本报讯 (全媒体记者 方宁)5日，陈志远督查。", "方宁", False, id="ASCII brackets and a space"),
        pytest.param("本报讯（记者方宁）5月6日，陈志远督查。", "陈志远", True, id="who acts"),
        pytest.param("（记者 何小雨 通讯员 罗晓）赵启明调研。", "罗晓", False, id="the second who signs"),
        pytest.param("陈志远回答了记者提问。", "陈志远", True, id="a reporter in the news itself"),
    ],
)
def test_names_of_those_who_signed(text: str, name: str, stays: bool) -> None:
    assert (name in unsigned(text)) is stays
