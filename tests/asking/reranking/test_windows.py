"""Which sentences the reader gets, and under what: articles made by hand."""

from __future__ import annotations

from rag.asked import Asks
from rag.asking.reranking.windows import BEFORE, ROOM, windows
from rag.asking.retrieval.judge import Judged
from rag.records import PassageKind
from tests.asking.handmade import ALONG, LED, STOPS, TITLE, article, asked, judged

WHO = asked(Asks.WHO, "谁督查安全生产", words=("督查", "安全生产"))


def long_article(sentences: int, length: int = 40) -> list[Judged]:
    told = [f"第{n}件事已经办完{'，大家都说好' * 80}"[: length - 1] + "。" for n in range(sentences)]
    return judged(WHO, article(sentences=told))


def test_a_short_article_is_one_window_under_its_headline_and_day() -> None:
    (window,) = windows(judged(WHO, article()), 3)
    assert window.heading == f"{TITLE} 2022-05-06"
    assert [p.text for p in window.passages] == [LED, STOPS, ALONG]


def test_who_acts_stands_before_a_sentence_that_does_not_say_so() -> None:
    (window,) = windows(judged(WHO, article()), 1)
    assert window.sentences == [LED, f"陈志远：{STOPS}", ALONG]


def test_a_window_has_room_for_so_much_and_begins_a_little_before() -> None:
    found = long_article(20)
    middle = next(j for j in found if j.passage.text.startswith("第9件"))
    (window,) = windows([middle, *found], 1)
    numbers = [p.number for p in window.passages]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    assert numbers[0] == middle.passage.number - BEFORE
    assert sum(len(p.text) for p in window.passages) <= ROOM


def test_no_sentence_is_read_twice_and_no_headline_at_all() -> None:
    found = windows(long_article(30), 4)
    ids = [p.id for w in found for p in w.passages]
    assert len(found) == 4
    assert len(ids) == len(set(ids))
    assert all(p.kind is PassageKind.SENTENCE for w in found for p in w.passages)


def test_a_sentence_longer_than_the_room_stands_alone() -> None:
    found = long_article(3, length=ROOM + 50)
    assert [len(w.passages) for w in windows(found, 3)] == [1, 1, 1]
