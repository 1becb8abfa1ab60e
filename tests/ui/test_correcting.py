"""The form beside an article: what it shows, what becomes of what it sends, who may."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rag import Language, Person, mark_of, rulings
from tests.corrections.conftest import Desk, desk
from tests.ui.correcting import at_the_desk
from tests.ui.fakes import PORT
from tests.ui.gate.newsroom import COMPONENT, EDITOR, READER, basic, call, component, newsroom
from ui.correcting.desk import form_of, kept, taken_back
from ui.correcting.sent import people_of
from ui.desk import Desk as Given
from ui.events.table import Leaf, events_table
from ui.links import article_link
from ui.present.corrected import corrected_lines

__all__ = ["desk"]

ZH, EN = Language.ZH, Language.EN
FIRST, OTHER = article_link("front.txt", 1), article_link("front.txt", 2)


@pytest.fixture
def given(desk: Desk) -> Iterator[Given]:
    with at_the_desk(desk) as made:
        yield made


def sent(thing: str, ruling: str, link: str = FIRST, **fields: object) -> dict[str, object]:
    return {"link": link, "thing": thing, "ruling": ruling, **fields}


def event(desk: Desk, action: str, article: int = 1, **changed: str) -> dict[str, object]:
    """What the form sends of an event, with some fields changed."""
    found = desk.event("front.txt", article, action)
    fields = {
        "who": "、".join(f"{p.name}（{p.role}）" for p in found.actors),
        "with": "",
        "did": found.action,
        "what": found.target,
        "where": "、".join(found.places),
        "day": found.when.value or "",
        "type": found.activity.value,
    }
    return {"marks": mark_of(found), "made": [fields | changed]}


def test_the_form_shows_each_thing_and_the_text_beside_it(given: Given) -> None:
    shown = form_of(given, ZH, {"link": FIRST})["form"]
    for words in (
        "陈志元（海州市市长）",
        "王建国",
        "东江县",
        "2022-05-05",
        "东江大桥建成通车",
        "昨日，海州市市长陈志元来到",
    ):
        assert words in shown
    assert shown.count('data-thing="person"') == 3
    assert "Save" in form_of(given, EN, {"link": FIRST})["form"]


@pytest.mark.parametrize("link", ["", "?article=none.txt%231", "?article=front.txt%2399", "?lang=en", "javascript:1"])
def test_an_article_that_is_not_there_is_told(given: Given, link: str) -> None:
    assert form_of(given, EN, {"link": link})["wrong"] == "yes"
    assert "no longer in the index" in form_of(given, EN, {"link": link})["form"]
    assert kept(given, EN, sent("person", "reject", link, was="x"), "")["wrong"] == "yes"


def test_an_event_is_mended_and_the_page_says_so(given: Given, desk: Desk) -> None:
    parts = kept(
        given, ZH, sent("event", "mend", **event(desk, "检查", who="陈志远（市长、局长）", day="2022-05-04")), "wang"
    )
    assert parts["wrong"] == ""
    assert "已保存。" in parts["form"]
    assert "已更正" in parts["form"]
    assert "wang" in parts["form"]
    now = desk.event("front.txt", 1, "检查")
    assert now.actors == (Person("陈志远", "市长、局长"),)
    assert (now.when.value, now.when.printed) == ("2022-05-04", "昨日")


def test_events_are_merged_parted_confirmed_and_rejected(given: Given, desk: Desk) -> None:
    one, two = event(desk, "主持"), event(desk, "参加")
    assert (
        kept(given, ZH, sent("event", "merge", marks=f"{one['marks']},{two['marks']}", made=one["made"]), "")["wrong"]
        == ""
    )
    parted = event(desk, "检查")
    made = [*parted["made"], {**parted["made"][0], "did": "走访"}]  # type: ignore[index, misc]
    assert kept(given, ZH, sent("event", "split", marks=parted["marks"], made=made), "")["wrong"] == ""
    assert kept(given, ZH, sent("event", "confirm", OTHER, **event(desk, "走访", 2)), "")["wrong"] == ""
    assert kept(given, ZH, sent("event", "reject", OTHER, **event(desk, "调研", 2)), "")["wrong"] == ""
    told = [one.entry.ruling.value for one in rulings(desk.config)]
    assert told == ["merge", "split", "confirm", "reject"]


def test_a_person_takes_another_office_and_name_at_once(given: Given, desk: Desk) -> None:
    fields = {"was": "王建国", "role": "市委书记", "now": "王建业", "office": "市委副书记"}
    assert kept(given, ZH, sent("person", "mend", **fields), "")["wrong"] == ""
    assert Person("王建业", "市委副书记") in desk.reading("front.txt", 1).understood.people
    assert (
        kept(given, ZH, sent("person", "mend", was="周文涛", role="副市长", now="周文、周涛", office="副市长"), "")[
            "wrong"
        ]
        == ""
    )
    assert {"周文", "周涛"} <= {p.name for p in desk.reading("front.txt", 1).understood.people}


def test_of_an_office_and_a_name_that_can_be_none_neither_is_kept(given: Given, desk: Desk) -> None:
    fields = {"was": "王建国", "role": "市委书记", "now": "王" * 400, "office": "市委副书记"}
    assert kept(given, ZH, sent("person", "mend", **fields), "")["wrong"] == "yes"
    assert rulings(desk.config) == []


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param(sent("place", "mend", was="东江县", now="东江区"), id="place"),
        pytest.param(sent("date", "mend", was="2022-05-05", now="2022-05-04"), id="date"),
        pytest.param(sent("date", "reject", was="2022-05-05"), id="no date"),
        pytest.param(sent("headline", "mend", now="东江大桥通车"), id="headline"),
        pytest.param(sent("headline", "reject"), id="no headline"),
        pytest.param(sent("article", "merge", other="2"), id="articles merged"),
        pytest.param(sent("article", "confirm"), id="article confirmed"),
        pytest.param(sent("person", "merge", was="王建国", other="周文涛"), id="people merged"),
        pytest.param(sent("person", "reject", was="王建国"), id="no person"),
    ],
)
def test_each_kind_is_kept_and_taken_back(given: Given, desk: Desk, fields: dict[str, object]) -> None:
    before = [(r.article, r.understood) for r in desk.readings()]
    assert kept(given, EN, fields, "li")["wrong"] == ""
    (one,) = rulings(desk.config)
    assert (one.entry.who, one.fate.value) == ("li", "holds")
    assert "Undone." in taken_back(given, EN, {"link": FIRST, "entry": one.entry.id}, "li")["form"]
    assert [(r.article, r.understood) for r in desk.readings()] == before


def test_an_article_is_parted_and_a_paragraph_moved(given: Given, desk: Desk) -> None:
    at = str(desk.reading("front.txt", 2).article.paragraphs[1][0].start)
    assert kept(given, ZH, sent("article", "split", OTHER, at=at), "")["wrong"] == ""
    at = str(desk.reading("front.txt", 1).article.paragraphs[1][0].start)
    assert kept(given, ZH, sent("article", "mend", FIRST, at=at, other="3"), "")["wrong"] == ""
    assert "王建国" in {p.name for p in desk.reading("front.txt", 3).understood.people}


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        pytest.param("=1+2", "不像名字", "is no name", id="formula"),
        pytest.param("<img src=x onerror=alert(1)>", "不像名字", "is no name", id="script"),
        pytest.param("王" * 300, "有 300 个字", "has 300 characters", id="300 characters"),
        pytest.param("", "空的", "is empty", id="nothing"),
    ],
)
def test_what_can_be_no_name_is_refused_in_the_readers_language(
    given: Given, desk: Desk, name: str, zh: str, en: str
) -> None:
    for language, says in ((ZH, zh), (EN, en)):
        parts = kept(given, language, sent("place", "mend", was="东江县", now=name or " "), "")
        assert parts["wrong"] == "yes"
        assert says in parts["form"] or (not name and "1" in parts["form"])
        assert "<img" not in parts["form"]
    assert rulings(desk.config) == []


def test_of_two_who_correct_one_event_the_second_is_told_in_words(given: Given, desk: Desk) -> None:
    fields = sent("event", "reject", **event(desk, "检查"))
    given.indexing.correct = lambda seconds=0.0: False  # type: ignore[method-assign]
    assert "稍后生效" in kept(given, ZH, fields, "wang")["form"]
    assert "wang已在" in kept(given, ZH, fields, "li")["form"]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"thing": "event"},
        {"thing": "nothing", "ruling": "mend"},
        {"thing": "event", "ruling": "mend", "marks": "x", "made": "no list"},
        {"thing": "event", "ruling": "mend", "marks": ["a"], "made": [1, None, {}]},
        {"thing": "article", "ruling": "split", "at": "9" * 30},
        {"thing": "person", "ruling": "undo", "was": "王建国"},
        {"thing": "person", "ruling": "mend", "was": {"a": 1}},
    ],
)
def test_what_no_form_sends_changes_nothing(given: Given, desk: Desk, fields: dict[str, object]) -> None:
    assert kept(given, ZH, {"link": FIRST, **fields}, "")["wrong"] == "yes"
    assert rulings(desk.config) == []


def test_what_is_cited_and_listed_says_that_it_was_corrected(given: Given, desk: Desk) -> None:
    kept(given, ZH, sent("event", "mend", **event(desk, "检查", who="陈志远（市长）")), "")
    kept(given, ZH, sent("person", "confirm", was="王建国"), "")
    deeds = given.assistant.deeds()
    for language, word in ((ZH, "已更正"), (EN, "corrected")):
        assert events_table(language, Leaf(deeds)).count(f">{word}</span>") == 1
    answer = given.assistant.ask("谁检查了大桥通车情况？")
    assert [r.now for c in answer.citations for r in c.corrected] == ["2022-05-05 市长陈志远 来到、检查大桥通车情况"]
    assert corrected_lines(EN, answer.citations[0].corrected)[0].startswith("Corrected (Event): ")
    shown = form_of(given, ZH, {"link": FIRST})["form"]
    assert shown.count("已核实</span>") >= 1


def test_people_are_read_with_their_offices() -> None:
    assert people_of("陈志远（市长、书记）、李文斌(局长)，王建国 ; 张三") == (
        Person("陈志远", "市长、书记"), Person("李文斌", "局长"), Person("王建国"), Person("张三"),
    )  # fmt: skip


@pytest.mark.parametrize("function", ["correcting", "correct", "uncorrect"])
def test_only_editors_may(tmp_path: Path, function: str) -> None:
    with newsroom(tmp_path) as (address, _):
        body = component(address, "evidence", function)
        for account, status in ((READER, 403), (EDITOR, 200)):
            told = call(
                f"{address}{COMPONENT}", "POST", body, Authorization=basic(account), Content_Type="application/json"
            )
            assert told[0] == status
        assert call(f"{address}{COMPONENT}", "POST", body, Content_Type="application/json")[0] == 401


def test_a_reader_is_not_offered_what_only_editors_may(tmp_path: Path) -> None:
    with newsroom(tmp_path) as (address, _):
        body = json.loads(component(address, "evidence", "open"))
        body["data"] = {"links": [article_link(PORT.page.name, PORT.article.number)], "which": 0}
        offered: dict[str, Any] = {}
        for account in (READER, EDITOR):
            headers = {"Authorization": basic(account), "Content_Type": "application/json"}
            told = call(f"{address}{COMPONENT}", "POST", json.dumps(body).encode(), **headers)[2].decode()
            offered[account[0]] = "data-correct" in told
        assert offered == {READER[0]: False, EDITOR[0]: True}


def test_an_event_that_was_missed_is_added_on_the_sentence_that_was_chosen(given: Given, desk: Desk) -> None:
    shown = form_of(given, EN, {"link": OTHER})["form"]
    (value,) = re.findall(r'<option value="([0-9,-]+)">校园里书声琅琅。</option>', shown)
    assert f'<span data-sentence="{value}">校园里书声琅琅。</span>' in shown
    made = {"who": "周文涛（副市长）", "did": "慰问", "what": "教师", "where": "望湖小学", "day": "", "type": "other"}
    missed = sent("event", "add", OTHER, sentence=value, made=[made])
    assert kept(given, EN, missed, "wang")["wrong"] == ""
    event = desk.event("front.txt", 2, "慰问")
    assert (event.actors[0].name, event.actors[0].role, event.entry) == (
        "周文涛",
        "副市长",
        rulings(desk.config)[0].entry.id,
    )
    wrong = kept(given, EN, sent("event", "add", OTHER, sentence=value, made=[made | {"who": ""}]), "wang")
    assert "Say who did it." in wrong["form"]
    for unknown in ("", "0-4", "x", "99999999-1", [1]):
        assert kept(given, EN, sent("event", "add", OTHER, sentence=unknown, made=[made]), "li")["wrong"] == "yes"
    assert len(rulings(desk.config)) == 1
