"""Files dropped on the page, and pages deleted there: what becomes of them on disk and in the index."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Event

import pytest

from rag import Config, IndexUnusableError, OutcomeKind, RagError, Report, SettingError, delete_pages
from rag.indexing import build, open_indexes
from tests.fakes import HashingEncoder, write_pages
from tests.indexing.conftest import BRIDGE, SCHOOL
from tests.reading.files import make_docx, make_pdf
from tests.shut import shut
from ui.keeping.folder import arrived, keep, landed, new_part, own_file, set_aside
from ui.keeping.job import Indexing
from ui.keeping.names import LONGEST, safe_name
from ui.keeping.pace import Pace
from ui.keeping.state import BusyError, Gone

PATIENCE = 60
"""Seconds to wait for what must come; a busy machine is slow."""

MARKET = "农贸市场搬进新址\n　　本报讯（记者 何小雨）6月3日，海州市副市长梁文远检查新农贸市场。他要求保障供应。\n"


@pytest.mark.parametrize(
    ("given", "name"),
    [
        pytest.param("2022-05-08-01.txt", "2022-05-08-01.txt", id="a good name stays"),
        pytest.param("海州日报 第2版.PDF", "海州日报 第2版.PDF", id="Chinese and spaces stay"),
        pytest.param("../../etc/cron.txt", "cron.txt", id="no way out of the folder"),
        pytest.param("..\\..\\x.txt", "x.txt", id="nor on Windows"),
        pytest.param("a<img src=x onerror=1>.txt", "a_img src=x onerror=1_.txt", id="markup"),
        pytest.param("a\x00b\nc\u202etxt.exe.txt", "abctxt.exe.txt", id="what is not seen"),
        pytest.param("\ud800a.txt", "a.txt", id="half a character"),
        pytest.param(".hidden.txt", "hidden.txt", id="hidden files are not read"),
        pytest.param("...", "page", id="nothing left"),
        pytest.param("", "page", id="empty"),
        pytest.param("con.txt", "_con.txt", id="a device on Windows"),
        pytest.param("COM1", "_COM1", id="a device without suffix"),
        pytest.param("README.md", "_README.md", id="would not be read with the folder"),
        pytest.param("licence-fees.txt", "_licence-fees.txt", id="nor would this"),
    ],
)
def test_name_is_made_safe(given: str, name: str) -> None:
    assert safe_name(given) == name


def test_long_names_are_cut_and_stay_different() -> None:
    first, second = safe_name("海" * 300 + "一.txt"), safe_name("海" * 300 + "二.txt")
    assert first != second
    for name in (first, second):
        assert len(name.encode()) <= LONGEST
        assert name.startswith("海" * 50)
        assert name.endswith(".txt")


def drop(folder: Path, name: str, content: str, drop: str = "dropdrop") -> Path:
    part = new_part(folder, drop)
    part.write_text(content, encoding="utf-8")
    return landed(part, name)


def test_two_files_of_one_name_in_one_drop_both_arrive(tmp_path: Path) -> None:
    names = [drop(tmp_path, "a.txt", text).name for text in ("一", "二", "三")]
    assert names == ["a.txt", "a-2.txt", "a-3.txt"]
    assert sorted(path.read_text(encoding="utf-8") for path in arrived(tmp_path)) == ["一", "三", "二"]


def test_kept_file_says_whether_it_took_the_place_of_another(tmp_path: Path) -> None:
    write_pages(tmp_path, {"a.txt": "旧", "b.txt": "同"})
    assert keep(tmp_path, drop(tmp_path, "a.txt", "新")) is True
    assert keep(tmp_path, drop(tmp_path, "b.txt", "同")) is False
    assert keep(tmp_path, drop(tmp_path, "c.txt", "新")) is False
    assert sorted(os.listdir(tmp_path)) == ["a.txt", "b.txt", "c.txt"]
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "新"


@pytest.mark.parametrize("name", ["../outside.txt", "/etc/hostname", "gone.txt", "sub"])
def test_file_of_a_page_is_looked_for_in_the_folder_only(tmp_path: Path, name: str) -> None:
    folder = write_pages(tmp_path / "pages", {"a.txt": "页", "sub/b.txt": "页"})
    write_pages(tmp_path, {"outside.txt": "外"})
    assert own_file(folder, name) is None
    assert set_aside(folder, name) is None
    assert (tmp_path / "outside.txt").exists()


def test_a_folder_that_may_not_be_entered_is_one_line_at_the_start(tmp_path: Path) -> None:
    folder = write_pages(tmp_path / "pages", {"a.txt": "页"})
    with (
        shut(folder),
        pytest.raises(SettingError, match=r"may not be entered; allow it, or give another one with --pages"),
    ):
        Indexing(Config(index=tmp_path / "index"), folder, lambda *given: Report(()), lambda *given: ())


def test_a_folder_that_is_shut_later_holds_up_nothing(tmp_path: Path) -> None:
    folder = write_pages(tmp_path / "pages", {"a.txt": "页"})
    indexing = Indexing(
        Config(index=tmp_path / "index"), folder, lambda *given: Report(()), lambda c, names: tuple(names)
    )
    with shut(folder):
        assert indexing.job().waiting == ()
        assert indexing.delete("a.txt") == (Gone("a.txt", folder / "a.txt", stuck=True),)
    assert (folder / "a.txt").is_file()


def test_files_set_aside_keep_their_place_and_never_one_another(tmp_path: Path) -> None:
    for text in ("一", "二"):
        write_pages(tmp_path, {"sub/a.txt": text})
        set_aside(tmp_path, "sub/a.txt")
    kept = {p.name: p.read_text(encoding="utf-8") for p in (tmp_path / ".deleted/sub").iterdir()}
    assert kept == {"a.txt": "一", "a-2.txt": "二"}


Builder = Callable[..., Report]
BUILD: Builder = partial(build, encoder=HashingEncoder(), load_names=lambda: None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_pages(tmp_path / "pages", {"bridge.txt": BRIDGE})


@pytest.fixture
def config(tmp_path: Path, folder: Path) -> Config:
    made = Config(index=tmp_path / "index")
    BUILD(made, [folder])
    return made


@pytest.fixture
def indexing(config: Config, folder: Path) -> Indexing:
    return Indexing(config, folder, BUILD, delete_pages)


def dropped(indexing: Indexing, files: dict[str, str | bytes], drop: str = "dropdrop") -> None:
    """The files as one drop, read to the end."""
    indexing.forget()
    for name, content in files.items():
        part = new_part(indexing.folder, drop)
        part.write_bytes(content if isinstance(content, bytes) else content.encode())
        indexing.land(part, name)
    indexing.begin()
    indexing.wait(PATIENCE)


def fates(indexing: Indexing) -> dict[str, tuple[str, str]]:
    return {fate.given: (fate.kind.value, fate.why) for fate in indexing.job().fates}


def texts(config: Config) -> dict[str, str]:
    store = open_indexes(config, HashingEncoder()).store
    return {name: page.text for name in store.digests() if (page := store.page(name))}


def test_dropped_files_are_read_and_stay_in_the_folder(indexing: Indexing, config: Config, folder: Path) -> None:
    dropped(indexing, {"school.txt": SCHOOL, "empty.txt": "", "again.txt": BRIDGE, "bridge.txt": BRIDGE})
    assert fates(indexing) == {
        "school.txt": ("added", ""),
        "empty.txt": ("empty", "empty.txt is empty; remove it, or give a page that has text"),
        "again.txt": ("skipped", "same content as bridge.txt"),
        "bridge.txt": ("skipped", ""),
    }
    assert texts(config) == {"bridge.txt": BRIDGE, "school.txt": SCHOOL}
    assert sorted(os.listdir(folder)) == ["bridge.txt", "school.txt"]
    job = indexing.job()
    assert (job.running, job.waiting, job.problem) == (False, (), "")


def test_every_kind_of_file_is_read(indexing: Indexing, config: Config) -> None:
    line = "梁文远检查新农贸市场。"
    files: dict[str, str | bytes] = {
        "a.md": f"# 农贸市场\n\n{line}甲\n",
        "b.html": f"<html><body><p>{line}乙</p></body></html>",
        "c.docx": make_docx([line + "丙"]),
        "d.pdf": make_pdf([(50.0, 700.0, 12.0, line + "丁")]),
    }
    dropped(indexing, files)
    assert fates(indexing) == dict.fromkeys(files, ("added", ""))
    assert {name: line in text for name, text in texts(config).items()} == {"bridge.txt": False} | dict.fromkeys(
        files, True
    )


def test_a_file_that_cannot_go_into_the_folder_waits_and_holds_up_no_other(indexing: Indexing, folder: Path) -> None:
    (folder / "new.txt").mkdir()
    dropped(indexing, {"new.txt": SCHOOL, "other.txt": SCHOOL.replace("望湖", "观海")})
    job = indexing.job()
    assert job.problem.startswith(f"new.txt cannot be put into {folder} (")
    assert (job.waiting, (folder / "other.txt").is_file()) == (("new.txt",), True)
    (folder / "new.txt").rmdir()
    indexing.begin()
    indexing.wait()
    assert (indexing.job().problem, indexing.job().waiting) == ("", ())
    assert (folder / "new.txt").is_file()


def test_what_was_dropped_survives_an_index_built_anew(indexing: Indexing, config: Config, folder: Path) -> None:
    dropped(indexing, {"../../school.txt": SCHOOL})
    BUILD(config, [folder], rebuild=True)
    assert texts(config) == {"bridge.txt": BRIDGE, "school.txt": SCHOOL}


def test_changed_page_is_replaced_in_the_folder_and_the_index(indexing: Indexing, config: Config, folder: Path) -> None:
    dropped(indexing, {"bridge.txt": MARKET})
    assert fates(indexing) == {"bridge.txt": ("replaced", "")}
    assert texts(config) == {"bridge.txt": MARKET}
    assert (folder / "bridge.txt").read_text(encoding="utf-8") == MARKET


def test_page_that_fails_leaves_the_one_of_its_name_alone(indexing: Indexing, config: Config, folder: Path) -> None:
    dropped(indexing, {"bridge.txt": b"\x00\x01\x02"})
    assert fates(indexing)["bridge.txt"][0] == "failed"
    assert texts(config) == {"bridge.txt": BRIDGE}
    assert (folder / "bridge.txt").read_text(encoding="utf-8") == BRIDGE


def test_file_of_the_folder_that_was_not_indexed_is_not_replaced_in_silence(indexing: Indexing, folder: Path) -> None:
    write_pages(folder, {"market.txt": SCHOOL})
    dropped(indexing, {"market.txt": MARKET})
    assert fates(indexing) == {"market.txt": ("replaced", "")}


def test_same_file_dropped_twice_at_once_is_one_page(indexing: Indexing, config: Config, folder: Path) -> None:
    for number in ("dropdrop1", "dropdrop2"):
        part = new_part(folder, number)
        part.write_text(SCHOOL, encoding="utf-8")
        indexing.land(part, "school.txt")
    indexing.begin()
    indexing.begin()
    indexing.wait(PATIENCE)
    assert [(f.given, f.kind.value) for f in indexing.job().fates] == [
        ("school.txt", "added"),
        ("school.txt", "skipped"),
    ]
    assert texts(config) == {"bridge.txt": BRIDGE, "school.txt": SCHOOL}
    assert not (folder / ".arriving").exists()


def test_outcomes_of_the_last_drop_make_room_for_the_next(indexing: Indexing) -> None:
    dropped(indexing, {"school.txt": SCHOOL})
    dropped(indexing, {"market.txt": MARKET})
    assert list(fates(indexing)) == ["market.txt"]


def test_reading_the_folder_again_tells_what_is_new(indexing: Indexing, config: Config, folder: Path) -> None:
    write_pages(folder, {"school.txt": SCHOOL, "bad.txt": ""})
    indexing.begin(again=True)
    indexing.wait(PATIENCE)
    assert {name: kind for name, (kind, _) in fates(indexing).items()} == {"school.txt": "added", "bad.txt": "empty"}
    assert indexing.job().unchanged == 1
    assert set(texts(config)) == {"bridge.txt", "school.txt"}


def test_deleted_page_is_nowhere_and_its_file_set_aside(indexing: Indexing, config: Config, folder: Path) -> None:
    dropped(indexing, {"school.txt": SCHOOL})
    (gone,) = indexing.delete("school.txt")
    assert gone.place == folder / ".deleted/school.txt"
    assert gone.place.read_text(encoding="utf-8") == SCHOOL
    indexing.begin(again=True)
    indexing.wait(PATIENCE)
    assert texts(config) == {"bridge.txt": BRIDGE}


def test_file_that_cannot_be_moved_is_told(indexing: Indexing, config: Config, folder: Path) -> None:
    (folder / ".deleted").write_text("in the way")
    assert indexing.delete("bridge.txt") == (Gone("bridge.txt", folder / "bridge.txt", stuck=True),)
    assert texts(config) == {}


def test_page_that_is_not_there_cannot_be_deleted(indexing: Indexing, folder: Path) -> None:
    with pytest.raises(RagError, match=r"there is no page \.\./x\.txt in the index"):
        indexing.delete("../x.txt")
    assert sorted(os.listdir(folder)) == ["bridge.txt"]


class Halting:
    """A build that waits to be let go on, as a long one would."""

    def __init__(self) -> None:
        self.begun, self.go_on = Event(), Event()

    def __call__(self, config: Config, paths: Sequence[Path], progress: Callable[[str, int, int], None]) -> Report:
        progress("reading", 1, 4)
        self.begun.set()
        assert self.go_on.wait(PATIENCE)
        return BUILD(config, paths, progress)


def test_run_shows_how_far_it_is_and_lets_nothing_be_deleted(config: Config, folder: Path) -> None:
    halting = Halting()
    indexing = Indexing(config, folder, halting, delete_pages)
    indexing.land(_part(folder, SCHOOL), "school.txt")
    indexing.begin()
    assert halting.begun.wait(PATIENCE)
    job = indexing.job()
    assert (job.running, job.stage, job.done, job.total, job.waiting) == (True, "reading", 1, 4, ("school.txt",))
    assert 0 <= job.share < 1
    assert job.left > 0
    with pytest.raises(BusyError, match="pages are being read at the moment; delete when that is done"):
        indexing.delete("bridge.txt")
    indexing.land(_part(folder, MARKET), "market.txt")
    indexing.begin()
    halting.go_on.set()
    indexing.wait(PATIENCE)
    assert {name: kind for name, (kind, _) in fates(indexing).items()} == {"school.txt": "added", "market.txt": "added"}
    assert set(texts(config)) == {"bridge.txt", "school.txt", "market.txt"}


def _part(folder: Path, text: str) -> Path:
    part = new_part(folder, "dropdrop")
    part.write_text(text, encoding="utf-8")
    return part


@pytest.mark.parametrize(
    ("error", "line"),
    [
        pytest.param(
            IndexUnusableError("another process is changing the index", "wait"),
            "another process is changing the index; wait",
            id="another process builds",
        ),
        pytest.param(MemoryError("too\nlarge"), "unexpected MemoryError: too large; ", id="a fault of the program"),
    ],
)
def test_error_is_one_line_and_the_files_wait(config: Config, folder: Path, error: Exception, line: str) -> None:
    def failing(config: Config, paths: Sequence[Path], progress: object) -> Report:
        raise error

    indexing = Indexing(config, folder, failing, delete_pages)
    dropped(indexing, {"school.txt": SCHOOL})
    job = indexing.job()
    assert job.problem.startswith(line)
    assert "\n" not in job.problem
    assert (job.running, job.fates, job.waiting) == (False, (), ("school.txt",))
    later = Indexing(config, folder, BUILD, delete_pages)
    later.begin()
    later.wait(PATIENCE)
    assert fates(later) == {"school.txt": ("added", "")}


def test_bad_page_in_an_empty_index_is_told_as_its_own_fault(indexing: Indexing, config: Config) -> None:
    indexing.delete("bridge.txt")
    dropped(indexing, {"bad.txt": ""})
    kind, why = fates(indexing)["bad.txt"]
    assert kind == "empty"
    assert "bad.txt is empty" in why
    assert indexing.job().problem == ""


def test_pieces_of_an_earlier_server_are_swept_and_whole_files_wait(config: Config, folder: Path) -> None:
    new_part(folder, "dropdrop").write_text("半")
    whole = drop(folder, "school.txt", SCHOOL, "dropdrop2")
    indexing = Indexing(config, folder, BUILD, delete_pages)
    assert arrived(folder) == [whole]
    assert [p.name for p in (folder / ".arriving").iterdir()] == ["dropdrop2"]
    assert indexing.job().waiting == ("school.txt",)


def test_refused_file_is_among_the_outcomes(indexing: Indexing) -> None:
    indexing.refuse("x.exe", "x.exe", "x.exe is of no known kind")
    [fate] = indexing.job().fates
    assert (fate.given, fate.kind, fate.why) == ("x.exe", OutcomeKind.FAILED, "x.exe is of no known kind")


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def at(self, seconds: float) -> None:
        self.now = seconds


def test_time_left_follows_what_was_measured() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.tell("reading", 0, 100)
    for read in range(1, 51):
        clock.at(read * 1.0)
        pace.tell("reading", read, 100)
    pace.tell("encoding", 0, 1000)
    for step in range(1, 11):
        clock.at(50 + step * 5.0)
        pace.tell("encoding", step * 100, 1000)
    # a page takes a second to read, and its twenty passages another to encode: fifty pages, a hundred seconds
    assert pace.left() == pytest.approx(100, rel=0.08)
    assert pace.share() == pytest.approx(0.5, rel=0.08)


def test_pages_that_are_as_they_were_are_not_counted_as_work() -> None:
    clock = Clock()
    pace = Pace(clock)
    for read in range(2001):
        clock.at(read * 0.01)
        pace.tell("reading", read, 4000)
    assert 20 < pace.left() < 35  # twenty seconds of reading, and a little for what may yet be new


def test_bar_never_goes_back() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.tell("reading", 0, 2)
    shares = []
    for second, told in enumerate(
        [("reading", 1, 2), ("reading", 2, 2), ("encoding", 0, 5000), ("encoding", 5000, 5000)]
    ):
        clock.at(second + 1.0)
        pace.tell(*told)
        shares.append(pace.share())
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1.0)
