"""What is to be done about a folder, from what is there, what is noted, and what the index holds."""

from __future__ import annotations

import pytest

from ui.following.listing import Listing
from ui.following.notes import Became, Note, Noted
from ui.following.patience import FIRST, Patience
from ui.following.plan import Plan, plan
from ui.following.settling import Settling

PAGE = Note("m", Became.PAGE, "a", "d")
SAME = Note("m", Became.SAME, "b", "d")


def planned(
    files: dict[str, str],
    notes: dict[str, Note],
    pages: dict[str, str],
    *,
    bin: dict[str, float] | None = None,
    brought: tuple[str, ...] = (),
    before: float = 100.0,
    shut: tuple[str, ...] = (),
    bare: bool = False,
    waiting: tuple[str, ...] = (),
) -> Plan:
    listing = Listing(files, dict.fromkeys(shut, "shut"), bare)
    return plan(listing, set(files), Noted(notes, bin or {}, frozenset(brought)), pages, before, set(waiting))


@pytest.mark.parametrize(
    ("files", "notes", "pages", "more", "expected"),
    [
        pytest.param({"a": "m"}, {"a": PAGE}, {"a": "d"}, {}, Plan(), id="all is as it was"),
        pytest.param({"a": "m"}, {}, {}, {}, Plan(read=("a",)), id="new"),
        pytest.param({"a": "n"}, {"a": PAGE}, {"a": "d"}, {}, Plan(read=("a",)), id="changed"),
        pytest.param({"a": "m"}, {"a": PAGE}, {}, {}, Plan(read=("a",)), id="its page is not in the index"),
        pytest.param({"a": "m"}, {"a": PAGE}, {"a": "x"}, {}, Plan(read=("a",)), id="its page says something else"),
        pytest.param({"a": "m"}, {"a": SAME}, {"b": "d"}, {}, Plan(), id="the same as another"),
        pytest.param({"a": "m"}, {"a": SAME}, {}, {}, Plan(read=("a",)), id="the other is gone"),
        pytest.param({"a": "m"}, {"a": SAME}, {"b": "x"}, {}, Plan(read=("a",)), id="the other changed"),
        pytest.param({"a": "m"}, {"a": Note("m", Became.TAKEN_OUT)}, {}, {}, Plan(), id="what was deleted stays deleted"),
        pytest.param({"a": "n"}, {"a": Note("m", Became.TAKEN_OUT)}, {}, {}, Plan(read=("a",)), id="until it changes"),
        pytest.param({"a": "m"}, {"a": Note("m", Became.FAILED)}, {}, {}, Plan(read=("a",)), id="failed, tried again"),
        pytest.param({"a": "m"}, {"a": Note("m", Became.FAILED)}, {}, {"waiting": ("a",)}, Plan(), id="but not at once"),
        pytest.param({"a": "m"}, {"a": Note("m", Became.NOTHING)}, {}, {}, Plan(), id="no page"),
        pytest.param({"b": "m"}, {"a": PAGE, "b": Note("m", Became.NOTHING)}, {"a": "d"}, {}, Plan(missing=("a",)), id="gone"),
        pytest.param({}, {"a": PAGE}, {"a": "d"}, {"bare": True}, Plan(), id="all gone, as where a disk is away"),
        pytest.param({}, {"s/a": PAGE}, {"s/a": "d"}, {"shut": ("s",)}, Plan(), id="out of sight"),
        pytest.param({}, {"sa": PAGE}, {"sa": "d"}, {"shut": ("s",)}, Plan(missing=("sa",)), id="not in that folder"),
        pytest.param({}, {"a": PAGE}, {"a": "d"}, {"brought": ("a",)}, Plan(kept=("a",)), id="brought in the browser"),
        pytest.param({}, {"a": PAGE}, {}, {}, Plan(forgotten=("a",)), id="page and file are gone"),
        pytest.param({}, {"a": SAME}, {"b": "d"}, {}, Plan(forgotten=("a",)), id="gone and had no page"),
        pytest.param({}, {}, {"a": "d"}, {}, Plan(), id="a page that never came from the folder"),
        pytest.param({}, {"a": Note("", Became.UNREAD)}, {"a": "d"}, {}, Plan(missing=("a",)), id="gone before it was noted"),
        pytest.param({"a": "m"}, {"a": Note("", Became.UNREAD)}, {"a": "d"}, {}, Plan(read=("a",)), id="not noted"),
        pytest.param({}, {"a": PAGE}, {"a": "d"}, {"bin": {"a": 101.0}}, Plan(), id="in the bin"),
        pytest.param({}, {"a": PAGE}, {"a": "d"}, {"bin": {"a": 99.0}}, Plan(over=("a",)), id="its time is over"),
        pytest.param({}, {"a": PAGE}, {"a": "d"}, {"bin": {"a": 99.0}, "bare": True}, Plan(), id="over while a disk is away"),
        pytest.param({"a": "m"}, {"a": PAGE}, {"a": "d"}, {"bin": {"a": 99.0}}, Plan(returned=("a",)), id="it came back"),
        pytest.param({"a": "n"}, {"a": PAGE}, {"a": "d"}, {"bin": {"a": 99.0}}, Plan(read=("a",)), id="back and changed"),
        pytest.param({}, {"a": PAGE}, {}, {"bin": {"a": 99.0}}, Plan(returned=("a",)), id="deleted while in the bin"),
        pytest.param({}, {"a": PAGE}, {"a": "d"}, {"bin": {"a": 99.0}, "brought": ("a",)}, Plan(returned=("a",), kept=("a",)), id="kept"),
        pytest.param({"a": "m"}, {"a": Note("m", Became.NOTHING)}, {"a": "d"}, {"bin": {"a": 99.0}}, Plan(over=("a",)), id="emptied"),
    ],
)  # fmt: skip
def test_what_is_to_be_done(
    files: dict[str, str], notes: dict[str, Note], pages: dict[str, str], more: dict[str, object], expected: Plan
) -> None:
    assert planned(files, notes, pages, **more) == expected  # type: ignore[arg-type]


def test_what_is_being_written_waits_until_it_holds_still() -> None:
    settling = Settling(still=2.0)
    assert settling.settled({"a": "1", "b": "1"}, 0.0) == set()
    assert settling.settled({"a": "2", "b": "1"}, 1.9) == set()
    assert settling.settled({"a": "2", "b": "1"}, 2.0) == {"b"}
    assert settling.settled({"a": "2"}, 3.9) == {"a"}
    assert settling.settled({}, 5.0) == set()
    assert settling.settled({"a": "2"}, 6.0) == set()


def test_what_fails_is_tried_ever_more_seldom_until_it_changes() -> None:
    patience = Patience()
    assert patience.failed("a", "m", 0.0) is True
    assert patience.waiting({"a": "m"}, FIRST - 1) == {"a"}
    assert patience.waiting({"a": "m"}, FIRST) == set()
    assert patience.failed("a", "m", FIRST) is False
    assert patience.waiting({"a": "m"}, 3 * FIRST - 1) == {"a"}
    assert patience.waiting({"a": "n"}, FIRST) == set()
    assert patience.failed("a", "n", FIRST) is True
