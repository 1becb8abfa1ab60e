"""Every visible string of the page in Chinese and English; the strings themselves are data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

from rag import Language, SettingError, filled_in

TABLE = "strings.tsv"
REMEDY = "install Wenzheng again; its tables of strings are not whole"


def say(language: Language, key: str, **values: object) -> str:
    """The string of that key in that language with its {names} filled in, whole numbers with the words that go
    with them. SettingError for an unknown key."""
    known = table().get(key)
    if known is None:
        raise SettingError(f"the page has no words for {key}", REMEDY)
    return filled_in(known[language], **values) if values else known[language]


@lru_cache(maxsize=1)
def table() -> Mapping[str, Mapping[Language, str]]:
    """All strings, by key and language."""
    lines = (line for text in _texts() for line in text.splitlines() if line and not line.startswith("#"))
    return {key: {Language.ZH: chinese, Language.EN: english} for key, chinese, english in map(_row, lines)}


def _row(line: str) -> tuple[str, str, str]:
    key, *words = line.split("\t")
    if len(words) != len(Language):
        raise SettingError(f"the words for {key} are not one in each language", REMEDY)
    return key, *words  # type: ignore[return-value]


def _texts() -> Iterator[str]:
    """The words that each folder has of its own, and those that several share."""
    for folder in sorted(files("ui").iterdir(), key=lambda folder: folder.name):
        if (words := folder.joinpath(TABLE)).is_file():
            yield words.read_text(encoding="utf-8")
