"""陈书记 is a family name with an office; the last character of a place is none."""

from __future__ import annotations

import pytest

from rag.asked import Titled
from rag.asking.matching.titled import answers_to
from rag.asking.question.titled import titled_in
from rag.records import Person
from rag.understanding import Lexicon


@pytest.mark.parametrize(
    ("question", "words", "found"),
    [
        pytest.param("陈书记去了哪里", ["陈", "书记", "去", "了", "哪里"], (Titled("陈", "书记"),), id="secretary"),
        pytest.param("马副市长讲了什么", ["马", "副市长", "讲"], (Titled("马", "副市长"),), id="deputy mayor"),
        pytest.param("新田县长去了哪里", ["新田", "县长"], (), id="the end of a place"),
        pytest.param("吉林省委常委会", ["吉林", "省委", "常委会"], (), id="no office people are called by"),
    ],
)
def test_family_names_before_an_office(question: str, words: list[str], found: tuple[Titled, ...]) -> None:
    assert titled_in(question, words, Lexicon.load(), ()) == found


@pytest.mark.parametrize(
    ("role", "answers"),
    [
        pytest.param("市委副书记、市长", True, id="one of two posts"),
        pytest.param("副市长", False, id="the deputy of it"),
        pytest.param("市水利局局长", False, id="another office"),
    ],
)
def test_who_answers_to_it(role: str, answers: bool) -> None:
    assert answers_to(Person("陈志远", role), Titled("陈", "市长")) is answers
