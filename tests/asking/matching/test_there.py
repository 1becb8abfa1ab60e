"""Whether a text is of the places asked about."""

from __future__ import annotations

import pytest

from rag.asked import Asks
from rag.asking.matching.there import names_places
from tests.asking.handmade import asked


@pytest.mark.parametrize(
    ("places", "text", "named"),
    [
        pytest.param(("东江县",), "陈志远到东江调研。", True, id="without its last character"),
        pytest.param(("清溪",), "陈志远检查清水河。", False, id="one character of two is no place"),
        pytest.param(("清溪",), "陈志远到清溪镇检查。", True, id="as printed"),
        pytest.param(("东江县", "海州市"), "陈志远到东江县。", False, id="one of two"),
        pytest.param((), "陈志远检查大桥。", True, id="no place asked about"),
    ],
)
def test_places(places: tuple[str, ...], text: str, named: bool) -> None:
    assert names_places(asked(Asks.WHERE, "", places=places), text) is named
