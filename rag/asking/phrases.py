"""The few words an answer says of its own, in the language of the question."""

from __future__ import annotations

from functools import lru_cache

from rag.records import Language
from rag.tables import rows

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


COLON = {Language.ZH: "：", Language.EN: ": "}
AND = {Language.ZH: "、", Language.EN: ", "}


def phrase(name: str, language: Language, **values: object) -> str:
    """The phrase with its {places} filled in. KeyError for a name that `phrases.tsv` does not hold."""
    return _table()[name][language].format(**values)


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[Language, str]]:
    return {name: {Language.ZH: zh, Language.EN: en} for name, zh, en in rows("phrases.tsv")}


def day_in_words(iso: str, language: Language) -> str:
    """2022-05-06 as 2022年5月6日 or 6 May 2022; 2022-05 and 2022 likewise."""
    year, *rest = iso.split("-")
    parts = [int(p) for p in rest]
    if language is Language.ZH:
        return year + "年" + "".join(f"{n}{unit}" for n, unit in zip(parts, "月日", strict=False))
    month = (MONTHS[parts[0] - 1],) if parts else ()
    day = (str(parts[1]),) if len(parts) > 1 else ()
    return " ".join((*day, *month, year))
