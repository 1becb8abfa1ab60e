"""Pages dropped, asked about and deleted in a real browser, with the real reading, index and answers.

Only the embedding model is replaced, by one that gives the same vectors everywhere.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

import pytest

from rag import Assistant, Config, RagError, Report, Wanted, delete_pages
from rag.indexing import build, open_indexes
from tests.fakes import HashingEncoder, write_pages
from tests.indexing.conftest import BRIDGE
from tests.ui.conftest import ARTIFACTS, served
from tests.ui.reader import MARK, PATIENCE, Reader, reading
from ui.keeping.job import Build, Indexing

pytestmark = [pytest.mark.browser, pytest.mark.model]

MARKET = "农贸市场搬进新址\n　　本报讯（记者 何小雨）2023年6月3日，海州市副市长梁文远检查新农贸市场。他要求保障供应。\n"
QUESTION = "谁检查了新农贸市场？"
NAME = "market <b>6.3.txt"
SAFE = "market _b_6.3.txt"
WINDOWS = [(1440, "light", "zh-CN"), (1440, "dark", "en-US"), (390, "light", "en-US"), (390, "dark", "zh-CN")]
REAL: Build = partial(build, encoder=HashingEncoder())


@dataclass
class Site:
    """A served page with its folder of pages; `gate`, once it is there, is what a build waits for."""

    address: str
    folder: Path
    assistant: Assistant
    indexing: Indexing
    gate: Event | None = None

    def build(self, config: Config, paths: Sequence[Path], progress: Any) -> Report:
        if self.gate is not None:
            progress("reading", 0, len(paths))
            assert self.gate.wait(PATIENCE / 1000)
        return REAL(config, paths, progress)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    folder = write_pages(tmp_path / "pages", {"bridge.txt": BRIDGE})
    config = Config(index=tmp_path / "index")
    REAL(config, [folder], lambda stage, done, total: None)
    with Assistant.over(open_indexes(config, HashingEncoder()), config) as assistant:
        made = Site("", folder, assistant, None)  # type: ignore[arg-type]
        made.indexing = Indexing(config, folder, made.build, delete_pages)
        with served(assistant, (folder, config.index), indexing=made.indexing) as address:
            made.address = address
            yield made
        made.indexing.wait(PATIENCE / 1000)


def drop(reader: Reader, files: dict[str, bytes]) -> None:
    """Choose these files to be added."""
    reader.go("pages")
    given = [{"name": name, "mimeType": "text/plain", "buffer": data} for name, data in files.items()]
    reader.page.set_input_files("#pages input[type=file]", given)


def fates(reader: Reader, count: int) -> list[list[str]]:
    """The outcomes, once there are so many and nothing is going on any more."""
    rows = reader.page.locator("#pages .fates tbody tr:not([data-kind=waiting])")
    rows.nth(count - 1).wait_for(timeout=PATIENCE)
    reader.page.locator("#pages .running").wait_for(state="detached", timeout=PATIENCE)
    cells = "(rows) => rows.map((row) => [...row.cells].map((cell) => cell.innerText))"
    return [list(row) for row in rows.evaluate_all(cells)]


def refused(reader: Reader) -> bool:
    """Ask about the market; whether that is refused."""
    reader.ask(QUESTION)
    return bool(reader.page.locator("#conversation .turn").last.locator(".refusal").count())


def until(reader: Reader, expected: list[str]) -> None:
    """Wait until the list shows these pages."""
    told = "(names) => JSON.stringify([...document.querySelectorAll('#pages table.pages tbody .name')].map(n => n.innerText)) === JSON.stringify(names)"
    reader.page.wait_for_function(told, arg=expected, timeout=PATIENCE)


def test_dropped_page_is_answered_from_and_a_deleted_one_is_nowhere(browser: Any, site: Site) -> None:
    with reading(browser, site.address) as reader:
        page = reader.page
        assert refused(reader)
        reader.start_over()

        drop(reader, {NAME: MARKET.encode(), "empty.txt": b""})
        assert fates(reader, 2) == [
            ["empty.txt", "空文件", "空文件"],
            [f"{NAME}\n存为 {SAFE}", "已加入", ""],
        ]
        until(reader, ["bridge.txt", SAFE])
        assert sorted(os.listdir(site.folder)) == ["bridge.txt", SAFE]

        reader.go("ask")
        assert "梁文远" in reader.ask(QUESTION)
        assert "梁文远检查新农贸市场" in reader.open_marker(1)
        link = page.locator("#evidence [data-copy-link]").get_attribute("data-copy-link")

        reader.go("pages")
        button = page.get_by_role("button", name=f"删除 {SAFE}")
        button.focus()
        page.keyboard.press("Enter")
        page.get_by_role("dialog", name="删除这个版面？").wait_for(timeout=PATIENCE)
        assert page.evaluate("document.activeElement.innerText") == "取消"
        page.keyboard.press("Escape")
        page.wait_for_function("name => document.activeElement.dataset.delete === name", arg=SAFE, timeout=PATIENCE)
        page.keyboard.press("Enter")
        page.get_by_role("dialog").wait_for(timeout=PATIENCE)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        until(reader, ["bridge.txt"])
        assert f"已删除 {SAFE}。" in page.locator("#pages .said").inner_text()
        page.wait_for_function("document.activeElement.dataset.delete === 'bridge.txt'", timeout=PATIENCE)
        assert (site.folder / ".deleted" / SAFE).read_text(encoding="utf-8") == MARKET

        reader.go("ask")
        page.locator("#conversation .refusal").wait_for(timeout=PATIENCE)
        assert page.locator("#conversation a.marker").count() == 0
        assert "梁文远" not in page.locator("#conversation .refusal").inner_text()
        page.goto(f"{site.address}{link}")
        page.get_by_text("这一版已不在索引里").wait_for(timeout=PATIENCE)
        assert page.evaluate("document.querySelectorAll('b').length") == 0
        assert reader.complaints == []
        assert reader.hosts == {urlsplit(site.address).netloc}
    assert site.assistant.deeds(Wanted(who="梁文远")).total == 0
    assert [p.name for p in site.assistant.people("梁文远").people] == []
    assert [e for e in site.assistant.events() if e.page == SAFE] == []
    with pytest.raises(RagError, match="there is no article"):
        site.assistant.reading(SAFE, 1)


def test_focus_stays_at_its_row_while_the_list_is_filled_anew(browser: Any, site: Site) -> None:
    with reading(browser, site.address) as reader:
        page = reader.page
        drop(reader, {"market.txt": MARKET.encode()})
        until(reader, ["bridge.txt", "market.txt"])
        page.locator("#pages .running").wait_for(state="detached", timeout=PATIENCE)

        def filled_anew() -> None:
            row = page.query_selector("#pages [data-delete]")
            page.evaluate("document.querySelector('#pages form[role=search]').requestSubmit()")
            page.wait_for_function("(row) => !row.isConnected", arg=row, timeout=PATIENCE)

        def focused(what: str) -> None:
            told = (
                "(name) => [document.activeElement.dataset.delete, document.activeElement.dataset.pick].includes(name)"
            )
            page.wait_for_function(told, arg=what, timeout=PATIENCE)

        for control in ("[data-delete='market.txt']", "[data-pick='market.txt']"):
            page.locator(f"#pages {control}").focus()
            filled_anew()
            focused("market.txt")
        page.locator("#pages [data-delete='market.txt']").focus()
        page.keyboard.press("Enter")
        page.get_by_role("dialog").wait_for(timeout=PATIENCE)
        filled_anew()
        page.keyboard.press("Escape")
        focused("market.txt")
        assert reader.complaints == []


def test_files_are_dropped_with_the_pointer_and_the_same_twice_is_one_page(browser: Any, site: Site) -> None:
    with reading(browser, site.address) as reader:
        reader.go("pages")
        for expected in ("已加入", "已有"):
            dropped = reader.page.evaluate_handle(
                "(text) => { const t = new DataTransfer(); t.items.add(new File([text], 'market.txt')); return t; }",
                MARKET,
            )
            reader.page.dispatch_event("#pages [data-drop]", "drop", {"dataTransfer": dropped})
            reader.page.locator(f"#pages .fates td.outcome:text-is('{expected}')").wait_for(timeout=PATIENCE)
        until(reader, ["bridge.txt", "market.txt"])
        assert reader.complaints == []


def test_run_goes_on_without_the_browser_and_questions_are_answered_meanwhile(browser: Any, site: Site) -> None:
    site.gate = Event()
    with reading(browser, site.address) as reader:
        drop(reader, {"market.txt": MARKET.encode()})
        reader.page.locator("#pages .running progress").wait_for(timeout=PATIENCE)
        reader.go("ask")
        assert "大桥" in reader.ask("陈志远检查了什么？")
        assert refused(reader)
    with reading(browser, site.address, locale="en-US") as reader:
        reader.go("pages")
        reader.page.locator("#pages .running progress").wait_for(timeout=PATIENCE)
        reader.page.get_by_role("button", name="Delete bridge.txt").click()
        reader.page.get_by_role("dialog").get_by_role("button", name="Delete").click()
        reader.page.get_by_text("Pages are being read; delete when that is done.").wait_for(timeout=PATIENCE)
        site.gate.set()
        assert fates(reader, 1) == [["market.txt", "Added", ""]]
        until(reader, ["bridge.txt", "market.txt"])


def test_folder_is_read_again(browser: Any, site: Site) -> None:
    with reading(browser, site.address) as reader:
        reader.go("pages")
        until(reader, ["bridge.txt"])
        write_pages(site.folder, {"market.txt": MARKET})
        reader.page.get_by_role("button", name="重读版面文件夹").click()
        assert fates(reader, 1) == [["market.txt", "已加入", ""]]
        assert "1 个版面没有变化" in reader.page.locator("#pages .counts").inner_text()
        until(reader, ["bridge.txt", "market.txt"])


def test_list_is_searched_and_sorted(browser: Any, site: Site) -> None:
    site.indexing.folder.joinpath("market.txt").write_text(MARKET, encoding="utf-8")
    site.indexing.begin(again=True)
    site.indexing.wait(PATIENCE / 1000)
    with reading(browser, site.address) as reader:
        reader.go("pages")
        until(reader, ["bridge.txt", "market.txt"])
        reader.page.get_by_role("button", name="文件", exact=True).click()
        until(reader, ["market.txt", "bridge.txt"])
        reader.page.fill("#pages-text", "BRIDGE")
        until(reader, ["bridge.txt"])
        assert "共 1 个版面" in reader.page.locator("#pages table.pages caption").inner_text()
        reader.page.locator("#pages table.pages a.open").click()
        reader.page.locator("#evidence h2").wait_for(timeout=PATIENCE)
        assert reader.page.locator("#evidence h2").inner_text() == "东江大桥建成通车"


def test_uploads_past_the_page_are_closed_and_nothing_is_handed_out(site: Site) -> None:
    with pytest.raises(HTTPError) as closed:
        urlopen(Request(f"{site.address}gradio_api/upload", b"x", method="POST"))
    assert closed.value.code == 404
    part = f"{site.address}pages/arriving?drop=dropdrop&name=a.txt&size=3"
    with urlopen(Request(part, MARKET.encode(), method="PUT")) as taken:
        assert taken.status == 201
    for inside in (".arriving/dropdrop/a.txt", "bridge.txt"):
        with pytest.raises(HTTPError) as refused:
            urlopen(f"{site.address}gradio_api/file={quote(str(site.folder / inside))}")
        assert refused.value.code in (403, 404)
    with pytest.raises(HTTPError) as foreign:
        urlopen(Request(part, b"x", {"Origin": "http://localhost:3000"}, method="PUT"))
    assert foreign.value.code == 403


def test_several_pages_are_ticked_and_deleted_at_once(browser: Any, site: Site) -> None:
    with reading(browser, site.address) as reader:
        page = reader.page
        drop(reader, {"a.txt": MARKET.encode(), "b.txt": MARKET.replace("梁文远", "石听潮").encode()})
        until(reader, ["a.txt", "b.txt", "bridge.txt"])
        page.get_by_role("checkbox", name="选择本页全部").check()
        page.get_by_role("checkbox", name="选择 bridge.txt").uncheck()
        assert page.locator("#pages .picked").inner_text().startswith("已选版面： 2")
        page.get_by_role("button", name="删除所选").click()
        page.get_by_role("dialog", name="删除所选的版面？").get_by_role("button", name="删除").click()
        until(reader, ["bridge.txt"])
        assert not page.locator("#pages .picked").is_visible()
        assert sorted(os.listdir(site.folder / ".deleted")) == ["a.txt", "b.txt"]
        assert reader.complaints == []


@pytest.mark.parametrize(("width", "theme", "locale"), WINDOWS)
def test_both_tabs_fit_every_window(browser: Any, site: Site, width: int, theme: str, locale: str) -> None:
    ARTIFACTS.mkdir(exist_ok=True)
    name = f"{width}-{theme}-{locale[:2]}"
    with reading(browser, site.address, width, theme, locale) as reader:
        page = reader.page
        drop(reader, {NAME: MARKET.encode(), "空.txt": b"", "很长的名字" * 60 + ".pdf": b"%PDF-1.5 no", "x.exe": b"MZ"})
        fates(reader, 4)
        page.screenshot(path=ARTIFACTS / f"{name}-pages-1-outcomes.png", full_page=width < 800)
        page.locator("#pages [data-delete]").first.click()
        page.locator("#pages dialog[open]").wait_for(timeout=PATIENCE)
        page.screenshot(path=ARTIFACTS / f"{name}-pages-2-delete.png")
        assert reader.barriers() == []
        page.keyboard.press("Escape")
        assert reader.barriers() == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        reader.go("settings")
        page.locator("#lookup summary").first.click()
        page.fill("#lookup-question", QUESTION)
        page.press("#lookup-question", "Enter")
        page.locator("#lookup .leg[data-leg=judged] tbody tr").first.wait_for(timeout=PATIENCE)
        page.screenshot(path=ARTIFACTS / f"{name}-lookup-1.png", full_page=width < 800)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.locator("#lookup .leg[data-leg=judged] td a").first.click()
        page.locator(MARK).first.wait_for(timeout=PATIENCE)
        assert "梁文远检查新农贸市场" in page.locator(MARK).first.inner_text()
        assert reader.barriers() == []
        assert reader.complaints == []
        assert reader.hosts == {urlsplit(site.address).netloc}
