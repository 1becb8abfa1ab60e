"""The file of rulings: only ever added to, whole after every fault, read as fast as it grows."""

from __future__ import annotations

import json
import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from rag.config import Config
from rag.corrections import ConflictError, Entry, Ledger, active, anchored, ledger_of
from rag.corrections.ledger import COPY, FILE
from rag.errors import RagError
from rag.indexing import back_up, restore
from rag.records import Span
from rag.ruled import Ruling, Thing
from tests.corrections.conftest import Desk

TEXT = "海州日报\n东江大桥建成通车\n海州市市长陈志元来到东江县。" + "市委书记王建国在会议室主持会议。" * 40


def on_name(k: int = 0, was: str = "陈志元", now: str = "陈志远", **others: object) -> Entry:
    """A ruling on a name on page k."""
    anchor = anchored(TEXT, (Span(19, 22),))
    given = {"thing": Thing.PERSON, "ruling": Ruling.MEND, "page": f"{k}.txt", "digest": f"{k:064x}"}
    return Entry(**{**given, "anchors": (anchor,), "was": (was,), "now": (now,), **others})  # type: ignore[arg-type]


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "index.corrections")


def test_a_line_is_read_again_to_the_last_field(ledger: Ledger) -> None:
    made = ledger.add(on_name(who="wang"))
    assert Ledger(ledger.folder).entries() == [made]
    assert (made.who, len(made.id), made.at[:2]) == ("wang", 12, "20")
    assert made.anchors[0].words == ("陈志元",)


def test_nothing_that_stands_in_the_file_is_ever_written_over(ledger: Ledger) -> None:
    first = ledger.add(on_name())
    before = ledger.path.read_bytes()
    ledger.undo(first.id)
    ledger.add(on_name(now="陈志宏"))
    assert ledger.path.read_bytes().startswith(before)
    assert [e.now for e in ledger.active()] == [("陈志宏",)]


def test_it_lies_beside_the_index_and_stays_when_that_goes(tmp_path: Path) -> None:
    config = Config(index=tmp_path / "somewhere" / "index")
    ledger_of(config).add(on_name())
    assert not config.index.exists()
    assert (tmp_path / "somewhere" / "index.corrections" / FILE).is_file()


def test_of_many_who_rule_on_one_thing_at_once_one_does(ledger: Ledger) -> None:
    def rule(k: int) -> str:
        try:
            return Ledger(ledger.folder).add(on_name(who=f"editor {k}")).who
        except ConflictError as error:
            return f"after {error.other.who}"

    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(rule, range(8)))
    (first,) = [who for who in told if not who.startswith("after")]
    assert sorted(told) == sorted([first, *[f"after {first}"] * 7])
    assert len(ledger.entries()) == 1


def test_many_at_once_lose_nothing(ledger: Ledger) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda k: Ledger(ledger.folder).add(on_name(k)), range(64)))
    assert sorted(e.page for e in ledger.entries()) == sorted(f"{k}.txt" for k in range(64))


def test_undoing_can_be_undone_by_ruling_over_it(ledger: Ledger) -> None:
    one = on_name(id="one")
    undoing = Entry(Thing.PERSON, Ruling.UNDO, "0.txt", one.digest, over=("one",), id="two")
    again = Entry(Thing.PERSON, Ruling.UNDO, "0.txt", one.digest, over=("two",), id="three")
    assert active([one, undoing]) == []
    assert active([one, undoing, again]) == [one]


def test_what_cannot_be_undone_is_told(ledger: Ledger) -> None:
    made = ledger.add(on_name())
    ledger.undo(made.id)
    for gone in (made.id, "nothing"):
        with pytest.raises(RagError, match="no correction"):
            ledger.undo(gone)


@pytest.mark.parametrize(
    "torn",
    [
        pytest.param(b'{"thing":"person","ruling":"me', id="a line cut short"),
        pytest.param(b"\xff\xfe\x00 nothing\n", id="no text"),
        pytest.param(b"[1, 2]\n{}\nnull\n", id="JSON of another kind"),
        pytest.param(b'{"thing":"person","ruling":"mend","page":1,"digest":2,"id":"x"}\n', id="values of another kind"),
        pytest.param(
            b'{"thing":"person","ruling":"mend","page":"a","digest":"b","id":"x","anchors":[{"spans":[[9,1]],"words":["a"]}]}\n',
            id="a place that is none",
        ),
    ],
)
def test_lines_that_are_none_are_passed_over_and_cost_no_other(ledger: Ledger, torn: bytes) -> None:
    first = ledger.add(on_name())
    with ledger.path.open("ab") as file:
        file.write(torn)
    other = Ledger(ledger.folder)
    assert (other.entries(), other.unread()) == ([first], 0)
    second = ledger.add(on_name(1))
    again = Ledger(ledger.folder)
    assert (again.entries(), again.unread(), again.damage()) == ([first, second], 0, "")
    aside = list(ledger.folder.glob("*.damaged"))
    assert [torn in path.read_bytes() for path in aside] == ([] if not torn.endswith(b"\n") else [True])


@pytest.mark.parametrize("torn", [b"nothing\n", b'{"thing":"a kind of tomorrow","id":"x"}\n'])
def test_lines_that_no_file_tells_are_told_and_stay(ledger: Ledger, torn: bytes) -> None:
    first = ledger.add(on_name())
    for name in (FILE, COPY):
        with (ledger.folder / name).open("ab") as file:
            file.write(torn)
    second = Ledger(ledger.folder).add(on_name(1))
    again = Ledger(ledger.folder)
    assert again.entries() == [first, second]
    assert again.unread() == 1
    assert "1 line of the corrections in" in again.damage()
    assert torn in ledger.path.read_bytes()


def test_where_nothing_can_be_written_nothing_was_added_and_a_line_says_so(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.add(on_name())
    before = ledger.path.read_bytes()

    def full(file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(RagError, match="could not be kept") as told:
        ledger.add(on_name(1))
    assert "\n" not in str(told.value)
    assert ledger.path.read_bytes() == before
    monkeypatch.undo()
    assert ledger.add(on_name(1)).page == "1.txt"


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "index.corrections").write_text("x")
    with pytest.raises(RagError):
        Ledger(tmp_path / "index.corrections").add(on_name())


def test_ten_thousand_are_read_in_a_breath_and_one_more_at_once(ledger: Ledger) -> None:
    ledger.add_all([on_name(k) for k in range(10_000)])
    fresh = Ledger(ledger.folder)
    began = time.process_time()
    assert len(fresh.active()) == 10_000
    whole = time.process_time() - began
    began = time.process_time()
    fresh.add(on_name(10_001))
    one = time.process_time() - began
    assert whole < 6
    assert one < 0.5 * whole


def test_a_backup_brings_its_corrections_and_takes_none_away(desk: Desk, tmp_path: Path) -> None:
    ledger = ledger_of(desk.config)
    first = ledger.add(on_name())
    back_up(desk.config, tmp_path / "copy")
    second = ledger.add(on_name(1))
    restore(desk.config, tmp_path / "copy")
    assert ledger.entries() == [first, second]
    assert ledger_of(Config(index=tmp_path / "copy")).entries() == [first]
    other = Config(index=tmp_path / "other")
    restore(other, tmp_path / "copy")
    assert ledger_of(other).entries() == [first]


def test_a_line_is_plain_json_that_other_programs_read(ledger: Ledger) -> None:
    ledger.add(on_name(who="王"))
    line = json.loads(ledger.path.read_text(encoding="utf-8"))
    assert (line["thing"], line["ruling"], line["was"], line["now"], line["who"]) == (
        "person", "mend", ["陈志元"], ["陈志远"], "王",
    )  # fmt: skip
