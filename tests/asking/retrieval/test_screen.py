"""Signs of an article by hand, and what they come to."""

from __future__ import annotations

from math import log

import numpy as np
import pytest

from rag.asked import Asks, Frame, Language
from rag.asking.matching.terms import Term
from rag.asking.question.sought import pieces
from rag.asking.retrieval.nearness import LOWEST, RANGE
from rag.asking.retrieval.screen import Signs, screen
from rag.indexing.skim import Skimmed

QUESTION = np.array([1.0, 0.0], np.float32)


def article(page: str, *sentences: tuple[str, float], setting: str = "") -> Skimmed:
    """Sentences with their cosines to the question."""
    texts, cosines = zip(*sentences, strict=True)
    vectors = np.array([[c, (1 - c * c) ** 0.5] for c in cosines], np.float32)
    return Skimmed(0, (page, 1), tuple(range(len(texts))), texts, vectors, setting)


def query(language: Language = Language.ZH, **more: object) -> Frame:
    return Frame(language, Asks.WHO, **more)  # type: ignore[arg-type]


BRIDGE = article("bridge.txt", ("陈志远检查大桥。", 0.95), ("雨停了。", 0.75))
SCHOOL = article("school.txt", ("李文斌走访学校。", 0.85))


def signs(asked: Frame, about: tuple[Term, ...], hints: tuple[tuple[str, ...], ...], *articles: Skimmed) -> list[Signs]:
    found = screen(asked, about, hints, articles, QUESTION)
    return [next(p.signs for p in found if p.article is a) for a in articles]


def test_nearness_runs_from_the_lowest_cosine_over_the_range() -> None:
    bridge, school = signs(query(), (), (), BRIDGE, SCHOOL)
    assert (bridge.nearest, bridge.headline, bridge.throughout) == pytest.approx((1.0, 1.0, 0.5), abs=1e-5)
    own = (school.nearest, school.nearest_three, school.throughout, school.gist, school.headline)
    assert own == pytest.approx(((0.85 - LOWEST) / RANGE,) * 5, abs=1e-5)


def test_below_the_lowest_one_is_still_nearer_than_another() -> None:
    far, farther = signs(query(), (), (), article("a.txt", ("甲。", 0.7)), article("b.txt", ("乙。", 0.65)))
    assert (far.nearest, farther.nearest) == pytest.approx((-0.25, -0.5), abs=1e-5)


def test_the_three_nearest_and_not_the_others() -> None:
    (four,) = signs(query(), (), (), article("a.txt", ("甲。", 0.75), ("乙。", 0.95), ("丙。", 0.85), ("丁。", 0.9)))
    assert (four.nearest_three, four.throughout) == pytest.approx((0.75, 0.5625), abs=1e-5)
    assert four.length == pytest.approx(log(4) / 5)


def test_the_passage_of_an_article_is_its_nearest() -> None:
    (found,) = screen(query(), (), (), (article("a.txt", ("甲。", 0.75), ("乙。", 0.95)),), QUESTION)
    assert found.passage == 1


@pytest.mark.parametrize(
    ("headline", "share"),
    [
        pytest.param("检查大桥", 1.0, id="all of it is asked"),
        pytest.param("大桥通车", 0.5, id="half of it"),
        pytest.param("大河之桥", 0.0, id="single characters do not count"),
    ],
)
def test_how_much_of_the_headline_is_asked(headline: str, share: float) -> None:
    (found,) = signs(
        query(), (), (("检查",), ("查大",), ("大桥", "桥")), article("a.txt", (headline, 0.8), ("检查。", 0.8))
    )
    assert found.headline_asked == share


def test_the_gist_is_that_of_long_sentences_more() -> None:
    bridge, _ = signs(query(), (), (), BRIDGE, SCHOOL)
    assert 0.5 < bridge.gist < 1.0


def test_what_is_asked_about_may_stand_apart_or_together() -> None:
    about = (Term("检查", weight=3.0), Term("雨", weight=1.0))
    bridge, school = signs(query(), about, (), BRIDGE, SCHOOL)
    assert (bridge.said, bridge.said_at_once) == (1.0, 0.75)
    assert (school.said, school.said_at_once) == (0.0, 0.0)


def test_city_and_newspaper_count_as_said() -> None:
    (here,) = signs(query(), (Term("海州"),), (), article("a.txt", ("雨停了。", 0.8), setting="海州 海州日报"))
    assert (here.said, here.said_at_once) == (1.0, 0.0)


def test_a_hint_that_fewer_articles_hold_tells_more() -> None:
    both = article("both.txt", ("检查与走访。", 0.8))
    bridge, school, _ = signs(query(), (), (("大桥",), ("走访", "访问"), ("隧道",)), BRIDGE, SCHOOL, both)
    assert bridge.hinted > school.hinted > 0
    assert bridge.hinted + school.hinted == pytest.approx(1.0)


def test_people_and_what_came_before() -> None:
    asked = query(people=("陈志远", "方宁"), within=(("school.txt", 1),))
    bridge, school = signs(asked, (), (), BRIDGE, SCHOOL)
    assert (bridge.named, bridge.within) == (0.5, 0.0)
    assert (school.named, school.within) == (0.0, 1.0)


def test_without_vectors_the_words_decide() -> None:
    found = screen(query(), (Term("走访"),), (), (BRIDGE, SCHOOL), np.zeros(2, np.float32))
    assert [p.article.key[0] for p in found] == ["school.txt", "bridge.txt"]
    assert {p.signs.nearest for p in found} == {-LOWEST / RANGE}


def test_equal_promise_comes_by_page() -> None:
    twins = [article(page, ("雨停了。", 0.8)) for page in ("b.txt", "a.txt")]
    assert [p.article.key[0] for p in screen(query(), (), (), twins, QUESTION)] == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("谁检查大桥？", (("谁检",), ("检查",), ("查大",), ("大桥",)), id="pairs, none over punctuation"),
        pytest.param("桥桥桥", (("桥桥",),), id="each once"),
        pytest.param("桥", (), id="one character is no pair"),
    ],
)
def test_pieces(question: str, expected: tuple[tuple[str, ...], ...]) -> None:
    assert pieces(question) == expected
