"""The vocabulary of the whole house on one screen: what crosses the border between packages.

All records are frozen. Offsets are Python `str` offsets into a page's text, half-open. Dates are ISO strings,
`YYYY-MM-DD`, or `YYYY-MM` where only the month is known, or `YYYY`; unknown is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`page.text[start:end]`."""

    start: int
    end: int


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One printed page. `name` is the file's path relative to the folder that was indexed; `text` never changes."""

    name: str
    text: str
    digest: str
    newspaper: str = ""
    issued: str | None = None
    edition: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as reconstructed from a page.

    `titles[k]` is cut out of `title_spans[k]`. `paragraphs` are in reading order; a paragraph broken at a column's end
    has several spans. `duplicates` are repeated fragments of this article that stand elsewhere on the page.
    """

    page: str
    number: int
    titles: tuple[str, ...] = ()
    title_spans: tuple[Spans, ...] = ()
    paragraphs: tuple[Spans, ...] = ()
    duplicates: Spans = ()
    reporters: tuple[str, ...] = ()
    byline: str = ""
    continues: str = ""

    @property
    def title(self) -> str:
        """All headlines on one line."""
        return " ".join(self.titles)

    @property
    def spans(self) -> Spans:
        """Everything that belongs to the article but its duplicates: headlines, then the body in reading order."""
        return tuple(s for group in (*self.title_spans, *self.paragraphs) for s in group)


@dataclass(frozen=True, slots=True)
class Layout:
    """A page taken apart: with `furniture` (mastheads, slogans, page references) the articles cover it wholly."""

    page: Page
    articles: tuple[Article, ...]
    furniture: Spans = ()


class MentionKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    PLACE = "place"
    BODY = "body"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in some text, `text == whole[start:end]`."""

    kind: MentionKind
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dated:
    """When something happened, and how that is known. `printed` is the newspaper's own wording (5月6日下午)."""

    value: str | None = None
    basis: str = ""
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person or a body taking part, with the office as printed (may be empty)."""

    name: str
    role: str = ""


class Activity(StrEnum):
    """What kind of act an event is; the first four are what officials are asked about most."""

    INSPECT = "inspect"
    RESEARCH_VISIT = "research_visit"
    MEETING_CHAIR = "meeting_chair"
    MEETING_ATTEND = "meeting_attend"
    SPEECH = "speech"
    OTHER = "other"


class Standing(StrEnum):
    """Whether an event is reported as done; planned, hypothetical and past-reference clauses are not counted."""

    DONE = "done"
    PLANNED = "planned"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what, where, when; `spans` are the words that say so. `number` counts within the article."""

    page: str
    article: int
    number: int
    actors: tuple[Person, ...]
    action: str
    activity: Activity
    target: str = ""
    places: tuple[str, ...] = ()
    participants: tuple[Person, ...] = ()
    when: Dated = Dated()
    spans: Spans = ()
    standing: Standing = Standing.DONE


@dataclass(frozen=True, slots=True)
class Understood:
    """What an article tells: its date, its events, the names in it, and the city its 我市 or 我区 means."""

    when: Dated
    events: tuple[Event, ...] = ()
    people: tuple[Person, ...] = ()
    places: tuple[str, ...] = ()
    city: str = ""


class PassageKind(StrEnum):
    """Where a passage stands in its article."""

    TITLE = "title"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Passage:
    """The smallest thing that can be found and cited: a sentence, or a headline.

    `heading` is the headline it stands under. `actor` is who is speaking or acting where the sentence itself only says
    他 or 一行 or nothing. `id` is given by the store; 0 until then. `number` counts within the article, 0 the headline.
    `paragraph` counts from 1; headlines are in paragraph 0.
    """

    page: str
    article: int
    number: int
    text: str
    spans: Spans
    kind: PassageKind = PassageKind.SENTENCE
    heading: str = ""
    actor: str = ""
    date: str | None = None
    paragraph: int = 0
    id: int = 0


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
class Query:
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


@dataclass(frozen=True, slots=True)
class Rank:
    """One leg's opinion of a hit: 1 is best; `score` in that leg's own unit."""

    leg: str
    rank: int
    score: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found, with its score and what each leg said."""

    passage: Passage
    score: float
    ranks: tuple[Rank, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """`quote` is, to the letter, the concatenation of `spans` in the text of `page`."""

    marker: int
    page: str
    spans: Spans
    quote: str
    title: str = ""
    date: str | None = None
    newspaper: str = ""
    article: int = 0
    date_basis: str = ""


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


@dataclass(frozen=True, slots=True)
class Carried:
    """What an answer took from `question`, asked earlier: people, places, words and the days asked about."""

    question: str
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    periods: tuple[Period, ...] = ()


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
    code of why it abstained.
    """

    verdict: Verdict
    text: str
    query: Query
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


@dataclass(frozen=True, slots=True)
class Reading:
    """One article as the index keeps it: the page it stands on, its pieces, what it tells."""

    page: Page
    article: Article
    understood: Understood


class OutcomeKind(StrEnum):
    """What became of a file given to be indexed; `skipped` means that the same content is there already."""

    ADDED = "added"
    REPLACED = "replaced"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file's fate; `why` is one line, empty where there is nothing to say."""

    name: str
    kind: OutcomeKind
    why: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What building did: an outcome per file, then how much the index holds now, and the seconds it took."""

    outcomes: tuple[Outcome, ...] = ()
    pages: int = 0
    articles: int = 0
    events: int = 0
    passages: int = 0
    seconds: float = 0.0
