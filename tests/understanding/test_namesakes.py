"""Offices that are not one person's."""

from __future__ import annotations

import pytest

from rag.understanding import Held, apart

MAYOR, CHIEF = "清溪县副县长", "安丰县教育局局长"


@pytest.mark.parametrize(
    ("posts", "groups"),
    [
        pytest.param([Held(MAYOR, "2024-03-05"), Held(CHIEF, "2024-04-02")], [(MAYOR,), (CHIEF,)], id="two counties"),
        pytest.param([Held(MAYOR), Held(CHIEF)], [(MAYOR,), (CHIEF,)], id="no day is known"),
        pytest.param([Held(MAYOR, "2019-03-05"), Held(CHIEF, "2024-04-02")], [], id="years later: moved"),
        pytest.param(
            [Held(MAYOR, "2024-03"), Held("副县长", "2024-03", "清溪县")], [], id="one county, printed or not"
        ),
        pytest.param(
            [Held("区委常委", "2024-03", "东岭区"), Held("海州市副市长", "2024-03")],
            [],
            id="a town's and its district's",
        ),
        pytest.param(
            [Held("海州市副市长", "2024-03"), Held("柳林镇镇长", "2024-03")],
            [("海州市副市长",), ("柳林镇镇长",)],
            id="a town's and a village's",
        ),
        pytest.param(
            [Held("海州东岭区委书记", "2024-03"), Held("东岭区委书记", "2024-03")], [], id="the town before it or not"
        ),
        pytest.param(
            [Held("海州市委常委、东岭区委书记", "2024-03"), Held("海州市委常委", "2024-03")], [], id="two offices"
        ),
        pytest.param(
            [Held("市委常委、常务副市长", "2024-03"), Held("海州市领导", "2024-03")], [], id="no town is told"
        ),
        pytest.param(
            [Held("青川省委书记", "2024-03"), Held("云岭省委副书记", "2024-03")], [], id="who goes everywhere"
        ),
        pytest.param([Held("示范区主任", "2024-03"), Held(MAYOR, "2024-03")], [], id="an area is no district"),
        pytest.param([Held("董事长", "2024-03"), Held(MAYOR, "2024-03")], [], id="a firm's is of no town"),
    ],
)
def test_apart(posts: list[Held], groups: list[tuple[str, ...]]) -> None:
    assert sorted(apart(posts)) == sorted(groups)


def test_what_is_of_neither_stays_out() -> None:
    posts = [Held(MAYOR, "2024-03"), Held(CHIEF, "2024-03"), Held("同志", "2024-03")]
    assert sorted(apart(posts)) == sorted([(MAYOR,), (CHIEF,)])
