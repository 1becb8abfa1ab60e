"""What a question leaves open to the one before it."""

from __future__ import annotations

import pytest

from rag.asked import Asks, Language, Meeting, Wording
from rag.asking.question.leaning import Open, is_bare, opened
from rag.asking.question.question import Question
from tests.asking.handmade import JUNE, asked


def read(question: str, *words: str, **more: object) -> Question:
    return asked(Asks.WHAT, question, words=words, **more)


@pytest.mark.parametrize(
    ("query", "open_"),
    [
        pytest.param(read("他还去了哪里?"), Open.HE, id="he"),
        pytest.param(read("苏敏向他汇报了什么?", "苏敏", "汇报", people=("苏敏",)), Open.HE, id="he is not who acts"),
        pytest.param(read("他们带了什么礼物?", "礼物"), Open.THEY, id="they"),
        pytest.param(read("那次会议谁讲了话?"), Open.MATTER, id="that meeting"),
        pytest.param(read("座谈会上茶农提了什么?", "座谈会", "茶农"), Open.MATTER, id="at the talk"),
        pytest.param(read("该工程多长?"), Open.MATTER, id="the said project"),
        pytest.param(read("第二天呢?"), Open.DAY, id="the next day"),
        pytest.param(read("苏敏前一天去了哪里?", "苏敏", people=("苏敏",)), Open.DAY, id="somebody's day before"),
        pytest.param(read("那苏敏呢?", "苏敏", people=("苏敏",)), Open.AGAIN, id="somebody else"),
        pytest.param(read("6月呢?", periods=(JUNE,)), Open.AGAIN, id="another month"),
        pytest.param(read("接着又去了哪家茶场?", "茶场"), Open.GOES_ON, id="and then"),
        pytest.param(read("那官兵们怎么说?", "官兵们"), Open.GOES_ON, id="so"),
        pytest.param(read("什么时候?"), Open.BARE, id="only asks"),
        pytest.param(read("在哪里会见的?", "会见"), Open.BARE, id="a deed of anybody"),
        pytest.param(read("谁陪同?", "陪同"), Open.BARE, id="company of anybody"),
        pytest.param(read("总投资多少?", "总", "投资"), Open.BARE, id="a figure of anything"),
        pytest.param(read("哪天开的?", "天开"), Open.BARE, id="words cut wrongly"),
        pytest.param(read("What did he say?", language=Language.EN), Open.HE, id="English he"),
        pytest.param(read("What did they see afterwards?", language=Language.EN), Open.THEY, id="English they"),
        pytest.param(read("Who spoke at that meeting?", "讲话", language=Language.EN), Open.MATTER, id="English that"),
        pytest.param(read("And the day after?", language=Language.EN), Open.DAY, id="English next day"),
        pytest.param(
            read("What about Su Min?", people=("苏敏",), language=Language.EN), Open.AGAIN, id="English about"
        ),
        pytest.param(read("Who else came?", language=Language.EN), Open.GOES_ON, id="English else"),
    ],
)
def test_what_is_left_open(query: Question, open_: Open) -> None:
    assert open_ in opened(query)


@pytest.mark.parametrize(
    "query",
    [
        pytest.param(read("谁督查了断头路?", "督查", "断头路"), id="a matter of its own"),
        pytest.param(read("备足多少融雪剂?", "备足", "融雪剂"), id="a thing of its own"),
        pytest.param(read("除雪", "除雪"), id="a keyword"),
        pytest.param(
            read("谁是东江县县长?", "东江县", places=("东江县",), offices=("县长",)), id="an office of a place"
        ),
        pytest.param(read("苏敏还去了哪里?", "苏敏", people=("苏敏",)), id="somebody else's more"),
        pytest.param(read("苏敏调研时,她强调了什么?", "苏敏", people=("苏敏",)), id="a pronoun for whom it names"),
        pytest.param(read("谁参加了测评会,他讲了什么?", "测评会"), id="a pronoun for whom it asks for"),
        pytest.param(read("其他领导去了哪家茶场?", "茶场"), id="a word that holds a pronoun"),
        pytest.param(
            asked(
                Asks.WHO,
                "那场防汛工作会议谁主持的?",
                words=("防汛", "主持"),
                wording=Wording(meetings=(Meeting(("防汛",)),)),
            ),
            id="that meeting by its name",
        ),
        pytest.param(
            read("东江县那次会议谁主持?", "东江县", places=("东江县",)), id="that meeting of a place it names"
        ),
        pytest.param(read("新院区开诊当天接诊多少人?", "新院区", "开诊", "接诊"), id="the day of what it names"),
        pytest.param(
            read("那曲市市长是谁?", "那曲市", places=("那曲市",), offices=("市长",)), id="a place that begins so"
        ),
        pytest.param(read("企业该怎么整改?", "企业", "整改"), id="should"),
        pytest.param(asked(Asks.WHO, "谁出席的会议最多?"), id="who most of all"),
        pytest.param(read("你刚才问了什么?"), id="a question about the conversation"),
        pytest.param(read("What did I just ask?", language=Language.EN), id="an English one"),
        pytest.param(
            read("Where did He Jingfeng go?", people=("何景峰",), language=Language.EN), id="a family name He"
        ),
        pytest.param(read("Is there a hospital in Haizhou?", "医院", language=Language.EN), id="there is"),
    ],
)
def test_a_question_that_stands_by_itself_leaves_nothing_open(query: Question) -> None:
    assert opened(query) == frozenset()


def test_a_question_with_nothing_but_names_and_common_deeds_is_bare() -> None:
    assert is_bare(read("苏敏做了什么?", "苏敏", people=("苏敏",)))
    assert not is_bare(read("苏敏参观了茶场吗?", "苏敏", "参观", "茶场", people=("苏敏",)))
