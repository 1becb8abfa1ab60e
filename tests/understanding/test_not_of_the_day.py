"""What a sentence tells that was not done that day by whom it is about: plans, pasts, what others were made to do."""

from __future__ import annotations

import pytest

from tests.understanding.pages import done


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2021年6月，陈志远书记来到东江市任市委常委、组织部长。", id="a turn of a life: 来到…任"),
        pytest.param("东江市办好开放日，让学生走进工厂。", id="somebody else goes: 让"),
        pytest.param("东江区妇联办好市集，吸引更多游客走进北山村。", id="somebody else goes: 吸引"),
        pytest.param("东江区妇联也将关注留守儿童，并走访北山村。", id="to come, though 也 stands before 将"),
        pytest.param(
            "东江区图书馆将围绕“书香东江”，着力打造阅读圈，为读者搭建交流平台。", id="to come to the end: 将围绕"
        ),
        pytest.param("东江区医院将于每天上午，在北山村为居民服务，进行免费检查。", id="to come to the end: 将于"),
        pytest.param("东江区公安局此前已确认来源，并要求厂方配合。", id="past for the next clause too: 此前已"),
        pytest.param("市委书记陈志远先后提出三项倡议。", id="said at several times: 先后提出"),
        pytest.param("公开简历显示，陈志远局长赴东江镇调研。", id="out of a life: 公开简历"),
    ],
)
def test_it_is_no_deed_of_the_day(text: str) -> None:
    assert done(text) == []


@pytest.mark.parametrize(
    ("text", "action"),
    [
        pytest.param("市委书记陈志远来到常任侠故居调研。", "来到、调研", id="a name with 任 is no office taken"),
        pytest.param("市长周文涛来到国防动员系统慰问官兵。", "来到、慰问", id="a noun with 动员 makes nobody go"),
        pytest.param("市委书记陈志远让人备车后走访了北山村。", "走访", id="done by himself behind 后"),
        pytest.param(
            "东江区委也将支持消防队伍建设，也希望队员守护平安。", "希望", id="words said behind what will be done"
        ),
    ],
)
def test_it_is_a_deed_all_the_same(text: str, action: str) -> None:
    assert [e.action for e in done(text)] == [action]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        pytest.param("市委书记陈志远代表市委向荣获称号的同志颁奖。", ["颁奖"], id="right behind 向"),
        pytest.param("东江街道自设立服务站以来收到捐款。", [], id="right behind 自"),
        pytest.param("市委书记陈志远于商会成立大会发表谈话。", [], id="part of what is held"),
        pytest.param("市委书记陈志远赴海州，加强“一路同行”倡议下的联系。", [], id="a quoted name's own noun"),
        pytest.param("市委书记陈志远亲自检查了仓库。", ["检查"], id="亲自 is no 自"),
        pytest.param("市委书记陈志远对修改方向提出了三点意见。", ["提出"], id="方向 is no 向"),
        pytest.param("市红十字会定向捐赠了物资。", ["捐赠"], id="定向 is no 向"),
        pytest.param("市公安局主动转为走访了企业。", ["走访"], id="转为 is no 为"),
        pytest.param("市公安局对违法行为检查了三次。", ["检查"], id="行为 is no 为"),
    ],
)
def test_a_verb_within_what_a_preposition_governs_is_no_deed(text: str, action: list[str]) -> None:
    assert [e.action for e in done(text)] == action
