"""Whom a question names: as printed, with a slip, or nobody any page knows."""

from __future__ import annotations

import pytest

from rag.asked import Correction
from rag.asking.question.resolve import Named, people_in
from rag.asking.question.vocabulary import Vocabulary

KNOWN = Vocabulary(["陈志远", "周文澜", "林月华", "方宁", "欧阳明德", "高明"], [])


def named(words: str, *tagged: str) -> Named:
    """`words` is the question cut by |; `tagged` are the names the name model saw."""
    question = words.replace("|", "")
    spans = [(question.index(t), question.index(t) + len(t)) for t in tagged]
    return people_in(question, spans, KNOWN, words.split("|"))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(named("陈志远|去|了|哪里|？", "陈志远"), Named(("陈志远",)), id="as printed"),
        pytest.param(named("陈志远|去|了|哪里|？"), Named(("陈志远",)), id="as printed, unseen by the model"),
        pytest.param(
            named("周文澜|和|陈志远|去|了|哪里|？", "周文澜", "陈志远"), Named(("周文澜", "陈志远")), id="two"
        ),
        pytest.param(named("陈志远|呢|陈志远|在|哪里", "陈志远"), Named(("陈志远",)), id="twice is once"),
        pytest.param(named("欧阳明德|来|了|没有", "欧阳明德"), Named(("欧阳明德",)), id="a compound surname"),
        pytest.param(
            named("陈志原|去|了|哪里|？", "陈志原"),
            Named(("陈志远",), (), (Correction("陈志原", "陈志远"),)),
            id="a homophone",
        ),
        pytest.param(
            named("陈|自|远|去|了|哪里|？"),
            Named(("陈志远",), (), (Correction("陈自远", "陈志远"),)),
            id="a near homophone the model did not see: single characters no word covers",
        ),
        pytest.param(
            named("周闻兰|去|了|哪里|？", "周闻兰"),
            Named(("周文澜",), (), (Correction("周闻兰", "周文澜"),)),
            id="two wrong characters of the right sound",
        ),
        pytest.param(
            named("陈|志|均|去|了|哪里|？", "陈志"),
            Named((), ("陈志",)),
            id="a short name before a word of another sound",
        ),
        pytest.param(
            named("陈|志|院|去|了|哪里|？", "陈志"),
            Named(("陈志远",), (), (Correction("陈志院", "陈志远"),)),
            id="a name with a slip that the model cut short",
        ),
        pytest.param(named("吕国良|去|了|哪里|？", "吕国良"), Named((), ("吕国良",)), id="a stranger"),
        pytest.param(named("吕|国|良|去|了|哪里|？"), Named(), id="a stranger the model did not see is no name"),
        pytest.param(named("放|宁|去|了|哪里", "放宁"), Named((), ("放宁",)), id="two syllables agree by chance"),
        pytest.param(
            named("方宁远|去|了|哪里|？", "方宁远"), Named((), ("方宁远",)), id="a longer name swallows a known one"
        ),
        pytest.param(
            named("方宁|远程|参加|了|吗|？", "方宁远"), Named(("方宁",)), id="unless its last character begins a word"
        ),
        pytest.param(named("新|周刊|文|蓝|图|在|哪里|？"), Named(), id="single characters that sound like nobody"),
        pytest.param(named("沉思|志愿|者|在|哪里|？"), Named(), id="dictionary words are never a name with a slip"),
        pytest.param(named("今天|去|了|哪里|？"), Named(), id="no name at all"),
    ],
)
def test_people_of_a_question(found: Named, expected: Named) -> None:
    assert found == expected


def test_a_sound_that_two_known_people_share_decides_for_neither() -> None:
    twins = Vocabulary(["陈志远", "陈致远"], [])
    assert people_in("陈智远去了哪里", [(0, 3)], twins, ["陈智远", "去", "了", "哪里"]) == Named((), ("陈智远",))
