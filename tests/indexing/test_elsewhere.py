"""A story of which two files have a part, or the whole each, is one: in its headline, in what is asked, and after deleting."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.config import Config
from rag.indexing import delete, ledger, open_indexes
from rag.indexing.store import Store
from rag.records import Article, Tie
from tests.fakes import HashingEncoder, write_pages
from tests.indexing.conftest import Build
from tests.indexing.test_build import assert_consistent, fates

TITLE = "周文涛检查防汛备汛工作"
FIRST = f"""海州日报
2022年5月6日 第1版

{TITLE}

　　本报讯（记者 李明）昨日，海州市市长周文涛到南河镇检查防汛备汛工作，先后来到南河水库和青山泵站，（下转第3版）
"""
REST = "详细了解大坝加固和泵站运行情况。他强调，要备足沙袋八千只，汛期里二十四小时有人值守。"
THIRD = f"""海州日报
2022年5月6日 第3版

（上接第1版）{REST}

果农开园迎客

　　本报讯（记者 方宁）坡头村的果农上周六开园迎客。今年的桃子比去年甜，来的人也比去年多了一倍。
"""
PAGES = {"one.txt": FIRST, "three.txt": THIRD}


def store_of(config: Config) -> Store:
    return open_indexes(config, HashingEncoder()).store


def article_with(config: Config, page: str, words: str) -> Article:
    """The article of a page in which these words stand."""
    store = store_of(config)
    found = [
        r.article
        for r in store.readings()
        if r.page.name == page and any(words in r.page.text[s.start : s.end] for s in r.article.spans)
    ]
    assert len(found) == 1
    return found[0]


def headings(config: Config, page: str, words: str) -> set[str]:
    return {p.heading for p in store_of(config).passages_of(page) if words in p.text}


def test_the_rest_stands_under_the_headline_of_its_beginning_and_each_names_the_other(
    built: Build, config: Config, tmp_path: Path
) -> None:
    built(write_pages(tmp_path / "pages", PAGES))
    head, rest = article_with(config, "one.txt", "南河镇"), article_with(config, "three.txt", "沙袋")
    assert head.elsewhere is not None
    assert rest.elsewhere is not None
    assert (head.elsewhere.tie, head.elsewhere.page, head.elsewhere.number) == (Tie.GOES_ON, "three.txt", rest.number)
    assert (rest.elsewhere.tie, rest.elsewhere.page, rest.elsewhere.number) == (Tie.BEGINS, "one.txt", head.number)
    assert (rest.titles, rest.title) == ((), TITLE)
    assert headings(config, "three.txt", "沙袋") == {TITLE}
    assert {p.actor for p in store_of(config).passages_of("three.txt") if "沙袋" in p.text} == {"周文涛"}
    assert article_with(config, "three.txt", "桃子").elsewhere is None
    assert_consistent(config)


@pytest.mark.parametrize("first", list(PAGES))
def test_the_other_part_may_come_later(built: Build, config: Config, tmp_path: Path, first: str) -> None:
    built(write_pages(tmp_path / "one", {first: PAGES[first]}))
    assert all(r.article.elsewhere is None for r in store_of(config).readings())
    built(write_pages(tmp_path / "both", PAGES))
    assert headings(config, "three.txt", "沙袋") == {TITLE}
    assert_consistent(config)


def test_a_part_whose_other_is_missing_keeps_its_note_and_takes_no_headline(
    built: Build, config: Config, tmp_path: Path
) -> None:
    other_day = FIRST.replace("5月6日 第1版", "5月7日 第1版")
    other_page = FIRST.replace("下转第3版", "下转第4版")
    built(write_pages(tmp_path / "pages", {"day.txt": other_day, "page.txt": other_page, "three.txt": THIRD}))
    rest = article_with(config, "three.txt", "沙袋")
    assert (rest.continues, rest.elsewhere, rest.title) == ("上接第1版", None, "")


def test_deleting_the_beginning_takes_its_words_away_from_the_rest(
    built: Build, config: Config, tmp_path: Path
) -> None:
    built(write_pages(tmp_path / "pages", PAGES))
    delete(config, ["one.txt"], encoder=HashingEncoder(), load_names=lambda: None)
    rest = article_with(config, "three.txt", "沙袋")
    assert (rest.elsewhere, rest.title) == (None, "")
    assert headings(config, "three.txt", "沙袋") == {""}
    words = open_indexes(config, HashingEncoder()).words.cut(TITLE)
    assert open_indexes(config, HashingEncoder()).lexical.search(words, 9) == []
    assert_consistent(config)


def test_deleting_the_rest_leaves_the_beginning_alone(built: Build, config: Config, tmp_path: Path) -> None:
    built(write_pages(tmp_path / "pages", PAGES))
    delete(config, ["three.txt"], encoder=HashingEncoder(), load_names=lambda: None)
    head = article_with(config, "one.txt", "南河镇")
    assert (head.elsewhere, head.title) == (None, TITLE)
    assert_consistent(config)


def test_pages_whose_numbers_nobody_printed_are_joined_by_their_notes_alone(
    built: Build, config: Config, tmp_path: Path
) -> None:
    bare = {name: text.replace(" 第1版\n", "\n").replace(" 第3版\n", "\n") for name, text in PAGES.items()}
    built(write_pages(tmp_path / "pages", bare))
    assert headings(config, "three.txt", "沙袋") == {TITLE}


def test_of_several_stories_that_go_on_each_finds_its_own_rest(built: Build, config: Config, tmp_path: Path) -> None:
    other = "李文斌走访新建的学校"
    first = (
        FIRST + f"\n{other}\n\n　　本报讯（记者 方宁）昨日，教育局局长李文斌走访望湖小学，在食堂和操场，（下转第3版）\n"
    )
    third = THIRD + "\n（上接第1版）李文斌问学校的食堂卫生和操场施工。他说，小学的操场九月前要铺好。\n"
    built(write_pages(tmp_path / "pages", {"one.txt": first, "three.txt": third}))
    assert headings(config, "three.txt", "沙袋") == {TITLE}
    assert headings(config, "three.txt", "铺好") == {other}


WEB = f"""<html><head><title>{TITLE} - 海州日报</title></head><body><article><h1>{TITLE}</h1>
<p>海州日报 2022年5月6日 第1版</p>
<p>　　本报讯（记者&nbsp;李明）昨日，海州市市长周文涛到南河镇检查防汛备汛工作，先后来到南河水库和青山泵站，问泵站的机器去年修过没有，今年又试过几次。</p>
</article></body></html>"""
WHOLE = (
    FIRST.replace("，（下转第3版）", "，问泵站的机器去年修过没有，今年又试过几次。")
    + THIRD.partition("\n\n")[2].partition("\n\n")[2]
)


def test_an_article_that_two_formats_have_is_asked_and_counted_once(
    built: Build, config: Config, tmp_path: Path
) -> None:
    built(write_pages(tmp_path / "pages", {"a.txt": WHOLE, "b.html": WEB}))
    copy = article_with(config, "b.html", "青山泵站")
    assert copy.elsewhere is not None
    assert (copy.elsewhere.tie, copy.elsewhere.page) == (Tie.SAME, "a.txt")
    assert copy.title == TITLE
    store = store_of(config)
    assert store.passages_of("b.html", copy.number) == ()
    assert [e.page for e in ledger.events(store, None) if "南河镇" in "".join(e.places) + e.target] == ["a.txt"]
    assert_consistent(config)
    assert fates(built(tmp_path / "pages")) == {"a.txt": "skipped", "b.html": "skipped"}


def test_the_copy_is_asked_when_the_article_that_was_kept_goes(built: Build, config: Config, tmp_path: Path) -> None:
    built(write_pages(tmp_path / "pages", {"a.txt": WHOLE, "b.html": WEB}))
    delete(config, ["a.txt"], encoder=HashingEncoder(), load_names=lambda: None)
    store = store_of(config)
    assert any("青山泵站" in p.text for p in store.passages_of("b.html"))
    assert {e.page for e in ledger.events(store, None)} == {"b.html"}
    assert_consistent(config)


def test_one_headline_over_two_different_reports_makes_no_copy(built: Build, config: Config, tmp_path: Path) -> None:
    other = WEB.replace(
        "问泵站的机器去年修过没有，今年又试过几次",
        "在坝上同值守的民工们说话，又到镇里看了沙袋、木桩和冲锋舟的仓库，听镇长说人手",
    )
    built(write_pages(tmp_path / "pages", {"a.txt": WHOLE, "b.html": other}))
    assert article_with(config, "b.html", "青山泵站").elsewhere is None
