"""Who held an office, or which office somebody held, at the time asked about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.answered import HeadKind
from rag.asked import Cue, Frame, Language
from rag.asking.answers.heads import person
from rag.asking.heads.offices import COURTESIES, is_office, posts
from rag.asking.matching.belonging import PLACED, STEM, of_another_place, of_body, of_place
from rag.asking.matching.bodies import without_body
from rag.asking.matching.candidates import Candidate
from rag.asking.matching.mentioned import dating
from rag.asking.matching.ordinals import stands_in
from rag.asking.matching.posts import OVER, PRESENT, Post, posts_of, told_of, told_on, wanted_holds
from rag.asking.matching.terms import ALTERNATIVE
from rag.asking.matching.titled import answers_to
from rag.asking.writing.draft import Claim, Source, Stated
from rag.asking.writing.phrases import AND, COLON, IN_BRACKETS, day_in_words, phrase
from rag.mentions import day_of
from rag.records import Hold, Passage, Person
from rag.tables import any_of
from rag.time import period_contains

_KINDS = re.compile(r"[省市区县州镇乡村](?!领导)")

_VAGUE = re.compile(rf"(?:{any_of('many')}|负责人|同志|专家)$|的")

_TEAM = "组"
"""What teams known by their number are called (第二督导组)."""

_LOCAL = re.compile(r"(?:党委)?(乡|镇|村|街道)(?:党委|党支部|人大|长|村委)")
"""Posts below the county, printed without the name of their place."""

_OVER_WORDS = ("原来", "原任", "曾任", "之前", "以前", "过去", "此前", "担任", "职务")

LONGEST = 6
"""Findings given at most."""


Told = tuple[Candidate, Post]
"""A post with the article that tells it."""


def offices(query: Frame, candidates: Sequence[Candidate]) -> list[Claim]:
    """One claim for each person and office that a sentence bears out, earliest first; [] if none does.

    For people asked about: the fullest office printed. For an office asked about: everybody who holds it in an
    article of that place, but those who have left it; with periods, only within them.
    """
    told_by_words = Cue.BEFELL in query.cues or (Cue.OTHER_TIME in query.cues and _says_more(query))
    if query.people and told_by_words and not beside_somebody(query):
        return []
    found: dict[tuple[str, str], Claim] = {}
    around = beside_somebody(query)
    fitting = _around(query, candidates) if around else _timely(query, _fitting(query, candidates), candidates)
    for c, post in fitting:
        if sources := _sources(c, post):
            found.setdefault((post.person.name, post.person.role), _claim(query, post, c, sources))
    told = {name: _telling([r for n, r in found if n == name]) for name, _ in found}
    kept = [claim for (name, role), claim in found.items() if role in told[name]][:LONGEST]
    undated = phrase("undated", query.language) + COLON[query.language]
    if query.titled and len({name for name, role in found if role in told[name]}) > 1:
        kept = [replace(c, states=()) for c in kept]
        called = AND[query.language].join(t.family + t.office for t in query.titled)
        return [*kept, Claim(phrase("titled_unclear", query.language, who=called))]
    return [replace(c, text=c.text.removeprefix(undated)) for c in kept] if len(kept) == 1 else kept


def beside_somebody(query: Frame) -> bool:
    """Whether it asks who held an office before or after somebody."""
    return bool(query.people) and not {Cue.BEFORE_THEM, Cue.AFTER_THEM}.isdisjoint(query.cues)


def _says_more(query: Frame) -> bool:
    """Whether the time or the place of an office that is over is told in words of its own (到省城任职前, 在滨州)."""
    known = (*query.people, *query.offices, *_OVER_WORDS)
    return bool(query.places) or any(len(w) > 1 and not any(w in k or k in w for k in known) for w in query.words)


def _fitting(query: Frame, candidates: Sequence[Candidate]) -> list[Told]:
    """The posts asked about, in the order of their days; where a period has none, undated ones after them."""
    holds = wanted_holds(query)
    told = ((c, post.held(holds) if holds else post) for c in candidates for post in posts_of(c))
    every = [(c, post) for c, post in told if post.tenures and _asked(query, c, post)]
    dated = sorted((t for t in every if told_on(*t)), key=lambda t: told_on(*t))
    undated = [t for t in every if not told_on(*t)]
    if not query.periods:
        return [*dated, *undated]
    fitting = [t for t in dated if any(period_contains(p, told_on(*t)) for p in query.periods)]
    met = [any(period_contains(p, told_on(*t)) for t in fitting) for p in query.periods]
    return fitting if all(met) or not fitting else [*fitting, *undated]


def _timely(query: Frame, fitting: Sequence[Told], candidates: Sequence[Candidate]) -> Sequence[Told]:
    """Without those who have left the office by now; of who holds it, or what somebody holds, now the latest."""
    if query.people and Cue.NOW in query.cues:
        return _latest(fitting)
    if query.people or query.periods or not fitting or fitting[0][1].hold not in PRESENT:
        return fitting
    over = [(c, post) for c in candidates for post in posts_of(c) if post.hold in (Hold.LEFT, Hold.FORMER)]
    staying = [t for t in fitting if not any(_ends(o, t) for o in over)]
    single = not any("副" in o or o.endswith(("常委", "委员", "领导")) for o in query.offices)
    if Cue.NOW in query.cues and single and staying and told_on(*staying[-1]):
        return [t for t in staying if t[1].person.name == staying[-1][1].person.name]
    return staying


def _latest(fitting: Sequence[Told]) -> list[Told]:
    """What is held by the latest articles; [] where these tell only of what is over or to come, so that nobody tells what is
    held now."""
    latest = max((told_on(*t) for t in fitting), default="")
    newest = {c.key for c, post in fitting if told_on(c, post) == latest}
    return [(c, post) for c, post in fitting if c.key in newest and post.hold in PRESENT]


def _around(query: Frame, candidates: Sequence[Candidate]) -> list[Told]:
    """Who held the office asked about, last before somebody did or first after them; [] where no day tells."""
    anybody = replace(query, people=(), cues=frozenset(), periods=())
    told = [(c, post) for c in candidates for post in posts_of(c) if post.hold is not Hold.TO_COME and told_on(c, post)]
    told = sorted((t for t in told if _asked(anybody, *t)), key=lambda t: told_on(*t))
    own = [t for t in told if t[1].person.name in query.people and t[1].hold in PRESENT]
    if not own:
        return []
    others = [t for t in told if t[1].person.name not in query.people]
    if Cue.AFTER_THEM in query.cues:
        left = [t for t in told if t[1].person.name in query.people and t[1].hold not in PRESENT]
        later = [
            t for t in others if t[1].hold in PRESENT and told_on(*t) >= told_on(*(left or own)[0 if left else -1])
        ]
        return [t for t in later if t[1].person.name == later[0][1].person.name]
    first = told_on(*own[0])
    earlier = [t for t in others if told_on(*t) < first or (t[1].hold in OVER and told_on(*t) == first)]
    return [t for t in earlier if t[1].person.name == earlier[-1][1].person.name]


def _ends(over: Told, told: Told) -> bool:
    """Whether somebody is said to have left an office on or after the day on which he held it."""
    one, other = over[1], told[1]
    same = one.person.name == other.person.name and told_on(*over) >= told_on(*told)
    return same and any(
        a.office.endswith(b.office) or b.office.endswith(a.office) for a in one.tenures for b in other.tenures
    )


def _telling(roles: Sequence[str]) -> list[str]:
    """The roles that tell most: no bare 市领导 beside an office, none that another one holds already."""
    named = [r for r in roles if not all(map(_VAGUE.search, _posts(r)))] or [r for r in roles if r not in COURTESIES]
    return [r for r in named if not any(r != other and set(_posts(r)) <= set(_posts(other)) for other in named)]


def _posts(role: str) -> list[str]:
    return re.split("[、，,]", role)


def _asked(query: Frame, c: Candidate, post: Post) -> bool:
    p = post.person
    if not p.role or not all(stands_in(o, p.role) for o in query.wording.ordinals if o.unit.endswith(_TEAM)):
        return False
    if query.people:
        where = f"{c.text}{c.reading.understood.city}{c.reading.page.newspaper}"
        return p.name in query.people and all(place[:STEM] in where for place in query.places)
    if query.titled and not any(answers_to(p, t) for t in query.titled):
        return False
    held = [t.office for t in post.tenures]
    named = replace(p, role="、".join((p.role, *held)))
    theirs = (h for h in held if not of_another_place(query, h) and of_body(query, c, named, h))
    return any(_is_asked(query, h) for h in theirs) and of_place(query, c, named)


def _is_asked(query: Frame, held: str) -> bool:
    """Whether an office held (区政协主席) is the one the question writes, and not its deputy's or its chief's."""
    asked = map(without_body, query.offices)
    wanted = [o for o in asked if held.endswith(o) and not held.removesuffix(o).endswith(("副", "助理", "总"))]
    bare = next((held[i:] for i in range(len(held)) if _writes(query, held[i:])), "")
    return any(len(bare) >= len(o) and ("副" in o or not _writes(query, "副" + o)) for o in wanted)


def _writes(query: Frame, office: str) -> bool:
    """Whether the question writes the office; of an English one, its Chinese words."""
    if query.language is Language.ZH:
        return query.wording.sought.says(office)
    return office in " ".join(query.words).replace(ALTERNATIVE, " ")


def _sources(c: Candidate, post: Post) -> tuple[Source, ...]:
    """The sentence that gives the office, and the one that prints the day told of it, if that is another."""
    name, printed = post.person.name, [t.printed for t in post.tenures]
    naming = [s for s in c.passages if name in s.text]
    found: Passage | None = next((s for s in naming if post.person.role in s.text), None)
    found = found or max(naming, key=lambda s: sum(p in s.text for p in printed), default=None)
    if found is None:
        return ()
    day = told_of(c, post)
    telling = [s for s in c.passages if any(day_of(m) == day for m in dating(s.mentions))] if day else []
    dated = found if found in telling else next((s for s in telling if name in s.text), next(iter(telling), found))
    return tuple(Source(s, c) for s in dict.fromkeys([found, dated]))


def _town(p: Person, passage: Passage) -> str:
    """The town or village that a post of one is held in (乡党委书记), where the sentence names it before the name."""
    kind = _LOCAL.match(p.role)
    before = passage.text.partition(p.name)[0] if kind else ""
    named = re.findall(rf"(?:^|[，,。、；;在到\d日])([一-鿿]{{2,4}}{kind[1]})", before) if kind else []
    return str(named[-1]) if named else ""


def _claim(query: Frame, post: Post, c: Candidate, sources: tuple[Source, ...]) -> Claim:
    p = post.person
    city = _town(p, sources[0].passage) or c.reading.understood.city
    where = (
        IN_BRACKETS[query.language].format(city)
        if city and city[:STEM] not in p.role and not PLACED.search(p.role) and not _above(p.role, city)
        else ""
    )
    when = _when(query, c, post) + COLON[query.language]
    return Claim(f"{when}{person(p, query.language)}{where}", sources, states=_states(query, p))


def _when(query: Frame, c: Candidate, post: Post) -> str:
    """The day told of the office, else the one the paper appeared on, as such; that no day is known where it has none."""
    if day := told_of(c, post):
        return day_in_words(day, query.language)
    if issued := c.reading.issued:
        return phrase("reported_on", query.language, day=day_in_words(issued, query.language))
    return phrase("undated", query.language)


def _above(role: str, city: str) -> bool:
    """Whether a post is of a body of another kind of place than the article's is (市水利局局长 in an article of a district)."""
    kind = _KINDS.match(role)
    return kind is not None and kind[0] != city[-1]


def _states(query: Frame, p: Person) -> tuple[Stated, ...]:
    """Who holds the office; of somebody asked about each post by itself, which English has no names for."""
    if p.name not in query.people:
        return (Stated(p.name, HeadKind.PERSON),)
    if p.name != query.people[-1]:
        return ()  # named beside the one whose office is asked (陪同甲调研的乙是什么职务)
    another = query.wording.offices and not any(o in p.role for o in query.wording.offices)
    own = posts(p.role) if query.language is Language.ZH and not another else []
    told = (post for post in own if not query.wording.sought.says(post) and is_office(post) and not _VAGUE.search(post))
    return tuple(Stated(post, HeadKind.OFFICE) for post in told)
