"""A conversation: what can stand alone is answered alone, and what leans is answered with what came before."""

from __future__ import annotations

import time
from itertools import permutations

import pytest

from rag.answered import Answer, Verdict
from rag.asking import turn
from rag.asking.assistant import Assistant

COMPLETE = (
    "2022年5月6日陈志远督查了哪些地方？",
    "谁主持了全市防汛工作会议？",
    "全市防汛工作会议是什么时候召开的？",
    "防汛储备了多少编织袋？",
    "谁通报了今年的雨情？",
    "星光鞋材厂发现了什么问题？",
    "何建明是什么职务？",
    "海塘安澜工程总投资多少？",
    "海塘安澜工程全长多少公里？",
    "赵启明到金沙湾做了什么？",
    "谁陪同赵启明调研海塘安澜工程？",
    "望湖小学新校区占地多少亩？",
    "谁出席了望湖小学新校区启用仪式？",
    "市人民医院新院区有多少张床位？",
    "郭晓梅检查了什么？",
    "韩立群去柳溪乡调研什么？",
    "东江县县长是谁？",
    "林月华慰问了谁？",
    "陈志远2022年6月去了哪里？",
    "吕国良视察了哪些地方？",
    "Where did Chen Zhiyuan go on 6 May 2022?",
    "Who chaired the flood control meeting?",
    "When was the flood control meeting held?",
    "How many woven bags were stored for flood control?",
    "What post does He Jianming hold?",
    "How long is the seawall?",
    "Who accompanied Zhao Qiming on his visit to the seawall?",
    "What did Zhao Qiming do in Jinshawan?",
    "How many pupils moved into the new campus of Wanghu Primary School?",
    "Who attended the opening of the new campus of Wanghu Primary School?",
    "How many beds does the new hospital have?",
    "What did Guo Xiaomei inspect?",
    "Where did Han Liqun go on 14 November 2022?",
    "Who is the head of Dongjiang County?",
    "Whom did Lin Yuehua visit?",
    "Where did Chen Zhiyuan go in June 2022?",
    "Who went to Dongjiang County to study tea?",
    "Did Gao Wenbin take part in the visit to Dongjiang County?",
    "Who signed the reader's letter?",
    "Where did Wang Dachui go?",
)
SEPARATE = 40


def said(answer: Answer) -> tuple[object, ...]:
    """All of an answer but how long it took."""
    return answer.verdict, answer.text, answer.citations, answer.nearest, answer.heads, answer.carried, answer.query


def test_a_complete_question_is_understood_the_same_whatever_was_asked_before(assistant: Assistant) -> None:
    assert len(set(COMPLETE)) == SEPARATE
    with assistant._live.view() as view:
        alone = {q: turn.readings(view, q) for q in COMPLETE}
        assert [(p, q) for p, q in permutations(COMPLETE, 2) if turn.readings(view, q, [p]) != alone[q]] == []


def test_a_complete_question_gets_the_answer_it_gets_alone(assistant: Assistant) -> None:
    """After two others, and after one that leans."""
    alone = {q: said(assistant.ask(q)) for q in COMPLETE}
    for k, question in enumerate(COMPLETE):
        one, other = COMPLETE[(k + 7) % SEPARATE], COMPLETE[(k + 23) % SEPARATE]
        for history in ([other, one], [one, "他还去了哪里？"]):
            assert said(assistant.ask(question, history)) == alone[question], (history, question)


@pytest.mark.parametrize(
    ("history", "question", "says", "never"),
    [
        pytest.param(["2022年5月6日陈志远督查了哪些地方？"], "谁一同参加？", "林月华", "高文斌", id="with him"),
        pytest.param(["谁主持了全市防汛工作会议？"], "会上谁通报了雨情？", "林月华", "陈志远", id="at it"),
        pytest.param(["谁主持了全市防汛工作会议？"], "会议是哪天开的？", "5月5日", "5月6日", id="its day"),
        pytest.param(["海塘安澜工程全长多少？"], "总投资呢？", "18.3亿元", "占地", id="another figure of it"),
        pytest.param(["海塘安澜工程总投资多少？"], "谁去调研的？", "赵启明", "陈志远", id="who went there"),
        pytest.param(["陈志远2022年5月6日去了哪里？"], "前一天周文澜做了什么？", "防汛", "青石镇", id="the day before"),
        pytest.param(
            ["陈志远2022年6月去了哪里？", "谁陪同？"], "他是什么职务？", "市委秘书长", "林月华", id="whom it told last"
        ),
        pytest.param(
            ["陈志远2022年6月去了哪里？", "海塘安澜工程总投资多少？"], "他还去了哪里？", "东江县", "金沙湾", id="aside"
        ),
        pytest.param(
            ["2022年5月6日陈志远督查了哪些地方？"],
            "他什么时候去了东江县？",
            "2022年6月10日",
            "5月6日",
            id="another day",
        ),
        pytest.param(["Where did Chen Zhiyuan go on 6 May 2022?"], "And on 10 June?", "东江县", "青石镇", id="and on"),
        pytest.param(
            ["Where did Chen Zhiyuan go on 6 May 2022?"], "Who went with him?", "林月华", "高文斌", id="with whom"
        ),
        pytest.param(
            ["Where did Chen Zhiyuan go on 6 May 2022?"],
            "What about Lin Yuehua?",
            "星光鞋材厂",
            "东江县",
            id="what about",
        ),
    ],
)
def test_a_question_that_leans(assistant: Assistant, history: list[str], question: str, says: str, never: str) -> None:
    answer = assistant.ask(question, history)
    assert answer.verdict is Verdict.ANSWERED
    assert says in answer.text
    assert never not in answer.text
    assert answer.carried is not None


@pytest.mark.parametrize(
    ("history", "question"),
    [
        pytest.param(["陈志远2022年5月6日去了哪里？"], "第二天呢？", id="a day of which nothing is told"),
        pytest.param(["韩立群去柳溪乡调研什么？"], "他多大年纪？", id="an age nobody printed"),
        pytest.param(["谁主持了全市防汛工作会议？"], "那王大锤呢？", id="somebody who is nowhere"),
        pytest.param(["防汛储备了多少编织袋？"], "你刚才问了什么？", id="what was asked"),
        pytest.param(["防汛储备了多少编织袋？"], "What did I just ask?", id="what was asked, in English"),
        pytest.param([], "他去了哪里？", id="nobody before"),
        pytest.param([], "第二天林月华去了哪里？", id="no day before"),
    ],
)
def test_what_is_not_told_is_not_told_of_anything_said_before_either(
    assistant: Assistant, history: list[str], question: str
) -> None:
    assert assistant.ask(question, history).verdict is Verdict.ABSTAINED


@pytest.mark.parametrize(
    "junk", [pytest.param(["", "  ", "？", "\x00", "。。。"], id="empty"), pytest.param(["你好", "谢谢"], id="polite")]
)
def test_what_is_no_question_is_no_turn_of_the_conversation(assistant: Assistant, junk: list[str]) -> None:
    alone = assistant.ask("他是什么职务？", ["郭晓梅检查了什么？"])
    assert said(assistant.ask("他是什么职务？", ["郭晓梅检查了什么？", *junk])) == said(alone)
    assert assistant.ask("他是什么职务？", junk).carried is None


def test_two_thousand_earlier_questions_cost_no_more_than_a_few(assistant: Assistant) -> None:
    leaning = ["他还去了哪里？"] * 2000
    started = time.perf_counter()
    assert assistant.ask("郭晓梅检查了什么？", leaning).carried is None
    assert "卫生健康局" in assistant.ask("他是什么职务？", [*leaning, "郭晓梅检查了什么？"]).text
    assert assistant.ask("他呢？", leaning).verdict is Verdict.ABSTAINED
    assert time.perf_counter() - started < 5
