"""What an article has told so far: its events while they may still grow, and who, where and when it has arrived at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rag.records import Activity, Dated, Person, Standing
from rag.time import Clock
from rag.understanding.act import Act
from rag.understanding.lexicon import Use
from rag.understanding.story import Sentence
from rag.understanding.subjects import Subject

VISITS = (Activity.INSPECT, Activity.RESEARCH_VISIT)
_WHOLE = len("2022-05-06")

MEETINGS = (Activity.MEETING_CHAIR, Activity.MEETING_ATTEND)


@dataclass(slots=True)
class Draft:
    """An event to which further sentences may still add. `spans` are offsets in the story; `first` is the act that began it
    with its sentence."""

    verbs: tuple[str, ...]
    activity: Activity
    subject: Subject
    meeting: str
    target: str
    places: list[str]
    participants: list[Person]
    when: Dated
    spans: list[tuple[int, int]]
    standing: Standing
    first: tuple[Act, Sentence]
    along: list[Person] = field(default_factory=list)
    use: Use | None = None
    implied: bool = False
    met: list[Person] = field(default_factory=list)

    @property
    def people(self) -> tuple[Person, ...]:
        """The actors."""
        return self.subject.people


@dataclass(slots=True)
class Thread:
    """What the article has told so far: who acts, who leads, at which meeting, on which day, in which year; and the events.

    `actor` acted last, `alone` is the last one person who did; `last` is the sentence before with the clock it is read by, `day_by` are those told of in the sentence that
    printed the day, `days` the day that each sentence has arrived at; `settings` are the places told of since anybody acted; `halls` are the places of meetings by name; `sat` is the meeting that did what was told last; `quoting` is the paragraph in which a quotation is open, 0 where none is; `quoted` tells that the sentence before is one, taken as words of the last who spoke, `fell_silent` that whoever is `speaking` has come to an end.
    """

    day: Dated
    day_told: Dated | None = None
    last: tuple[str, Clock] | None = None
    day_by: tuple[Person, ...] = ()
    days: dict[Sentence, Dated] = field(default_factory=dict)
    year: int | None = None
    actor: Subject | None = None
    alone: Subject | None = None
    sat: Subject | None = None
    lead: tuple[Person, ...] = ()
    meeting: str = ""
    held: str = ""
    halls: dict[str, tuple[str, ...]] = field(default_factory=dict)
    before: str = ""
    settings: list[str] = field(default_factory=list)
    speaking: bool = False
    quoted: bool = False
    fell_silent: bool = False
    quoting: int = 0
    early: list[tuple[Act, Sentence]] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)

    def bodies(self) -> tuple[str, ...]:
        """The bodies that acted so far, the last one first."""
        acted = (d.people[0].name for d in reversed(self.drafts) if d.subject.body and not d.subject.sitting)
        return tuple(dict.fromkeys(acted))

    def day_for(self, people: Sequence[Person]) -> Dated:
        """The day on which these act: the day told last, unless that is an earlier one of what others did meanwhile."""
        names = {p.name for p in people}
        own = next((d.when for d in reversed(self.drafts) if any(p.name in names for p in d.people)), None)
        now, then = self.day.value or "", (own.value if own else "") or ""
        back = len(now) == len(then) == _WHOLE and now < then and not same_people(self.day_by, people)
        return own if own and back else self.day

    def called_by(self) -> tuple[Person, ...]:
        """The body that called the meeting told of last, if any."""
        called = (d for d in reversed(self.drafts) if d.meeting and d.activity in MEETINGS)
        last = next(called, None)
        return last.people if last and last.subject.body and not last.subject.team else ()

    def visits(self) -> list[Draft]:
        """The visits told so far that were made; nobody comes along on a planned one."""
        return [d for d in self.drafts if d.activity in VISITS and d.standing is Standing.DONE]


def draft(thread: Thread, act: Act, sentence: Sentence, activity: Activity, meeting: str = "") -> Draft:
    """A new event from an act; its subject becomes the one 他 and 一行 stand for."""
    new = Draft(
        act.verbs,
        activity,
        act.subject,
        meeting,
        act.target,
        list(act.places),
        list(act.company),
        thread.day_for(act.subject.people),
        [(sentence.start + act.start, sentence.start + act.end)],
        act.standing or Standing.DONE,
        (act, sentence),
        use=act.hits[-1].verb.use if act.hits else None,
        implied=act.implied,
        met=list(act.met),
    )
    thread.drafts.append(new)
    thread.sat = act.subject if act.subject.sitting else None
    if act.subject.body and not act.subject.team and activity is Activity.SPEECH:
        thread.alone = None
    nobody_else = thread.alone is None and activity not in (Activity.SPEECH, Activity.OTHER)
    if not act.subject.body or act.subject.team or nobody_else:
        take_turn(thread, act.subject)
    return new


def take_turn(thread: Thread, subject: Subject) -> None:
    """Let 他 and 一行 stand for this subject from here on."""
    thread.actor = subject
    if len(subject.people) == 1 and not subject.team and not subject.body:
        thread.alone = subject


def same_people(one: Sequence[Person], two: Sequence[Person]) -> bool:
    """Whether two groups share somebody."""
    return bool({p.name for p in one} & {p.name for p in two})


def add_people(known: Draft, people: Sequence[Person]) -> None:
    """More participants, each once, and no actor among them."""
    names = {p.name for p in (*known.people, *known.participants)}
    known.participants += [p for p in people if p.name not in names]


def visit_activity(act: Act) -> Activity:
    """The kind of a visit: that of its first verb that names one, else of its first verb."""
    kinds = [h.verb.activity for h in act.hits if h.verb.use is Use.ACT] or [h.verb.activity for h in act.hits]
    return kinds[0]
