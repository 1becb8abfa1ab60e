"""Several questions in one line, a question that is only a name, and what is asked about the conversation."""

from __future__ import annotations

import pytest

from rag.answered import Verdict
from rag.asked import Cue
from rag.asking.assistant import Assistant
from rag.asking.question.cues import cues

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        pytest.param("市教育局局长是谁？市水利局局长是谁？", ("市教育局局长是谁？", "市水利局局长是谁？"), id="two offices"),
        pytest.param("谁主持了防汛工作会议？谁调研了海塘安澜工程？", ("谁主持了防汛工作会议？", "谁调研了海塘安澜工程？"), id="two matters"),
        pytest.param("Who chaired the flood control meeting? Where did Zhao Qiming go?", ("Who chaired the flood control meeting?", "Where did Zhao Qiming go?"), id="in English"),
    ],
)  # fmt: skip
def test_questions_that_stand_by_themselves_are_answered_each(
    assistant: Assistant, line: str, alone: tuple[str, ...]
) -> None:
    together = assistant.ask(line)
    heads = [h.value for q in alone for h in assistant.ask(q).heads]
    assert together.verdict is Verdict.ANSWERED
    assert [h.value for h in together.heads] == heads
    quotes = {c.quote for c in together.citations}
    assert all(quotes & {c.quote for c in assistant.ask(q).citations} for q in alone)


@pytest.mark.parametrize(
    "line",
    [
        "5月5日谁主持了防汛工作会议？谁参加了？",
        "赵启明调研了什么工程？他什么时候去的？",
        "新院区开诊当天接诊多少人？床位呢？",
        "望湖小学占地多少亩？报道里怎么说",
    ],
)
def test_a_question_that_leans_on_the_one_before_it_is_no_other(assistant: Assistant, line: str) -> None:
    assert len(assistant.findings(line)) == 1


@pytest.mark.parametrize(
    ("name", "full"),
    [
        pytest.param("赵启明", "赵启明做了什么？", id="a person"),
        pytest.param("Zhao Qiming", "What did Zhao Qiming do?", id="a person in pinyin"),
        pytest.param("赵启民？", "赵启明做了什么？", id="a person with a slip"),
        pytest.param("市教育局局长", "市教育局局长是谁？", id="an office"),
        pytest.param("2023年3月8日", "2023年3月8日发生了什么？", id="a day"),
        pytest.param("金沙湾。", "金沙湾发生了什么？", id="a place"),
    ],
)
def test_a_name_alone_is_asked_about_in_full(assistant: Assistant, name: str, full: str) -> None:
    answer, asked = assistant.ask(name), assistant.ask(full)
    assert answer.verdict is Verdict.ANSWERED
    assert {c.quote for c in answer.citations} == {c.quote for c in asked.citations}


@pytest.mark.parametrize("typed", ["谁", "什么时候？", "哪里", "问题", "情况", "Who?", "a", "1"])
def test_what_names_nothing_is_asked_to_say_more(assistant: Assistant, typed: str) -> None:
    answer = assistant.ask(typed)
    assert (answer.verdict, answer.reason, answer.nearest) == (Verdict.ABSTAINED, "vague", ())
    assert len(answer.text.split("\n")) == 1


@pytest.mark.parametrize(
    "typed",
    [
        *("你怎么知道的？", "你为什么不知道", "你刚才说了什么？", "上一个问题是什么？", "这个问题你能回答吗", "你确定吗？", "真的吗"),
        *("你刚才的答案是从哪来的？", "你为什么这么回答？", "我上一个问题是什么？", "为什么问不到？"),
        *("Why did you say that?", "How do you know?", "Are you sure?", "What did I just ask?", "What was my last question?"),
    ],
)  # fmt: skip
def test_a_question_about_the_conversation(assistant: Assistant, typed: str) -> None:
    answer = assistant.ask(typed, ["赵启明调研了什么工程？"])
    assert (answer.verdict, answer.reason, answer.citations) == (Verdict.ABSTAINED, "talk", ())


@pytest.mark.parametrize(
    "typed",
    [
        "他为什么这么说？",
        "为什么查不出原因？",
        "他怎么知道的？",
        "这个问题怎么解决的？",
        "市长为什么不说？",
        "How did the mayor know?",
        "Why did they go?",
    ],
)
def test_a_question_about_what_is_reported(typed: str) -> None:
    assert Cue.ASKS_BACK not in cues(typed)
