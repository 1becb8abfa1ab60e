"""Who does a deed and to whom it is done, by where names stand in its clause."""

from __future__ import annotations

import re

import pytest

from rag.asking.heads.clauses import clauses
from rag.asking.heads.roles import Named, agents, patients

PEOPLE = ("秦望舒", "孟知夏", "石小川", "罗青禾")


def _read(text: str, deed: str) -> tuple[set[str], set[str]]:
    names = [Named(n, m.start(), m.end()) for n in PEOPLE for m in re.finditer(n, text)]
    at = text.index(deed)
    span = (at, at + len(deed))
    parts = clauses(text)
    return set(agents(text, parts, names, span)), set(patients(text, parts, names, span))


@pytest.mark.parametrize(
    ("text", "deed", "who", "whom"),
    [
        pytest.param(
            "秦望舒会见了孟知夏，石小川参加。", "会见", {"秦望舒"}, {"孟知夏"}, id="before the verb and behind it"
        ),
        pytest.param("秦望舒会见了孟知夏，石小川参加。", "参加", {"石小川"}, set(), id="each clause has its own"),
        pytest.param(
            "秦望舒、孟知夏来到厂区，看望石小川。",
            "看望",
            {"秦望舒", "孟知夏"},
            {"石小川"},
            id="a clause without a subject",
        ),
        pytest.param(
            "代表秦望舒建议修路，代表孟知夏提出建桥。", "提出", {"孟知夏"}, set(), id="delegates, not on their behalf"
        ),
        pytest.param(
            "秦望舒因公未能到会，孟知夏代表秦望舒致辞。", "致辞", {"孟知夏"}, set(), id="on behalf of somebody away"
        ),
        pytest.param(
            "慰问在抢险中牺牲的队员石小川、罗青禾的家属。",
            "牺牲",
            {"石小川", "罗青禾"},
            {"石小川", "罗青禾"},
            id="of whom a verb with 的 is told",
        ),
        pytest.param("石小川被拘留，秦望舒宣读了决定。", "拘留", set(), {"石小川"}, id="before 被"),
        pytest.param("秦望舒对石小川采取拘留措施。", "拘留", {"秦望舒"}, {"石小川"}, id="behind 对"),
        pytest.param("石小川没有被拘留。", "拘留", set(), set(), id="what is denied"),
        pytest.param("罗青禾代表全区向孟知夏表示感谢。", "表示感谢", {"罗青禾"}, set(), id="nobody behind 向 acts"),
        pytest.param("会议由孟知夏主持，秦望舒讲话。", "主持", {"孟知夏"}, set(), id="behind 由"),
        pytest.param(
            "秦望舒扣押车辆；孟知夏远赴外地。", "远赴", {"孟知夏"}, set(), id="nothing is understood across ；"
        ),
        pytest.param("秦望舒主持会议，会议传达了文件。", "传达", set(), set(), id="a clause with a subject of its own"),
    ],
)
def test_roles(text: str, deed: str, who: set[str], whom: set[str]) -> None:
    assert _read(text, deed) == (who, whom)
