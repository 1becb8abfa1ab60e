"""What is told of one half of a day, one leg of a tour, one stage, one sex or one figure is not stated of another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rag.answered import Verdict
from rag.asking.assistant import Assistant
from tests.asking.opened import opened_over

PAGES = {
    "2024-03-06-01.txt": """柳溪日报
2024年3月6日 星期三 第1版

市领导检查春耕
本报讯 5日上午，市委书记方景行到石桥镇查看育秧大棚，市农业农村局局长屈广田陪同；5日下午，市长罗庆元到青坪镇查看水渠，市水利局局长葛长山陪同。市政府秘书长包玉梅全程陪同。

副市长走访企业
本报讯 3月4日，副市长秦月娥到华川机械厂走访，市工信局局长蒋大海随同；3月5日，副市长贺文涛到恒丰纸业走访，市科技局局长石建平随同。

县医院扩建进展
本报讯 3月5日，市长罗庆元到市医院新院区督导扩建工程。该工程一期投资2.4亿元，已于2022年6月投入使用；二期投资1.8亿元，于2023年9月开工。二期由鼎固建工集团承建。

梅花节开幕
本报讯 3月2日，第二届梅花节在青坪镇开幕，到3月20日结束。

两会议同日召开
本报讯 3月1日上午，市委书记方景行主持召开市委常委会会议。当天下午，罗庆元主持召开市政府党组会议，传达学习会议精神。

市政府党组学习
本报讯 2月26日，市长罗庆元主持召开市政府第9次常务会议。会议传达学习了谭振华书记在全省农村工作会议上的重要讲话精神，谭振华书记在防汛工作会议上的重要讲话精神，省委常委会会议精神。

市卫健委党组学习
本报讯 2月28日，市卫健委召开党组理论学习会，传达学习谭振华书记的重要讲话精神，市卫健委党组书记唐秀英主持会议并讲话。
""",
    "2024-03-08-01.txt": """柳溪日报
2024年3月8日 星期五 第1版

全市篮球赛收官
本报讯 3月7日，全市职工篮球赛收官。男子组，税务局队以70比62胜学校联队，夺得冠军。

学生运动会落幕
本报讯 3月7日，全市学生运动会落幕。团体总分男子组，白塔中学以152分获第二名；女子组，柳溪一中以165分获第一名。

拆迁补偿完成
本报讯 3月7日，北街改造指挥部通报，共拆除危房46处，安置居民312人，发放补偿款850万元。

外贸数据发布
本报讯 据海关统计，1月至2月全市出口6.2亿元，同比增长8%；进口1.9亿元，同比下降3%。

老人的手艺
本报讯 石桥镇的滕桂珍今年70岁，丈夫滕海生是木匠，村里人都来学她的手艺。

人事任免
本报讯 3月6日，市人大常委会会议决定，任命副市长秦月娥为常务副市长。会上，市人大常委会主任熊志远向秦月娥颁发任命书。

志愿团队走访
本报讯 3月6日，大学生实践团采访东岭村党支部书记简立群，随后与西岭村村委会主任谭振华座谈。
""",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with opened_over(tmp_path_factory.mktemp("legs"), PAGES) as opened:
        yield opened


def _heads(assistant: Assistant, question: str, *before: str) -> set[str]:
    return {h.value for h in assistant.ask(question, list(before)).heads}


@pytest.mark.parametrize(
    ("question", "heads"),
    [
        pytest.param("3月5日上午谁陪同方景行？", {"屈广田", "包玉梅"}, id="of that half of the day, and of the whole"),
        pytest.param("谁陪罗庆元去的青坪镇？", {"葛长山", "包玉梅"}, id="of that leader and place"),
        pytest.param("3月5日谁随同贺文涛？", {"石建平"}, id="of that day"),
        pytest.param("2024年3月1日下午的会是谁主持的？", {"罗庆元"}, id="the meeting of that half of the day"),
        pytest.param("市医院二期什么时候开工的？", {"2023-09"}, id="the day of that stage and act"),
        pytest.param("女子篮球赛谁得了冠军？", set(), id="of the other sex"),
        pytest.param("市医院三期由谁承建？", set(), id="of another stage"),
        pytest.param("滕桂珍的女儿叫什么？", set(), id="of another of the family"),
        pytest.param("市长去青坪镇看望了谁？", set(), id="whom, not who"),
        pytest.param("2月28日市卫健委的会是谁主持的？", {"唐秀英"}, id="who presides where words are studied"),
        pytest.param("北街改造拆除了多少处危房、种了多少棵树？", set(), id="one of two figures is not told"),
    ],
)
def test_heads(assistant: Assistant, question: str, heads: set[str]) -> None:
    assert _heads(assistant, question) == heads


def test_both_of_two_figures_are_told_and_neither_is_stated_alone(assistant: Assistant) -> None:
    answer = assistant.ask("北街改造拆除了多少处危房、安置了多少居民？")
    assert "46处" in answer.text
    assert "312人" in answer.text
    assert {h.value for h in answer.heads} in (set(), {"46处", "312人"})


def test_a_day_of_the_other_end_is_not_stated(assistant: Assistant) -> None:
    answer = assistant.ask("第二届梅花节哪天结束？")
    assert "3月20日" in answer.text
    assert "2024-03-02" not in {h.value for h in answer.heads}


@pytest.mark.parametrize(
    "question",
    [
        "女子篮球赛谁得了冠军？",
        "滕桂珍的女儿叫什么？",
        "市医院三期由谁承建？",
        "全市学生运动会白塔中学女子组得了多少分？",
    ],
)
def test_what_is_told_of_another_is_no_answer(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).verdict is Verdict.ABSTAINED


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        pytest.param("3月5日上午谁陪同方景行？", "3月5日谁陪罗庆元？", "葛长山", id="another leader"),
        pytest.param("今年前两个月全市出口多少？", "进口呢？", "1.9亿元", id="exports, then imports"),
        pytest.param("市医院一期投资多少？", "二期呢？", "1.8亿元", id="one stage, then the other"),
    ],
)
def test_the_other_takes_the_place_of_the_one(assistant: Assistant, first: str, then: str, told: str) -> None:
    answer = assistant.ask(then, [first])
    assert told in answer.text


def test_what_somebody_is_now_is_not_bound_to_the_day_before(assistant: Assistant) -> None:
    answer = assistant.ask("她现在是什么职务？", ["3月4日秦月娥去了哪里？"])
    assert "常务副市长" in answer.text


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("简立群在东岭村当什么？", "东岭村党支部书记"),
        ("谭振华在西岭村担任什么？", "西岭村村委会主任"),
    ],
)
def test_what_leads_up_to_an_office_is_none_of_it(assistant: Assistant, question: str, office: str) -> None:
    answer = assistant.ask(question)
    assert f"（{office}）" in answer.text
    assert "实践团" not in answer.text.splitlines()[0]


@pytest.mark.parametrize(
    ("question", "never"),
    [
        pytest.param("谁陪同罗庆元检查的？", {"屈广田"}, id="the companion of another leader"),
        pytest.param("星期二谁陪同方景行？", {"葛长山"}, id="on a day of the week"),
        pytest.param("5日谁陪同秦月娥？", {"蒋大海"}, id="on a day without a month"),
        pytest.param("市政府第9次常务会议有哪几位副市长出席？", {"谭振华"}, id="whose words are studied in a list"),
        pytest.param("秦月娥拟任什么职务？", {"副市长"}, id="the office held, where one to come is asked for"),
    ],
)
def test_never_stated(assistant: Assistant, question: str, never: set[str]) -> None:
    assert _heads(assistant, question).isdisjoint(never)
