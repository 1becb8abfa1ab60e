"""What the wording of a question shows."""

from __future__ import annotations

import pytest

from rag.asked import Cue
from rag.asking.question.cues import cues


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        pytest.param("谁被拘留了？", True, id="who was"),
        pytest.param("被免去职务的是谁？", True, id="behind the deed"),
        pytest.param("被通报的企业有哪些？", True, id="which of them"),
        pytest.param("谁拘留了马二水？", False, id="who did"),
        pytest.param("马二水被谁带走？", False, id="by whom"),
        pytest.param("谁陪同被表彰的代表？", False, id="somebody else had it done to them"),
        pytest.param("Who was detained?", True, id="English"),
        pytest.param("Which officials were removed from office?", True, id="English, several"),
        pytest.param("Who has been sent to hospital?", True, id="English, an irregular participle"),
        pytest.param("Who detained Ma Ershui?", False, id="English, who did"),
        pytest.param("Who was the mayor?", False, id="English, no deed"),
        pytest.param("Who was involved?", False, id="English, no more than an adjective"),
        pytest.param("When was the meeting held?", False, id="English, of another thing"),
    ],
)
def test_passive(question: str, shown: bool) -> None:
    assert (Cue.PASSIVE in cues(question)) is shown


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        pytest.param("东江县新来的副县长叫什么？", True, id="who came newly"),
        pytest.param("东江县新上任的局长是谁？", True, id="who took office"),
        pytest.param("新来的游客看了什么？", False, id="no office"),
    ],
)
def test_appointed(question: str, shown: bool) -> None:
    assert (Cue.APPOINTED in cues(question)) is shown


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        pytest.param("陈志远讲了哪三点？", True, id="so many points"),
        pytest.param("从哪几个方面抓防汛？", True, id="sides"),
        pytest.param("防汛分哪几个“到位”？", True, id="so many of a word"),
        pytest.param("陈志远提了什么要求？", True, id="demands"),
        pytest.param("What measures were announced?", True, id="English"),
        pytest.param("修了哪几条路？", False, id="roads are told by name"),
        pytest.param("陈志远去了哪家企业？", False, id="one thing"),
        pytest.param("What road was closed?", False, id="English, one thing"),
    ],
)
def test_points(question: str, shown: bool) -> None:
    assert (Cue.POINTS in cues(question)) is shown
