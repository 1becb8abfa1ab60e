"""Short forms of bodies held against what a text prints in full."""

from __future__ import annotations

import pytest

from rag.asking.matching.abbreviated import spelled_out_in


@pytest.mark.parametrize(
    ("short", "text"),
    [
        ("海州中院", "任命林小满为海州市中级人民法院副院长。"),
        ("青河三院", "她被送到青河市第三医院（青河大学附属医院）。"),
        ("市城管局", "海州市城市管理局副局长林小满来到现场。"),
        ("市住建局", "海州市住房和城乡建设局副局长林小满来到现场。"),
        ("龙大", "龙江大学的实践队到了青石镇。"),
    ],
)
def test_what_leaves_out_characters_of_a_name_is_short_for_it(short: str, text: str) -> None:
    assert spelled_out_in(short, text)


@pytest.mark.parametrize(
    ("short", "text"),
    [
        pytest.param("海州中院", "海州市在中心区设院", id="not across a particle"),
        pytest.param("海州二院", "海州市第三医院", id="another of the same kind"),
        pytest.param("青河县", "青石河口县", id="towns are not shortened so"),
        pytest.param("联通", "联合河口交通", id="two characters that complete to no body"),
        pytest.param("龙大", "龙江大桥通车", id="not what only begins with the same character"),
    ],
)
def test_what_another_name_happens_to_hold_is_not(short: str, text: str) -> None:
    assert not spelled_out_in(short, text)
