"""Which of the two languages a reader of the page wants."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from rag import Language

COOKIE = "wenzheng_language"
"""Remembers the language a reader switched to; it outweighs what the browser asks for."""

SPOKEN = ("cookie", "accept-language")
"""The headers that tell."""


def language_of(headers: Mapping[str, str], query: str = "") -> Language:
    """The language switched to (in the address or the cookie), else the one the browser prefers, else English."""
    return chosen(query) or _remembered(headers.get("cookie", "")) or _preferred(headers.get("accept-language", ""))


def reader_of(headers: object) -> Language:
    """The language of whoever sent a request with these headers (Gradio's, which are no Mapping)."""
    get: Callable[[str], str | None] = headers.get  # type: ignore[attr-defined]
    return language_of({name: get(name) or "" for name in SPOKEN})


def chosen(query: str) -> Language | None:
    """The language named in an address's query string, `lang=zh` or `lang=en`."""
    return _known(parse_qs(query).get("lang", [""])[0])


def _remembered(cookie: str) -> Language | None:
    try:
        morsel = SimpleCookie(cookie).get(COOKIE)
    except CookieError:
        return None
    return _known(morsel.value) if morsel else None


def _preferred(accepted: str) -> Language:
    """`zh-HK,zh;q=0.9,en;q=0.8`: of the tags we speak the one with the greatest weight, the first of equals."""
    wanted = [
        (_weight(parameters), _known(tag)) for tag, _, parameters in (p.partition(";") for p in accepted.split(","))
    ]
    spoken = [(weight, language) for weight, language in wanted if language and weight > 0]
    return max(spoken, key=lambda pair: pair[0])[1] if spoken else Language.EN


def _weight(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    try:
        return float(value) if name == "q" else 1.0
    except ValueError:
        return 0.0


def _known(tag: str) -> Language | None:
    primary = tag.strip().lower().split("-")[0]
    return Language(primary) if primary in set(Language) else None
