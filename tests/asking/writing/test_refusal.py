"""A refusal denies only what stands nowhere."""

from __future__ import annotations

import pytest

from rag.answered import Verdict
from rag.asked import Language
from rag.asking.assistant import Assistant
from rag.asking.constraints.lack import Lack, Support
from rag.asking.writing.refusal import refusal
from tests.asking.pages import PAGES

NEAR = "市委书记陈志远到青石镇督查。"
ZH, EN = Language.ZH, Language.EN


@pytest.mark.parametrize(
    ("language", "support", "said"),
    [
        pytest.param(ZH, Support(Lack.STRANGER, "吕国良"), "所查的报道里没有“吕国良”这个名字。", id="a name nothing prints"),
        pytest.param(ZH, Support(Lack.STRANGER, "方宁"), "没有找到写“方宁”做了什么的报道。", id="a reporter"),
        pytest.param(ZH, Support(Lack.PLACE, "青石镇"), "报道里有“青石镇”，但没有找到写明所问内容的句子。", id="there"),
        pytest.param(ZH, Support(Lack.PLACE, "吕家村"), "所查的报道里没有“吕家村”。", id="a place nothing prints"),
        pytest.param(ZH, Support(Lack.PERSON, "方宁、吕国良"), "所查的报道里没有“吕国良”。", id="one of two"),
        pytest.param(ZH, Support(Lack.PERSON), "没有找到写到这件事的报道。", id="nobody named"),
        pytest.param(ZH, Support(Lack.DATE, "吕年吕月"), "没有找到吕年吕月的这一报道。", id="a day is printed in many ways"),
        pytest.param(EN, Support(Lack.PLACE, "Zone"), 'No report was found with both "Zone" and what you ask about.', id="it may be printed in Chinese"),
        pytest.param(ZH, Support(Lack.SUBJECT, "吕跟着"), "所查的报道里没有“吕跟着”。", id="no word of the dictionary"),
        pytest.param(ZH, Support(Lack.SUBJECT, "跟着"), "有相近的报道，但没有找到写明所问内容的句子。", id="a verb"),
        pytest.param(ZH, Support(Lack.FOCUS, "多长时间"), "有相近的报道，但没有找到写明所问内容的句子。", id="what only asks"),
        pytest.param(ZH, Support(Lack.KIND), "有相近的报道，但没有找到写明所问内容的句子。", id="no part of the question"),
    ],
)  # fmt: skip
def test_words_of_a_refusal(language: Language, support: Support, said: str) -> None:
    assert refusal(support, language, NEAR, lambda words: "吕" not in words) == said


UNTOLD = (
    *("方宁去了哪里？", "罗晓督查了什么？", "何小雨主持了什么会议？", "吕国良去了哪里？", "林月华去了东江县吗？"),
    *("急诊接诊了多少名儿童？", "王大锤去了哪里？", "2022年5月8日陈志远去了哪里？", "苏敏督查了哪家企业？"),
    *("望湖小学有多少名教师？", "云雾山茶场的场长是谁？", "赵启明在柳溪乡做了什么？", "吕家村有多少人？"),
)


@pytest.mark.parametrize("question", UNTOLD)
def test_nothing_printed_is_said_to_stand_nowhere(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    denied = answer.text.partition("所查的报道里没有“")[2].partition("”")[0]
    assert not denied or not any(denied in page.replace("\n", "") for page in PAGES.values())


@pytest.mark.parametrize(
    ("question", "reason", "said"),
    [
        pytest.param("方宁去了哪里？", "stranger", "方宁", id="a reporter"),
        pytest.param("吕国良去了哪里？", "stranger", "所查的报道里没有“吕国良”这个名字。", id="a name nothing prints"),
    ],
)
def test_code_and_words(assistant: Assistant, question: str, reason: str, said: str) -> None:
    answer = assistant.ask(question)
    assert (answer.verdict, answer.reason) == (Verdict.ABSTAINED, reason)
    assert said in answer.text


@pytest.mark.parametrize("greeting", ["你好", "谢谢！", "What can you do?"])
def test_a_greeting_gets_examples_that_have_answers(assistant: Assistant, greeting: str) -> None:
    answer = assistant.ask(greeting)
    assert (answer.verdict, answer.reason, answer.citations, answer.nearest) == (Verdict.ABSTAINED, "greeting", (), ())
    examples = answer.text.split("\n")[1:]
    assert len(examples) >= 2
    assert {assistant.ask(q).verdict for q in examples} == {Verdict.ANSWERED}
    assert assistant.follow_ups(answer) == tuple(examples[:3])


def test_thanks_between_two_questions_break_no_conversation(assistant: Assistant) -> None:
    first = "赵启明调研了什么工程？"
    assert assistant.ask("他什么时候去的？", [first, "谢谢"]).text == assistant.ask("他什么时候去的？", [first]).text
