"""People and places that a sentence names in one breath: some of them are not stated without the others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.answered import HeadKind
from rag.asked import Cue, Frame
from rag.asking.heads.runs import JOINED
from rag.asking.heads.slots import Slot
from rag.asking.matching.bodies import any_of_body_asked
from rag.asking.matching.titled import GROUPS, of_rank
from rag.asking.retrieval.judge import Judged

_AND = ("、", "和", "与", "及")


def whole(query: Frame, stated: Sequence[Slot], j: Judged) -> bool:
    """Whether the list that each of the people, places and bodies stated stands in is stated with them, but for people of another
    office or body than is asked for; with everybody whom the sentence names where all who were there are asked for
    (哪些人参加了…)."""
    names = {s.value for s in stated if s.kind is HeadKind.PERSON}
    groups = _lists(j)
    if not _all_joined([s for s in stated if s.kind in (HeadKind.PLACE, HeadKind.ORGANISATION)], j.passage.text):
        return False
    if query.cues & {Cue.MANY, Cue.COMPANY} and not query.people:
        groups = [[name for group in groups for name in group]]
    own = (group for group in groups if not names.isdisjoint(group))
    return all(names.issuperset(n for n in group if _asked(query, j, n)) for group in own)


def _all_joined(stated: Sequence[Slot], text: str) -> bool:
    """Whether what is joined to a place or a body is stated too (到甲镇、乙镇)."""
    starts, ends = {s.start for s in stated}, {s.end for s in stated}
    before = (s.start - 1 in ends or text[s.start - 1 : s.start] not in _AND for s in stated if s.start > 0)
    behind = (s.end + 1 in starts or text[s.end : s.end + 1] not in _AND for s in stated)
    return all(before) and all(behind)


def _lists(j: Judged) -> list[list[str]]:
    """The people of the sentence who follow each other with nothing between them but their offices."""
    text = j.passage.text
    named = sorted((m.start(), p.name, p.role) for p in j.candidate.roles for m in re.finditer(re.escape(p.name), text))
    groups: list[list[str]] = []
    end = -1
    for start, name, role in named:
        front = start - len(role) if role and text.endswith(role, 0, start) else start
        if end >= 0 and JOINED.fullmatch(text, end, front):
            groups[-1].append(name)
        else:
            groups.append([name])
        end = start + len(name)
    return groups


def _asked(query: Frame, j: Judged, name: str) -> bool:
    """Whether the office somebody has in the article does not keep them from being meant."""
    role = next((p.role for p in j.candidate.roles if p.name == name), "")
    offices = [o for o in query.wording.offices if not o.endswith(GROUPS)]
    known = name in query.people or name in query.excluded
    fits = not offices or any_of_body_asked(query, offices, role)
    return not known and fits and all(of_rank(role, r) for r in query.wording.ranks)
