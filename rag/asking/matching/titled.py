"""Who answers to a family name and an office (陈书记), or to what many are called at once (县领导)."""

from __future__ import annotations

import re

from rag.asked import Titled
from rag.records import Person
from rag.tables import any_of

_OVER = re.compile(r"[时原前曾拟候]任|原(?=[省市区县州]?[委长])")
"""What an office begins with that is held no more, or not yet."""

GROUPS = ("领导", "干部", "负责人", "官员", "代表")
"""What many are at once, so that it tells nobody by his office."""

LEVELS = "省市区县州旗镇乡村"
"""Kinds of region that one character names."""


def of_rank(role: str, rank: str) -> bool:
    """Whether somebody's offices are of that body, or of a place of that kind itself (县委副书记 for 县, no 县医院院长)."""
    if rank not in LEVELS:
        return rank in role
    bodies = rf"{rank}(?:委(?!老)|长|{any_of('organs')}|领导|级|总工会)|副{rank}长"
    return re.search(bodies, role) is not None


def answers_to(person: Person, titled: Titled) -> bool:
    """Whether the person has this family name and holds this office, not its deputy's."""
    held = (post for post in person.role.replace("，", "、").split("、"))
    return person.name.startswith(titled.family) and any(_is(post, titled.office) for post in held)


def _is(post: str, office: str) -> bool:
    return post.endswith(office) and not post.removesuffix(office).endswith("副") and not _OVER.match(post)
