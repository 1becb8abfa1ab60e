"""What is answered: what was found and how, what is cited, what is stated. Frozen records, as all are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rag.asked import EVERYTHING, Carried, Frame, Scope
from rag.records import Elsewhere, Passage, Spans
from rag.ruled import Ruled


@dataclass(frozen=True, slots=True)
class Rank:
    """One leg's opinion of a hit: 1 is best; `score` in that leg's own unit."""

    leg: str
    rank: int
    score: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found, with its score and what each leg said.

    `answers` is the learned reader's log-odds that it answers, None where it was not read.
    """

    passage: Passage
    score: float
    ranks: tuple[Rank, ...] = ()
    answers: float | None = None


class GlossKind(StrEnum):
    """What is glossed; an act is what an event did."""

    PERSON = "person"
    OFFICE = "office"
    PLACE = "place"
    BODY = "body"
    TIME = "time"
    ACT = "act"


@dataclass(frozen=True, slots=True)
class Gloss:
    """What a name or term of a quotation, as `printed`, is in English or in pinyin: a rendering, never what a page says.

    `by_sound` where no table knows more of it than how it is read.
    """

    kind: GlossKind
    printed: str
    rendered: str
    by_sound: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """`quote` is, to the letter, the concatenation of `spans` in the text of `page`.

    `date` is the day of what the article reports, `issued` the one on which its paper appeared, as far as that is printed.
    `seen` where that text was recognised from a picture: then `doubted` are the offsets in the quote of characters that may
    be others in print. `elsewhere` names the page on which the cited article begins or goes on. `corrected` is what somebody
    has corrected of what is told here. `glosses` are given where a reader of English asks for them.
    """

    marker: int
    page: str
    spans: Spans
    quote: str
    title: str = ""
    date: str | None = None
    newspaper: str = ""
    article: int = 0
    date_basis: str = ""
    issued: str | None = None
    seen: bool = False
    doubted: tuple[int, ...] = ()
    elsewhere: Elsewhere | None = None
    corrected: tuple[Ruled, ...] = ()
    glosses: tuple[Gloss, ...] = ()


class HeadKind(StrEnum):
    """What a head is."""

    PERSON = "person"
    OFFICE = "office"
    PLACE = "place"
    ORGANISATION = "organisation"
    DATE = "date"
    NUMBER = "number"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Head:
    """What an answer states in its own right, bare (林强, 2022-05-06, 6.7亿元); `markers` name the citations it rests on."""

    value: str
    kind: HeadKind
    markers: tuple[int, ...] = ()


class Verdict(StrEnum):
    """Whether the pages tell what was asked, tell part of it, or do not tell."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    ABSTAINED = "abstained"


@dataclass(frozen=True, slots=True)
class Searched:
    """What an answer, or a refusal, was drawn from."""

    pages: int = 0
    articles: int = 0
    newspapers: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """`[1]` in `text` refers to the citation with marker 1. `nearest` supports nothing: it is shown with a refusal.

    `subjects` are the people the answer is about, whom 他 in the next question may mean. `heads` are what it states in
    its own right, none where only quotations are shown. `carried` is what an earlier question supplied, `reason` the
    code of why it abstained, `question` what was asked, as it was taken. `scope` is where alone it was looked for, and
    `searched` then counts what lies there.
    """

    verdict: Verdict
    text: str
    query: Frame
    citations: tuple[Citation, ...] = ()
    nearest: tuple[Citation, ...] = ()
    missing: str = ""
    searched: Searched = Searched()
    hits: tuple[Hit, ...] = ()
    subjects: tuple[str, ...] = ()
    seconds: float = 0.0
    heads: tuple[Head, ...] = ()
    carried: Carried | None = None
    reason: str = ""
    question: str = ""
    scope: Scope = EVERYTHING
