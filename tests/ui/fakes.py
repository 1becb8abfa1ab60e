"""A small invented corpus and an assistant that knows it, so that the page can be tested without models or an index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from threading import Event as Gate

from rag import (
    EVERYTHING,
    Activity,
    Answer,
    Article,
    Asks,
    Came,
    Carried,
    Citation,
    Dated,
    Deeds,
    Event,
    Frame,
    Gloss,
    GlossKind,
    Hit,
    IndexUnusableError,
    Kept,
    Language,
    Leg,
    Lookup,
    Network,
    Order,
    Page,
    Passage,
    People,
    Person,
    Places,
    Post,
    Printed,
    Profile,
    QuestionError,
    Rank,
    Reading,
    Scan,
    Scope,
    ScopeError,
    Searched,
    Service,
    Span,
    Spans,
    Standing,
    Tally,
    Understood,
    Verdict,
    Wanted,
)
from rag.listings import ALL_DONE
from tests import plain_ledger

HARBOUR = """海州日报
2023年5月7日 星期日 第2版
陈志远督查港口安全生产
本报讯(记者 柳青禾)5月6日下午,市委副书记、市长陈志远带队督查港口
企业茶厂开业迎客
安全生产工作。他先后来到北屿码头、东江粮库,详细了解
消防设施维护和值班值守情况。
陈志远强调,各部门要把隐患排查做在前面,台账一项一项销号。
市应急管理局局长苏望参加督查。
"""

GARDEN = """青苗镇的老茶厂关停了十二年
去年冬天,村里人把它改成了读书的地方。六间厂房留下了四间,
藏书一万二千册,大半是各家捐来的。
开馆那天,县委书记顾南舟到馆里坐了一个下午。
"""

HOSTILE = """<img src=x onerror=alert(1)>日报
<script>window.pwned=1</script>督查会${window.pwned=1}
{{#each this}}市长石敢当 ![图](http://evil.example/x.png) 到\\(x^2\\)$$y$$镇督查。<b onmouseover=alert(1)>粗</b>
"""

PORT_QUESTION = "陈志远督查了哪些地方？"
PORT_QUESTION_EN = "Where did Chen Zhiyuan inspect?"
BOOK_QUESTION = "读书的地方有多少藏书？"
HOSTILE_QUESTION = "石敢当去了哪里？"
TIMELINE_QUESTION = "陈志远5月做了什么？"
SLOW_QUESTION = "这一问要等多久？"
"""Answered once the gate is opened."""
UNKNOWN_QUESTION = "陈志远去了火星吗？"
LEANING_QUESTION = "他还去了哪里？"
"""Answered only after another one, from which it takes who he is."""


SCANS: dict[str, Scan] = {}
"""What pages were recognised from, where a test says so."""
PICTURE = b"\xff\xd8 a picture"
FILES: dict[str, str] = {}
"""The digests of the files that pages were read of, where a test says so."""


def cut(text: str, *words: str) -> Spans:
    """Where these words stand in the text, one span each."""
    return tuple(Span(text.index(w), text.index(w) + len(w)) for w in words)


def quoted(text: str, spans: Spans) -> str:
    """The words of those spans."""
    return "".join(text[s.start : s.end] for s in spans)


def _port() -> Reading:
    page = Page("haizhou/port.txt", HARBOUR, "d1", newspaper="海州日报", issued="2023-05-07", edition="2")
    lead = cut(
        HARBOUR,
        "本报讯(记者 柳青禾)5月6日下午,市委副书记、市长陈志远带队督查港口",
        "安全生产工作。他先后来到北屿码头、东江粮库,详细了解",
        "消防设施维护和值班值守情况。",
    )
    article = Article(
        page=page.name,
        number=0,
        titles=("陈志远督查港口安全生产",),
        title_spans=(cut(HARBOUR, "陈志远督查港口安全生产"),),
        paragraphs=(
            lead,
            cut(HARBOUR, "陈志远强调,各部门要把隐患排查做在前面,台账一项一项销号。"),
            cut(HARBOUR, "市应急管理局局长苏望参加督查。"),
        ),
        reporters=("柳青禾",),
    )
    event = Event(
        page=page.name,
        article=0,
        number=0,
        actors=(Person("陈志远", "市委副书记、市长"),),
        action="督查",
        activity=Activity.INSPECT,
        target="港口安全生产工作",
        places=("北屿码头", "东江粮库"),
        participants=(Person("苏望", "市应急管理局局长"),),
        when=Dated("2023-05-06", "“5月6日下午”；见报日2023-05-07", "5月6日下午"),
        spans=lead,
    )
    people = (Person("陈志远", "市长"), Person("苏望", "市应急管理局局长"))
    return Reading(page, article, Understood(event.when, (event,), people, ("北屿码头", "东江粮库"), "海州"))


def _garden() -> Reading:
    page = Page("garden.txt", GARDEN, "d2")
    article = Article(
        page=page.name,
        number=0,
        titles=("青苗镇的老茶厂关停了十二年",),
        title_spans=(cut(GARDEN, "青苗镇的老茶厂关停了十二年"),),
        paragraphs=(
            cut(
                GARDEN, "去年冬天,村里人把它改成了读书的地方。六间厂房留下了四间,", "藏书一万二千册,大半是各家捐来的。"
            ),
            cut(GARDEN, "开馆那天,县委书记顾南舟到馆里坐了一个下午。"),
        ),
    )
    event = Event(
        page.name,
        0,
        0,
        (Person("顾南舟", "县委书记"),),
        "到",
        Activity.RESEARCH_VISIT,
        places=("青苗镇",),
        when=Dated(printed="开馆那天"),
        spans=cut(GARDEN, "开馆那天,县委书记顾南舟到馆里坐了一个下午。"),
    )
    return Reading(page, article, Understood(event.when, (event,), (Person("顾南舟", "县委书记"),), ("青苗镇",)))


def _hostile() -> Reading:
    lines = HOSTILE.splitlines()
    page = Page("<img src=x onerror=alert(1)>.txt", HOSTILE, "d3", newspaper=lines[0], issued="2023-01-02")
    article = Article(page.name, 0, (lines[1],), (cut(HOSTILE, lines[1]),), (cut(HOSTILE, lines[2]),))
    return Reading(page, article, Understood(Dated(), (), (), ()))


PORT, BOOKS, EVIL = _port(), _garden(), _hostile()
READINGS = (PORT, BOOKS, EVIL)
SEARCHED = Searched(pages=3, articles=3, newspapers=("海州日报",), first="2023-01-02", last="2023-05-07")


def citation(marker: int, reading: Reading, *words: str) -> Citation:
    """A citation of these words of a reading."""
    spans = cut(reading.page.text, *words)
    return Citation(
        marker,
        reading.page.name,
        spans,
        quoted(reading.page.text, spans),
        reading.article.title,
        reading.understood.when.value,
        reading.page.newspaper,
        reading.article.number,
        reading.understood.when.basis,
        reading.issued,
    )


PLACES = citation(1, PORT, "他先后来到北屿码头、东江粮库,详细了解", "消防设施维护和值班值守情况。")
LEAD = citation(2, PORT, "本报讯(记者 柳青禾)5月6日下午,市委副书记、市长陈志远带队督查港口", "安全生产工作。")
BOOKS_COUNT = citation(1, BOOKS, "藏书一万二千册,大半是各家捐来的。")
EVIL_VISIT = citation(1, EVIL, HOSTILE.splitlines()[2])


def query(language: Language = Language.ZH) -> Frame:
    """A question read as asking for a place."""
    return Frame(language, Asks.WHERE, people=("陈志远",), activities=(Activity.INSPECT,))


def _hit(text: str, rank: int) -> Hit:
    return Hit(
        Passage("haizhou/port.txt", 0, rank, text, PLACES.spans),
        0.03,
        (Rank("lexical", rank, 9.1), Rank("dense", rank + 1, 0.88)),
    )


def _answer(question: str, words: str, *citations: Citation, language: Language = Language.ZH) -> Answer:
    return Answer(
        Verdict.ANSWERED,
        words,
        query(language),
        citations,
        searched=SEARCHED,
        hits=(_hit(PLACES.quote, 1),),
        seconds=0.042,
        question=question,
    )


ANSWERS = {
    PORT_QUESTION: _answer(
        PORT_QUESTION,
        "2023年5月6日，市长陈志远督查了北屿码头、东江粮库[1]，督查的是港口安全生产工作[2]。",
        PLACES,
        LEAD,
    ),
    PORT_QUESTION_EN: _answer(PORT_QUESTION_EN, "北屿码头、东江粮库 (2023-05-06) [1]", PLACES, language=Language.EN),
    BOOK_QUESTION: _answer(BOOK_QUESTION, "藏书一万二千册[1]。", BOOKS_COUNT),
    TIMELINE_QUESTION: _answer(
        TIMELINE_QUESTION, "5月6日，陈志远督查港口安全生产[1]。5月7日，见报[2]。苏望参加。", PLACES, LEAD
    ),
    HOSTILE_QUESTION: _answer(HOSTILE_QUESTION, f"{HOSTILE.splitlines()[2]}[1]", EVIL_VISIT),
}


GLOSSES = (
    Gloss(GlossKind.PERSON, "陈志远", "Chen Zhiyuan"),
    Gloss(GlossKind.PLACE, "北屿码头", "Beiyu Wharf"),
    Gloss(GlossKind.PLACE, "东江粮库", "Dongjiang Grain Depot"),
    Gloss(GlossKind.OFFICE, "市委副书记、市长", "Deputy Secretary, Municipal Party Committee; Mayor"),
    Gloss(GlossKind.OFFICE, "带队", "Daidui", by_sound=True),
)


@dataclass
class FakeAssistant:
    """Answers four questions, refuses the others and keeps what it was asked."""

    asked: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    rated: list[tuple[str, str, bool | None]] = field(default_factory=list)
    scopes: list[Scope] = field(default_factory=list)
    gate: Gate = field(default_factory=Gate)

    def ask(self, question: str, history: Sequence[str] = (), *, scope: Scope = EVERYTHING) -> Answer:
        """Of any scope the same, but for a newspaper or a page that is not there; the answer says of which it was asked."""
        self.asked.append((question, tuple(history)))
        self.scopes.append(scope)
        if scope.newspaper not in ("", *SEARCHED.newspapers):
            raise ScopeError(
                f"no newspaper in the index is called {scope.newspaper}", "give the name as a page prints it"
            )
        return replace(self._answer(question, history), scope=scope)

    def _answer(self, question: str, history: Sequence[str]) -> Answer:
        if not any(char.isalnum() for char in question):
            raise QuestionError("the question is empty", "write one sentence")
        if len(question) > 2000:
            raise QuestionError(f"the question has {len(question)} characters", "ask in at most 2000")
        if question == SLOW_QUESTION:
            self.gate.wait(timeout=30)
        if question == LEANING_QUESTION and history:
            return replace(ANSWERS[PORT_QUESTION], carried=Carried(history[-1], people=("陈志远",)))
        refusal = Answer(Verdict.ABSTAINED, "没有报道。", query(), nearest=(PLACES,), searched=SEARCHED)
        return ANSWERS.get(question.strip(), refusal)

    def reading(self, page: str, article: int) -> Reading:
        for reading in READINGS:
            if (reading.page.name, reading.article.number) == (page, article):
                return reading
        raise IndexUnusableError(f"no article {article} of {page}", "index the page again")

    def articles(self, page: str) -> Sequence[Reading]:
        return [reading for reading in READINGS if reading.page.name == page]

    def glosses(self, page: str, article: int, spans: Spans) -> tuple[Gloss, ...]:
        quote = quoted(self.reading(page, article).page.text, spans)
        return tuple(gloss for gloss in GLOSSES if gloss.printed in quote)

    def scan(self, page: str) -> Scan | None:
        return SCANS.get(page)

    def picture(self, page: str, place: int) -> bytes | None:
        return PICTURE if page in SCANS and place == 0 else None

    def readings(self) -> Sequence[Reading]:
        return READINGS

    def events(self, wanted: Wanted | None = None) -> Sequence[Event]:
        return plain_ledger.events(READINGS, wanted or Wanted(standings=tuple(Standing)))

    def deeds(self, wanted: Wanted = ALL_DONE, order: Order = Order.NEWEST, offset: int = 0, limit: int = 50) -> Deeds:
        return plain_ledger.deeds(READINGS, wanted, order, offset, limit)

    def tally(self, wanted: Wanted = ALL_DONE) -> Tally:
        return plain_ledger.tally(READINGS, wanted)

    def network(self, wanted: Wanted = ALL_DONE) -> Network:
        return plain_ledger.network_of(READINGS, wanted)

    def places(self, wanted: Wanted = ALL_DONE) -> Places:
        return plain_ledger.places_of(READINGS, wanted)

    def told_at(self, wanted: Wanted = ALL_DONE) -> Mapping[int, tuple[str, str, int]]:
        return plain_ledger.told_at(READINGS, wanted)

    def posts(self, names: Sequence[str]) -> Mapping[str, Post]:
        return plain_ledger.posts(READINGS, names)

    def people(self, part: str = "", offset: int = 0, limit: int = 50) -> People:
        return plain_ledger.people(READINGS, part, offset, limit)

    def profile(self, name: str) -> Profile:
        return plain_ledger.profile(READINGS, name)

    def services(self, name: str) -> tuple[Service, ...]:
        return plain_ledger.services(READINGS, name)

    def pages(self) -> tuple[Kept, ...]:
        return plain_ledger.pages(READINGS)

    def digests(self) -> dict[str, str]:
        return {reading.page.name: reading.page.digest for reading in READINGS}

    def files(self, names: Sequence[str]) -> dict[str, str]:
        return {page.name: FILES.get(page.name, "") for page in self.pages() if page.name in names}

    def named(self, digests: Sequence[str]) -> dict[str, str]:
        return {digest: name for name, digest in self.digests().items() if digest in digests}

    def came_since(self, cursor: int, most: int) -> Came:
        rest = self.pages()[cursor:]
        pages, digests = rest[:most], self.digests()
        return Came(pages, {p.name: digests[p.name] for p in pages}, cursor + len(pages), len(rest) > most)

    def generation(self) -> int:
        return 1

    def check_question(self, question: str) -> None:
        self.ask(question)

    def printed(self, names: Sequence[str]) -> Sequence[Printed]:
        return ()

    def look_up(
        self, question: str, history: Sequence[str] = (), limit: int = 20, *, scope: Scope = EVERYTHING
    ) -> Lookup:
        answer = self.ask(question, history, scope=scope)
        legs = tuple(
            Leg(name, answer.hits[:limit], 1.5) for name in ("events", "words", "meaning", "screened", "judged")
        )
        return Lookup(answer.query, legs, 42.0, scope)

    def rate(self, question: str, answer: Answer, liked: bool | None) -> None:
        self.rated.append((question, answer.text, liked))

    def follow_ups(self, answer: Answer, history: Sequence[str] = ()) -> tuple[str, ...]:
        others = (PORT_QUESTION, BOOK_QUESTION) if answer.query.language is Language.ZH else (PORT_QUESTION_EN,)
        return tuple(q for q in others if q not in (answer.question, *history))

    def examples(self, language: Language) -> tuple[str, ...]:
        return (PORT_QUESTION, BOOK_QUESTION) if language is Language.ZH else (PORT_QUESTION_EN,)

    def searched(self) -> Searched:
        return SEARCHED
