"""A larger invented corpus for the lists: many events, one told by two papers, plans, unknown days, hostile names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rag import (
    Activity,
    Article,
    Dated,
    Deeds,
    Event,
    IndexUnusableError,
    Network,
    Order,
    Page,
    People,
    Person,
    Places,
    Post,
    Profile,
    Reading,
    Service,
    Span,
    Standing,
    Tally,
    Understood,
    Wanted,
)
from rag.listings import ALL_DONE
from rag.records import Spans
from tests import plain_ledger
from tests.ui.fakes import FakeAssistant

BUSY = "何景行"
"""Takes part in 60 events, one a month from 2019 to 2023."""
EVIL_NAME = "<img src=x onerror=window.pwned=1>"
EVIL_ROLE = "${window.pwned=1}{{constructor.constructor('window.pwned=1')()}}"
EVIL_TARGET = "![图](http://evil.example/x.png) \\(x^2\\)$$y$$ `${window.pwned=1}`"
EVIL_PLACE = "</td></table><script>window.pwned=1</script>"
EVIL_PAPER = '=HYPERLINK("http://evil.example/")'


def told(
    page: str,
    when: str | None,
    who: tuple[str, str],
    action: str,
    target: str = "",
    places: tuple[str, ...] = (),
    beside: tuple[str, ...] = (),
    activity: Activity = Activity.INSPECT,
    standing: Standing = Standing.DONE,
    newspaper: str = "海州日报",
) -> Reading:
    """A page of one article of one sentence that tells one event."""
    name, role = who
    sentence = f"{role}{name}{action}{target}。"
    text = f"{target or action}\n{sentence}\n"
    spans: Spans = (Span(text.rindex(sentence), text.rindex(sentence) + len(sentence)),)
    issued = when if when and len(when) == 10 else None
    dated = Dated(when, f"见报日{issued}", "当日") if when else Dated(None, "文中没有日期", "")
    with_them = tuple(Person(n, "随员") for n in beside)
    event = Event(
        page, 0, 0, (Person(name, role),), action, activity, target, places, with_them, dated, spans, standing
    )
    people = (Person(name, role), *with_them)
    headline: Spans = (Span(0, len(target or action)),)
    article = Article(page, 0, (target or action,), (headline,), (spans,))
    return Reading(
        Page(page, text, page, newspaper, issued), article, Understood(dated, (event,), people, places, "海州")
    )


def _months() -> list[Reading]:
    """One event a month, each about something else and somewhere else, so that no two are taken for one."""
    return [
        told(
            f"{year}/{month:02d}.txt",
            f"{year}-{month:02d}-15",
            (BUSY, "副市长" if year < 2022 else "市长"),
            "调研",
            f"第{(year - 2019) * 12 + month}号水库",
            (f"第{(year - 2019) * 12 + month}号水库",),
            activity=Activity.RESEARCH_VISIT,
            beside=("卫一帆",) if month == 6 else (),
        )
        for year in range(2019, 2024)
        for month in range(1, 13)
    ]


CROWD = (
    *_months(),
    told("dock-a.txt", "2023-05-06", ("沈若水", "市委书记"), "督查", "码头安全生产", ("北屿码头",)),
    told(
        "dock-b.txt", "2023-05-06", ("沈若水", "市委书记"), "督查", "码头安全生产", ("北屿码头",), newspaper="北屿时报"
    ),
    told("plan.txt", "2023-06-01", ("沈若水", "市委书记"), "督查", "防汛", ("东江大坝",), standing=Standing.PLANNED),
    told("undated.txt", None, ("卫一帆", "镇长"), "走访", "敬老院", ("青苗镇",), activity=Activity.RESEARCH_VISIT),
    told(
        "<b>evil</b>.txt", "2018-02-03", (EVIL_NAME, EVIL_ROLE), "@SUM(A1)", EVIL_TARGET, (EVIL_PLACE,),
        activity=Activity.SPEECH, newspaper=EVIL_PAPER,
    ),
)  # fmt: skip
DONE = 63
"""Deeds in the crowd: 60 months, the dock (once, though told twice), the undated one, the hostile one."""


@dataclass
class CrowdAssistant(FakeAssistant):
    """Lists the crowd, or what is left of it, as the store would."""

    crowd: Sequence[Reading] = CROWD

    def readings(self) -> Sequence[Reading]:
        return self.crowd

    def reading(self, page: str, article: int) -> Reading:
        for reading in self.crowd:
            if (reading.page.name, reading.article.number) == (page, article):
                return reading
        raise IndexUnusableError(f"no article {article} of {page}", "index the page again")

    def deeds(self, wanted: Wanted = Wanted(), order: Order = Order.NEWEST, offset: int = 0, limit: int = 50) -> Deeds:  # noqa: B008
        return plain_ledger.deeds(self.crowd, wanted, order, offset, limit)

    def tally(self, wanted: Wanted = Wanted()) -> Tally:  # noqa: B008
        return plain_ledger.tally(self.crowd, wanted)

    def network(self, wanted: Wanted = ALL_DONE) -> Network:
        return plain_ledger.network_of(self.crowd, wanted)

    def places(self, wanted: Wanted = ALL_DONE) -> Places:
        return plain_ledger.places_of(self.crowd, wanted)

    def told_at(self, wanted: Wanted = ALL_DONE) -> Mapping[int, tuple[str, str, int]]:
        return plain_ledger.told_at(self.crowd, wanted)

    def posts(self, names: Sequence[str]) -> Mapping[str, Post]:
        return plain_ledger.posts(self.crowd, names)

    def people(self, part: str = "", offset: int = 0, limit: int = 50) -> People:
        return plain_ledger.people(self.crowd, part, offset, limit)

    def profile(self, name: str) -> Profile:
        return plain_ledger.profile(self.crowd, name)

    def services(self, name: str) -> tuple[Service, ...]:
        return plain_ledger.services(self.crowd, name)
