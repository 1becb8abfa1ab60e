"""An invented paper of many pages, and rulings of all kinds made up for whatever its index shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from rag.corrections import Proposal, mark_of, sentences_of
from rag.records import Activity, Dated, Event, Person, Reading
from rag.ruled import Ruling, Thing

FAMILY, GIVEN = "王李张刘陈杨赵黄周吴", ("建国", "文斌", "志远", "立民", "长河", "晓东", "海燕", "文涛", "国强", "丽华")
OFFICES = ("市长", "市委书记", "副市长", "教育局局长", "农业局局长", "县长")
PLACES = ("东江县", "望湖村", "坡头村", "河西镇", "南山镇", "北屿村")
MATTERS = ("防汛", "春耕", "校园安全", "道路施工", "果园", "养老服务")


def page(random: Random, number: int) -> str:
    """Three articles, each of two paragraphs."""
    told = [f"海州日报\n2022年5月{number % 27 + 2}日 第{number}版"]
    for k in range(3):
        one, two = person(random), person(random)
        matter, place = random.choice(MATTERS), random.choice(PLACES)
        told += [
            f"{random.choice(('各地', '我市', '全市'))}{matter}工作有序推进第{number}篇之{k + 1}",
            f"　　本报讯（记者 何小雨）5月{number % 27 + 1}日，{random.choice(OFFICES)}{one}到{place}检查{matter}情况。"
            f"他要求把{matter}第{number}号方案落到实处。",
            f"　　{random.choice(OFFICES)}{two}主持召开第{number * 3 + k}次{matter}工作会议。{person(random)}参加会议。",
        ]
    return "\n\n".join(told) + "\n"


def person(random: Random) -> str:
    return random.choice(FAMILY) + random.choice(GIVEN)


def proposals(random: Random, reading: Reading, others: list[int]) -> dict[str, Callable[[], Proposal]]:
    """What may be ruled on an article as it is, by a name for the kind; `others` are the other articles of its page."""
    told, article = reading.understood, reading.article
    found: dict[str, Callable[[], Proposal]] = {}
    names = [p.name for p in told.people]
    if told.events:
        event = random.choice(told.events)
        mark = (mark_of(event),)
        changed = replace(event, actors=(Person(person(random), "市长"),), when=Dated("2022-04-30", "更正"))
        found |= {
            "event confirm": lambda: Proposal(Thing.EVENT, Ruling.CONFIRM, mark),
            "event mend": lambda: Proposal(Thing.EVENT, Ruling.MEND, mark, (changed,)),
            "event reject": lambda: Proposal(Thing.EVENT, Ruling.REJECT, mark),
            "event split": lambda: Proposal(Thing.EVENT, Ruling.SPLIT, mark, (event, replace(changed, action="走访"))),
        }
    sentence = random.choice([s for group in article.paragraphs for s in sentences_of(reading.page, group)])
    missed = Event(
        "", 0, 0, (Person(person(random), "市长"),), "看望", Activity.OTHER, "老人", (random.choice(PLACES),)
    )
    found["event add"] = lambda: Proposal(Thing.EVENT, Ruling.ADD, made=(missed,), spans=sentence)
    if len(told.events) > 1:
        pair = random.sample(told.events, 2)
        marks = tuple(map(mark_of, pair))
        found["event merge"] = lambda: Proposal(Thing.EVENT, Ruling.MERGE, marks, (pair[0],))
    if names:
        name = random.choice(told.people)
        found |= {
            "person confirm": lambda: Proposal(Thing.PERSON, Ruling.CONFIRM, was=(name.name,)),
            "person mend": lambda: Proposal(Thing.PERSON, Ruling.MEND, was=(name.name,), now=(person(random) + "甲",)),
            "person reject": lambda: Proposal(Thing.PERSON, Ruling.REJECT, was=(name.name,)),
            "person split": lambda: Proposal(
                Thing.PERSON, Ruling.SPLIT, was=(name.name,), now=(f"{name.name[0]}一", f"{name.name[0]}二")
            ),
        }
        if name.role:
            office = ("市政协主席",)
            found |= {
                "office mend": lambda: Proposal(Thing.OFFICE, Ruling.MEND, was=(name.role,), now=office, of=name.name),
                "office reject": lambda: Proposal(Thing.OFFICE, Ruling.REJECT, was=(name.role,), of=name.name),
            }
    if len(names) > 1:
        two = tuple(random.sample(names, 2))
        found["person merge"] = lambda: Proposal(Thing.PERSON, Ruling.MERGE, was=two, now=two[:1])
    if told.places:
        place = random.choice(told.places)
        found |= {
            "place mend": lambda: Proposal(Thing.PLACE, Ruling.MEND, was=(place,), now=(random.choice(PLACES) + "甲",)),
            "place reject": lambda: Proposal(Thing.PLACE, Ruling.REJECT, was=(place,)),
            "place confirm": lambda: Proposal(Thing.PLACE, Ruling.CONFIRM, was=(place,)),
        }
    day = (told.when.value,) if told.when.value else ()
    found |= {
        "date mend": lambda: Proposal(Thing.DATE, Ruling.MEND, was=day, now=(f"2022-03-{random.randint(10, 28)}",)),
        "article confirm": lambda: Proposal(Thing.ARTICLE, Ruling.CONFIRM),
        "article reject": lambda: Proposal(Thing.ARTICLE, Ruling.REJECT),
    }
    if article.titles:
        title = "".join(article.titles)
        found |= {
            "headline mend": lambda: Proposal(Thing.HEADLINE, Ruling.MEND, was=article.titles, now=(title[:-2],)),
            "headline reject": lambda: Proposal(Thing.HEADLINE, Ruling.REJECT, was=article.titles),
        }
    if len(article.paragraphs) > 1:
        at = article.paragraphs[1][0].start
        found["article split"] = lambda: Proposal(Thing.ARTICLE, Ruling.SPLIT, at=at)
        if others:
            found["article mend"] = lambda: Proposal(Thing.ARTICLE, Ruling.MEND, at=at, other=random.choice(others))
    if others:
        found["article merge"] = lambda: Proposal(Thing.ARTICLE, Ruling.MERGE, other=random.choice(others))
    return found
