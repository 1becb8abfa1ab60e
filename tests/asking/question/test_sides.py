"""Questions that are put of several at once, as the question of each."""

from __future__ import annotations

import pytest

from rag.asking.question.sides import sides

PEOPLE, PLACES, DAYS = (
    ("陈志远", "林月华"),
    ("青石镇", "和平区", "柳溪乡", "东江县"),
    ("5月6日", "7日", "2022年", "2023年"),
)


@pytest.mark.parametrize(
    ("question", "of_each"),
    [
        pytest.param(
            "五一前，海州的陈志远和东江的林月华分别慰问了哪里的职工？",
            ("五一前，海州的陈志远慰问了哪里的职工？", "五一前，东江的林月华慰问了哪里的职工？"),
            id="the words of each, behind what is said of both",
        ),
        pytest.param(
            "东江县的陈志远和林月华各去了哪个镇？",
            ("东江县的陈志远去了哪个镇？", "东江县的林月华去了哪个镇？"),
            id="where both are of",
        ),
        pytest.param(
            "座谈会上，陈志远、林月华两个人讲的内容各有什么不同？",
            ("座谈会上，陈志远讲的内容是什么？", "座谈会上，林月华讲的内容是什么？"),
            id="what differs is what each is",
        ),
        pytest.param(
            "5月6日陈志远和林月华都在督查防汛，他们分别去了哪些镇？",
            ("5月6日陈志远在督查防汛去了哪些镇？", "5月6日林月华在督查防汛去了哪些镇？"),
            id="what both did",
        ),
        pytest.param(
            "陈志远2022年和2023年两趟下乡，各在哪几天？",
            ("陈志远2022年下乡在哪几天？", "陈志远2023年下乡在哪几天？"),
            id="two times of one person",
        ),
        pytest.param(
            "青石镇5月6日和7日分别办了哪些事？按日子理一下",
            ("青石镇5月6日办了哪些事？", "青石镇5月7日办了哪些事？"),
            id="a bare day is of the month before it",
        ),
        pytest.param(
            "青石镇6月和9月先后开了哪两场会？",
            ("青石镇6月开了哪场会？", "青石镇9月开了哪场会？"),
            id="two months in turn",
        ),
        pytest.param(
            "2022年5月4日、6日晚，围绕防汛和抗旱依次有谁做了什么？",
            ("2022年5月4日，围绕防汛和抗旱有谁做了什么？", "2022年5月6日晚，围绕防汛和抗旱有谁做了什么？"),
            id="days in turn, whatever else is joined",
        ),
        pytest.param(
            "3月至5月和9月分别有多少人？", ("3月至5月有多少人？", "9月有多少人？"), id="a stretch is not begun twice"
        ),
        pytest.param(
            "和平区与柳溪乡哪个更大？", ("和平区多大？", "柳溪乡多大？"), id="a name that holds what joins is not cut"
        ),
        pytest.param(
            "陈志远和林月华，谁的工龄更长，各多少年？",
            ("陈志远的工龄多少年？", "林月华的工龄多少年？"),
            id="who has more, and how much",
        ),
        pytest.param(
            "陈志远和林月华谁更早到青石镇？",
            ("陈志远什么时候到青石镇？", "林月华什么时候到青石镇？"),
            id="who was earlier",
        ),
        pytest.param(
            "What did Chen Zhiyuan and Lin Yuehua each inspect?",
            ("What did Chen Zhiyuan  inspect?", "What did Lin Yuehua  inspect?"),
            id="in English",
        ),
    ],
)
def test_the_question_of_each(question: str, of_each: tuple[str, ...]) -> None:
    assert sides(question, (PEOPLE, PLACES, DAYS)) == of_each


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("四项工作分别是什么？", id="nothing joined"),
        pytest.param("陈志远和林月华去了哪里？", id="put of both together"),
        pytest.param("各地和各部门要做什么？", id="各 is a part of a noun"),
        pytest.param("How many were hurt and how many moved respectively?", id="two questions"),
    ],
)
def test_a_question_of_one_is_left_as_it_is(question: str) -> None:
    assert sides(question, (PEOPLE, PLACES, DAYS)) == ()
