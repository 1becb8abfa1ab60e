"""Deleting and replacing are total, and doing a thing twice is doing it once."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rag.asked import Language
from rag.asking.assistant import Assistant
from rag.config import Config
from rag.errors import IndexUnusableError
from rag.indexing import check_index, delete, ledger, open_indexes
from rag.indexing.engines.files import FILE
from rag.listings import ALL_DONE, Order
from tests.fakes import HashingEncoder, write_pages
from tests.faults.acts import small_steps
from tests.indexing.conftest import BRIDGE, PAGES, SCHOOL, Build
from tests.indexing.test_build import fates
from tests.indexing.test_live import BRIDGE_QUESTION, SCHOOL_QUESTION, opened
from ui.events.handler import exported
from ui.evidence.handler import shown
from ui.evidence.view import Chosen
from ui.links import Place

OWN = ("东江大桥", "陈志远", "检查大桥", "何小雨")
"""What only the page about the bridge says."""


def rows(config: Config) -> list[str]:
    """Everything that stands in any table, as text."""
    db = sqlite3.connect(config.index / FILE)
    tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = [str(value) for table in tables for row in db.execute(f"SELECT * FROM {table}") for value in row]
    db.close()
    return found


def told(assistant: Assistant) -> str:
    """All that lists, counts, suggestions, look-ups, answers and exports say."""
    answers = [assistant.ask(q) for q in (BRIDGE_QUESTION, SCHOOL_QUESTION)]
    seen = [
        a.text.replace("陈志远", "", 1) if a is answers[0] else a.text for a in answers
    ]  # a refusal names who is asked
    seen += [repr((a.citations, a.nearest, [h.passage for h in a.hits], a.searched)) for a in answers]
    seen += [repr([leg.hits for leg in assistant.look_up(q).legs]) for q in (BRIDGE_QUESTION, "大桥通车")]
    seen += [repr(call()) for call in (assistant.pages, assistant.readings, assistant.events, assistant.tally)]
    seen += [repr(assistant.people()), repr(assistant.deeds()), repr(assistant.examples(Language.ZH))]
    seen += [repr((assistant.network(), assistant.places(), assistant.told_at()))]
    kinds = (
        ("events", "csv"),
        ("events", "jsonl"),
        *((v, k) for v in ("people", "places") for k in ("csv", "graphml")),
    )
    files = [exported(assistant, Language.ZH, {"view": view, "as": kind}) for view, kind in kinds]
    return "".join([*seen, *("".join(file[1]) for file in files if file)])


@pytest.mark.parametrize(
    "goes",
    [
        pytest.param(lambda config, built, folder: delete(config, ["a.txt"]), id="deleted"),
        pytest.param(
            lambda config, built, folder: built(write_pages(folder, {"a.txt": SCHOOL.replace("望湖", "观海")})),
            id="replaced",
        ),
    ],
)
def test_nothing_of_a_page_that_went_is_told_or_kept(
    built: Build, folder: Path, config: Config, goes: Callable[[Config, Build, Path], object]
) -> None:
    built(folder)
    with opened(config) as assistant:
        before = assistant.ask(BRIDGE_QUESTION)
        assistant.rate(BRIDGE_QUESTION, before, True)
        assert all(word in told(assistant) for word in OWN)
        goes(config, built, folder)
        assert [word for word in OWN if word in told(assistant)] == []
        assert assistant.ask("他还去了哪里？", [BRIDGE_QUESTION]).citations == ()
    assert check_index(config).whole


def test_no_table_holds_a_word_of_a_deleted_page(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    with opened(config) as assistant:
        assistant.rate(BRIDGE_QUESTION, assistant.ask(BRIDGE_QUESTION), True)
    assert [word for word in OWN if not any(word in row for row in rows(config))] == []
    delete(config, ["a.txt"])
    assert [row for row in rows(config) if any(word in row for word in OWN)] == []


def test_a_citation_of_an_old_conversation_says_that_the_source_is_gone(
    built: Build, folder: Path, config: Config
) -> None:
    built(folder)
    with opened(config) as assistant:
        (citation, *_) = assistant.ask(BRIDGE_QUESTION).citations
        digest = assistant.reading("a.txt", citation.article).page.digest
        chosen = Chosen((Place("a.txt", citation.article, citation.spans, digest),), 0, False)
        assert "大桥" in shown(assistant, Language.ZH, chosen)
        delete(config, ["a.txt"])
        assert "这一版已不在索引里" in shown(assistant, Language.ZH, chosen)
        assert "no longer in the index" in shown(assistant, Language.EN, chosen)
        built(write_pages(folder, {"a.txt": BRIDGE.replace("管护", "养护")}))
        assert "换过内容" in shown(assistant, Language.ZH, chosen)


def counts(config: Config) -> dict[str, int]:
    store = open_indexes(config, HashingEncoder()).store
    tables = (
        "pages",
        "articles",
        "events",
        "people",
        "passages",
        "names",
        "tellings",
        "word_postings",
        "pair_postings",
    )
    return {table: store.count(table) for table in tables}


def test_the_same_bytes_twice_renamed_and_corrected_back(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    once = counts(config)
    assert fates(built(folder)) == {"a.txt": "skipped", "b.txt": "skipped"}
    (folder / "a.txt").rename(folder / "z.txt")
    report = built(folder)
    assert [(o.name, o.kind.value, o.why) for o in report.outcomes if o.name == "z.txt"] == [
        ("z.txt", "skipped", "same content as a.txt")
    ]
    assert counts(config) == once
    for text in (BRIDGE.replace("陈志远", "苏晴雪"), BRIDGE):
        assert fates(built(write_pages(folder, {"a.txt": text}) / "a.txt")) == {"a.txt": "replaced"}
    assert counts(config) == once
    assert check_index(config).whole


def test_one_report_in_two_papers_is_one_event_however_they_come(built: Build, config: Config, tmp_path: Path) -> None:
    papers = {"x.txt": f"海州日报\n\n{BRIDGE}", "y.txt": f"东江晚报\n\n{BRIDGE}"}
    folder = write_pages(tmp_path / "papers", papers)
    built(folder)
    store = open_indexes(config, HashingEncoder()).store
    total = ledger.deeds(store, ALL_DONE, Order.NEWEST, 0, 50)
    assert [len(deed.told_again) for deed in total.deeds] == [1] * total.total
    once = counts(config)
    delete(config, ["x.txt"])
    left = ledger.deeds(store, ALL_DONE, Order.NEWEST, 0, 50)
    assert (left.total, [deed.told_again for deed in left.deeds]) == (total.total, [()] * total.total)
    built(folder)
    assert counts(config) == once
    assert check_index(config).whole


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_eight_processes_at_once(built: Build, folder: Path, config: Config) -> None:
    """One builds, the others say that it does or find all done; whoever comes later changes nothing."""
    with small_steps():
        children = [_building(built, folder) for _ in range(8)]
        ended = [os.WEXITSTATUS(os.waitpid(child, 0)[1]) for child in children]
    assert set(ended) <= {0, 1}
    assert 0 in ended
    assert fates(built(folder)) == dict.fromkeys(PAGES, "skipped")
    assert check_index(config).whole


def _building(built: Build, folder: Path) -> int:
    """A fork that builds and ends with 0, or with 1 where it says that another does."""
    if child := os.fork():
        return child
    code = 2
    try:
        built(folder)
        code = 0
    except IndexUnusableError as error:
        code = 1 if "another process is changing the index" in str(error) else 2
    finally:
        os._exit(code)
