"""Offices and bodies in English out of their parts, and none where a part is not known."""

from __future__ import annotations

import pytest

from rag.rendering.offices import LONGEST_OFFICE, body_rendered, office_rendered

OFFICES = {
    "市委书记": "Secretary, Municipal Party Committee",
    "书记": "Party Secretary",
    "县委副书记、县长": "Deputy Secretary, County Party Committee; County Head",
    "清河县委书记": "Secretary, Qinghe County Party Committee",
    "副市长": "Deputy Mayor",
    "清河市副市长": "Deputy Mayor, Qinghe City",
    "代市长": "Acting Mayor",
    "原副市长": "Former Deputy Mayor",
    "常务副县长": "Executive Deputy County Head",
    "市领导": "Municipal Leader",
    "市人大常委会副主任": "Vice Chair, Municipal People's Congress Standing Committee",
    "省政协主席": "Chair, Provincial Political Consultative Conference",
    "区委常委、组织部部长": "Standing Committee Member, District Party Committee; Head, Organisation Department",
    "部长": "Minister",
    "市教育局局长": "Director, Municipal Education Bureau",
    "教育局长": "Director, Education Bureau",
    "清河县教育局副局长": "Deputy Director, Qinghe County Education Bureau",
    "云溪新村街道党工委副书记": "Deputy Secretary, Yun Xi Xincun Subdistrict Party Working Committee",
    "青苗镇党委书记": "Party Secretary, Qingmiao Town",
    "烟台市公安局副局长": "Deputy Director, Yantai Municipal Public Security Bureau",
    "基层街道书记": "Subdistrict Party Secretary",
    "全国政协委员": "Member, National Political Consultative Conference",
}


@pytest.mark.parametrize(("office", "rendered"), OFFICES.items())
def test_an_office(office: str, rendered: str) -> None:
    assert office_rendered(office) == rendered


@pytest.mark.parametrize(
    "office",
    [
        pytest.param("云杉集团行政总裁", id="a body that no table knows"),
        pytest.param("市委书记、某部一名军官", id="one of two"),
        pytest.param("决定为代理区长", id="what was read into it"),
        pytest.param("长", id="a tail without a body"),
        pytest.param("市委", id="a body is no office"),
        pytest.param("", id="nothing"),
        pytest.param("市" * LONGEST_OFFICE + "市长", id="longer than any office"),
        pytest.param("县" * LONGEST_OFFICE, id="many ways to take it apart"),
    ],
)
def test_an_office_that_is_not_known_is_not_rendered(office: str) -> None:
    assert office_rendered(office) == ""


def test_bodies() -> None:
    assert body_rendered("清河县教育局") == "Qinghe County Education Bureau"
    assert body_rendered("区委组织部") == "Organisation Department, District Party Committee"
    assert body_rendered("清河市委市政府") == "Qinghe Municipal Party Committee and Municipal Government"
    assert body_rendered("云杉鞋材厂") == ""
    assert body_rendered("（青苗镇）柳溪村党委") == ""
