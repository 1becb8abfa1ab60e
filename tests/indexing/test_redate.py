"""A page that prints no day is dated by the others of its town, whichever was built first."""

from __future__ import annotations

from pathlib import Path

from rag.config import Config
from rag.indexing import open_indexes
from tests.fakes import HashingEncoder, write_pages
from tests.indexing.conftest import Build

UNDATED = "周文涛到北山村调研\n\n本报讯（记者李明）5月6日，海州市市长周文涛到北山村调研。我市各地抓紧春耕。\n"


def issue(day: str, mayor: str) -> str:
    year, month, number = day.split("-")
    head = f"海州日报\n{year}年{int(month)}月{int(number)}日 第1版\n\n"
    return head + f"{mayor}检查防汛\n\n本报讯（记者李明）昨日，海州市市长{mayor}到南河镇检查防汛。我市各地抓紧备汛。\n"


OTHERS = {
    "a.txt": issue("2021-11-02", "李燕军"),
    "b.txt": issue("2022-03-02", "周文涛"),
    "y.txt": issue("2023-02-02", "陈明远"),
}


def day(config: Config) -> str | None:
    reading = open_indexes(config, HashingEncoder()).store.reading("u.txt", 1)
    assert reading
    return reading.understood.when.value


def test_a_page_is_dated_by_who_held_an_office_before_and_after(built: Build, config: Config, tmp_path: Path) -> None:
    built(write_pages(tmp_path / "all", {**OTHERS, "u.txt": UNDATED}))
    assert day(config) == "2022-05-06"


def test_pages_that_come_later_date_it_too(built: Build, config: Config, tmp_path: Path) -> None:
    built(write_pages(tmp_path / "one", {"u.txt": UNDATED}))
    assert day(config) is None
    built(write_pages(tmp_path / "more", OTHERS))
    assert day(config) == "2022-05-06"


def test_one_other_page_is_not_enough(built: Build, config: Config, tmp_path: Path) -> None:
    built(write_pages(tmp_path / "two", {"b.txt": OTHERS["b.txt"], "u.txt": UNDATED}))
    assert day(config) is None
