"""Every kind of ruling on every kind of thing, by what the index then holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.corrections import ConflictError, Proposal, mark_of
from rag.corrections.events import replaced
from rag.errors import RagError
from rag.indexing import check_index, rule, rulings, undo
from rag.records import Activity, Dated, Event, Person
from rag.ruled import Ruling, Thing
from tests.corrections.conftest import Desk


def people(desk: Desk, article: int) -> dict[str, str]:
    return {p.name: p.role for p in desk.reading("front.txt", article).understood.people}


def actors(desk: Desk, article: int) -> list[str]:
    return ["、".join(p.name for p in e.actors) for e in desk.reading("front.txt", article).understood.events]


def on_event(event: Event, ruling: Ruling, *made: Event) -> Proposal:
    return Proposal(Thing.EVENT, ruling, marks=(mark_of(event),), made=made)


def test_a_mended_event_tells_what_was_given_in_the_place_of_the_former(desk: Desk) -> None:
    event = desk.event("front.txt", 1, "检查")
    made = replace(event, actors=(Person("陈志远", "市长"),), places=("东江大桥",), when=Dated("2022-05-04", "更正"))
    entry = desk.rule("front.txt", 1, on_event(event, Ruling.MEND, made))
    now = desk.event("front.txt", 1, "检查")
    assert (now.actors, now.places, now.when.value) == (made.actors, made.places, "2022-05-04")
    assert (now.number, now.spans, now.ruling, now.entry) == (event.number, event.spans, Ruling.MEND, entry.id)
    assert people(desk, 1)["陈志远"] == "市长"
    assert check_index(desk.config).whole


def test_a_confirmed_event_is_as_it_was_and_says_so(desk: Desk) -> None:
    event = desk.event("front.txt", 1, "主持")
    desk.rule("front.txt", 1, on_event(event, Ruling.CONFIRM))
    now = desk.event("front.txt", 1, "主持")
    assert replace(now, ruling=None, entry="") == event
    assert now.ruling is Ruling.CONFIRM


def test_a_rejected_event_is_gone_and_the_others_stay(desk: Desk) -> None:
    event = desk.event("front.txt", 1, "要求")
    before = desk.reading("front.txt", 1).understood.events
    desk.rule("front.txt", 1, on_event(event, Ruling.REJECT))
    after = desk.reading("front.txt", 1).understood.events
    assert [e.action for e in after] == [e.action for e in before if e != event]
    assert [e.number for e in after] == list(range(1, len(after) + 1))


def test_events_are_merged_into_one_on_the_words_of_both(desk: Desk) -> None:
    one, two = desk.event("front.txt", 1, "主持"), desk.event("front.txt", 1, "参加")
    made = replace(one, participants=two.actors)
    proposal = Proposal(Thing.EVENT, Ruling.MERGE, marks=(mark_of(one), mark_of(two)), made=(made,))
    desk.rule("front.txt", 1, proposal)
    told = [e for e in desk.reading("front.txt", 1).understood.events if e.entry]
    assert [(e.actors, e.participants) for e in told] == [(one.actors, two.actors)]
    assert sum(s.end - s.start for s in told[0].spans) == sum(s.end - s.start for s in (*one.spans, *two.spans))


def test_an_event_is_split_into_several_and_one_of_these_mended_again(desk: Desk) -> None:
    event = desk.event("front.txt", 1, "检查")
    first, second = replace(event, action="来到"), replace(event, action="检查", target="桥面")
    desk.rule("front.txt", 1, on_event(event, Ruling.SPLIT, first, second))
    told = [e for e in desk.reading("front.txt", 1).understood.events if e.entry]
    assert [(e.action, e.target) for e in told] == [("来到", event.target), ("检查", "桥面")]
    desk.rule("front.txt", 1, on_event(told[1], Ruling.MEND, replace(told[1], target="桥墩")))
    told = [e for e in desk.reading("front.txt", 1).understood.events if e.entry]
    assert [(e.action, e.target) for e in told] == [("来到", event.target), ("检查", "桥墩")]


def test_a_person_is_renamed_in_all_that_the_article_tells_and_read_so(desk: Desk) -> None:
    desk.rule("front.txt", 1, Proposal(Thing.PERSON, Ruling.MEND, was=("陈志元",), now=("陈志远",)))
    assert "陈志远" in people(desk, 1)
    assert "陈志元" not in people(desk, 1)
    assert actors(desk, 1)[:2] == ["陈志远", "陈志远"]
    assert "陈志元" in desk.reading("front.txt", 1).page.text
    assert check_index(desk.config).whole


def test_a_person_that_is_none_is_in_nothing(desk: Desk) -> None:
    desk.rule("front.txt", 1, Proposal(Thing.PERSON, Ruling.REJECT, was=("周文涛",)))
    assert "周文涛" not in people(desk, 1)
    assert all("周文涛" not in names for names in actors(desk, 1))


def test_two_names_of_one_person_are_merged_and_one_of_two_people_is_split(desk: Desk) -> None:
    desk.rule("front.txt", 1, Proposal(Thing.PERSON, Ruling.MERGE, was=("王建国", "周文涛"), now=("王建国",)))
    assert set(people(desk, 1)) == {"陈志元", "王建国"}
    desk.rule("front.txt", 2, Proposal(Thing.PERSON, Ruling.SPLIT, was=("李文斌",), now=("李文", "方斌")))
    assert {"李文", "方斌"} <= set(people(desk, 2))


def test_an_office_is_mended_of_one_person_and_taken_away(desk: Desk) -> None:
    mend = Proposal(Thing.OFFICE, Ruling.MEND, was=("市委书记",), now=("市委副书记",), of="王建国")
    desk.rule("front.txt", 1, mend)
    assert people(desk, 1)["王建国"] == "市委副书记"
    assert people(desk, 1)["周文涛"] == "副市长"
    desk.rule("front.txt", 1, Proposal(Thing.OFFICE, Ruling.REJECT, was=("市委副书记",), of="王建国"))
    assert people(desk, 1)["王建国"] == ""


def test_a_place_is_mended_in_events_and_among_the_places(desk: Desk) -> None:
    desk.rule("front.txt", 1, Proposal(Thing.PLACE, Ruling.MEND, was=("东江县",), now=("东江区",)))
    told = desk.reading("front.txt", 1).understood
    assert "东江区" in told.places
    assert "东江县" not in told.places
    assert desk.event("front.txt", 1, "检查").places == ("东江区",)


@pytest.mark.parametrize("day", ["2022-05-03", "2022-05", "2021"])
def test_a_day_is_mended_for_the_article_and_all_that_has_it_from_there(desk: Desk, day: str) -> None:
    desk.rule("front.txt", 2, Proposal(Thing.DATE, Ruling.MEND, was=("2022-05-05",), now=(day,)))
    told = desk.reading("front.txt", 2).understood
    assert (told.when.value, told.when.basis) == (day, "更正")
    assert {e.when.value for e in told.events if "走访" in e.action} == {day}
    assert {e.when.value for e in told.events if "调研" in e.action} == {"2022-05-04"}


def test_a_day_is_rejected_and_then_known_to_nobody(desk: Desk) -> None:
    desk.rule("front.txt", 2, Proposal(Thing.DATE, Ruling.REJECT, was=("2022-05-05",)))
    assert desk.reading("front.txt", 2).understood.when.value is None
    desk.rule("front.txt", 2, Proposal(Thing.DATE, Ruling.MEND, now=("2022-05-02",)))
    assert desk.reading("front.txt", 2).understood.when.value == "2022-05-02"


def test_a_headline_takes_the_words_that_the_page_prints_and_leaves_the_rest_to_the_body(desk: Desk) -> None:
    article = desk.reading("front.txt", 2).article
    desk.rule("front.txt", 2, Proposal(Thing.HEADLINE, Ruling.MEND, was=article.titles, now=("迎来首批学生",)))
    now = desk.reading("front.txt", 2)
    assert now.article.title == "迎来首批学生"
    assert [now.page.text[s.start : s.end] for group in now.article.title_spans for s in group] == ["迎来首批学生"]
    assert sum(s.end - s.start for s in now.article.spans) == sum(s.end - s.start for s in article.spans)


def test_a_misprinted_headline_is_mended_where_it_stands_and_one_that_is_none_goes_to_the_body(desk: Desk) -> None:
    article = desk.reading("front.txt", 1).article
    desk.rule("front.txt", 1, Proposal(Thing.HEADLINE, Ruling.MEND, was=article.titles, now=("东江大桥建成通行",)))
    now = desk.reading("front.txt", 1).article
    assert (now.title, now.title_spans) == ("东江大桥建成通行", article.title_spans)
    desk.rule("front.txt", 1, Proposal(Thing.HEADLINE, Ruling.REJECT, was=now.titles))
    now = desk.reading("front.txt", 1).article
    assert (now.titles, now.paragraphs[0]) == ((), article.title_spans[0])


def test_articles_are_merged_and_keep_every_character(desk: Desk) -> None:
    before = [a for r in desk.readings() if r.page.name == "front.txt" for a in r.article.spans]
    desk.rule("front.txt", 1, Proposal(Thing.ARTICLE, Ruling.MERGE, other=2))
    now = [r for r in desk.readings() if r.page.name == "front.txt"]
    assert [r.article.number for r in now] == [1]
    assert sorted(now[0].article.spans) == sorted(before)
    assert {p.name for p in now[0].understood.people} >= {"陈志元", "李文斌"}


def test_an_article_is_split_where_a_paragraph_begins(desk: Desk) -> None:
    paragraph = desk.reading("front.txt", 2).article.paragraphs[1]
    desk.rule("front.txt", 2, Proposal(Thing.ARTICLE, Ruling.SPLIT, at=paragraph[0].start))
    now = {r.article.number: r for r in desk.readings() if r.page.name == "front.txt"}
    assert sorted(now) == [1, 2, 3]
    assert [p.name for p in now[3].understood.people] == ["孙立民"]
    assert "孙立民" not in {p.name for p in now[2].understood.people}


def test_a_paragraph_is_moved_and_an_article_that_is_none_is_furniture(desk: Desk) -> None:
    paragraph = desk.reading("front.txt", 2).article.paragraphs[1]
    desk.rule("front.txt", 2, Proposal(Thing.ARTICLE, Ruling.MEND, at=paragraph[0].start, other=1))
    assert desk.reading("front.txt", 1).article.paragraphs[-1] == paragraph
    assert "孙立民" in people(desk, 1)
    desk.rule("front.txt", 2, Proposal(Thing.ARTICLE, Ruling.REJECT))
    assert [r.article.number for r in desk.readings() if r.page.name == "front.txt"] == [1]
    assert desk.readings()[-1].page.name == "second.txt"


def test_the_last_article_of_a_page_stays(desk: Desk) -> None:
    desk.rule("second.txt", 1, Proposal(Thing.ARTICLE, Ruling.REJECT))
    assert [r.article.number for r in desk.readings() if r.page.name == "second.txt"] == [1]


BODIES = """海州日报
2022年5月8日 第3版

防汛会议召开

　　本报讯（记者 何小雨）5月7日，市应急局、市水利局联合到坡头村检查防汛。副市长周文涛，市农业局参加检查。
会议强调，要备足沙袋。他要求，值守不断人。
"""


def test_confirming_all_there_is_changes_nothing(desk: Desk) -> None:
    desk.write(bodies=BODIES)
    desk.build()
    before = desk.readings()
    for r in before:
        told, names = r.understood, {p.name for e in r.understood.events for p in (*e.actors, *e.participants)}
        day = (told.when.value,) if told.when.value else ()
        for proposal in (
            *(on_event(e, Ruling.CONFIRM) for e in told.events),
            *(
                Proposal(Thing.PERSON, Ruling.CONFIRM, was=(name,))
                for name in sorted({*(p.name for p in told.people), *names})
            ),
            *(Proposal(Thing.PLACE, Ruling.CONFIRM, was=(place,)) for place in told.places),
            *([Proposal(Thing.DATE, Ruling.CONFIRM, was=day)] if day else []),
            Proposal(Thing.HEADLINE, Ruling.CONFIRM, was=r.article.titles),
            Proposal(Thing.ARTICLE, Ruling.CONFIRM),
        ):
            rule(desk.config, r.page.name, r.article.number, proposal)
    assert len(desk.correct()) == 3
    for old, new in zip(before, desk.readings(), strict=True):
        events = tuple(replace(e, ruling=None, entry="") for e in new.understood.events)
        assert new.article == old.article
        assert replace(new.understood, ruled=(), events=events) == old.understood
        assert all(e.ruling is Ruling.CONFIRM for e in new.understood.events)


def test_undoing_gives_back_what_was_drawn_from_the_page(desk: Desk) -> None:
    before = desk.readings()
    event = desk.event("front.txt", 1, "检查")
    entries = [
        desk.rule("front.txt", 1, on_event(event, Ruling.REJECT)),
        desk.rule("front.txt", 1, Proposal(Thing.ARTICLE, Ruling.MERGE, other=2)),
    ]
    for entry in entries[::-1]:
        undo(desk.config, entry.id, "wang")
        desk.correct()
    assert [(r.article, r.understood) for r in desk.readings()] == [(r.article, r.understood) for r in before]
    assert [one.fate.value for one in rulings(desk.config)] == ["undone", "undone", "undoes", "undoes"]


def test_ruling_again_stands_over_the_former_and_undoing_it_brings_that_back(desk: Desk) -> None:
    desk.rule("front.txt", 1, Proposal(Thing.PERSON, Ruling.MEND, was=("陈志元",), now=("陈志远",)))
    again = desk.rule("front.txt", 1, Proposal(Thing.PERSON, Ruling.MEND, was=("陈志远",), now=("陈志宏",)))
    assert actors(desk, 1)[0] == "陈志宏"
    assert [one.fate.value for one in rulings(desk.config)] == ["replaced", "holds"]
    undo(desk.config, again.id)
    desk.correct()
    assert actors(desk, 1)[0] == "陈志远"


def test_of_two_people_who_correct_one_event_the_second_is_told(desk: Desk) -> None:
    event = desk.event("front.txt", 1, "检查")
    rule(desk.config, "front.txt", 1, replace(on_event(event, Ruling.REJECT), who="wang"))
    with pytest.raises(ConflictError, match="wang has ruled on this already"):  # the index has not followed yet
        rule(desk.config, "front.txt", 1, replace(on_event(event, Ruling.CONFIRM), who="li"))
    desk.correct()
    with pytest.raises(RagError, match="not as it was shown"):
        rule(desk.config, "front.txt", 1, on_event(event, Ruling.CONFIRM))
    assert [one.entry.who for one in rulings(desk.config)] == ["wang"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        pytest.param("=1+2", "is no name", id="a formula"),
        pytest.param("@SUM", "is no name", id="a formula by another sign"),
        pytest.param("<b>王</b>", "is no name", id="a script"),
        pytest.param("王" * 300, "has 300 characters", id="300 characters"),
        pytest.param("", "is empty", id="nothing"),
        pytest.param(" 王建国", "spaces around", id="spaces"),
        pytest.param("王\n国", "cannot be seen", id="a line break"),
        pytest.param("王\u202e国", "cannot be seen", id="turned around"),
        pytest.param("……", "is no name", id="no letter"),
        pytest.param("-王", "is no name", id="what a list of words would take back"),
    ],
)
def test_what_can_be_no_name_is_refused_in_a_line(desk: Desk, name: str, says: str) -> None:
    event = desk.event("front.txt", 1, "检查")
    for proposal in (
        Proposal(Thing.PERSON, Ruling.MEND, was=("陈志元",), now=(name,)),
        on_event(event, Ruling.MEND, replace(event, actors=(Person(name),))),
    ):
        with pytest.raises(RagError, match=says) as told:
            desk.rule("front.txt", 1, proposal)
        assert "\n" not in str(told.value)
    assert rulings(desk.config) == []


@pytest.mark.parametrize("day", ["2022-02-30", "22-05-06", "2022-5-6", "昨天", "2022-05-06; x", ""])
def test_what_can_be_no_day_is_refused(desk: Desk, day: str) -> None:
    with pytest.raises(RagError, match="is no date"):
        desk.rule("front.txt", 2, Proposal(Thing.DATE, Ruling.MEND, was=("2022-05-05",), now=(day,)))


@pytest.mark.parametrize(
    ("article", "proposal"),
    [
        pytest.param(
            1, Proposal(Thing.PERSON, Ruling.MEND, was=("没有人",), now=("王明",)), id="a name that is not there"
        ),
        pytest.param(1, Proposal(Thing.EVENT, Ruling.REJECT, marks=("0" * 16,)), id="an event that is not there"),
        pytest.param(1, Proposal(Thing.DATE, Ruling.MEND, was=("1999",), now=("2000",)), id="a day that is not there"),
        pytest.param(1, Proposal(Thing.HEADLINE, Ruling.REJECT, was=("别的题目",)), id="another headline"),
        pytest.param(1, Proposal(Thing.ARTICLE, Ruling.MERGE, other=9), id="no other article"),
        pytest.param(1, Proposal(Thing.ARTICLE, Ruling.MERGE, other=1), id="itself"),
        pytest.param(1, Proposal(Thing.ARTICLE, Ruling.SPLIT, at=99_999), id="a place that is not there"),
        pytest.param(7, Proposal(Thing.ARTICLE, Ruling.CONFIRM), id="an article that is not there"),
        pytest.param(1, Proposal(Thing.PERSON, Ruling.SPLIT, was=("王建国",), now=("王建国",)), id="split into one"),
    ],
)
def test_what_is_not_there_is_told_and_nothing_is_kept(desk: Desk, article: int, proposal: Proposal) -> None:
    with pytest.raises(RagError):
        desk.rule("front.txt", article, proposal)
    assert rulings(desk.config) == []


def test_an_event_that_this_version_does_not_find_stands_all_the_same(desk: Desk) -> None:
    """What somebody confirmed on the page is told, whatever is found there later."""
    event = desk.event("front.txt", 1, "主持")
    made = replace(event, action="主持", activity=Activity.MEETING_CHAIR)
    desk.rule("front.txt", 1, on_event(event, Ruling.MEND, made))
    entry = rulings(desk.config)[0].entry
    others = [e for e in desk.reading("front.txt", 1).understood.events if not e.entry]
    kept = replaced(others, entry, [event.spans])
    assert [e for e in kept if e.entry] == [
        replace(made, page="", article=0, number=0, ruling=Ruling.MEND, entry=entry.id)
    ]
