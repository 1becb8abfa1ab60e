"""A followed folder and its index, look by look: what is added, changed, renamed, removed, brought, unreadable."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from rag import Config, IndexUnusableError, OutcomeKind
from tests.fakes import write_pages
from tests.indexing.conftest import BRIDGE, SCHOOL
from tests.ui.following.churn import page
from tests.ui.following.kept import Looked, deleting, followed, reading, settled
from ui.commands import delete as delete_command
from ui.following.diary import Decision, Diary
from ui.following.follower import _DECISIONS
from ui.keeping.folder import DELETED, landed, new_part

HOUR = 3600.0


class Desk:
    """A folder, its index, and the one who follows."""

    def __init__(self, place: Path, grace: float = 0.0) -> None:
        self.folder, self.index = place / "pages", place / "index"
        self.folder.mkdir(exist_ok=True)
        self.begin(grace)

    def begin(self, grace: float = 0.0) -> None:
        """As after a start of the program."""
        self.follower, self.indexing = followed(self.folder, self.index, grace)

    def write(self, **files: str) -> None:
        write_pages(self.folder, {f"{name}.txt": text for name, text in files.items()})

    def bring(self, name: str, text: str) -> None:
        part = new_part(self.folder, "dropdrop")
        part.write_text(text, encoding="utf-8", newline="")
        landed(part, name)
        self.indexing.begin()
        self.indexing.wait(60)

    def settle(self) -> dict[str, str]:
        """What the index says once there is nothing to do."""
        settled(self.follower, self.indexing)
        return self.texts()

    def texts(self) -> dict[str, str]:
        return Looked(Config(index=self.index)).texts()

    def log(self) -> list[tuple[str, str]]:
        return [(entry.decision.value, entry.name) for entry in reversed(self.follower.diary.last())]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    made.write(a=BRIDGE, b=SCHOOL)
    assert made.settle() == {"a.txt": BRIDGE, "b.txt": SCHOOL}
    return made


def test_added_changed_renamed_removed(desk: Desk) -> None:
    desk.write(a=page(1), c=page(2))
    (desk.folder / "sub").mkdir()
    os.rename(desk.folder / "b.txt", desk.folder / "sub" / "b.txt")
    assert desk.settle() == {"a.txt": page(1), "c.txt": page(2), "sub/b.txt": SCHOOL}
    (desk.folder / "a.txt").unlink()
    assert desk.settle() == {"c.txt": page(2), "sub/b.txt": SCHOOL}
    assert desk.log() == [
        ("added", "a.txt"),
        ("added", "b.txt"),
        ("replaced", "a.txt"),
        ("added", "c.txt"),
        ("renamed", "sub/b.txt"),
        ("binned", "a.txt"),
        ("deleted", "a.txt"),
    ]


def test_nothing_is_done_twice(desk: Desk) -> None:
    before = desk.log()
    desk.begin()
    desk.settle()
    assert desk.log() == before


def test_a_page_stays_in_the_bin_for_its_time(desk: Desk) -> None:
    desk.begin(grace=HOUR)
    os.rename(desk.folder / "a.txt", desk.folder.parent / "a.txt")
    assert set(desk.settle()) == {"a.txt", "b.txt"}
    assert [(n, 0 < left <= HOUR) for n, left in desk.follower.standing().bin.items()] == [("a.txt", True)]
    os.rename(desk.folder.parent / "a.txt", desk.folder / "a.txt")
    assert set(desk.settle()) == {"a.txt", "b.txt"}
    assert desk.follower.standing().bin == {}
    (desk.folder / "a.txt").unlink()
    desk.settle()
    desk.begin(grace=HOUR)
    assert set(desk.settle()) == {"a.txt", "b.txt"}, "the bin is there after a start of the program"
    desk.begin(grace=0.0)
    assert set(desk.settle()) == {"b.txt"}
    assert [decision for decision, name in desk.log() if name == "a.txt"] == [
        "added", "binned", "returned", "binned", "deleted",
    ]  # fmt: skip


def test_what_is_kept_out_of_the_bin_stays_for_good(desk: Desk) -> None:
    desk.begin(grace=HOUR)
    (desk.folder / "a.txt").unlink()
    desk.settle()
    desk.follower.keep(["a.txt"])
    desk.begin(grace=0.0)
    assert set(desk.settle()) == {"a.txt", "b.txt"}


def test_what_was_brought_in_the_browser_is_never_taken_out(desk: Desk) -> None:
    desk.bring("mine.txt", page(5))
    assert desk.settle()["mine.txt"] == page(5)
    (desk.folder / "mine.txt").unlink()
    assert desk.settle()["mine.txt"] == page(5)
    assert desk.log()[-1] == ("kept", "mine.txt")
    assert [name for _, name in desk.log()].count("mine.txt") == 1


def test_what_was_brought_and_changed_in_the_folder_is_put_aside_first(desk: Desk) -> None:
    desk.bring("mine.txt", page(5))
    desk.write(mine=page(6))
    assert desk.settle()["mine.txt"] == page(6)
    assert (desk.folder / DELETED / "mine.txt.txt").read_text(encoding="utf-8") == page(5)


def test_what_was_brought_under_another_name_stays_as_the_page_that_says_it(desk: Desk) -> None:
    desk.bring("mine.txt", BRIDGE)
    (desk.folder / "a.txt").unlink()
    assert desk.settle()["a.txt"] == BRIDGE


def test_what_is_brought_and_comes_to_nothing_is_not_kept_for_it(desk: Desk) -> None:
    desk.bring("c.txt", "")
    desk.write(c=page(5))
    assert "c.txt" in desk.settle()
    (desk.folder / "c.txt").unlink()
    assert "c.txt" not in desk.settle()


def test_what_was_deleted_in_the_browser_stays_deleted(desk: Desk) -> None:
    desk.indexing.delete("a.txt", files=False)
    assert set(desk.settle()) == {"b.txt"}
    desk.write(a=page(1))
    assert set(desk.settle()) == {"a.txt", "b.txt"}
    desk.indexing.delete("a.txt")
    assert set(desk.settle()) == {"b.txt"}
    os.rename(desk.folder / DELETED / "a.txt", desk.folder / "a.txt")
    assert set(desk.settle()) == {"a.txt", "b.txt"}


def test_what_the_command_deleted_stays_deleted(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delete_command, "delete_pages", deleting)
    arguments = type(
        "Given", (), {"index": desk.index, "store": None, "words": None, "model": None, "pages": ["a.txt"]}
    )
    assert delete_command.run(arguments) == 0  # type: ignore[arg-type]
    assert set(desk.settle()) == {"b.txt"}


def test_a_deletion_that_fails_leaves_all_as_it_was(desk: Desk) -> None:
    with pytest.raises(Exception, match="there is no page"):
        desk.indexing.delete("a.txt", "none.txt", files=False)
    (desk.folder / "a.txt").unlink()
    assert set(desk.settle()) == {"b.txt"}


def test_files_that_exchange_what_they_say(desk: Desk) -> None:
    desk.write(a=SCHOOL, b=BRIDGE)
    assert desk.settle() == {"a.txt": SCHOOL, "b.txt": BRIDGE}


def test_a_file_that_says_what_another_page_says_has_no_page_of_its_own(desk: Desk) -> None:
    desk.write(b=BRIDGE)
    assert desk.settle() == {"a.txt": BRIDGE}
    desk.write(a=page(1))
    assert desk.settle() == {"a.txt": page(1), "b.txt": BRIDGE}
    desk.write(a=BRIDGE, c=page(1))
    assert desk.settle() == {"b.txt": BRIDGE, "c.txt": page(1)}


def test_a_file_that_holds_nothing_any_more_goes_by_the_bin(desk: Desk) -> None:
    desk.begin(grace=HOUR)
    desk.write(a="")
    assert desk.settle()["a.txt"] == BRIDGE
    assert "a.txt" in desk.follower.standing().bin
    desk.begin(grace=0.0)
    assert set(desk.settle()) == {"b.txt"}


def test_a_file_that_cannot_be_read_leaves_its_page_as_it_was(desk: Desk) -> None:
    (desk.folder / "a.txt").write_bytes(b"\x00\x01" * 200)
    assert desk.settle()["a.txt"] == BRIDGE
    (entry,) = [e for e in desk.follower.diary.last() if e.decision is Decision.FAILED]
    assert (entry.name, entry.why.endswith("; the page stays as it was")) == ("a.txt", True)
    (desk.folder / "a.txt").unlink()
    assert set(desk.settle()) == {"b.txt"}


def test_a_folder_that_is_empty_at_once_looks_like_a_disk_that_is_away(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    os.rename(desk.folder, desk.folder.with_name("away"))
    desk.folder.mkdir()
    assert set(desk.settle()) == {"a.txt", "b.txt"}
    assert set(desk.settle()) == {"a.txt", "b.txt"}
    line = capsys.readouterr().err
    assert (line.count("\n"), "is empty, as where a disk is away; no page is taken out meanwhile" in line) == (1, True)
    desk.folder.rmdir()
    assert set(desk.settle()) == {"a.txt", "b.txt"}
    assert "cannot be looked into (No such file or directory)" in desk.follower.standing().trouble
    os.rename(desk.folder.with_name("away"), desk.folder)
    assert set(desk.settle()) == {"a.txt", "b.txt"}
    assert (desk.follower.standing().trouble, desk.log()[-1]) == ("", ("well", ""))


def _shut(folder: Path, place: Path, scan: Callable[[Path], object] = os.scandir) -> object:
    if place == folder:
        raise PermissionError(13, "Permission denied", str(place))
    return scan(place)


def test_what_is_out_of_sight_is_not_gone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pages(desk.folder, {"sub/c.txt": page(3)})
    assert "sub/c.txt" in desk.settle()
    with monkeypatch.context() as patched:
        patched.setattr("ui.following.listing.os.scandir", partial(_shut, desk.folder / "sub"))
        assert desk.follower.look() is None
        assert desk.follower.look() is None
    line = f"wenzheng: {desk.folder / 'sub'} cannot be looked into (Permission denied); no page is taken out meanwhile: allow it\n"
    assert capsys.readouterr().err == line
    assert "sub/c.txt" in desk.settle()


def test_a_full_disk_is_one_line_and_nothing_is_lost(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*given: object, **others: object) -> None:
        raise IndexUnusableError("the index cannot be used (database or disk is full)", "make room on the disk")

    desk.write(c=page(3))
    (desk.folder / "a.txt").unlink()
    monkeypatch.setattr(desk.indexing, "_build", full)
    for _ in range(3):
        seen = desk.follower.look()
        assert seen
        desk.indexing.follow(partial(desk.follower.carry_out, seen))
    told = "wenzheng: the index cannot be used (database or disk is full); make room on the disk; it is tried again\n"
    assert capsys.readouterr().err == told
    assert desk.indexing.job().problem == ""
    monkeypatch.setattr(desk.indexing, "_build", reading)
    assert set(desk.settle()) == {"b.txt", "c.txt"}
    assert ("well", "") in desk.log()


def test_notes_that_cannot_be_kept_are_one_line(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.write(c=page(3))
    desk.follower.notes.path.write_bytes(b"what is no database" * 300)
    assert desk.follower.look() is None
    assert capsys.readouterr().err.startswith("wenzheng: what is known of the folder of pages cannot be kept in ")
    desk.follower.notes.path.unlink()
    assert set(desk.settle()) == {"a.txt", "b.txt", "c.txt"}


def test_another_folder_takes_nothing_out_of_the_first(desk: Desk, tmp_path: Path) -> None:
    other = write_pages(tmp_path / "other", {"c.txt": page(3)})
    desk.folder = other
    desk.begin()
    assert set(desk.settle()) == {"a.txt", "b.txt", "c.txt"}


def test_an_index_that_lost_pages_gets_them_back(desk: Desk) -> None:
    deleting(Config(index=desk.index), ["a.txt"])
    assert set(desk.settle()) == {"a.txt", "b.txt"}


def test_a_page_that_came_before_its_file_was_noted_goes_with_the_file(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(
            desk.follower, "_settle", lambda *given: (_ for _ in ()).throw(OSError("the end of the program"))
        )
        desk.write(c=page(3))
        seen = desk.follower.look()
        assert seen
        desk.indexing.follow(partial(desk.follower.carry_out, seen))
    assert "c.txt" in desk.texts()
    (desk.folder / "c.txt").unlink()
    desk.begin()
    assert set(desk.settle()) == {"a.txt", "b.txt"}


def test_first_sight_of_a_folder_that_is_indexed_already(tmp_path: Path) -> None:
    folder = write_pages(tmp_path / "pages", {"a.txt": BRIDGE})
    reading(Config(index=tmp_path / "index"), [folder])
    desk = Desk(tmp_path)
    assert desk.settle() == {"a.txt": BRIDGE}
    assert desk.log() == [("there", "a.txt")]


def test_a_name_that_cannot_be_shown_is_told_and_stops_nothing(desk: Desk) -> None:
    (desk.folder / "c\nd\te.txt").write_text(page(3), encoding="utf-8")
    (Path(os.fsdecode(os.fsencode(desk.folder) + b"/\xff.txt"))).write_text(page(4), encoding="utf-8")
    desk.write(d=page(5))
    assert set(desk.settle()) == {"a.txt", "b.txt", "d.txt"}
    lines = desk.follower.diary.path.read_text(encoding="utf-8").splitlines()
    assert all(line.count("\t") <= 3 for line in lines)


def test_the_log_goes_on_in_a_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.following.diary.LARGEST", 200)
    diary = Diary(tmp_path)
    for number in range(20):
        diary.note(Decision.ADDED, f"{number}.txt")
    assert 0 < diary.path.stat().st_size <= 300
    assert (tmp_path / "folder.log.1").is_file()
    assert diary.last()[0].name == "19.txt"


def test_reading_the_folder_again_brings_back_what_was_deleted(desk: Desk) -> None:
    desk.indexing.delete("a.txt", files=False)
    desk.settle()
    desk.indexing.begin(again=True)
    desk.indexing.wait(60)
    assert set(desk.settle()) == {"a.txt", "b.txt"}
    (desk.folder / "a.txt").unlink()
    assert set(desk.settle()) == {"b.txt"}


def test_every_kind_of_outcome_has_a_decision() -> None:
    assert set(_DECISIONS) == set(OutcomeKind)
