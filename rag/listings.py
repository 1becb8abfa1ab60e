"""What lists of the index are asked with, and what they give: events, counts, people, pages, and how one was found.

Frozen like the records they are made of, and kept apart from them: pages and questions are understood without these.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from rag.answered import Hit
from rag.asked import EVERYTHING, Frame, Scope
from rag.records import Activity, Event, Passage, Standing
from rag.ruled import Ruled


class Order(StrEnum):
    """How events are sorted: by day, the undated last, or by a column, the newest first among its equals."""

    NEWEST = "newest"
    OLDEST = "oldest"
    WHO = "who"
    PLACE = "place"
    TYPE = "type"
    NEWSPAPER = "newspaper"


@dataclass(frozen=True, slots=True)
class Meant:
    """What a part of a wish may stand for, any of these: what is `typed`, whole `names` of people, `words` or names of
    `places` that stand there, `kinds` of events. `field` is that of the wish."""

    field: str
    typed: str
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    kinds: tuple[Activity, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events; as it stands, all that were done. What is empty or None asks for nothing.

    Names match in part, width and case left aside: `who` a name, an office or both together of anybody taking part,
    `office` an office, `where` a place or the target. Where `who` and `office` are given, one person fits both. `since`
    and `until` are an ISO day, month or year, each standing for all of it; an event whose day is unknown is then not
    wanted, one of a known month is where some day of the month is. `text` are words that all stand in the action, the
    target, a name, an office or a place. `standings` says whether plans and references to the past are wanted too.
    `person` alone is a whole name, of somebody taking part: theirs are the deeds that a `Profile` counts. `together` are
    whole names of people who all have a part in the event, each by whichever telling; `places` are whole names of
    places, all of which one telling names. `pages` are names of pages that alone are looked at; none means all. `meant`
    says for whichever filters it names what their parts may stand for, all of which must fit; an assistant fills it in.
    """

    who: str = ""
    office: str = ""
    where: str = ""
    since: str | None = None
    until: str | None = None
    activity: Activity | None = None
    newspaper: str = ""
    text: str = ""
    standings: tuple[Standing, ...] = (Standing.DONE,)
    person: str = ""
    pages: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    meant: tuple[Meant, ...] = ()


ALL_DONE = Wanted()
"""Every event that was done."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One event with all its tellings: the first that is wanted, and the others, on other pages or in other papers.
    `corrected` is what somebody corrected of the first: it states what its words do not print."""

    event: Event
    newspaper: str = ""
    title: str = ""
    told_again: tuple[Event, ...] = ()
    corrected: tuple[Ruled, ...] = ()


@dataclass(frozen=True, slots=True)
class Deeds:
    """One leaf of the list; `total` counts all that are wanted."""

    total: int = 0
    deeds: tuple[Deed, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """Something and how often it occurs."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How the deeds that are wanted are spread; each is counted once for every person, month and newspaper it has.

    `people` are those of most deeds, 20 at most; `activities` and `newspapers` come most frequent first, `months`
    (`YYYY-MM`) in their order. A deed without a known month, or without a newspaper's name, is in none.
    """

    total: int = 0
    people: tuple[Counted, ...] = ()
    activities: tuple[Counted, ...] = ()
    months: tuple[Counted, ...] = ()
    newspapers: tuple[Counted, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """An office as printed, with the first and the last date of an article that prints it."""

    role: str
    first: str | None = None
    last: str | None = None


COURTESIES = ("领导", "同志", "代表", "嘉宾", "负责人", "干部")
"""What somebody is called whose office is not said."""


def fullest(offices: Sequence[Office]) -> Office | None:
    """The office printed last that is more than a courtesy (市领导), in its fullest wording; None without any."""
    real = [o for o in offices if not o.role.endswith(COURTESIES)] or list(offices)
    latest = max(real, key=lambda o: (o.last or "", len(o.role)), default=None)
    fuller = (o for o in real if latest and set(latest.role.split("、")) <= set(o.role.split("、")))
    return max(fuller, key=lambda o: len(o.role), default=latest)


@dataclass(frozen=True, slots=True)
class Attested:
    """A sentence or headline that tells something, the day its article is of, and what somebody corrected of it."""

    passage: Passage
    day: str | None = None
    corrected: tuple[Ruled, ...] = ()


@dataclass(frozen=True, slots=True)
class Service:
    """An office as printed, and where it is printed with the name of whoever holds it: in the earliest and in the latest
    article that does, which may be one. Where several people seem to have the name, `holder` counts from 1 in the order of
    `Profile.namesakes` whose it is; 0 where that is not told, or nobody shares the name."""

    role: str
    first: Attested
    last: Attested
    holder: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody in the news: the number of articles with the name, of deeds with a part in them, and the offices."""

    name: str
    articles: int
    events: int
    offices: tuple[Office, ...] = ()

    @property
    def fullest(self) -> Office | None:
        """The one of these offices that somebody is best known by."""
        return fullest(self.offices)


@dataclass(frozen=True, slots=True)
class Post:
    """Who somebody of a name is, in a line: the fullest office, empty where none is printed, and whether several people seem
    to have the name."""

    office: str = ""
    several: bool = False


@dataclass(frozen=True, slots=True)
class People:
    """One leaf of the list of people; `total` counts all of them."""

    total: int = 0
    people: tuple[Known, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of a person: offices by first date, who shared most deeds with them, and how those are spread.

    `namesakes` are the offices of one after the other where several people seem to have the name; else empty.
    """

    name: str
    offices: tuple[Office, ...] = ()
    companions: tuple[Counted, ...] = ()
    tally: Tally = Tally()
    articles: int = 0
    namesakes: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """One indexed page and how much was drawn from it; only events that were done are counted.

    `first` is the number of its first article.
    """

    name: str
    newspaper: str = ""
    issued: str | None = None
    articles: int = 0
    events: int = 0
    passages: int = 0
    edition: str = ""
    first: int = 1


@dataclass(frozen=True, slots=True)
class Came:
    """Pages that came or were drawn anew behind a point, the earliest first, with the digests of their texts by name.

    `cursor` is the point behind which others come, `more` whether there are any by now.
    """

    pages: tuple[Kept, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)
    cursor: int = 0
    more: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """A name and a passage that holds it to the letter, with the newspaper's name, empty where it is not known. Where somebody
    corrected something of the passage, `corrected` says what: it is found by what is read now, and has the words of the page."""

    name: str
    passage: Passage
    newspaper: str = ""
    corrected: tuple[Ruled, ...] = ()


@dataclass(frozen=True, slots=True)
class Leg:
    """What one way of searching found, best first, and how long it took."""

    name: str
    hits: tuple[Hit, ...] = ()
    milliseconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Lookup:
    """How a question was understood and what each leg found: events, words, meaning, then the articles
    screened, each by its nearest sentence, and the sentences judged. `scope` is where alone they looked."""

    query: Frame
    legs: tuple[Leg, ...] = ()
    milliseconds: float = 0.0
    scope: Scope = EVERYTHING
