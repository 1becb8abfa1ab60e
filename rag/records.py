"""The vocabulary of the whole house on one screen: what crosses the border between packages.

All records are frozen. Offsets are Python `str` offsets into a page's text, half-open. Dates are ISO strings,
`YYYY-MM-DD`, or `YYYY-MM` where only the month is known, or `YYYY`; unknown is None.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from rag.ruled import Ruled, Ruling
from rag.scans import Scan


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`page.text[start:end]`."""

    start: int
    end: int


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hint:
    """What speaks for a page having been written from one ISO day to another, and why in words."""

    first: str
    last: str
    why: str


class Tie(StrEnum):
    """What another file of the same paper and day has of an article: its beginning, its rest, or all of it."""

    BEGINS = "begins"
    GOES_ON = "goes_on"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where else an article stands: `article` is its number on the page at hand, `page` and `number` name the other.

    `edition` is the printed number of that page, `title` its headlines on one line; `acting` are those who act in the last
    event of a beginning, whom 他 and 一行 in the rest may mean.
    """

    article: int
    tie: Tie
    page: str
    number: int
    edition: str = ""
    title: str = ""
    acting: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One printed page. `name` is the file's path relative to the folder that was indexed; `text` never changes.

    `dated_by` says what gave the issue date: masthead, line (发布时间), head (of a web page) or file. `hints` are what other pages
    tell of its time, `elsewhere` which articles stand in other files too, or in part. `scan` is what it was recognised from, left
    out by the index; `rulings` a digest of the corrections it was drawn with, `file` one of the file, empty where not known.
    """

    name: str
    text: str
    digest: str
    newspaper: str = ""
    issued: str | None = None
    edition: str = ""
    dated_by: str = ""
    hints: tuple[Hint, ...] = ()
    scan: Scan | None = None
    elsewhere: tuple[Elsewhere, ...] = ()
    rulings: str = ""
    file: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Article:
    """One article as reconstructed from a page.

    `titles[k]` is cut out of `title_spans[k]`. `paragraphs` are in reading order; a paragraph broken at a column's end
    has several spans. `duplicates` are repeated fragments of this article that stand elsewhere on the page. `issued` is
    the day it appeared where the page tells that for each article.
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
    issued: str | None = None
    elsewhere: Elsewhere | None = None

    @property
    def title(self) -> str:
        """All headlines on one line; over a rest that has none those of its beginning in another file."""
        own = " ".join(self.titles)
        return self.elsewhere.title if not own and self.elsewhere and self.is_rest else own

    @property
    def is_rest(self) -> bool:
        """Whether it is the rest of one that begins in another file."""
        return self.elsewhere is not None and self.elsewhere.tie is Tie.BEGINS

    @property
    def is_copy(self) -> bool:
        """Whether another file has all of it, so that it is asked there."""
        return self.elsewhere is not None and self.elsewhere.tie is Tie.SAME

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
    """What kind of thing a text mentions."""

    PERSON = "person"
    PLACE = "place"
    BODY = "body"
    OFFICE = "office"
    MONEY = "money"
    PERCENT = "percent"
    QUANTITY = "quantity"
    DURATION = "duration"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Mention:
    """Something that a text names or tells, `text == whole[start:end]`.

    `value` is what it stands for: a number in plain figures (6.8亿元 -> 680000000, empty where it is not told), an ISO
    date, behind it with / the ends of what lasts longer (see `Dated`); a name stands for itself. `unit` is what a number
    counts or measures, as printed (元), and how a time is told (day, month, year, hour, dateline and so on); `note` how a
    date was worked out.
    """

    kind: MentionKind
    text: str
    start: int
    end: int
    value: str = ""
    unit: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """When something happened, and how that is known. `printed` is the newspaper's own wording (5月6日下午).

    `value` is its first day or month. Of what took longer or is told less finely than a day but more than a month,
    `first` and `last` are the ends: 4月28日至5月3日 has its `last` day, 5月上旬 both, the value being the month.
    """

    value: str | None = None
    basis: str = ""
    printed: str = ""
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """A closed interval of ISO days; a single day has `first == last`. `printed` is the question's wording.

    What is not given stays open, in the forms of ISO 8601: --05-06 is a day of any year, ---31 a day of any month, -W-3
    any Wednesday. `festival` names the festival that is meant; where its year is not given and it moves from year to
    year, `first` and `last` are empty. `relative` where it was counted from today (去年, last week).
    """

    first: str
    last: str
    printed: str = ""
    festival: str = ""
    relative: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Times:
    """What a question says of time. `impossible` are days there never were (2月30日), `ahead` days that no page can tell
    of or nobody can count to (明天), `unread` what looks like a time and is not understood (暑假): all as worded."""

    periods: tuple[Period, ...] = ()
    impossible: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A person or a body taking part, with the office as printed (may be empty)."""

    name: str
    role: str = ""


class Hold(StrEnum):
    """How an office is held at the time a sentence tells of; `holds.tsv` and `appointments.tsv` explain each."""

    HELD = "held"
    ACTING = "acting"
    TAKEN = "taken"
    LEFT = "left"
    FORMER = "former"
    THEN = "then"
    TO_COME = "to_come"


@dataclass(frozen=True, slots=True)
class Tenure:
    """Somebody's office with its time: `office` bare (市长), `printed` as the sentence has it (代市长, 原市长).

    `when` is the day, month or year that the sentence is of. The body of an office is told where the sentence tells it.
    """

    name: str
    office: str
    hold: Hold = Hold.HELD
    printed: str = ""
    when: str | None = None


class Activity(StrEnum):
    """What kind of act an event is; the first four are what officials are asked about most."""

    INSPECT = "inspect"
    RESEARCH_VISIT = "research_visit"
    MEETING_CHAIR = "meeting_chair"
    MEETING_ATTEND = "meeting_attend"
    SPEECH = "speech"
    OTHER = "other"


VISITS = (Activity.INSPECT, Activity.RESEARCH_VISIT)
"""Acts by which somebody goes somewhere to look."""


class Standing(StrEnum):
    """Whether an event is reported as done; planned, hypothetical and past-reference clauses are not counted."""

    DONE = "done"
    PLANNED = "planned"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what, where, when; `spans` are the words that say so. `number` counts within the article.

    `participants` did it too; those whom it was done to, who were there only to be visited, are `met`. `ruling` says
    whether somebody confirmed or corrected it, `entry` by which line of the ledger.
    """

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
    met: tuple[Person, ...] = ()
    ruling: Ruling | None = None
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Understood:
    """What an article tells: its date, its events, the names in it, the city its 我市 or 我区 means, who held what.

    `bodies` are names of offices, firms and the like that it prints; `ruled` is what was corrected or confirmed of it.
    """

    when: Dated
    events: tuple[Event, ...] = ()
    people: tuple[Person, ...] = ()
    places: tuple[str, ...] = ()
    city: str = ""
    tenures: tuple[Tenure, ...] = ()
    bodies: tuple[str, ...] = ()
    ruled: tuple[Ruled, ...] = ()


class PassageKind(StrEnum):
    """Where a passage stands in its article."""

    TITLE = "title"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Passage:
    """The smallest thing that can be found and cited: a sentence, or a headline.

    `heading` is the headline it stands under. `actor` is who is speaking or acting where the sentence itself only says
    他 or 一行 or nothing. `id` is given by the store; 0 until then. `number` counts within the article, 0 the headline.
    `paragraph` counts from 1; headlines are in paragraph 0. `mentions` are in the order of the text, with offsets in it.
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
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a reader makes of a sentence: the log-odds that it answers, and for its pieces `text[start:end]`, each given as
    (start, end, log-odds), those that they lie in the short answer."""

    answers: float
    short: tuple[tuple[int, int, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One article as the index keeps it: the page it stands on, its pieces, what it tells."""

    page: Page
    article: Article
    understood: Understood

    @property
    def issued(self) -> str | None:
        """The ISO day on which it appeared, where the article, its page or its file prints one."""
        return self.article.issued or self.page.issued


class OutcomeKind(StrEnum):
    """What became of a file given to be indexed.

    `skipped` means that the same content is there already, `failed` that a page was not read, `empty` that the file
    holds nothing, `other` that it is of a kind that holds no page.
    """

    ADDED = "added"
    REPLACED = "replaced"
    SKIPPED = "skipped"
    FAILED = "failed"
    EMPTY = "empty"
    OTHER = "other"

    @property
    def is_page(self) -> bool:
        """Whether the index holds the file's content now."""
        return self in (OutcomeKind.ADDED, OutcomeKind.REPLACED, OutcomeKind.SKIPPED)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file's fate; `why` is one line, empty where there is nothing to say. `same_as` is the page that holds the content
    of a file that was skipped, under the file's own name or another."""

    name: str
    kind: OutcomeKind
    why: str = ""
    same_as: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What building did: an outcome per file, then how much the index holds now, and the seconds it took."""

    outcomes: tuple[Outcome, ...] = ()
    pages: int = 0
    articles: int = 0
    events: int = 0
    passages: int = 0
    seconds: float = 0.0
