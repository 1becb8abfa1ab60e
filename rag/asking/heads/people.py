"""People of a sentence who may be the ones asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rag.answered import HeadKind
from rag.asked import Cue, Frame
from rag.asking.expected.people import NAMELESS
from rag.asking.heads.slots import Slot
from rag.asking.matching.bylines import unsigned
from rag.asking.retrieval.judge import Judged
from rag.tables import rows

WHOSE = "谁的"
"""What asks for whoever somebody is a relation of."""

BODIES = ("局", "委", "院", "部", "公司", "集团", "学校", "中心", "队", "政府", "联")
"""How bodies end whose people may be asked for."""

_BODY = (*BODIES, "会", "组", "社")
"""How what is no person ends, where it is longer than LONGEST characters."""

LONGEST = 3


def people(query: Frame, best: Judged) -> list[Slot]:
    """Those the sentence prints and the question does not name; where it prints nobody, whoever it was read with."""
    text, signed = best.passage.text, unsigned(best.passage.text)
    roles = {p.name: p.role for p in best.candidate.roles}
    bodies = _only_there(best)
    names = [
        n
        for n in roles
        if n not in bodies and not (len(n) > LONGEST and n.endswith(_BODY)) and _may_answer(n, query) and n in signed
    ]
    if Cue.WHOM in query.cues:  # whoever is named by an office did it (市长看望了谁)
        names = [n for n in names if not any(roles[n].endswith(o) for o in query.offices)]
    names = [n for n in names if not any(n != o and n in o and text.count(n) == text.count(o) for o in names)]
    if not query.wording.sought.says(WHOSE):
        names = [n for n in names if not _tells_whose(n, names, text)]
    found = [Slot(n, HeadKind.PERSON, text.index(n), text.index(n) + len(n), roles.get(n, "")) for n in names]
    if not found:
        read_with = (n for n in best.passage.actor.split("、") if n in roles and _may_answer(n, query))
        found = [Slot(n, HeadKind.PERSON, note=roles[n]) for n in read_with]
    return sorted(found, key=lambda s: s.start)


def _tells_whose(name: str, names: Sequence[str], text: str) -> bool:
    """Whether a name only says whose relation somebody is whose name follows (甲之兄乙, 甲的妻子乙)."""
    others = "|".join(re.escape(n) for n in names if n != name)
    return (
        bool(others)
        and re.search(rf"{re.escape(name)}[之的](?:{_kin()}|[兄弟姐妹子女妻夫父母孙])(?:{others})", text) is not None
    )


@lru_cache(maxsize=1)
def _kin() -> str:
    return "|".join(printed for group, printed, _ in rows("rivals.tsv") if group == "kin")


def _only_there(best: Judged) -> frozenset[str]:
    """Bodies that took part beside somebody: no answer to who did it, or who came along."""
    told = best.candidate.reading.understood
    named = {*(p.name for p in told.people), *(a.name for e in told.events for a in e.actors)}
    return frozenset(p.name for e in told.events for p in e.participants) - named


def _may_answer(name: str, query: Frame) -> bool:
    if query.choices:
        return name in query.choices
    return name not in query.people and name not in query.excluded and NAMELESS not in name
