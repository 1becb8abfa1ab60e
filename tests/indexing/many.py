"""Any number of made-up articles with events, some told by two papers, so that lists can be long and still be known."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from rag.indexing.retold import join
from rag.indexing.store import Store
from rag.indexing.writing import put_page
from rag.records import Activity, Article, Dated, Event, Layout, Page, Person, Reading, Span, Standing, Understood

SURNAMES, GIVEN = "陈李苏顾何方沐石叶江", "志远文斌望南舟小雨宁晴雪敢当青禾明"
ROLES = ("市委书记", "市长", "副市长", "县委书记", "镇长", "市应急管理局局长", "100%监督员", "")
TOWNS = ("望湖镇", "青苗镇", "北屿街道", "东江新区", "沙_洲村", "云岭乡", "石桥镇", "南渡镇")
SITES = ("码头", "粮库", "水厂", "小学", "茶园", "港口", "桥梁工地", "医院", "工业园")
TOPICS = ("安全生产", "防汛准备", "春耕备耕", "项目建设", "营商环境", "基层治理", "文明创建", "教育工作")
PAPERS = ("海州日报", "东江晚报", "Haizhou Daily", "")
VERBS = {
    Activity.INSPECT: "督查",
    Activity.RESEARCH_VISIT: "调研",
    Activity.MEETING_CHAIR: "主持召开",
    Activity.MEETING_ATTEND: "参加",
    Activity.SPEECH: "强调",
    Activity.OTHER: "慰问",
}


def readings(articles: int, seed: int = 1) -> Iterator[Reading]:
    """Articles in the order of their pages, two on each; every fifth tells again what one before it told."""
    dice = random.Random(seed)
    people = [Person(s + "".join(dice.sample(GIVEN, 2)), dice.choice(ROLES)) for s in SURNAMES * 12]
    before: list[Event] = []
    for k in range(articles):
        page = Page(f"{k // 2:06}.txt", "页" * 8, f"d{k // 2}", PAPERS[k // 2 % len(PAPERS)], issued="2023-05-07")
        count = dice.choice((1, 3, 4, 6))
        events = [_event(dice, people, page, k % 2, n) for n in range(count)]
        if before and k % 5 == 0:
            events[0] = replace(dice.choice(before), page=page.name, article=k % 2, number=0)
        before = (before + events)[-40:]
        named = {p.name: p for e in events for p in (*e.actors, *e.participants)}
        when = Dated(events[0].when.value)
        article = Article(page.name, k % 2, (f"第{k}篇", "副题"), ((Span(0, 1),), (Span(1, 2),)))
        yield Reading(page, article, Understood(when, tuple(events), tuple(named.values()), ("东江县",)))


def fill(store: Store, given: Sequence[Reading]) -> None:
    """Put the articles into the store, page by page, as a build does."""
    pages: dict[str, list[Reading]] = {}
    for reading in given:
        pages.setdefault(reading.page.name, []).append(reading)
    with store.engine.transaction() as db:
        for own in pages.values():
            layout = Layout(own[0].page, tuple(r.article for r in own))
            put_page(store, layout, [r.understood for r in own], (), np.zeros((0, 4), np.float32))
        join(db)
        store.count_change()


def _event(dice: random.Random, people: Sequence[Person], page: Page, article: int, number: int) -> Event:
    kind = dice.choices(list(Activity), (6, 5, 4, 3, 2, 1))[0]
    own = dice.sample(people, dice.choice((1, 1, 2, 5)))
    actors = dice.choice((1, 1, 1, min(2, len(own))))
    topic = dice.choice(TOPICS)
    return Event(
        page.name,
        article,
        number,
        tuple(own[:actors]),
        VERBS[kind],
        kind,
        f"全市{topic}会议" if "meeting" in kind.value else topic,
        tuple(dice.choice(TOWNS) + dice.choice(SITES) for _ in range(dice.choice((0, 1, 2, 4)))),
        tuple(own[actors:]),
        Dated(_date(dice)),
        (Span(2, 5),),
        dice.choices(list(Standing), (18, 1, 1))[0],
    )


def _date(dice: random.Random) -> str | None:
    day = f"{dice.choice((2021, 2022, 2023))}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
    return dice.choices((day, day[:7], day[:4], None), (30, 2, 1, 2))[0]
