"""Whether those whom a question tells by an office, or asks for by what they are, are in the article and speak there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rag.asked import Asks, Cue, Frame, Language
from rag.asking.constraints.lack import Lack, Support
from rag.asking.matching.bodies import any_of_body_asked, is_body, is_known, printed_in, without_body, written_bodies
from rag.asking.matching.posts import PRESENT, tenures_of
from rag.asking.matching.terms import Term
from rag.asking.retrieval.judge import Judged
from rag.records import Activity, Passage
from rag.tables import rows

_MANY = ("领导", "干部", "负责人", "代表", "委员", "人员", "党员")
"""What many are at once, so that no article need print it."""

_ANYBODY = ("官员", "人员", "成员")
"""What anybody named may be, whatever he is called."""

_DEPUTY = "副"
_CLAUSE = re.compile(r"[，,；;。！？!?]")
_PARTS = re.compile(r"[、，,；;。！？!?]")

SPEAKING = 60
"""Characters between a name and its verb of saying: an office, a day and a place may stand there."""


def office(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """An office without a name that neither the article prints nor anybody in it holds, or whose body, known however it is
    written, the article does not print; one of a body (教育局局长) that is asked to be somebody's, where no sentence tells of
    both."""
    if query.people and query.asks is Asks.YES_NO:
        told = [p.text for p in best.candidate.passages if any(n in p.text for n in query.people)]
        apart = any(not any(printed_in(body, text) for text in told) for body in written_bodies(query))
        return Support(Lack.KIND) if apart else Support()
    if query.people or query.titled or query.language is not Language.ZH:
        return Support()
    missing = [o for o in map(without_body, _whole(query.offices)) if not o.endswith(_MANY) and not _held(o, best)]
    missing += [body for body in written_bodies(query) if is_known(body) and not printed_in(body, best.candidate.text)]
    return Support(Lack.PERSON, missing[0]) if missing else Support()


def present(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """Somebody asked what they are now, of whom the article tells only offices that are over or to come (时任, 前任, 拟任)."""
    if query.asks is not Asks.ROLE or Cue.NOW not in query.cues:
        return Support()
    own = [t.hold for t in tenures_of(best.candidate) if t.name in query.people]
    return Support(Lack.KIND) if own and not any(hold in PRESENT for hold in own) else Support()


def _whole(offices: Sequence[str]) -> Iterator[str]:
    """The offices that are no part of another one of them."""
    return (o for o in offices if not any(o in other for other in offices if other != o))


def _held(office: str, best: Judged) -> bool:
    """Whether the office is printed or held; a deputy's is another one."""
    held = re.compile(rf"(?<!{_DEPUTY}){re.escape(office)}")
    told = (
        best.candidate.text,
        *(p.role for p in best.candidate.roles),
        *(t.office for t in tenures_of(best.candidate)),
    )
    return any(held.search(text) for text in told)


def prints_office(query: Frame, passage: Passage) -> bool:
    """Whether a part of the sentence prints the office asked about, with its body where the question writes one, and not
    its deputy's alone (某局某某副局长 for 某局局长); any sentence does where it asks about none."""
    bodies = [*written_bodies(query), *(p for p in query.places if is_body(p) and p in passage.text)]
    parts = (p for p in _PARTS.split(passage.text) if not bodies or any(printed_in(body, p) for body in bodies))
    told = (
        re.search(rf"(?<!{_DEPUTY}){re.escape(o)}", part) for part in parts for o in map(without_body, query.offices)
    )
    return not query.offices or any(told)


def named(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """Somebody asked for by name (枪手叫什么) of whom the article speaks without giving one."""
    text = best.candidate.text
    what = next((w for w in query.wording.called if w in text), "")
    if not what or what.endswith(_ANYBODY) or any(what in n for n in (*query.people, *query.places)):
        return Support()
    clauses = [c for c in _CLAUSE.split(text) if what in c]
    told = any(n in c for c in clauses for n in best.candidate.actors if n not in query.people)
    return Support() if told else Support(Lack.KIND)


def speaks(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """Somebody whose words are asked for and to whom the article gives none, or the sentence those of another."""
    if Activity.SPEECH in query.activities and _of_another(query, best.passage):
        return Support(Lack.KIND)
    if Cue.SPOKE not in query.cues:
        return Support()
    holders = [p.name for p in best.candidate.roles if any_of_body_asked(query, query.offices, p.role)]
    names = [n for n in query.people or holders if n in best.candidate.text]
    spoke = any(_spoke(names, p) for p in best.candidate.passages)
    return Support() if spoke or not names else Support(Lack.KIND)


def _of_another(query: Frame, passage: Passage) -> bool:
    """Whether the sentence says what somebody else said, who acts in it, and names nobody whom the question names."""
    actors = set(passage.actor.split("、")) - {""}
    theirs = actors.isdisjoint(query.people) and not any(n in passage.text for n in query.people)
    return bool(query.people and actors) and theirs and _saying().search(passage.text) is not None


def _spoke(names: Sequence[str], passage: Passage) -> bool:
    """Whether a verb of saying stands behind one of the names, or in a sentence read as theirs."""
    behind = (passage.text[m.end() : m.end() + SPEAKING] for n in names for m in re.finditer(n, passage.text))
    if any(_saying().search(text) for text in behind):
        return True
    return any(n in passage.actor.split("、") for n in names) and _saying().search(passage.text) is not None


@lru_cache(maxsize=1)
def _saying() -> re.Pattern[str]:
    return re.compile("|".join(word for (word, *_) in rows("saying.tsv")))
