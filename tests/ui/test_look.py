"""What the page is styled and moved by: which of it stands in the page, and what a browser keeps."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

import ui
from tests.ui.fakes import PORT_QUESTION
from tests.ui.reader import PATIENCE, reading
from ui.look import FIRST_SCRIPTS, FIRST_STYLES, SCRIPTS, STYLES, look, own_files

STYLE, SCRIPT = own_files()


def _get(address: str, path: str = "", coding: str = "identity") -> Any:
    return urlopen(Request(f"{address}{path}", headers={"Accept-Encoding": coding}))


def test_page_links_the_files_and_holds_what_the_first_paint_needs(address: str) -> None:
    with _get(address) as response:
        page = response.read().decode()
    first, _, rest = page.partition('id="first"')
    assert 'rel="stylesheet"' not in first
    assert re.findall(r"<script [^>]*>", first) == re.findall(r'<script nonce="[^"]+">', first), "none is waited for"
    assert f'href="{STYLE.path[1:]}"' in rest
    assert re.search(f'<script nonce="[^"]+" defer src="{SCRIPT.path[1:]}">', rest)
    assert rest.index(SCRIPT.path[1:]) < rest.index('type="module"'), "the framework draws what the scripts then move"
    assert rest.index('rel="stylesheet" crossorigin') < rest.index(STYLE.path[1:]), "what stands later outweighs"


def _parts(kind: str) -> list[str]:
    """All files of that kind, as they are named from the folder of the page."""
    folder = Path(ui.__file__).parent
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob(f"*.{kind}"))


def test_every_part_is_sent_and_no_script_twice() -> None:
    shown = look((STYLE, SCRIPT))
    assert sorted(STYLES) == _parts("css")
    assert sorted((*FIRST_SCRIPTS, *SCRIPTS)) == _parts("js")
    assert set(FIRST_STYLES) <= set(STYLES)
    assert STYLE.body.decode().count("#first { position") == 1
    assert shown.style.count("#first { position") == 1
    for made in ("wenzheng.talks = {", "wenzheng.visit = "):
        assert (shown.script + SCRIPT.body.decode()).count(made) == 1


@pytest.mark.parametrize("file", [STYLE, SCRIPT], ids=["style", "script"])
def test_file_is_kept_by_the_readers_browser_alone_and_named_after_its_content(address: str, file: Any) -> None:
    with _get(address, file.path[1:]) as plain, _get(address, file.path[1:], "gzip, br") as packed:
        assert plain.headers["content-type"].startswith(file.media)
        assert plain.headers["content-encoding"] is None
        assert packed.headers["content-encoding"] == "gzip"
        for one in (plain, packed):
            assert one.headers["cache-control"] == "private, max-age=31536000, immutable"
            assert one.headers["vary"] == "accept-encoding"
        body = packed.read()
        assert plain.read() == gzip.decompress(body) == file.body
    with pytest.raises(HTTPError) as gone:
        _get(address, re.sub("[0-9a-f]{16}", "0" * 16, file.path[1:]))
    assert gone.value.code == 404
    assert gone.value.headers["cache-control"] != "private, max-age=31536000, immutable"
    gone.value.close()


def test_the_frameworks_files_are_kept_too_and_the_page_is_not(address: str) -> None:
    with _get(address) as page:
        assert page.headers["cache-control"] == "no-store"
        script = re.search(r'src="\./(assets/[^"]+)"', page.read().decode())
    assert script
    with _get(address, script[1]) as file:
        assert file.headers["cache-control"] == "private, max-age=31536000, immutable"


@pytest.mark.browser
def test_first_paint_waits_for_no_file(browser: Any, address: str) -> None:
    with reading(browser, address) as reader:
        held: list[Any] = []
        reader.page.route(re.compile("/(assets|own)/"), lambda route: held.append(route))
        reader.page.goto(address, wait_until="commit")
        reader.page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length", timeout=PATIENCE)
        assert reader.page.locator("#first .welcome").get_by_text(PORT_QUESTION).is_visible()
        assert held, "the files are asked for meanwhile"
        for route in held:
            route.abort()


_FRAMES = """window.frames = [];
const look = () => {
  const welcome = document.querySelector("#first .welcome");
  if (document.querySelector("#first, gradio-app *"))
    window.frames.push(`${document.body.classList.contains("dark")} ${Boolean(welcome?.checkVisibility())}`);
  requestAnimationFrame(look);
};
requestAnimationFrame(look);"""


@pytest.mark.browser
@pytest.mark.parametrize("system", ["light", "dark"])
def test_no_frame_is_in_another_theme_than_was_chosen_nor_welcomes_who_comes_back(
    browser: Any, address: str, system: str
) -> None:
    with reading(browser, address, theme=system) as reader:
        reader.choose(PORT_QUESTION)
        reader.page.locator("#masthead [data-theme-switch]").click()
        reader.page.add_init_script(_FRAMES)
        reader.page.reload()
        reader.page.locator("#conversation .answer:not([aria-busy])").wait_for(timeout=PATIENCE)
        reader.page.locator("#first").wait_for(state="detached", timeout=PATIENCE)
        reader.settle()
        seen = set(reader.page.evaluate("window.frames"))
        assert seen == {"true false" if system == "light" else "false false"}


_BOXES = """(selectors) => selectors.map((selector) => {
  const box = document.querySelector(selector).getBoundingClientRect();
  return [box.left, box.top, box.height];
})"""
_PLACES = ("header h1", "header a", "header button", ".welcome h2", ".welcome h3", ".welcome li:last-child .example")


@pytest.mark.browser
@pytest.mark.parametrize("locale", ["zh-CN", "en-US"])
@pytest.mark.parametrize("width", [1440, 390])
def test_nothing_moves_when_the_page_takes_the_place_of_what_was_painted(
    browser: Any, address: str, width: int, locale: str
) -> None:
    with reading(browser, address, width=width, locale=locale) as reader:
        held: list[Any] = []
        reader.page.route(re.compile(r"/assets/.*\.js$"), lambda route: held.append(route), times=1)
        reader.page.goto(address, wait_until="commit")
        reader.page.locator("#first .welcome").wait_for(timeout=PATIENCE)
        painted = reader.page.evaluate(_BOXES, [f"#first {place}" for place in _PLACES])
        held[0].continue_()
        reader.page.locator("#first").wait_for(state="detached", timeout=PATIENCE)
        reader.settle()
        there = reader.page.evaluate(
            _BOXES, [f"{'#masthead' if 'header' in place else '#conversation'} {place}" for place in _PLACES]
        )
        for place, before, after in zip(_PLACES, painted, there, strict=True):
            assert after == pytest.approx(before, abs=1.0), place


@pytest.mark.browser
@pytest.mark.parametrize("place", ["", "?tab=events"], ids=["first", "another tab"])
def test_welcome_that_was_painted_is_not_asked_for_again(browser: Any, address: str, place: str) -> None:
    with reading(browser, address) as reader:
        asked: list[str] = []
        reader.page.on("request", lambda r: asked.append(r.post_data or "") if "component_server" in r.url else None)
        reader.page.goto(f"{address}{place}")
        if place:
            reader.page.locator("#events tr[data-standing]").first.wait_for(timeout=PATIENCE)
            reader.go("ask")
        reader.page.locator("#conversation .welcome").get_by_text(PORT_QUESTION).wait_for(timeout=PATIENCE)
        assert [body for body in asked if "welcome" in body] == []
        reader.choose(PORT_QUESTION)
        reader.start_over()
        assert [body for body in asked if "welcome" in body]
