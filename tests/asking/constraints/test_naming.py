"""Articles without whom or where a question names give way to those that name them."""

from __future__ import annotations

import pytest

from rag.asked import Asks, Frame, Language
from rag.asking.constraints.naming import naming
from rag.records import Person
from tests.asking.handmade import article, asked

NEAR = article(["高启文查看了水渠。"], title="水渠", page="near.txt", people=(Person("高启文"),), newspaper="清溪日报")
BOTH = article(
    ["高启文、罗平川查看了水渠。"], title="水渠", page="both.txt", people=(Person("高启文"), Person("罗平川"))
)
SIGNED = article(["本报讯（记者罗平川）水渠通了。"], title="水渠", page="signed.txt", people=(), newspaper="清溪日报")
FEAST = article(["教师节大会在柳河小学召开。"], title="大会", page="feast.txt", people=())
ALL = ["near.txt", "both.txt", "signed.txt", "feast.txt"]


@pytest.mark.parametrize(
    ("query", "pages"),
    [
        pytest.param(asked(Asks.WHAT, "高启文看了什么？", people=("高启文",)), ["near.txt", "both.txt"], id="somebody"),
        pytest.param(asked(Asks.WHAT, "？", people=("高启文", "罗平川")), ["both.txt"], id="two people"),
        pytest.param(asked(Asks.WHAT, "？", places=("清溪",)), ["near.txt", "signed.txt"], id="a town of its masthead"),
        pytest.param(
            asked(Asks.WHAT, "？", people=("高启文",), places=("清溪",)), ["near.txt"], id="somebody and a town"
        ),
        pytest.param(
            asked(Asks.WHAT, "？", people=("罗平川",), places=("清溪",)),
            ["both.txt"],
            id="the town told by none of his",
        ),
        pytest.param(asked(Asks.WHO, "教师节大会谁讲了话？"), ["feast.txt"], id="a festival"),
        pytest.param(asked(Asks.WHO, "重阳节大会谁讲了话？"), ALL, id="a festival that none is of"),
        pytest.param(asked(Asks.WHAT, "？", people=("吕国良",)), ALL, id="nobody names him"),
        pytest.param(asked(Asks.WHAT, "渠通了吗？"), ALL, id="it names nobody"),
        pytest.param(asked(Asks.TIMELINE, "？", people=("罗平川",)), ALL, id="told by many articles"),
        pytest.param(
            asked(Asks.WHO, "？", people=("罗平川",), choices=("高启文", "罗平川")), ALL, id="which of two it was"
        ),
    ],
)
def test_which_articles_stay(query: Frame, pages: list[str]) -> None:
    assert [c.key[0] for c in naming(query, [NEAR, BOTH, SIGNED, FEAST])] == pages


ALIKE = article(["睢宁县举办画展。"], title="画展", page="alike.txt", people=(), newspaper="清溪日报")
OTHER = article(["遂宁市举办画展。"], title="画展", page="other.txt", people=(), newspaper="清溪日报")
NONE = article(["随宁静的河水，画展开幕。"], title="画展", page="none.txt", people=(), newspaper="清溪日报")


def test_a_place_told_by_its_sound_may_be_any_that_sounds_so() -> None:
    spoken = asked(Asks.WHAT, "What opened in Suining?", language=Language.EN, places=("遂宁",))
    written = asked(Asks.WHAT, "What opened in 遂宁?", language=Language.EN, places=("遂宁",))
    assert [c.key[0] for c in naming(spoken, [ALIKE, OTHER, NONE])] == ["alike.txt", "other.txt"]
    assert [c.key[0] for c in naming(written, [ALIKE, OTHER, NONE])] == ["other.txt"]


def test_of_no_articles_none_stays() -> None:
    assert naming(asked(Asks.WHAT, "？", people=("高启文",)), []) == []
