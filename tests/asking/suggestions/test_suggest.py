"""Questions to go on with: about what was cited, in the question's language, and each with an answer."""

from __future__ import annotations

import pytest

from rag.answered import Verdict
from rag.asked import Language
from rag.asking import turn
from rag.asking.assistant import Assistant
from rag.asking.suggestions.facts import is_person
from rag.records import Person
from rag.text import has_han

pytestmark = pytest.mark.model

MEETING = "谁主持了全市防汛工作会议？"
VISIT = "陈志远2022年5月督查了哪些地方？"


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(MEETING, id="a meeting"),
        pytest.param(VISIT, id="a visit"),
        pytest.param("海塘安澜工程全长多少公里？", id="a figure"),
        pytest.param("吕国良视察了哪些地方？", id="after a refusal"),
        pytest.param("Where did Chen Zhiyuan go in May 2022?", id="in English"),
    ],
)
def test_each_has_an_answer_and_was_not_asked(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    suggested = assistant.follow_ups(answer)
    assert 1 <= len(suggested) <= 3
    assert len({question, *suggested}) == len(suggested) + 1
    for one in suggested:
        assert assistant.ask(one, [question]).verdict is Verdict.ANSWERED
        assert has_han(one) is (answer.query.language is Language.ZH)


def test_they_are_about_what_was_cited(assistant: Assistant) -> None:
    assert "哪些人参加了全市防汛工作会议？" in assistant.follow_ups(assistant.ask(MEETING))
    assert not [q for q in assistant.follow_ups(assistant.ask(MEETING)) if "陈志远" in q]


def test_what_is_offered_was_asked_and_its_answer_is_at_hand(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    suggested = assistant.follow_ups(assistant.ask(MEETING), [MEETING])
    offered = [(one, [MEETING]) for one in suggested] + [(one, []) for one in assistant.examples(Language.EN)]
    assert len(offered) >= 3

    def looks_nowhere(*given: object) -> None:
        raise AssertionError("what was asked lately is not looked for again")

    monkeypatch.setattr(turn, "findings", looks_nowhere)
    for question, before in offered:
        assert assistant.ask(question, before).verdict is Verdict.ANSWERED


def test_what_was_asked_before_is_not_suggested(assistant: Assistant) -> None:
    answer = assistant.ask(MEETING)
    first, *_ = assistant.follow_ups(answer)
    assert first not in assistant.follow_ups(answer, [first])
    assert first.rstrip("？") + "?" not in assistant.follow_ups(answer, [first.rstrip("？") + " ?"])


def test_what_says_the_same_is_not_suggested(assistant: Assistant) -> None:
    assert not [q for q in assistant.follow_ups(assistant.ask(VISIT)) if "哪些地方" in q]


@pytest.mark.parametrize(
    ("actor", "person"),
    [
        pytest.param(Person("陈志远", "市长"), True, id="a name with an office"),
        pytest.param(Person("市检查组", "市"), False, id="a body"),
        pytest.param(Person("陈志远"), False, id="nobody knows what he is"),
    ],
)
def test_who_is_asked_about(actor: Person, person: bool) -> None:
    assert is_person(actor) is person
