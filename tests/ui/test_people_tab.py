"""People: the list of everybody and the profile of one, by value."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from rag import IndexUnusableError, Language, Profile, Service, romanised
from tests.ui.crowd import BUSY, CROWD, EVIL_NAME, EVIL_PLACE, EVIL_ROLE, EVIL_TARGET, CrowdAssistant, told
from ui.links import place_of
from ui.people.handler import everybody, somebody
from ui.present.names import profile_address

ZH, EN = Language.ZH, Language.EN


def seen(html: str) -> str:
    """What a reader sees of some HTML."""
    return unescape(re.sub(r"<[^>]*>", "", html))


def listed(fields: dict[str, str]) -> list[tuple[str, str]]:
    """Names in the list with how often they occur."""
    html = everybody(CrowdAssistant(), ZH, fields)["rows"]
    found = re.findall(r'<span class="name" lang="zh">(.*?)</span> <span class="often">(.*?)</span>', html)
    return [(unescape(name), often) for name, often in found]


def profile(name: str, language: Language = ZH, **more: str) -> str:
    return somebody(CrowdAssistant(), language, {"person": name, **more})["profile"]


def test_everybody_those_in_most_articles_first() -> None:
    assert listed({}) == [
        (BUSY, "60 篇 · 60 件"),
        ("卫一帆", "6 篇 · 6 件"),
        ("沈若水", "3 篇 · 1 件"),
        (EVIL_NAME, "1 篇 · 1 件"),
    ]


@pytest.mark.parametrize(
    ("part", "names"),
    [("沈", ["沈若水"]), (" 市委 ", ["沈若水"]), ("副市长", [BUSY])],
    ids=["family name", "office, with spaces", "an office once held"],
)
def test_list_is_searched_by_name_and_office(part: str, names: list[str]) -> None:
    assert [name for name, _ in listed({"part": part})] == names


def test_list_tells_the_latest_office() -> None:
    html = everybody(CrowdAssistant(), ZH, {})["rows"]
    offices = re.findall(r'<span class="role" lang="zh">(.*?)</span>', html)
    assert [unescape(office) for office in offices] == ["市长", "随员", "市委书记", EVIL_ROLE]


def test_chosen_person_is_marked_in_the_list() -> None:
    html = everybody(CrowdAssistant(), ZH, {"person": "沈若水"})["rows"]
    assert re.findall(r'href="([^"]*)" aria-current="true"', html) == [profile_address("沈若水")]


@pytest.mark.parametrize(
    ("assistant", "part", "words"),
    [
        (CrowdAssistant(), "查无", "只写姓氏试试"),
        (CrowdAssistant(crowd=()), "", "到“版面”放入报纸"),
    ],
    ids=["no match", "empty index"],
)
def test_nobody_listed_says_what_to_do(assistant: CrowdAssistant, part: str, words: str) -> None:
    assert words in everybody(assistant, ZH, {"part": part})["rows"]


def test_offices_with_the_days_of_the_reports_that_print_them() -> None:
    html = profile(BUSY)
    rows = re.findall(r'<tr><th scope="row">(.*?)</th><td>(.*?)</td></tr>', html)
    offices = [(seen(role), seen(days)) for role, days in rows]
    assert offices == [("副市长", "2019-01-15 – 2021-12-15"), ("市长", "2022-01-15 – 2023-12-15")]
    opened = [[place_of(link.replace("&amp;", "&")) for link in re.findall('href="(.*?)"', days)] for _, days in rows]
    assert [[place.page for place in places if place] for places in opened] == [
        ["2019/01.txt", "2021/12.txt"],
        ["2022/01.txt", "2023/12.txt"],
    ]
    assert seen(html.partition('class="extent">')[2].partition("</p>")[0]) == "见于 60 篇报道，参与 60 件"


def test_company_leads_to_their_profiles() -> None:
    company = profile(BUSY).partition('class="company"')[2].partition("</section>")[0]
    assert seen(company).removeprefix(">") == "一起出现卫一帆 5"
    assert f'href="{profile_address("卫一帆")}"' in company


def test_whoever_only_came_along_is_shown_with_whom() -> None:
    acts = profile("卫一帆").partition('data-part="acts"')[2]
    assert "随市长何景行" in seen(acts)
    assert "随镇长卫一帆" not in acts


def test_acts_come_in_leaves_newest_first_and_open_their_words() -> None:
    html = profile(BUSY)
    acts = html.partition('data-part="acts"')[2]
    assert (
        re.findall(r"<summary>([\d-]+)</summary>", acts)
        == [f"{year}-{month:02d}-15" for year in (2023, 2022) for month in range(12, 0, -1)][:20]
    )
    assert 'href="?article=2023/12.txt%230&amp;mark=' in acts
    leaf = somebody(CrowdAssistant(), ZH, {"person": BUSY, "parts": "acts", "page": "3"})["acts"]
    assert len(re.findall(r"<summary>", leaf)) == 20
    assert "第 3 / 3 页" in leaf


def test_period_narrows_the_acts_and_is_marked_in_the_timeline() -> None:
    html = profile(BUSY, since="2020-02", until="2020-03")
    assert re.findall(r"<summary>([\d-]+)</summary>", html) == ["2020-03-15", "2020-02-15"]
    assert re.findall(r'data-when="([\d-]+)"[^>]*aria-pressed="true"', html) == ["2020-02", "2020-03"]
    assert "这段时间没有。" in profile(BUSY, since="2030")


def test_name_must_be_whole() -> None:
    part = BUSY[:2]
    assert seen(profile(part)).startswith("全部人物索引里没有这个人了。")


def test_body_that_acts_has_its_deeds_shown() -> None:
    crowd = (*CROWD, told("team.txt", "2023-05-09", ("督导组", ""), "检查", "粮库"))

    class Teams(CrowdAssistant):
        def profile(self, name: str) -> Profile:
            raise IndexUnusableError(f"nobody of the name {name} is in the index", "look at the list")

    html = somebody(Teams(crowd=crowd), ZH, {"person": "督导组"})["profile"]
    assert seen(html).startswith("全部人物督导组这不是人名")
    assert 'href="?article=team.txt%230' in html


def test_several_people_of_one_name_are_shown_apart() -> None:
    assert "several" not in profile("沈若水")

    class Namesakes(CrowdAssistant):
        def profile(self, name: str) -> Profile:
            return Profile(name, namesakes=(("清溪县副县长", "清溪县委常委"), (EVIL_ROLE,)))

        def services(self, name: str) -> tuple[Service, ...]:
            held = super().services(name)
            return tuple(replace(one, role=role, holder=n) for one in held for n, role in ((2, EVIL_ROLE), (0, "镇长")))

    html = somebody(Namesakes(), ZH, {"person": "沈若水"})["profile"]
    assert "这个姓名可能是几个人的" in html
    assert re.findall(r'<li lang="zh">(.*?)</li>', html)[0] == "清溪县副县长、清溪县委常委"
    assert EVIL_ROLE not in html
    rows = re.findall(r'<tr><th scope="row">(.*?)</th>', html)
    assert [seen(row) for row in rows] == [f"{EVIL_ROLE} 同名者之2", "镇长"]


def test_ways_on_ask_and_filter() -> None:
    html = profile("沈若水", EN)
    assert 'data-ask="What did Shen Ruoshui do?"' in html
    assert 'data-list="沈若水"' in html
    assert 'data-ask="沈若水做了什么？"' in profile("沈若水", ZH)


def test_nobody_chosen() -> None:
    assert seen(somebody(CrowdAssistant(), ZH, {})["profile"]).startswith("选一个人")


def test_markup_in_a_name_stays_text_wherever_it_stands() -> None:
    html = profile(EVIL_NAME)
    for words in (EVIL_NAME, EVIL_ROLE, EVIL_TARGET, EVIL_PLACE):
        assert words in seen(html)
    for shown in (html, everybody(CrowdAssistant(), ZH, {})["rows"], profile("<img src=x>")):
        assert not set("{}$`") & set(shown)
        assert "<img" not in shown
        assert "<script" not in shown


def test_a_reader_of_english_sees_how_names_are_read() -> None:
    assistant = CrowdAssistant()
    name = assistant.people("", 0, 1).people[0].name
    for html in (
        everybody(assistant, Language.EN, {})["rows"],
        somebody(assistant, Language.EN, {"person": name})["profile"],
    ):
        assert f'<span>{name}</span> <span class="read" lang="en">{romanised(name)}</span>' in html
    assert 'class="read"' not in everybody(assistant, ZH, {})["rows"]
