"""Events that were missed: added on a sentence of the page, mended, merged, taken back, and there after a rebuild."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from rag.corrections import (
    ChangedError,
    ConflictError,
    Proposal,
    ValueRefusedError,
    ledger_of,
    mark_of,
    sentences_of,
)
from rag.errors import SettingError
from rag.indexing import check_index, undo
from rag.records import Activity, Dated, Event, Person, Spans
from rag.ruled import Ruling, Thing
from rag.spans import quote
from tests.corrections.conftest import FRONT, Desk

WORDS = "校园里书声琅琅。"
VISIT = Event(
    "", 0, 0, (Person("周文涛", "副市长"),), "慰问", Activity.OTHER, "教师", ("望湖小学",), when=Dated("2022-05-05")
)


def sentence(desk: Desk, words: str, article: int = 2) -> Spans:
    reading = desk.reading("front.txt", article)
    every = [s for group in reading.article.paragraphs for s in sentences_of(reading.page, group)]
    return next(spans for spans in every if words in quote(reading.page.text, spans))


def missed(desk: Desk, words: str = WORDS, event: Event = VISIT, **others: str) -> Proposal:
    return Proposal(Thing.EVENT, Ruling.ADD, made=(event,), spans=sentence(desk, words), **others)  # type: ignore[arg-type]


def added(desk: Desk) -> list[Event]:
    return [e for e in desk.reading("front.txt", 2).understood.events if e.action == "慰问"]


def test_it_stands_among_the_others_where_its_words_do(desk: Desk) -> None:
    before = [e.action for e in desk.reading("front.txt", 2).understood.events]
    entry = desk.rule("front.txt", 2, missed(desk, who="wang"))
    events = desk.reading("front.txt", 2).understood.events
    (now,) = added(desk)
    assert [e.action for e in events] == [before[0], "慰问", *before[1:]]
    assert [e.number for e in events] == list(range(1, len(events) + 1))
    assert quote(FRONT, now.spans) == WORDS
    assert (now.actors, now.target, now.places, now.when.value) == (
        VISIT.actors, "教师", ("望湖小学",), "2022-05-05",
    )  # fmt: skip
    assert (now.ruling, now.entry) == (Ruling.ADD, entry.id)
    assert "周文涛" in {p.name for p in desk.reading("front.txt", 2).understood.people}
    assert check_index(desk.config).whole


def test_it_survives_a_rebuild_a_new_version_and_a_page_that_comes_back(desk: Desk) -> None:
    desk.rule("front.txt", 2, missed(desk))
    (before,) = added(desk)
    desk.build(rebuild=True)
    assert added(desk) == [before]
    desk.write(front="增刊\n" + FRONT.replace("昨日", "前日"))
    desk.build()
    (now,) = (e for r in desk.readings() for e in r.understood.events if e.action == "慰问")
    assert quote(desk.reading("front.txt", now.article).page.text, now.spans) == WORDS
    desk.delete("front.txt")
    desk.build()
    assert [e.action for r in desk.readings() for e in r.understood.events].count("慰问") == 1


def test_it_is_mended_and_taken_back(desk: Desk) -> None:
    first = desk.rule("front.txt", 2, missed(desk))
    (now,) = added(desk)
    mended = replace(now, target="全体教师")
    second = desk.rule("front.txt", 2, Proposal(Thing.EVENT, Ruling.MEND, (mark_of(now),), (mended,)))
    assert [(e.target, quote(FRONT, e.spans)) for e in added(desk)] == [("全体教师", WORDS)]
    assert second.over == (first.id,)
    undo(desk.config, second.id)
    desk.correct()
    assert [e.target for e in added(desk)] == ["教师"]
    (now,) = added(desk)
    desk.rule("front.txt", 2, Proposal(Thing.EVENT, Ruling.REJECT, (mark_of(now),)))
    assert added(desk) == []
    desk.build(rebuild=True)
    assert added(desk) == []


def test_merged_with_one_that_was_found_both_go_into_one(desk: Desk) -> None:
    desk.rule("front.txt", 2, missed(desk))
    found, (now,) = desk.event("front.txt", 2, "走访"), added(desk)
    desk.rule("front.txt", 2, Proposal(Thing.EVENT, Ruling.MERGE, (mark_of(now), mark_of(found)), (found,)))
    events = desk.reading("front.txt", 2).understood.events
    assert [e.action for e in events].count("走访") == 1
    assert added(desk) == []
    merged = desk.event("front.txt", 2, "走访")
    assert WORDS in quote(FRONT, merged.spans)
    assert quote(FRONT, found.spans) in quote(FRONT, merged.spans)
    desk.build(rebuild=True)
    assert desk.event("front.txt", 2, "走访") == merged


def test_of_two_who_add_the_same_the_second_is_told(desk: Desk) -> None:
    desk.rule("front.txt", 2, missed(desk, who="wang"))
    with pytest.raises(ConflictError, match="wang"):
        desk.rule("front.txt", 2, missed(desk, who="li"))
    other = replace(VISIT, action="看望")
    desk.rule("front.txt", 2, missed(desk, event=other, who="li"))
    assert len(ledger_of(desk.config).active()) == 2


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        pytest.param(lambda p: replace(p, spans=()), ChangedError, id="no sentence"),
        pytest.param(lambda p: replace(p, spans=p.spans[:1] * 2), ChangedError, id="no sentence of the article"),
        pytest.param(lambda p: replace(p, made=()), ValueRefusedError, id="nothing"),
        pytest.param(lambda p: replace(p, made=(replace(VISIT, actors=()),)), ValueRefusedError, id="nobody"),
        pytest.param(lambda p: replace(p, made=(replace(VISIT, action=""),)), ValueRefusedError, id="did nothing"),
        pytest.param(
            lambda p: replace(p, made=(replace(VISIT, places=("<script>",)),)), ValueRefusedError, id="no place"
        ),
        pytest.param(lambda p: replace(p, thing=Thing.PERSON, now=("甲乙",)), SettingError, id="a person"),
    ],
)
def test_what_cannot_be_added_is_told_in_a_line(
    desk: Desk, changed: Callable[[Proposal], Proposal], error: type[Exception]
) -> None:
    with pytest.raises(error) as told:
        desk.rule("front.txt", 2, changed(missed(desk)))
    assert "\n" not in str(told.value)
    assert ledger_of(desk.config).entries() == []
