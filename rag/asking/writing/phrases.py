"""The few words an answer says of its own, in the language of the question."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from rag.asked import Language
from rag.counting import filled_in
from rag.tables import rows

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


COLON = {Language.ZH: "：", Language.EN: ": "}
TO = {Language.ZH: "至", Language.EN: " to "}
IN_BRACKETS = {Language.ZH: "（{}）", Language.EN: " ({})"}
BESIDES = {Language.ZH: "；", Language.EN: "; "}
AND = {Language.ZH: "、", Language.EN: ", "}


def phrase(name: str, language: Language, **values: object) -> str:
    """The phrase with its {places} filled in. KeyError for a name that `phrases.tsv` does not hold."""
    return filled_in(_table()[name][language], **values)


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[Language, str]]:
    return {name: {Language.ZH: zh, Language.EN: en} for name, zh, en in rows("phrases.tsv")}


def period_in_words(first: str, last: str, language: Language) -> str:
    """A closed interval of ISO days, a whole month or year by its name alone."""
    if first == last:
        return day_in_words(first, language)
    for length in (len("2022"), len("2022-05")):
        if first[:length] == last[:length] and _fills(first, last, length):
            return day_in_words(first[:length], language)
    return TO[language].join(day_in_words(day, language) for day in (first, last))


def _fills(first: str, last: str, length: int) -> bool:
    """Whether the days are the first and the last of the year or month that `length` characters name."""
    after = date.fromisoformat(last) + timedelta(days=1)
    return first[length:] in ("-01-01", "-01") and after.isoformat()[:length] > last[:length]


def day_in_words(iso: str, language: Language) -> str:
    """2022-05-06 as 2022年5月6日 or 6 May 2022; 2022-05 and 2022 likewise, and --05-06, of no known year, as 5月6日 or 6 May."""
    year, *rest = iso.removeprefix("-").split("-")
    parts = [int(p) for p in rest]
    if language is Language.ZH:
        return (f"{year}年" if year else "") + "".join(f"{n}{unit}" for n, unit in zip(parts, "月日", strict=False))
    month = (MONTHS[parts[0] - 1],) if parts else ()
    day = (str(parts[1]),) if len(parts) > 1 else ()
    return " ".join((*day, *month, *filter(None, (year,))))
