"""What a file tells of its issue beside the text a reader sees: the head of a web page, front matter of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import cache

from rag.errors import PageError
from rag.reading.plain import decode
from rag.tables import rows
from rag.time import compact_day, issue_day

HEAD = 200_000
"""Characters of a web page that are looked at: templates put styles and scripts before what is told."""

CHINA = timezone(timedelta(hours=8))
SECONDS = re.compile(r"1\d{9}")
"""A time counted in seconds, as scripts do."""

FRONT_MATTER = re.compile(r"\A(?:---|\+\+\+)[ \t]*\r?\n(.{0,4000}?)\r?\n(?:---|\+\+\+)[ \t]*(?:\r?\n|\Z)", re.S)
_META = re.compile(r"<(?:meta|time)\b[^<>]{0,800}>", re.I)
_ATTRIBUTE = re.compile(r"([a-z-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.I)
_SCRIPTED = re.compile(r"[\"']?\b([A-Za-z_]{2,24})[\"']?\s*[=:]\s*[\"'](\d[^\"'<>]{7,30})[\"']")
_ADDRESS = re.compile(
    r"(?:saved from url=\(\d+\)|rel=\"canonical\" href=\"|og:url\" content=\")(https?://[^\s\"<>]{1,300})"
)
_ENTRY = re.compile(r"^[ \t]*[\"']?([\w\u4e00-\u9fff]{1,24})[\"']?[ \t]*[:=][ \t]*[\"']?([^\r\n\"']{1,200})", re.M)


@dataclass(frozen=True, slots=True)
class Beside:
    """The day as ISO, and the words that may name the newspaper; None and nothing where the file does not say."""

    issued: str | None = None
    paper: str = ""


def beside_web(data: bytes) -> Beside:
    """What the head and the scripts of a web page tell, else the address it was saved from."""
    text = _text(data)[:HEAD]
    told = list(_tagged(text))
    scripted = [(key.lower(), value) for key, value in _SCRIPTED.findall(text)]
    address = _ADDRESS.search(text)
    issued = _day(told) or _day(scripted) or (issue_day(address[1]) or compact_day(address[1]) if address else None)
    return Beside(issued, _paper(told))


def beside_markdown(data: bytes) -> Beside:
    """What the front matter of a Markdown file tells."""
    found = FRONT_MATTER.match(_text(data))
    told = [(key.lower(), value) for key, value in _ENTRY.findall(found[1])] if found else []
    return Beside(_day(told), _paper(told))


def _text(data: bytes) -> str:
    try:
        return decode(data)
    except PageError:
        return ""


def _tagged(text: str) -> Iterator[tuple[str, str]]:
    """(name in small letters, content) of each element that tells something of the page."""
    for tag in _META.findall(text):
        given = {key.lower(): one or other for key, one, other in _ATTRIBUTE.findall(tag)}
        name = next((given[key] for key in ("name", "property", "itemprop") if given.get(key)), "")
        content = given.get("content") or given.get("datetime") or ""
        yield re.split(r"[:.]", name.lower())[-1], content
        if "pubdate" in tag.lower() and given.get("datetime"):
            yield "pubdate", given["datetime"]


def _day(told: Iterable[tuple[str, str]]) -> str | None:
    return next((day for _, value in _ranked("day", told) if (day := _read(value))), None)


def _read(value: str) -> str | None:
    if SECONDS.fullmatch(value.strip()):
        return datetime.fromtimestamp(int(value), UTC).astimezone(CHINA).date().isoformat()
    return issue_day(value) or compact_day(value)


def _paper(told: Iterable[tuple[str, str]]) -> str:
    return " ".join(value for _, value in _ranked("paper", told))


def _ranked(what: str, told: Iterable[tuple[str, str]]) -> list[tuple[int, str]]:
    """The values under the names for it, those of earlier names first."""
    ranks = _names()[what]
    return sorted(((ranks[key], value) for key, value in told if key in ranks), key=lambda ranked: ranked[0])


@cache
def _names() -> Mapping[str, Mapping[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for what, name in rows("issue_keys.tsv"):
        found.setdefault(what, {})[name] = len(found.get(what, ()))
    return found
