"""The regions that a name begins with."""

from __future__ import annotations

import pytest

from rag.asking.matching.regions import is_region, regions_of


@pytest.mark.parametrize(
    ("place", "regions"),
    [
        pytest.param("西宁市医院", ["西宁"], id="a city of the list"),
        pytest.param("河北省保定市涿州市", ["河北", "保定", "涿州"], id="each within the one before"),
        pytest.param("西宁市新安区", ["西宁", "新安"], id="a district at the end"),
        pytest.param("柳树湾镇卫生院", ["柳树湾"], id="a town that no list has, before its body"),
        pytest.param("柳树湾镇", [], id="a town by itself"),
        pytest.param("涿州县委办和县政府", ["涿州"], id="two bodies are no town"),
        pytest.param("星光鞋厂", [], id="none"),
        pytest.param("开发区管委会", [], id="a zone is a body and no town"),
    ],
)
def test_regions_of(place: str, regions: list[str]) -> None:
    assert regions_of(place) == regions


def test_a_region_is_named_without_its_kind() -> None:
    assert [is_region(name) for name in ("涿州", "涿州市", "柳树湾")] == [True, False, False]
