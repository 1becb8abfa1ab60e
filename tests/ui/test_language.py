"""Which language a reader gets, and that every string is there in both."""

from __future__ import annotations

import asyncio
import gzip
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import ui
from rag import Activity, Asks, Language
from ui.gate.account import ANYBODY, KEY
from ui.gate.headers import NONCE
from ui.language import COOKIE, language_of
from ui.laying import Look
from ui.localised import Localised, filled, token
from ui.strings import say, table

ZH, EN = Language.ZH, Language.EN


@pytest.mark.parametrize(
    ("headers", "query", "expected"),
    [
        pytest.param({"accept-language": "zh-CN,zh;q=0.9,en;q=0.8"}, "", ZH, id="Chinese browser"),
        pytest.param({"accept-language": "zh-HK"}, "", ZH, id="any Chinese"),
        pytest.param({"accept-language": "en-GB,zh;q=0.3"}, "", EN, id="English first"),
        pytest.param({"accept-language": "zh;q=0.2,en;q=0.7"}, "", EN, id="weights decide, not order"),
        pytest.param({"accept-language": "fr-FR,zh;q=0.4"}, "", ZH, id="the first that we speak"),
        pytest.param({"accept-language": "fr"}, "", EN, id="English for everybody else"),
        pytest.param({"accept-language": "zh;q=x, ;;,"}, "", EN, id="nonsense"),
        pytest.param({}, "", EN, id="nothing said"),
        pytest.param({"accept-language": "zh", "cookie": f"a=b; {COOKIE}=en"}, "", EN, id="switched before"),
        pytest.param({"accept-language": "zh", "cookie": f"{COOKIE}=xx"}, "", ZH, id="unknown cookie"),
        pytest.param({"cookie": f"{COOKIE}=en"}, "lang=zh", ZH, id="switching now"),
        pytest.param({"accept-language": "zh"}, "lang=%3Cscript%3E", ZH, id="nonsense in the address"),
    ],
)
def test_language_of_a_reader(headers: dict[str, str], query: str, expected: Language) -> None:
    assert language_of(headers, query) is expected


@pytest.mark.parametrize("key", table())
def test_string_is_there_in_both_languages_and_safe_in_html_and_json(key: str) -> None:
    chinese, english = say(ZH, key), say(EN, key)
    assert chinese
    assert english
    assert not set('<>&"\\`$') & set(chinese + english)
    assert names_in(chinese) - NUMBERS == names_in(english) - NUMBERS


def names_in(words: str) -> set[str]:
    parts = [(name, spec) for _, name, spec, _ in Formatter().parse(words) if name]
    return {name for name, _ in parts}.union(*(names_in(spec or "") for _, spec in parts))


NUMBERS = {
    "n",
    "count",
    "total",
    "articles",
    "events",
    "pages",
    "people",
    "size",
    "most",
    "first",
    "last",
    "number",
    "open",
}
"""Names in strings that stand for a number; one language may need it where another does not."""

ONE_OF_MANY = re.compile(r"\b1 (?!ms\b|is\b|was\b)(?:\w+s|people|are|were)\b")
MANY_OF_ONE = re.compile(
    r"\b2 (?:more |other )?(?:\w+[^s\W]) (?:is|was|gives|with)\b|\b2 (?:event|page|article|file|person)\b"
)


@pytest.mark.parametrize("key", table())
def test_words_beside_a_number_fit_it(key: str) -> None:
    names = names_in(say(EN, key))
    one, two = (say(EN, key, **{name: n if name in NUMBERS else "x" for name in names}) for n in (1, 2))
    assert not ONE_OF_MANY.search(one)
    assert not MANY_OF_ONE.search(two)


@pytest.mark.parametrize(
    ("key", "values", "line"),
    [
        pytest.param("network.open_place", {"count": 1, "place": "青石镇"}, "The event at 青石镇", id="the one event"),
        pytest.param("network.open_place", {"count": 3, "place": "青石镇"}, "The 3 events at 青石镇", id="three"),
        pytest.param("events.all", {"total": 0}, "0 events", id="none"),
        pytest.param("events.all", {"total": 51234}, "51,234 events", id="thousands"),
        pytest.param("people.entry", {"articles": 1, "events": 12}, "1 article · 12 events", id="each by itself"),
        pytest.param("pages.left_minutes", {"n": 1}, "about a minute left", id="a word for one"),
    ],
)
def test_one_is_not_many(key: str, values: dict[str, object], line: str) -> None:
    assert say(EN, key, **values) == line


@pytest.mark.parametrize(
    "key", [*(f"asks.{a}" for a in Asks), *(f"activity.{a}" for a in Activity), "problem.QuestionError"]
)
def test_every_kind_has_a_name(key: str) -> None:
    assert key in table()


TABLES = ("reasons.tsv", "details.tsv")
"""Tables that name strings."""


def test_every_string_is_used() -> None:
    """By its key, or by a key put together from the part before the last point and something else."""
    folder = Path(ui.__file__).parent
    source = "".join(
        p.read_text(encoding="utf-8") for p in (*folder.rglob("*.py"), *(folder / "static" / t for t in TABLES))
    )
    named = set(re.findall(r"[\w.]+", source))
    made = set(re.findall(r"([\w.]+)\.{", source)) | {name for name in named if "." in name}
    assert [key for key in table() if key not in named and key.rpartition(".")[0] not in made] == []


def test_tokens_are_filled_in() -> None:
    assert filled(f"<h1>{token('app.title')}</h1>?lang={token('app.other')} 100%", ZH) == "<h1>问政</h1>?lang=en 100%"


async def _page(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"1")]})
    await send({"type": "http.response.body", "body": b'<html lang="en"><head></head><body>%%app.', "more_body": True})
    await send({"type": "http.response.body", "body": b"title%%"})


async def _scripted(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    body = b'<head><title>t</title><script>1</script><link rel="stylesheet"></head><body style=""><gradio-app>'
    await send({"type": "http.response.body", "body": body})


def _run(coroutine: Any) -> None:
    """In an event loop of its own, since a browser under test may hold this thread's."""
    with ThreadPoolExecutor(1) as apart:
        apart.submit(asyncio.run, coroutine).result()


def _get(app: Any, path: str = "/", query: str = "", **headers: str) -> list[dict[str, Any]]:
    sent: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "path": path, "query_string": query.encode(), "headers": named, KEY: ANYBODY}
    _run(app(scope, None, send))
    return sent


def test_first_page_goes_out_in_the_readers_language() -> None:
    start, body = _get(Localised(_page), accept_language="zh")
    text = body["body"].decode()
    assert text.startswith('<html lang="zh">')
    assert "问政" in text
    assert "%%" not in text
    assert dict(start["headers"])[b"content-length"] == str(len(body["body"])).encode()


def test_first_page_is_sent_small_to_whoever_unpacks_it() -> None:
    plain = _get(Localised(_page), accept_language="zh")[1]["body"]
    start, body = _get(Localised(_page), accept_language="zh", accept_encoding="br, gzip;q=0.8")
    assert dict(start["headers"])[b"content-encoding"] == b"gzip"
    assert dict(start["headers"])[b"content-length"] == str(len(body["body"])).encode()
    assert gzip.decompress(body["body"]) == plain
    for refused in ("", "identity", "gzip;q=0", "x-gzip"):
        start, body = _get(Localised(_page), accept_language="zh", accept_encoding=refused)
        assert b"content-encoding" not in dict(start["headers"])
        assert body["body"] == plain


def test_what_is_painted_first_stands_before_all_that_would_hold_it_up() -> None:
    look = Look("p {}", "own()", '<script defer src="own.js"></script>', '<link href="own.css">')
    _, body = _get(Localised(_scripted, look, lambda language: f"<p>{language}</p>"), accept_language="zh")
    assert body["body"].decode() == (
        '<head><title>t</title><style>p {}</style></head><body style="">'
        '<script nonce="">own()\nwenzheng.first()</script><p>zh</p><script nonce="" defer src="own.js"></script>'
        '<script nonce="">1</script><link rel="stylesheet"><link href="own.css"><gradio-app>'
    )


def test_the_pages_own_scripts_are_known_by_a_word_and_no_other_is() -> None:
    async def page(scope: Any, receive: Any, send: Any) -> None:
        scope[NONCE] = "word"
        look = Look("", "2", '<script defer src="4"></script>')
        await Localised(_scripted, look, lambda language: "<script>3</script>")(scope, receive, send)

    _, body = _get(page)
    scripts = re.findall(r"<script[^>]*>\w*", body["body"].decode())
    assert scripts == [
        '<script nonce="word">2',
        "<script>3",
        '<script nonce="word" defer src="4">',
        '<script nonce="word">1',
    ]


def test_switch_is_remembered() -> None:
    start, body = _get(Localised(_page), query="lang=zh", accept_language="en")
    assert body["body"].decode().startswith('<html lang="zh">')
    assert dict(start["headers"])[b"set-cookie"].startswith(f"{COOKIE}=zh; Path=/;".encode())


def test_other_pages_pass_unchanged() -> None:
    assert _get(Localised(_page), path="/config")[1]["body"] == b'<html lang="en"><head></head><body>%%app.'
