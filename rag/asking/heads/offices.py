"""Offices of the people asked about, as a sentence prints them."""

from __future__ import annotations

import re

from rag.answered import HeadKind
from rag.asked import Frame
from rag.asking.heads.slots import NOWHERE, Slot
from rag.asking.retrieval.judge import Judged
from rag.tables import any_of

_BODY = re.compile(
    rf"^[一-鿿（）()“”]*(?:{any_of('body_ends', 'asking_cues.tsv')})"
    r"(?=[一-鿿]{2,})(?!长|委|人大|政协|办主|办副)"
)
"""Where and of what body an office is; what is left of it names the office by itself."""

_REGION = re.compile(r"^[一-鿿]{2,}?(?=(?:省|市|区|县|州|镇|乡)(?:委|纪委|政协|人大))")
"""The name of a place before its committee."""

_OVER = re.compile(r"原任?(?![一-鿿][市县区州镇乡村])|[时前]任|拟任")
"""What says that an office is held no more, or not yet; 原平市 is a town."""

COURTESIES = ("", "同志", "先生", "女士")
"""What stands beside a name and is no office."""


def offices(query: Frame, best: Judged) -> list[Slot]:
    """Each of the offices the article gives them, where the sentence prints it among them all."""
    text = best.passage.text
    found = []
    for p in best.candidate.roles:
        if p.name in query.people and p.role not in COURTESIES and (at := text.find(p.role)) >= 0:
            found += [_printed(post, text, at + p.role.find(post)) for post in posts(p.role)]
    return found


def _printed(post: str, text: str, at: int) -> Slot:
    """The slot of a post that stands from there on; of one that is over, without the word that says so."""
    start = at if text.startswith(post, at) else NOWHERE
    return Slot(post, HeadKind.OFFICE, start, start + len(post) if start > NOWHERE else NOWHERE)


def is_office(post: str) -> bool:
    """Whether it reads as an office, and is no piece of a sentence that stood before a name."""
    return re.search(r"[“”‘’《》的]|^不", post) is None


def posts(role: str) -> list[str]:
    """Each office of several (县委副书记、县长) without the body before it that others have too (某某镇党委书记 -> 党委书记)."""
    return [post for part in re.split("[、，,兼]", role) if (post := _bare(part.strip()))]


def _bare(part: str) -> str:
    """One office without its body, with the word that says it is over (原某市委书记 -> 原市委书记)."""
    over = _OVER.match(part)
    bare = _REGION.sub("", _BODY.sub("", part[over.end() if over else 0 :]))
    return (over.group() if over else "") + bare if bare else ""
