"""What is asked, as it leaves the reading of the question: the records of a question understood. Frozen, as all are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from rag.records import Activity, Period


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
class Correction:
    """A name in the question that stands in no page, and the one that was meant (陈志原 -> 陈志远)."""

    given: str
    meant: str


@dataclass(frozen=True, slots=True)
class Titled:
    """Somebody called by family name and office (陈书记)."""

    family: str
    office: str


class Overall(StrEnum):
    """What is wanted of all the events that fit, where a question asks about no one of them; see `overall.tsv`."""

    HAPPENED = "happened"
    WHO_MOST = "who_most"
    WHERE_MOST = "where_most"
    WHERE_ALL = "where_all"
    WHO_ALL = "who_all"
    MORE = "more"
    FIRST = "first"
    LATEST = "latest"


class Cue(StrEnum):
    """Something the wording of a question shows; how each is worded stands in `question_cues.tsv`, in both languages.

    PASSIVE shows that whoever is asked for did nothing but had it done to them (谁被拘留了, who was detained).
    JOINT shows that all who are named did it together, ACCOMPANIED that somebody is whom others came with.
    SEVERAL alone has no wording: it marks each of several questions that stood in one line, or that one was put of several,
    OWN_TIME those of the latter that have times of their own.
    """

    WHY = "why"
    CHAIRS = "chairs"
    EXACT_DAY = "exact_day"
    YEAR = "year"
    TAKES_OFFICE = "takes_office"
    DEADLINE = "deadline"
    CLOCK = "clock"
    BLAMED = "blamed"
    BEEN = "been"
    WENT = "went"
    GOING = "going"
    GONE = "gone"
    FROM_WHERE = "from_where"
    ORIGIN = "origin"
    PEOPLE = "people"
    NAME = "name"
    HOLDER = "holder"
    WHOM = "whom"
    SEVERAL_FIGURES = "several_figures"
    WARM = "warm"
    SAID = "said"
    MANY = "many"
    DOINGS = "doings"
    TOGETHER = "together"
    COMPANY = "company"
    DONE = "done"
    TO_COME = "to_come"
    OVER = "over"
    OTHER_TIME = "other_time"
    BEFELL = "befell"
    ANY_ACT = "any_act"
    MEETINGS = "meetings"
    SEVERAL = "several"
    OWN_TIME = "own_time"
    ASKS_BACK = "asks_back"
    SPOKE = "spoke"
    MONEY = "money"
    EACH = "each"
    PASSIVE = "passive"
    STUDY = "study"
    ACTING = "acting"
    NOW = "now"
    APPOINTED = "appointed"
    LEAVES = "leaves"
    BEFORE_THEM = "before_them"
    AFTER_THEM = "after_them"
    ONE = "one"
    ACCOMPANIED = "accompanied"
    JOINT = "joint"
    POINTS = "points"


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A number with what it counts (第3次); `printed` is its wording and no part of what it is, `of` how what it is the
    number of begins (第五届茶博会 -> 茶博)."""

    number: int
    unit: str
    printed: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """A kind of thing asked for (哪家企业): `tails` end the names of such things, `named` are endings of names already in the
    question, each a tail with the BEFORE characters in front of it that a name has at least. `noun` is what stands behind
    哪个 or which, empty where none is asked for, `number` how many of it (哪两个), 0 where that is not said."""

    kind: str = ""
    tails: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    noun: str = ""
    number: int = 0
    BEFORE: ClassVar[int] = 2


Hint = tuple[str, ...]
"""Wordings any one of which an article may hold: a piece of the question, or what a word of it may be in Chinese."""


TERM = "时长"
"""The unit of a question that asks how long something lasts."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What articles are searched by.

    `encoded` is what the encoder gets, an English question's behind its names; `rendered` are words that it holds in
    Chinese already. `whole` is what whole articles are searched for beside the words, `pairs` are all two characters
    that stand together.
    """

    encoded: str = ""
    rendered: tuple[str, ...] = ()
    hints: tuple[Hint, ...] = ()
    whole: tuple[str, ...] = ()
    pairs: frozenset[str] = frozenset()

    def says(self, word: str) -> bool:
        """Whether the question holds all pairs of characters of a word, which of names and offices means the word."""
        if len(word) < 2:
            return any(word in pair for pair in self.pairs)
        return all(word[k : k + 2] in self.pairs for k in range(len(word) - 1))


@dataclass(frozen=True, slots=True)
class Sum:
    """A figure that a question gives (6.8亿元): its value, its measure (empty where none is told), and its wording."""

    value: float
    measure: str
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that a question names: the words of its name that tell which one it was, and the name as it is worded."""

    words: tuple[str, ...]
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """One of several figures asked for (立了几件, 几个哨所): its measure, and the words before and behind the asking one."""

    unit: str
    before: str
    behind: str


@dataclass(frozen=True, slots=True)
class Rival:
    """What tells the thing asked about from others like it (下午, 二期, 女子组): of which group it is, as worded, and patterns
    of how a page prints it and how the others."""

    group: str
    worded: str
    own: str
    others: str


@dataclass(frozen=True, slots=True)
class Wording:
    """What is in the wording itself, whatever index is asked.

    `told` are patterns of how a page tells what is asked of somebody in words of its own (什么民族). `points` is how many
    things are asked for (哪五个), 0 for no number. `whom` are verbs any of which tells whom somebody met. `whither` are
    places one may have been to, known to the index or not. `offices` are those asked for, not those given with a name;
    `posts` are all offices of the question with what is written before them, which tells whose they are.
    `sums` are figures it gives, `stretches` parts of a year (二季度). `foreign` are names and `unlisted` words that the
    project's own list does not render, these with a dictionary's renderings.
    `ranks` are what the office of whoever is asked for must name (市政协哪位领导 -> 政协).
    `meetings` are meetings that it names, `titles` documents (《…》).
    `bound` are stages, prizes and places in a list, each in the wordings one of which must be printed; `called` is what
    somebody is whose name is asked for, from the longest reading (枪手叫什么). `milestones` are acts with a day of their
    own, each with the words that tell it. `rivals` tell what is asked about from others like it;
    `counted` are figures where several are asked for.
    """

    sought: Sought = Sought()
    thing: Thing = Thing()
    told: tuple[str, ...] = ()
    points: int = 0
    whom: tuple[str, ...] = ()
    whither: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    ordinals: tuple[Ordinal, ...] = ()
    sums: tuple[Sum, ...] = ()
    festivals: tuple[str, ...] = ()
    stretches: frozenset[str] = frozenset()
    foreign: tuple[str, ...] = ()
    unlisted: tuple[tuple[str, tuple[str, ...]], ...] = ()
    ranks: tuple[str, ...] = ()
    bound: tuple[tuple[str, ...], ...] = ()
    called: tuple[str, ...] = ()
    milestones: tuple[tuple[str, ...], ...] = ()
    meetings: tuple[Meeting, ...] = ()
    titles: tuple[str, ...] = ()
    rivals: tuple[Rival, ...] = ()
    counted: tuple[Counted, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """Where an answer is looked for: what is empty or None asks for nothing, so that as it stands it is everything.

    `newspaper` is a paper's name, or a part of one where none has that name; in pinyin too. `since` and `until` are an ISO
    day, month or year, each standing for all of it; what counts is the day on which a page appeared, where none is printed
    that of the article, and an article of an unknown day is then left out. `pages` are names of pages. All of it must hold.
    """

    newspaper: str = ""
    since: str | None = None
    until: str | None = None
    pages: tuple[str, ...] = ()


EVERYTHING = Scope()
"""All that the index has."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What a question took from `question`, asked earlier: people, places, words and the days asked about."""

    question: str
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    periods: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """A question as understood. `words` are its content words in Chinese, which is what is searched;
    `guessed` are what a dictionary takes its other English words for.

    `people` stand in the index, `excluded` are those it wants left out (除…外), `strangers` look like names and stand
    nowhere. `places` are the places and bodies named.
    `titled` are people called by family name and office whom the index does not tell by that alone. `deed` is what
    whoever is asked for did (谁主持了 -> 主持), in words any of which will do. `romanised` are names in pinyin that no
    name of the index answers to, or several do. `focus` is the thing asked for (哪家医院 -> 医院), `unit` what is counted
    (多少米 -> 米). `impossible`, `ahead` and `unread` are times of the question that are no `periods`, as in Times.
    `quoted` stood in quotation marks. `carried` is what the history supplied, `within` the (page,
    article) pairs it was about. `reckoned` are those of the periods that were counted from `newest`, the newest printed
    day (去年年底), because nobody said what day today is; `as_printed` are times that the sentence itself must print,
    which are meant as its report means them (去年). `overall` is what it wants of the whole table of events, with
    `matter` the words that say of which matter. `type` is its row of `question_types.tsv`, finer than `asks`.
    `choices` are people of whom it asks which one it was. `namesakes` are those of its people whose name several have,
    each with the offices of one after the other.
    """

    language: Language
    asks: Asks
    words: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    activities: tuple[Activity, ...] = ()
    periods: tuple[Period, ...] = ()
    impossible: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    unit: str = ""
    romanised: tuple[str, ...] = ()
    titled: tuple[Titled, ...] = ()
    deed: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    carried: Carried | None = None
    within: tuple[tuple[str, int], ...] = ()
    namesakes: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = ()
    reckoned: tuple[Period, ...] = ()
    newest: str = ""
    as_printed: tuple[str, ...] = ()
    cues: frozenset[Cue] = frozenset()
    type: str = ""
    wording: Wording = Wording()
    overall: Overall | None = None
    matter: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
