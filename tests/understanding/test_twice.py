"""One event is told once, however often it is printed."""

from __future__ import annotations

from rag.records import Article, Layout, Page, Span
from rag.understanding import understand
from tests.understanding.pages import done, lexicon, told

LEAD = "5月6日，市长周文涛调研北山村。"


def test_a_caption_repeats_the_lead() -> None:
    (event,) = done(f"{LEAD}\n村里产业兴旺。\n{LEAD}")
    assert [(s.start, s.end) for s in event.spans] == [(0, 16), (25, 41)]


def test_a_meeting_told_again_is_the_same() -> None:
    (event,) = done("市长周文涛在海州与德隆集团董事长高明座谈。图为周文涛与高明座谈。")
    assert told(event) == ("周文涛", "meeting_attend")
    assert [p.name for p in event.participants] == ["高明"]


def test_two_visits_to_places_of_their_own_are_two() -> None:
    events = done("5月6日，市长周文涛调研北山村。周文涛调研横江镇。")
    assert [e.places for e in events] == [("北山村", "横江镇"), ("横江镇",)]


def test_a_fragment_that_stands_as_an_article_of_its_own_adds_a_place() -> None:
    text = f"{LEAD}\n{LEAD}"
    one, two = ((Span(0, 16),),), ((Span(17, 33),),)
    layout = Layout(
        Page("page.txt", text, "", issued="2022-05-08"),
        (Article("page.txt", 1, paragraphs=one), Article("page.txt", 2, paragraphs=two)),
    )
    first, second = understand(layout, None, lexicon())
    assert [[(s.start, s.end) for s in e.spans] for e in first.events] == [[(0, 16), (17, 33)]]
    assert second.events == ()


def test_what_is_said_at_a_meeting_told_of_is_no_second_attendance() -> None:
    held, said = done("东江市政府召开防汛新闻发布会。市长周文涛在发布会上表示，河堤要修好。")
    assert (held.activity.value, said.activity.value) == ("meeting_attend", "speech")
    assert [p.name for p in held.participants] == ["周文涛"]
