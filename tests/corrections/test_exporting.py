"""Rulings as word lists that `--words` takes, and as questions that `wenzheng evaluate` reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rag.config import Config
from rag.corrections import Proposal, mark_of
from rag.errors import RagError
from rag.evaluating import write_questions
from rag.evaluating.golden import read_questions
from rag.indexing import export_words
from rag.ruled import Ruling, Thing
from rag.understanding import Lexicon
from tests.corrections.conftest import Desk


def lists(folder: Path) -> dict[str, list[str]]:
    return {path.stem: path.read_text(encoding="utf-8").splitlines() for path in sorted(folder.glob("*.tsv"))}


def test_names_become_rows_of_the_lists_they_belong_to(desk: Desk, tmp_path: Path) -> None:
    for proposal in (
        Proposal(Thing.PERSON, Ruling.MEND, was=("陈志元",), now=("陈志远",)),
        Proposal(Thing.PERSON, Ruling.REJECT, was=("周文涛",)),
        Proposal(Thing.OFFICE, Ruling.MEND, was=("市委书记",), now=("开发区党工委书记",), of="王建国"),
        Proposal(Thing.PLACE, Ruling.MEND, was=("东江县",), now=("东江新区",)),
    ):
        desk.rule("front.txt", 1, proposal)
    folder = tmp_path / "words"
    assert export_words(desk.config, folder) == {
        "aliases": 1,
        "gazetteer": 1,
        "not_names": 1,
        "offices": 1,
        "people": 1,
    }
    assert lists(folder) == {
        "aliases": ["陈志元\t陈志远"],
        "gazetteer": ["东江新区"],
        "not_names": ["周文涛"],
        "offices": ["开发区党工委书记"],
        "people": ["陈志远"],
    }
    lexicon = Lexicon.load(folder)
    assert "陈志远" in lexicon.people
    assert lexicon.aliases["陈志元"] == "陈志远"
    assert "周文涛" in lexicon.not_names
    assert {"东江新区"} <= lexicon.places


def test_rows_that_are_there_stay_and_come_once(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "people.tsv").write_text("# ours\n李明", encoding="utf-8")
    desk.rule("front.txt", 1, Proposal(Thing.PERSON, Ruling.CONFIRM, was=("王建国",)))
    assert export_words(desk.config, tmp_path) == {"people": 1}
    assert export_words(desk.config, tmp_path) == {"people": 0}
    assert lists(tmp_path) == {"people": ["# ours", "李明", "王建国"]}


def test_a_folder_that_cannot_be_written_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "words").write_text("x")
    desk.rule("front.txt", 1, Proposal(Thing.PERSON, Ruling.CONFIRM, was=("王建国",)))
    with pytest.raises(RagError, match="cannot be written"):
        export_words(desk.config, tmp_path / "words")


def test_an_event_becomes_questions_that_evaluate_reads(desk: Desk, tmp_path: Path) -> None:
    event = desk.event("front.txt", 2, "走访")
    desk.rule("front.txt", 2, Proposal(Thing.EVENT, Ruling.CONFIRM, marks=(mark_of(event),)))
    assert write_questions(desk.readings(), tmp_path / "gold.jsonl") == 3
    told = {q.type: q for q in read_questions(tmp_path / "gold.jsonl")}
    assert told["who"].question == "2022年5月5日谁走访望湖小学？"
    assert told["who"].atoms == (("李文斌",),)
    assert told["when"].atoms == (("2022-05-05", "2022年5月5日", "5月5日"),)
    assert all("李文斌走访望湖小学" in q.evidence[0].quote for q in told.values())


def test_what_was_rejected_or_is_untouched_is_asked_of_nobody(desk: Desk, tmp_path: Path) -> None:
    event = desk.event("front.txt", 2, "走访")
    desk.rule("front.txt", 2, Proposal(Thing.EVENT, Ruling.REJECT, marks=(mark_of(event),)))
    assert write_questions(desk.readings(), tmp_path / "gold.jsonl") == 0


def test_a_wrong_name_is_forbidden_only_where_the_page_does_not_print_it(desk: Desk, tmp_path: Path) -> None:
    desk.rule("front.txt", 1, Proposal(Thing.PERSON, Ruling.MEND, was=("陈志元",), now=("陈志远",)))
    write_questions(desk.readings(), tmp_path / "gold.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["forbidden"] for line in lines if line["type"] == "who"] == [[]]
    assert [line["atoms"] for line in lines if line["type"] == "who"] == [[["陈志远"]]]


def test_without_an_index_the_lists_are_written_all_the_same(tmp_path: Path) -> None:
    assert export_words(Config(index=tmp_path / "none"), tmp_path / "words") == {}
