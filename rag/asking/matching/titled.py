"""Who answers to a family name and an office (陈书记)."""

from __future__ import annotations

import re

from rag.asked import Titled
from rag.records import Person

_OVER = re.compile(r"[时原前曾拟候]任|原(?=[省市区县州]?[委长])")
"""What an office begins with that is held no more, or not yet."""


def answers_to(person: Person, titled: Titled) -> bool:
    """Whether the person has this family name and holds this office, not its deputy's."""
    held = (post for post in person.role.replace("，", "、").split("、"))
    return person.name.startswith(titled.family) and any(_is(post, titled.office) for post in held)


def _is(post: str, office: str) -> bool:
    return post.endswith(office) and not post.removesuffix(office).endswith("副") and not _OVER.match(post)
