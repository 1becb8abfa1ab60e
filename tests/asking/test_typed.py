"""What filters typed in pinyin, in English or as the name of a kind may mean."""

from __future__ import annotations

import pytest

from rag.asking.heard import Heard
from rag.asking.typed import meaning, units
from rag.listings import Meant, Wanted
from rag.records import Activity

HEARD = Heard(("陈志远", "周文澜"), ("清河县", "大海镇"))


def told(field: str, typed: str) -> list[tuple[object, ...]]:
    return [(m.typed, m.names, m.words, m.places, m.kinds) for m in units(field, typed, HEARD)]


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        pytest.param("text", "陈志远 检查", id="characters"),
        pytest.param("who", "", id="nothing"),
        pytest.param("text", "Atlantis", id="a word that nothing knows"),
        pytest.param("who", "清河县", id="a place is nobody"),
        pytest.param("who", "督查检查", id="a kind is nobody"),
    ],
)
def test_nothing_more_than_what_is_typed(field: str, typed: str) -> None:
    assert units(field, typed, HEARD) == ()


def test_each_part_of_a_search() -> None:
    assert told("text", "Chen Zhi-yuan inspection of Qinghe County Atlantis") == [
        ("Chen Zhi-yuan", ("陈志远",), (), (), ()),
        ("inspection", (), (), (), (Activity.INSPECT,)),
        ("Qinghe County", (), (), ("清河县",), ()),
        ("Atlantis", (), (), (), ()),
    ]


def test_kinds_by_the_names_that_the_page_gives_them() -> None:
    both = (Activity.MEETING_CHAIR, Activity.MEETING_ATTEND)
    assert [m.kinds for m in units("text", "meeting", HEARD)] == [both]
    assert [m.kinds for m in units("text", "Chaired a meeting", HEARD)] == [(Activity.MEETING_CHAIR,)]
    assert [(m.typed, m.kinds) for m in units("text", "陈志远 主持会议", HEARD)] == [
        ("陈志远", ()),
        ("主持会议", (Activity.MEETING_CHAIR,)),
    ]


def test_an_office_in_english() -> None:
    assert told("office", "deputy mayor") == [("deputy mayor", (), ("副市长",), (), ())]


def test_a_wish() -> None:
    wanted = meaning(Wanted(who="chenzhiyuan", where="大海镇", newspaper="haizhou"), HEARD, ("海州日报", "清河日报"))
    assert wanted.meant == (
        Meant("who", "chenzhiyuan", ("陈志远",)),
        Meant("newspaper", "haizhou", words=("海州日报",)),
    )
    assert meaning(Wanted(who="陈志远"), HEARD, ()) == Wanted(who="陈志远")
