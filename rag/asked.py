"""What is asked, as it leaves the reading of the question: the records of a question understood. Frozen, as all are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rag.records import Activity


class Language(StrEnum):
    """The language of a question, and so of its answer."""

    ZH = "zh"
    EN = "en"


class Asks(StrEnum):
    """What kind of answer the question wants."""

    WHO = "who"
    WHAT = "what"
    WHERE = "where"
    WHEN = "when"
    NUMBER = "number"
    ROLE = "role"
    LIST = "list"
    TIMELINE = "timeline"
    SUMMARY = "summary"
    COMPARISON = "comparison"
    YES_NO = "yes_no"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Period:
    """A closed interval of ISO days; a single day has `first == last`. `printed` is the question's wording."""

    first: str
    last: str
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A name in the question that stands in no page, and the one that was meant (陈志原 -> 陈志远)."""

    given: str
    meant: str


@dataclass(frozen=True, slots=True)
class Titled:
    """Somebody called by family name and office (陈书记)."""

    family: str
    office: str


class Cue(StrEnum):
    """Something the wording of a question shows; how each is worded stands in `question_cues.tsv`, in both languages."""

    WHY = "why"
    WENT = "went"
    CHAIRS = "chairs"
    EXACT_DAY = "exact_day"


@dataclass(frozen=True, slots=True)
class Frame:
    """A question as understood. `words` are its content words in Chinese, which is what is searched.

    `people` stand in the index, `excluded` are those it wants left out (除…外), `strangers` look like names and stand
    nowhere. `places` are the places and bodies named.
    `titled` are people called by family name and office whom the index does not tell by that alone. `deed` is what
    whoever is asked for did (谁主持了 -> 主持), in words any of which will do. `romanised` are names in pinyin that no
    name of the index answers to, or several do. `focus` is the thing asked for (哪家医院 -> 医院), `unit` what is counted
    (多少米 -> 米). `quoted` stood in quotation marks. `carried` is what the history supplied, `within` the (page,
    article) pairs it was about. `reckoned` are those of the periods that were counted from `newest`, the newest printed
    day (去年年底), because nobody said what day today is.
    """

    question: str
    language: Language
    asks: Asks
    words: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    activities: tuple[Activity, ...] = ()
    periods: tuple[Period, ...] = ()
    focus: tuple[str, ...] = ()
    unit: str = ""
    romanised: tuple[str, ...] = ()
    titled: tuple[Titled, ...] = ()
    deed: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    carried: tuple[str, ...] = ()
    within: tuple[tuple[str, int], ...] = ()
    reckoned: tuple[Period, ...] = ()
    newest: str = ""
    cues: frozenset[Cue] = frozenset()
