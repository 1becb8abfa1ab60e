"""Damage of any kind is noticed by whoever reads it and by the check, and mended from what is whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from rag.asked import Language, Scope
from rag.asking.assistant import Assistant
from rag.config import Config
from rag.errors import IndexUnusableError
from rag.indexing import check_index, delete, open_indexes
from rag.indexing.engines.files import FILE, VECTORS
from rag.indexing.opening import open_store
from rag.indexing.seals import seal_missing
from rag.listings import Wanted
from tests.fakes import HashingEncoder, write_pages
from tests.indexing.conftest import BRIDGE, SCHOOL, Build
from tests.indexing.test_live import BRIDGE_QUESTION, MARKET, SCHOOL_QUESTION, opened

ALTERED = (
    pytest.param("pages", "text", "东江县", "西江县", id="a page"),
    pytest.param("pages", "record", '"issued":', '"issued_":', id="what is known of a page"),
    pytest.param("pages", "digest", "", "0", id="the digest of a page"),
    pytest.param("articles", "record", "大桥", "小桥", id="an article"),
    pytest.param("articles", "told", "陈志远", "陈志达", id="what an article tells"),
    pytest.param("events", "record", "陈志远", "陈志达", id="an event"),
    pytest.param("people", "name", "陈志远", "陈志达", id="a person"),
    pytest.param("passages", "text", "东江县", "西江县", id="a passage"),
    pytest.param("passages", "record", "[", "{", id="where a passage stands"),
)
"""(table, column, what stands there, what another puts there)"""

FOR_FINDING = (
    "UPDATE skims SET texts = replace(texts, '东江县', '西江县')",
    "UPDATE skims SET vectors = zeroblob(length(vectors))",
    "UPDATE parts SET name = '陈志达' WHERE name = '陈志远'",
    "UPDATE texts SET said = replace(said, '大桥', '小桥')",
    "UPDATE tellings SET first = '2001-01-01'",
    "UPDATE tellings SET deed = 99",
    "DELETE FROM cuts WHERE passage = 1",
    "DELETE FROM names WHERE name = '陈志远'",
    "INSERT INTO names VALUES ('陈志达', 1)",
    "DELETE FROM word_postings WHERE term = '大桥'",
    "UPDATE word_postings SET term = '小桥' WHERE term = '大桥'",
    "DELETE FROM pair_postings WHERE term = '大桥'",
    "UPDATE pair_postings SET held = substr(held, 5) || substr(held, 1, 4) || x'00000100'",
    "DELETE FROM skims WHERE article = 1",
    "DELETE FROM article_seals",
    "UPDATE page_seals SET seal = x'00'",
    "UPDATE sayings SET saying = ''",
    "DELETE FROM sayings",
)


def change(config: Config, sql: str, values: tuple[str, ...] = ()) -> None:
    with sqlite3.connect(config.index / FILE) as db:
        assert db.execute(sql, values).rowcount > 0, "the damage does nothing"
    db.close()


def told(config: Config) -> str:
    health = check_index(config)
    lines = [str(fault) for fault in health.faults]
    assert all("\n" not in line and "; " in line and len(line) < 300 for line in lines)
    return "\n".join(lines)


EVERYTHING: Mapping[str, Callable[[Assistant], object]] = {
    "an answer": lambda a: a.ask(BRIDGE_QUESTION),
    "an answer of some pages": lambda a: a.ask(BRIDGE_QUESTION, scope=Scope(pages=("a.txt",))),
    "who did most": lambda a: a.ask("谁参加的活动最多？"),
    "examples": lambda a: a.examples(Language.ZH),
    "what is searched": lambda a: a.searched(),
    "a look-up": lambda a: a.look_up(BRIDGE_QUESTION),
    "articles": lambda a: a.readings(),
    "events": lambda a: a.events(),
    "events on new pages": lambda a: a.events(Wanted(pages=("a.txt", "b.txt"))),
    "the table of events": lambda a: a.deeds(),
    "counts": lambda a: a.tally(),
    "who with whom": lambda a: a.network(),
    "where": lambda a: a.places(),
    "when events were": lambda a: a.told_at(),
    "people": lambda a: a.people(),
    "people of an office": lambda a: a.people("市长"),
    "a person": lambda a: a.profile("李文斌"),
    "offices": lambda a: a.posts(["陈志远", "李文斌"]),
    "pages": lambda a: a.pages(),
    "what came": lambda a: a.came_since(0, 50),
    "where names are printed": lambda a: a.printed(["陈志远", "李文斌"]),
}
"""Every way in which an assistant tells something of its pages."""

LISTS = [way for way in EVERYTHING if way not in ("articles", "an answer", "an answer of some pages", "a look-up")]
"""Those that read no article whole."""


def everything(assistant: Assistant) -> None:
    for tells in EVERYTHING.values():
        tells(assistant)


def test_what_was_built_is_whole(built: Build, folder: Path, config: Config, tmp_path: Path) -> None:
    """Through pages that come, change, come under names found elsewhere, and go."""
    built(folder)
    assert (check_index(config).whole, check_index(config).pages) == (True, 2)
    built(write_pages(tmp_path / "more", {"c.txt": MARKET, "a.txt": BRIDGE.replace("大桥", "隧道") + "苏晴雪到场。\n"}))
    assert told(config) == ""
    delete(config, ["c.txt"])
    assert told(config) == ""
    built(folder, rebuild=True)
    assert told(config) == ""


@pytest.mark.parametrize(("table", "column", "old", "new"), ALTERED)
def test_an_altered_row_is_never_told_as_it_is(
    built: Build, folder: Path, config: Config, table: str, column: str, old: str, new: str
) -> None:
    built(folder)
    values = (old, new) if old else (new,)
    changed = f"replace({column}, ?, ?)" if old else f"{column} || ?"
    change(config, f"UPDATE {table} SET {column} = {changed} WHERE instr({column}, ?)", (*values, old))
    assert "as it was stored" in told(config)
    with opened(config) as assistant:
        for way, tells in EVERYTHING.items():
            lines: list[str] = []
            with one_line(lines):
                assert not any(word in repr(tells(assistant)) for word in ("西江", "陈志达", "小桥")), way
            assert all("is damaged: " in line and "wenzheng check" in line for line in lines)
            assert not any("\n" in line or "县" in line or "陈志" in line for line in lines)
    with opened(config) as assistant, pytest.raises(IndexUnusableError):
        everything(assistant)


LISTED = (
    pytest.param("UPDATE pages SET name = 'c.txt' WHERE name = 'a.txt'", id="the name of a page"),
    pytest.param("UPDATE pages SET record = json_set(record, '$.newspaper', '西江日报')", id="a newspaper"),
    pytest.param("UPDATE articles SET date = '2031-05-06' WHERE id = 1", id="the day of an article"),
    pytest.param("UPDATE articles SET number = 7 WHERE id = 1", id="the number of an article"),
    pytest.param("UPDATE articles SET told = json_set(told, '$.city', '西江市') WHERE id = 1", id="its town"),
    pytest.param("UPDATE people SET name = '陈志达' WHERE name = '陈志远'", id="a person"),
    pytest.param("UPDATE people SET role = '县长' WHERE name = '陈志远'", id="an office"),
    pytest.param("DELETE FROM people WHERE name = '陈志远'", id="a person is gone"),
    pytest.param("UPDATE events SET record = replace(record, '东江县', '西江县')", id="the place of an event"),
    pytest.param("UPDATE events SET activity = 'meeting'", id="the kind of an event"),
    pytest.param("UPDATE tellings SET standing = 'planned' WHERE article = 1", id="whether it was done"),
    pytest.param("UPDATE tellings SET activity = 'meeting'", id="the kind that is counted"),
    pytest.param("UPDATE tellings SET first = '2001-01-01', last = '2001-01-01'", id="the day that is counted"),
    pytest.param("UPDATE tellings SET newspaper_key = x'6162'", id="the newspaper that is counted"),
    pytest.param("UPDATE tellings SET deed = (SELECT min(id) FROM tellings)", id="two events made one"),
    pytest.param("UPDATE texts SET places = replace(places, '东江县', '西江县')", id="the places looked for"),
    pytest.param("UPDATE texts SET people = replace(people, '陈志远', '陈志达')", id="the people looked for"),
    pytest.param("UPDATE parts SET name = '陈志达' WHERE name = '陈志远'", id="who had a part"),
    pytest.param("DELETE FROM parts WHERE name = '陈志远'", id="who had a part is gone"),
    pytest.param("UPDATE named SET name = '西江县' WHERE name = '东江县'", id="a name of a place"),
    pytest.param("DELETE FROM passages WHERE article = 1 AND number > 0", id="sentences are gone"),
    pytest.param("UPDATE article_seals SET listed = NULL WHERE article = 1", id="no digest"),
)
"""What any list or count may be drawn from."""


@pytest.mark.parametrize("damage", LISTED)
def test_no_list_is_told_of_rows_that_were_altered(
    built: Build, folder: Path, config: Config, damage: str, request: pytest.FixtureRequest
) -> None:
    """Whichever is asked for first, and whatever was told before."""
    built(folder)
    change(config, damage)
    assert told(config) != ""
    for way in LISTS:
        with opened(config) as assistant, pytest.raises(IndexUnusableError, match=r"is damaged: .*wenzheng check") as e:
            EVERYTHING[way](assistant)
        assert "\n" not in str(e.value), way
        assert not any(word in str(e.value) for word in ("西江", "陈志")), way


def test_what_comes_later_is_looked_at_too(built: Build, folder: Path, config: Config, tmp_path: Path) -> None:
    """A list that was told once does not vouch for pages that came since."""
    built(folder)
    with opened(config) as assistant:
        everything(assistant)
        built(write_pages(tmp_path / "more", {"c.txt": MARKET}))
        everything(assistant)
        built(write_pages(tmp_path / "more", {"d.txt": MARKET.replace("青苗镇", "红土镇").replace("新", "旧")}))
        change(config, "UPDATE people SET role = '县长' WHERE article = (SELECT max(id) FROM articles)")
        for way in LISTS:
            with pytest.raises(IndexUnusableError, match=r"article 1 of the page d\.txt"):
                EVERYTHING[way](assistant)


def test_an_article_that_is_whole_is_still_opened(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    change(config, "UPDATE people SET name = '陈志达' WHERE name = '陈志远'")
    with opened(config) as assistant:
        assert assistant.reading("b.txt", 1).page.text == SCHOOL


def test_what_an_earlier_version_left_damaged_is_not_taken_for_whole(
    built: Build, folder: Path, config: Config
) -> None:
    """An index without digests of what is listed gets them as it is opened, but for what its other digests deny."""
    built(folder)
    with opened(config) as assistant:
        before = [repr(EVERYTHING[way](assistant)) for way in ("people", "counts", "where")]
    earlier(config)
    with opened(config) as assistant:
        assert [repr(EVERYTHING[way](assistant)) for way in ("people", "counts", "where")] == before
    assert told(config) == ""
    earlier(config)
    change(config, "UPDATE parts SET name = '陈志达' WHERE name = '陈志远'")
    for way in LISTS:
        with opened(config) as assistant, pytest.raises(IndexUnusableError, match=r"article 1 of the page a\.txt"):
            EVERYTHING[way](assistant)


def earlier(config: Config) -> None:
    """The index as the version before left it."""
    with sqlite3.connect(config.index / FILE) as db:
        db.execute("ALTER TABLE article_seals DROP COLUMN listed")
        db.execute("DELETE FROM meta WHERE key = 'deeds'")
        db.execute("UPDATE meta SET value = '8' WHERE key = 'schema'")
        db.execute("PRAGMA user_version = 8")
    db.close()


@pytest.mark.parametrize("damage", FOR_FINDING)
def test_what_is_searched_by_is_held_against_what_it_was_made_from(
    built: Build, folder: Path, config: Config, damage: str
) -> None:
    built(folder)
    change(config, damage)
    assert told(config) != ""


def test_a_passage_sealed_with_words_of_its_own_is_not_told(built: Build, folder: Path, config: Config) -> None:
    """As an index that was damaged before there were seals: the page and the answer would differ."""
    built(folder)
    change(config, "UPDATE passages SET text = replace(text, '望湖小学', '观海小学')")
    change(config, "DELETE FROM article_seals")
    change(config, "DELETE FROM page_seals")
    store = open_store(config)
    seal_missing(store.db)
    store.engine.close()
    with opened(config) as assistant, pytest.raises(IndexUnusableError, match=r"is damaged: passage \d"):
        assistant.ask(SCHOOL_QUESTION)
    assert "does not say what it cites" in told(config)


def test_swapped_ids_are_noticed(built: Build, folder: Path, config: Config) -> None:
    """Two passages, each under the other's id: the search would find one and tell the other."""
    built(folder)
    for step in ("id = -1 WHERE id = 1", "id = 1 WHERE id = 2", "id = 2 WHERE id = -1"):
        change(config, f"UPDATE passages SET {step}")
    assert "as it was stored" in told(config)
    with pytest.raises(IndexUnusableError, match="is damaged"):
        open_store(config).passages([1, 2])


def test_a_damaged_page_can_be_replaced_and_deleted(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    change(config, "UPDATE passages SET record = '{' WHERE instr(text, '大桥')")
    write_pages(folder, {"a.txt": BRIDGE + "又及。\n"})
    built(folder)
    assert told(config) == ""
    change(config, "UPDATE pages SET text = 'x' WHERE name = 'b.txt'")
    delete(config, ["b.txt"])
    assert told(config) == ""


def test_vectors_are_told_and_mended_by_the_next_question(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    (config.index / VECTORS).write_bytes(b"x")
    assert told(config).startswith("the copy of the vectors is missing, damaged or behind; it is made again")
    open_indexes(config, HashingEncoder()).store.engine.close()
    assert told(config) == ""


@pytest.mark.parametrize("at", range(0, 100, 4))
def test_any_flipped_byte_of_the_database_is_told_or_harmless(
    built: Build, folder: Path, config: Config, at: int
) -> None:
    """What can be read is what was written; what cannot is an error of one line."""
    built(folder)
    with opened(config) as assistant:
        right = [assistant.ask(q).text for q in (BRIDGE_QUESTION, SCHOOL_QUESTION)]
    path = config.index / FILE
    data = bytearray(path.read_bytes())
    place = 100 + (len(data) - 100) * at // 100
    data[place] ^= 0x55
    path.write_bytes(data)
    lines: list[str] = []
    with one_line(lines):
        whole = check_index(config).whole
    with one_line(lines), opened(config) as assistant:
        answers = [assistant.ask(q).text for q in (BRIDGE_QUESTION, SCHOOL_QUESTION)]
        assert answers == right or not whole
        assert [r.page.text for r in assistant.readings()] == [BRIDGE, SCHOOL]
    assert not [line for line in lines if "\n" in line or "望湖" in line]


@contextmanager
def one_line(lines: list[str]) -> Iterator[None]:
    try:
        yield
    except IndexUnusableError as error:
        lines.append(str(error))
