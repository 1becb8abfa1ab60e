"""A small invented paper in which people keep company: pairs, a place that two go to, somebody alone, hostile names."""

from __future__ import annotations

from rag import Standing
from tests.ui.crowd import EVIL_NAME, EVIL_PLACE, EVIL_ROLE, CrowdAssistant, told

FORMULA = '=HYPERLINK("http://evil.example/","a")'
FORMULA_PLACE = "@SUM(A1:A9)"
PARTY = (
    told("a.txt", "2023-03-01", ("沈若水", "市委书记"), "督查", "春耕", ("北屿码头", "青苗镇"), beside=("卫一帆", "何景行")),
    told("b.txt", "2023-05-06", ("沈若水", "市委书记"), "调研", "港口", ("北屿码头",), beside=("卫一帆",)),
    told("c.txt", "2023-05", ("何景行", "副市长"), "走访", "学校", ("青苗镇",), beside=("沈若水",)),
    told("d.txt", None, ("卫一帆", "镇长"), "走访", "敬老院", ("敬老院",)),
    told("e.txt", "2023-07-01", ("沈若水", "市委书记"), "督查", "防汛", ("东江大坝",), beside=("何景行",), standing=Standing.PLANNED),
    told("<b>.txt", "2022-02-03", (EVIL_NAME, EVIL_ROLE), "讲话", "", (EVIL_PLACE, FORMULA_PLACE), beside=(FORMULA,)),
)  # fmt: skip


def party() -> CrowdAssistant:
    """An assistant that knows this paper."""
    return CrowdAssistant(crowd=PARTY)
