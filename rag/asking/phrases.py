"""The few words an answer says of its own, in the language of the question."""

from __future__ import annotations

from functools import lru_cache

from rag.records import Language
from rag.tables import rows


def phrase(name: str, language: Language, **values: object) -> str:
    """The phrase with its {places} filled in. KeyError for a name that `phrases.tsv` does not hold."""
    return _table()[name][language].format(**values)


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[Language, str]]:
    return {name: {Language.ZH: zh, Language.EN: en} for name, zh, en in rows("phrases.tsv")}
