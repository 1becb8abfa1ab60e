"""Where 哪家企业 is asked, a sentence has to name one."""

from __future__ import annotations

import pytest

from rag.asking.expected.things import lacks_thing
from rag.asking.question.things import thing


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        pytest.param("督查了哪家企业", "他来到星光鞋材厂。", False, id="a factory is named"),
        pytest.param("督查了哪家企业", "他来到多家企业。", True, id="only their kind"),
        pytest.param("对哪家被执行企业做了调查", "他宣布行动开始。", True, id="words before the kind"),
        pytest.param(
            "走进了哪两家企业", "他走进联泰电子、华兴海产两家企业。", False, id="a list that ends in its kind"
        ),
        pytest.param("走进了哪两家企业", "他先后走进两家企业。", True, id="only their number"),
        pytest.param("哪个局长参加了", "孙国栋参加。", False, id="an office is no thing"),
        pytest.param("去了哪里", "他来到多家企业。", False, id="no kind is asked for"),
        pytest.param("Which company did he inspect?", "他来到多家企业。", True, id="English"),
    ],
)
def test_a_thing_of_the_kind_asked_for(question: str, text: str, lacks: bool) -> None:
    assert lacks_thing(thing(question), text) is lacks
