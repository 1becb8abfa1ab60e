"""The offices of a person with the sentences that print them."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag import Proposal, Ruling, Service, Thing
from rag.config import Config
from tests.corrections.conftest import Desk, write_pages
from tests.indexing.test_live import opened

PAPERS = {
    "deputy.txt": "海州日报\n2021年3月2日 第1版\n\n渡口修好\n\n　　3月1日，副市长秦望舒到北屿渡口调研。秦望舒要求加强管护。\n",
    "mayor.txt": "海州日报\n2022年6月8日 第1版\n\n市长秦望舒督查防汛\n\n　　6月7日，市长秦望舒督查防汛。市委常委周文涛、秦望舒参加会议。\n",
    "later.txt": "海州日报\n2023年6月8日 第1版\n\n茶园开园\n\n　　6月7日，市长秦望舒到青苗镇调研茶园。\n",
    "list.txt": "海州日报\n2022年9月8日 第1版\n\n会议召开\n\n　　9月7日，市委书记王建国主持召开会议。副市长周文涛、陆清和参加会议。\n",
    "far.txt": "泉城日报\n2022年6月9日 第2版\n\n麦收开始\n\n　　6月8日，泉城市清溪县县长白露到麦田调研。\n",
    "near.txt": "海州日报\n2022年6月9日 第2版\n\n桥通了\n\n　　6月8日，海州市东江县县长白露到大桥调研。\n",
}


@pytest.fixture
def paper(tmp_path: Path) -> Desk:
    made = Desk(Config(index=tmp_path / "index"), write_pages(tmp_path / "pages", PAPERS))
    made.build()
    return made


def told(services: tuple[Service, ...]) -> list[tuple[str, list[tuple[str | None, str, str]]]]:
    """Each office with the day, the page and the words of the first and of the last sentence."""
    return [(s.role, [(one.day, one.passage.page, one.passage.text) for one in (s.first, s.last)]) for s in services]


def held(desk: Desk, name: str) -> tuple[Service, ...]:
    with opened(desk.config) as assistant:
        return assistant.services(name)


def test_offices_come_by_their_first_day_each_with_its_first_and_last_sentence(paper: Desk) -> None:
    once = ("2021-03-01", "deputy.txt", "3月1日，副市长秦望舒到北屿渡口调研。")
    assert told(held(paper, "秦望舒")) == [
        ("副市长", [once, once]),
        (
            "市长",
            [
                ("2022-06-07", "mayor.txt", "6月7日，市长秦望舒督查防汛。"),
                ("2023-06-07", "later.txt", "6月7日，市长秦望舒到青苗镇调研茶园。"),
            ],
        ),
    ]


def test_days_are_those_of_the_profile(paper: Desk) -> None:
    with opened(paper.config) as assistant:
        for name in ("秦望舒", "周文涛", "白露"):
            offices = [(o.role, o.first, o.last) for o in assistant.profile(name).offices]
            assert [(s.role, s.first.day, s.last.day) for s in assistant.services(name)] == offices


def test_an_office_that_a_list_shares_is_cited_by_the_list(paper: Desk) -> None:
    ((role, (first, last)),) = told(held(paper, "陆清和"))
    assert (role, first) == ("副市长", ("2022-09-07", "list.txt", "副市长周文涛、陆清和参加会议。"))
    assert first == last


def test_two_people_of_one_name_are_told_apart(paper: Desk) -> None:
    with opened(paper.config) as assistant:
        several = assistant.profile("白露").namesakes
        assert len(several) == 2
        for service in assistant.services("白露"):
            assert service.role in several[service.holder - 1]


def test_whoever_shares_no_name_is_no_namesake_and_nobody_has_no_office(paper: Desk) -> None:
    assert {service.holder for service in held(paper, "秦望舒")} == {0}
    assert held(paper, "没有这人") == ()


@pytest.mark.parametrize("name", ["周文涛", "陆清和"])
def test_a_corrected_office_is_cited_by_what_the_page_prints(paper: Desk, name: str) -> None:
    paper.rule("list.txt", 1, Proposal(Thing.OFFICE, Ruling.MEND, was=("副市长",), now=("秘书长",), of=name))
    service = next(s for s in held(paper, name) if s.role == "秘书长")
    assert service.first.passage.page == "list.txt"
    assert [r.now for r in service.first.corrected] == [f"秘书长{name}"]
