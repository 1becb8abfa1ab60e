"""What a file tells of its issue beside the text a reader sees: the head of a web page, front matter of Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import cache

from rag.errors import PageError
from rag.reading.plain import decode
from rag.reading.web import decode_web
from rag.tables import rows
from rag.time import compact_day, issue_day

HEAD = 200_000
"""Characters of a web page that are looked at: templates put styles and scripts before what is told."""

CHINA = timezone(timedelta(hours=8))
SECONDS = re.compile(r"(1\d{9})(?:\d{3})?")
"""A time counted in seconds or in thousandths, as scripts do."""

ZONED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)")
"""A time that says its zone: midnight in China is the day before in others."""

_FRONT_MATTER = re.compile(r"\A(?:---|\+\+\+)[ \t]*\r?\n(.{0,4000}?)\r?\n(?:---|\+\+\+)[ \t]*(?:\r?\n|\Z)", re.S)
_FIELD_LINE = re.compile(r"[ \t]+\S|[#\-\]\[}]|[\"']?[\w\u4e00-\u9fff.-]{1,40}[\"']?[ \t]*[:=]")
"""A field, an item of a list in one, or a remark."""

_META = re.compile(r"<(?:meta|time)\b[^<>]{0,800}>", re.I)
_ATTRIBUTE = re.compile(
    r"([a-z-]{1,40})\s{0,8}=\s{0,8}(?:\"([^\"]{0,800})\"|'([^']{0,800})'|([^\s\"'<>]{1,800}))", re.I
)
_COMMENT = re.compile(r"<!--((?:(?!<!--).){1,4000}?)-->", re.S)
_FIELD = re.compile(r"<(?:founder-)?([a-z]{2,24})>([^<]{1,80})</", re.I)
_FOUNDER = re.compile(r"<founder-([a-z]{2,24})>([^<]{1,80})</", re.I)
_SAID = re.compile(
    r"(?:^|[\s;,|{])(pub[a-z_]{0,12}|发布时间|发布日期|见报日期)[\"']?\s*[=:：]\s*[\"']?(\d[^<>\"'\r\n;|]{5,24})", re.I
)
"""A field of a comment; its other dates are those of the template."""
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
    text = _text(data, decode_web)[:HEAD]
    told = list(_tagged(text))
    scripted = [(key.lower(), value) for key, value in _SCRIPTED.findall(text)]
    address = _ADDRESS.search(text)
    noted = list(_noted(text))
    issued = (
        _day(told)
        or _day(noted)
        or _day(scripted)
        or (issue_day(address[1]) or compact_day(address[1]) if address else None)
    )
    return Beside(issued, _paper([*told, *noted]))


def beside_markdown(data: bytes) -> Beside:
    """What the front matter of a Markdown file tells."""
    told = list(front_matter(_text(data))[0].items())
    return Beside(_day(told), _paper(told))


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields (names in small letters) that stand before a text between two rules, and the text behind them.

    What stands between two rules and is not fields is text like any other.
    """
    found = _FRONT_MATTER.match(text)
    if found is None or not all(map(_FIELD_LINE.match, filter(str.strip, found[1].splitlines()))):
        return {}, text
    return {key.lower(): value.strip() for key, value in reversed(_ENTRY.findall(found[1]))}, text[found.end() :]


def _text(data: bytes, decoded: Callable[[bytes], str] = decode) -> str:
    try:
        return decoded(data)
    except PageError:
        return ""


def _tagged(text: str) -> Iterator[tuple[str, str]]:
    """(name in small letters, content) of each element that tells something of the page."""
    for tag in _META.findall(text):
        given = {key.lower(): one or other or bare for key, one, other, bare in _ATTRIBUTE.findall(tag)}
        name = next((given[key] for key in ("name", "property", "itemprop") if given.get(key)), "")
        content = given.get("content") or given.get("datetime") or ""
        yield re.split(r"[:.]", name.lower())[-1], content
        if "pubdate" in tag.lower() and given.get("datetime"):
            yield "pubdate", given["datetime"]


def _noted(text: str) -> Iterator[tuple[str, str]]:
    """(name in small letters, value) of the fields that systems of newspapers leave in comments and elements of theirs."""
    for comment in _COMMENT.findall(text):
        for key, value in [*_FIELD.findall(comment), *_SAID.findall(comment)]:
            yield key.lower(), value
    for key, value in _FOUNDER.findall(text):
        yield key.lower(), value


def _day(told: Iterable[tuple[str, str]]) -> str | None:
    """The day under the first name that gives one; none where it gives several, for then some are of other articles."""
    days: dict[int, set[str]] = {}
    for rank, value in _ranked("day", told):
        if day := _read(value):
            days.setdefault(rank, set()).add(day)
    first = days[min(days)] if days else set()
    return first.pop() if len(first) == 1 else None


def _read(value: str) -> str | None:
    value = value.strip()
    if counted := SECONDS.fullmatch(value):
        return datetime.fromtimestamp(int(counted[1]), UTC).astimezone(CHINA).date().isoformat()
    if ZONED.fullmatch(value):
        try:
            return datetime.fromisoformat(value).astimezone(CHINA).date().isoformat()
        except ValueError:
            return None
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
