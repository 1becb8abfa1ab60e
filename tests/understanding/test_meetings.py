"""Meetings: which one was attended by its name, and where those were who went to one."""

from __future__ import annotations

import pytest

from tests.understanding.pages import done, told

QUOTED = [
    pytest.param(
        "镇长何小平参加北山镇“学思想，强本领”警示教育大会。",
        ("何小平", "meeting_attend"),
        "北山镇“学思想，强本领”警示教育大会",
        id="attended",
    ),
    pytest.param(
        "市长秦强主持召开“听民声；解民忧”座谈会，听取意见。",
        ("秦强", "meeting_chair"),
        "“听民声；解民忧”座谈会",
        id="chaired",
    ),
    pytest.param(
        "东江区教育局召开“凝心聚力，共话成长”交流会议，副局长高明参加会议。",
        ("东江区教育局", "meeting_attend"),
        "“凝心聚力，共话成长”交流会议",
        id="called",
    ),
]


@pytest.mark.parametrize(("text", "who", "meeting"), QUOTED)
def test_a_mark_within_what_is_quoted_does_not_end_the_name_of_a_meeting(
    text: str, who: tuple[str, str], meeting: str
) -> None:
    first = done(text)[0]
    assert (told(first), first.target) == (who, meeting)


def test_what_is_done_behind_the_name_of_a_meeting_is_no_part_of_it() -> None:
    (chaired,) = done("市长秦强主持召开“听民声”座谈会听取“一老一小”工作汇报。秦强主持会议。")[:1]
    assert chaired.target.startswith("“听民声”座谈会")
    (attended,) = done("市长秦强主持“听民声”座谈会，研究“一老一小”推进会。副市长何小平参加会议。")[1:]
    assert attended.target == "“听民声”座谈会"


WENT = [
    pytest.param("市长秦强前往北山镇，参加警示教育大会。", ("北山镇",), id="in the clause before"),
    pytest.param("市长秦强前往北山镇参加警示教育大会。", ("北山镇",), id="in its own clause"),
    pytest.param("市长秦强赴横江县出席产业推介会。", ("横江县",), id="赴"),
    pytest.param("市长秦强一行前往横江县，召开座谈会。", ("横江县",), id="to call one"),
]


@pytest.mark.parametrize(("text", "places"), WENT)
def test_whoever_sets_out_for_a_meeting_is_where_he_went(text: str, places: tuple[str, ...]) -> None:
    (meeting,) = done(text)
    assert meeting.places == places


def test_where_somebody_else_set_out_for_is_not_where_one_met() -> None:
    events = done("市长秦强前往北山镇，副市长何小平参加警示教育大会。")
    assert [(told(e)[0], e.places) for e in events] == [("何小平", ())]
