"""Articles in play made by hand, so that a test says exactly what is known of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from rag.answered import Rank
from rag.asked import Asks, Frame, Language
from rag.asking.matching.candidates import Candidate, candidate
from rag.asking.matching.terms import Term, plain
from rag.asking.matching.types import named as type_named
from rag.asking.question.cues import cues
from rag.asking.question.question import Question
from rag.asking.question.worded import worded
from rag.asking.retrieval.judge import Judged, judge
from rag.asking.writing.draft import Claim
from rag.indexing.mentioned import found
from rag.records import (
    Activity,
    Article,
    Dated,
    Event,
    Opinion,
    Page,
    Passage,
    PassageKind,
    Period,
    Person,
    Reading,
    Span,
    Spans,
    Tenure,
    Understood,
)

TITLE = "陈志远督查安全生产"
LED = "5月6日，市委书记陈志远督查安全生产。"
STOPS = "他先后来到青石镇和星光鞋材厂。"
ALONG = "副市长林月华一同参加。"
DAY = Dated("2022-05-06", "见报日2022-05-08", "5月6日")
PEOPLE = (Person("陈志远", "市委书记"), Person("林月华", "副市长"))
PAGE = TITLE + LED + STOPS + ALONG
"""The page of `article()` as it stands."""
MAY = Period("2022-05-01", "2022-05-31", "2022年5月")
JUNE = Period("2022-06-01", "2022-06-30", "2022年6月")


def spans_of(page: str, text: str) -> Spans:
    start = page.index(text)
    return (Span(start, start + len(text)),)


def event(printed: str, text: str, *who: str, **more: object) -> Event:
    """An inspection by `who` that `text` on a page reading `printed` tells of, or what `more` makes of it."""
    given: dict[str, object] = {
        "page": "p.txt",
        "article": 1,
        "number": 1,
        "actors": tuple(Person(n) for n in who),
        "action": "督查",
        "activity": Activity.INSPECT,
        "spans": spans_of(printed, text),
        "when": DAY,
    }
    return Event(**{**given, **more})  # type: ignore[arg-type]


def article(
    sentences: Sequence[str | tuple[str, str]] = (LED, (STOPS, "陈志远"), ALONG),
    *,
    title: str = TITLE,
    page: str = "p.txt",
    when: Dated = DAY,
    people: tuple[Person, ...] = PEOPLE,
    places: tuple[str, ...] = (),
    events: tuple[Event, ...] = (),
    city: str = "",
    newspaper: str = "",
    issued: str | None = None,
    likeness: Sequence[float] = (),
    ranks: dict[int, tuple[Rank, ...]] | None = None,
    first_id: int = 1,
    tenures: tuple[Tenure, ...] = (),
) -> Candidate:
    """A candidate of one paragraph: a headline, then sentences, each with the actor it was read with (a pair)."""
    pairs = [(s, "") if isinstance(s, str) else s for s in sentences]
    text = "".join([title, *(s for s, _ in pairs)])
    kinds = [PassageKind.TITLE, *[PassageKind.SENTENCE] * len(pairs)]
    passages = tuple(
        Passage(page, 1, k, said, spans_of(text, said), kind, title, actor, when.value, min(k, 1), id=first_id + k)
        for k, (kind, (said, actor)) in enumerate(zip(kinds, [(title, ""), *pairs], strict=True))
    )
    reading = Reading(
        Page(page, text, "digest", newspaper=newspaper, issued=issued),
        Article(page, 1, (title,), (passages[0].spans,), (tuple(s for p in passages[1:] for s in p.spans),)),
        Understood(when, events, people, places, city, tenures),
    )
    read = found(reading.page, reading.article, reading.understood, [p.text for p in passages])
    passages = tuple(replace(p, mentions=m) for p, m in zip(passages, read, strict=True))
    near = {p.id: value for p, value in zip(passages, likeness, strict=False)}
    return candidate(reading, passages, near, ranks or {})


def asked(asks: Asks, question: str = "", **more: object) -> Question:
    """A Chinese question of that kind, understood as `more` says."""
    offices = cast(Sequence[str], more.get("offices", ()))
    given: dict[str, object] = {
        "question": question,
        "language": Language.ZH,
        "asks": asks,
        "cues": cues(question),
        "type": type_named(question, asks),
        "wording": worded(question, Language.ZH, offices),
    }
    return Question(**{**given, **more})  # type: ignore[arg-type]


def about(query: Frame) -> tuple[Term, ...]:
    """The words of the question, all of one weight."""
    return tuple(plain(w) for w in query.words)


LUKEWARM = -2.2
"""Log-odds at which a sentence answers where it holds what is asked for, and not where it does not."""


def judged(query: Frame, *candidates: Candidate, short: str = "", opinion: float = LUKEWARM) -> list[Judged]:
    """Every sentence, as a reader leaves it that takes all alike for an answer and `short` for the short one."""
    return [replace(j, read=_opinion(j.passage, short, opinion)) for j in judge(query, about(query), candidates)]


def _opinion(passage: Passage, short: str, opinion: float) -> Opinion | None:
    """None of a headline, which is never read."""
    if passage.kind is PassageKind.TITLE:
        return None
    at = passage.text.find(short) if short else -1
    spots = [(k, k + 1, 3.0 if at <= k < at + len(short) and at >= 0 else -6.0) for k in range(len(passage.text))]
    return Opinion(opinion, tuple(spots))


def best(query: Frame, text: str, *candidates: Candidate) -> Judged:
    """The judged sentence that reads `text`."""
    return next(j for j in judged(query, *candidates) if j.passage.text == text)


def inspection() -> Candidate:
    """`article()` with its events: the inspection, with who came along, and its stops."""
    return article(
        events=(
            event(PAGE, LED, "陈志远", participants=(Person("林月华"),)),
            event(PAGE, STOPS, "陈志远", number=2, places=("青石镇", "青石镇联勤站", "星光鞋材厂")),
        )
    )


def read(claims: Sequence[Claim]) -> list[tuple[str, tuple[str, ...]]]:
    """Each claim with the sentences under it."""
    return [(c.text, tuple(s.passage.text for s in c.sources)) for c in claims]
