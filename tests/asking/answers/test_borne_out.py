"""A question read behind another one is answered where the reader is hardly in doubt, and states nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.answered import HeadKind
from rag.asked import Asks
from rag.asking.answers.borne_out import BEHIND, behind
from rag.asking.answers.finding import Finding
from rag.asking.constraints.lack import Lack, Support
from rag.asking.writing.draft import Claim, Source, Stated
from tests.asking.handmade import about, article, asked, judged

SHIPPED = "化肥经12天左右的江海联运出口至南湾国。"
QUERY = asked(Asks.NUMBER, "路上要走几天？", words=("路上",))
ALONE = article([SHIPPED], title="出口")


def found(opinion: float) -> Finding:
    """The one sentence, of which the reader holds so much, with the country stated."""
    told = judged(QUERY, ALONE, opinion=opinion)
    source = next(Source(j.passage, j.candidate) for j in told if j.passage.text == SHIPPED)
    claims = (Claim("南湾国", (source,), states=(Stated("南湾国", HeadKind.PLACE),)), Claim(SHIPPED, (source,)))
    return Finding(QUERY, about(QUERY), (), (ALONE,), told, Support(), claims)


def test_it_is_quoted_once() -> None:
    assert [(claim.text, claim.states) for claim in behind(found(BEHIND + 0.1)).claims] == [(SHIPPED, ())]


@pytest.mark.parametrize(
    ("before", "lack"),
    [
        pytest.param(Support(), Lack.KIND, id="what was taken for an answer"),
        pytest.param(Support(Lack.DATE, "5月"), Lack.DATE, id="what was refused keeps its reason"),
    ],
)
def test_in_doubt_it_is_refused(before: Support, lack: Lack) -> None:
    refused = behind(replace(found(BEHIND - 0.1), support=before))
    assert (refused.tells, refused.support.lack) == (False, lack)
