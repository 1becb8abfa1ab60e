"""What is no question about the pages."""

from __future__ import annotations

import pytest

from rag.asking.question.greeting import after_greeting, greets


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "你好",
            "您好！",
            "你好呀～",
            "嗨",
            "早上好",
            "在吗？",
            "谢谢",
            "非常感谢！",
            "谢谢你，再见",
            "好的，谢谢。",
            "哈哈哈",
        ),
        *(
            "你能做什么？",
            "你是谁",
            "你会干啥呀",
            "我能问什么？",
            "我可以问你哪些问题",
            "这个系统怎么用？",
            "怎么提问",
            "帮助",
        ),
        *("hi", "Hello!", "Hi there", "Thanks a lot!", "thank you very much", "OK", "Good morning"),
        *(
            "Who are you?",
            "What can you do?",
            "what can I ask here",
            "How does this work?",
            "help",
            "How do I use this?",
        ),
        *("你好，你能做什么？", "Hello, who are you?"),
    ],
)
def test_what_only_greets(typed: str) -> None:
    assert greets(typed)


@pytest.mark.parametrize(
    "typed",
    [
        *("市长是谁？", "陈志远能做什么？", "他是谁", "那里有什么？", "他说了什么", "他查什么", "谢谢书记是哪里人"),
        *("Who is the mayor?", "What can the mayor do?", "Who helped?", "What is this project?", "？？？", ""),
    ],
)
def test_a_question_is_none(typed: str) -> None:
    assert not greets(typed)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("你好，市长是谁？", "市长是谁？"),
        ("谢谢。那他后来去了哪里？", "那他后来去了哪里？"),
        ("Hello! Who is the mayor?", "Who is the mayor?"),
        ("市长是谁？谢谢", "市长是谁？谢谢"),
        ("你好！", "你好！"),
    ],
)
def test_a_greeting_before_a_question_is_passed_over(typed: str, asked: str) -> None:
    assert after_greeting(typed) == asked
