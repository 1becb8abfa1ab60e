"""The wording of a question tells what kind of answer it wants: Chinese and English, spoken and written."""

from __future__ import annotations

import pytest

from rag.asked import Asks
from rag.asking.question.asks import asks


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        pytest.param("谁主持了防汛会议？", Asks.WHO, id="who"),
        pytest.param("由谁带队检查的", Asks.WHO, id="who, no question mark"),
        pytest.param("哪位副市长到了东江县？", Asks.WHO, id="which deputy mayor"),
        pytest.param("是哪个市长去的？", Asks.WHO, id="which mayor"),
        pytest.param("这家厂的老板叫什么名字？", Asks.WHO, id="what is he called"),
        pytest.param("陈志远去了哪里？", Asks.WHERE, id="where"),
        pytest.param("陈志远跑到哪儿去啦", Asks.WHERE, id="where, spoken"),
        pytest.param("会议在什么地方举行？", Asks.WHERE, id="at what place"),
        pytest.param("陈志远走访了哪个镇？", Asks.WHERE, id="which town"),
        pytest.param("会议什么时候召开的？", Asks.WHEN, id="when"),
        pytest.param("大桥于何时通车？", Asks.WHEN, id="when, written"),
        pytest.param("开诊是几月几号啊", Asks.WHEN, id="which day, spoken"),
        pytest.param("总投资多少？", Asks.NUMBER, id="how much"),
        pytest.param("海塘有多长？", Asks.NUMBER, id="how long"),
        pytest.param("几名学生搬进新校区？", Asks.NUMBER, id="how many pupils"),
        pytest.param("陈志远提了几点要求？", Asks.NUMBER, id="points are counted, no hour is asked"),
        pytest.param("陈志远提了哪三点要求？", Asks.LIST, id="three points are no place"),
        pytest.param("陈志远对防汛讲了哪三点？", Asks.LIST, id="nor without a word for what they are"),
        pytest.param("搞好防汛要做好哪几点？", Asks.LIST, id="some points are no hour"),
        pytest.param("会议几点开始？", Asks.WHEN, id="an hour"),
        pytest.param("总结推广现场会在哪里开？", Asks.WHERE, id="a meeting that sums up is no summary"),
        pytest.param("最后是谁主持并做的总结？", Asks.WHO, id="nor is who summed up"),
        pytest.param("会上谁作了总结？", Asks.WHO, id="or did so there"),
        pytest.param("请做个总结", Asks.SUMMARY, id="but that is one"),
        pytest.param("壮大集体经济的意见谁签发的？", Asks.WHO, id="nor is a document to make something big"),
        pytest.param("有哪些企业在大会上发言？", Asks.LIST, id="companies that spoke are no place"),
        pytest.param("林海是哪个县的副县长？", Asks.ROLE, id="of which county"),
        pytest.param("何建明担任什么职务？", Asks.ROLE, id="which office"),
        pytest.param("孙国栋是干什么的", Asks.ROLE, id="what does he do, spoken"),
        pytest.param("有哪些人参加了调研？", Asks.LIST, id="which people"),
        pytest.param("列出参加会议的领导名单", Asks.LIST, id="list of names"),
        pytest.param("梳理陈志远的活动时间线", Asks.TIMELINE, id="timeline"),
        pytest.param("What was Liuhe County's GDP in May?", Asks.NUMBER, id="a figure of a county is no place"),
        pytest.param("What was the per capita income of Liuhe?", Asks.NUMBER, id="a figure for each"),
        pytest.param("What was Liuhe County's plan?", Asks.WHAT, id="something of a county"),
        pytest.param("Which two towns did he visit?", Asks.WHERE, id="which towns"),
        pytest.param("按时间顺序说说林月华做了什么", Asks.TIMELINE, id="in order of time"),
        pytest.param("总结一下防汛工作会议", Asks.SUMMARY, id="summary"),
        pytest.param("这篇报道的主要内容", Asks.SUMMARY, id="main points"),
        pytest.param("陈志远督查了几次？", Asks.COUNT, id="how often"),
        pytest.param("How many inspections did Chen Zhiyuan make?", Asks.COUNT, id="how many of an act"),
        pytest.param("苏敏参加调研了吗？", Asks.YES_NO, id="yes or no"),
        pytest.param("赵启明是不是市长？", Asks.YES_NO, id="is it or not"),
        pytest.param("陈志远去了没有？", Asks.YES_NO, id="did he go or not"),
        pytest.param("防汛会议提出了要求", Asks.WHAT, id="no question word at all"),
        pytest.param("陈志远发现了什么？", Asks.WHAT, id="what"),
        pytest.param("Who chaired the meeting?", Asks.WHO, id="English who"),
        pytest.param("Which deputy mayor came along?", Asks.WHO, id="English which official"),
        pytest.param("Where did Chen Zhiyuan go?", Asks.WHERE, id="English where"),
        pytest.param("Which town did he visit?", Asks.WHERE, id="English which town"),
        pytest.param("When was the bridge opened?", Asks.WHEN, id="English when"),
        pytest.param("On what date did it open?", Asks.WHEN, id="English what date"),
        pytest.param("How many beds are there?", Asks.NUMBER, id="English how many"),
        pytest.param("What was the total investment?", Asks.NUMBER, id="English total"),
        pytest.param("How many times did he inspect?", Asks.COUNT, id="English how often comes before how many"),
        pytest.param("What post does He Jianming hold?", Asks.ROLE, id="English office"),
        pytest.param("What did Su Min, who chaired the meeting, urge?", Asks.WHAT, id="who only tells which one"),
        pytest.param("How many sheds has the farm, where Su Min works?", Asks.NUMBER, id="where only tells which one"),
        pytest.param("苏敏被任命为什么？", Asks.ROLE, id="appointed to what"),
        pytest.param("Which retired village heads were visited?", Asks.WHO, id="English which of many"),
        pytest.param(
            "Which rule did Mayor Zhao want kept?", Asks.WHAT, id="English which thing, with an official behind"
        ),
        pytest.param("Which veterans' homes were repaired?", Asks.WHAT, id="English which thing of somebody's"),
        pytest.param(
            "What posts does Su Min, who spoke first, hold?", Asks.ROLE, id="English offices of somebody who did"
        ),
        pytest.param("What did they find where the bridge stood?", Asks.WHAT, id="English where in another clause"),
        pytest.param("How did the man who fell get home?", Asks.WHAT, id="English who in another clause"),
        pytest.param("What was said at the summary meeting?", Asks.WHAT, id="English, a meeting that sums up"),
        pytest.param("Summarise the flood control meeting.", Asks.SUMMARY, id="English summary"),
        pytest.param("Give me a timeline of Chen Zhiyuan.", Asks.TIMELINE, id="English timeline"),
        pytest.param("Did Su Min take part?", Asks.YES_NO, id="English yes or no"),
        pytest.param("ＷＨＯ chaired it?", Asks.WHO, id="full-width letters"),
        pytest.param("  WHEN did it open?  ", Asks.WHEN, id="capitals and spaces"),
    ],
)
def test_kind_of_answer(question: str, kind: Asks) -> None:
    assert asks(question) is kind
