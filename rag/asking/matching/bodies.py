"""Whose an office is: the body before it, which tells the secretary of one body from another's and from the committee's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rag.asked import Frame
from rag.asking.matching.abbreviated import spelled_out_in
from rag.tables import cue_pattern, rows

COMMITTEE = ("书记", "副书记", "常委")
"""Posts of a Party committee, which without a body are those of the place's own."""

NAME = 2
"""Characters before the kind of a body by which it is told in a sentence (教育 of 教育局)."""

LONGER = 6
"""Characters that a paper prints more of a body's name at most."""

SEEN = 4096
"""Offices whose parts are kept: a page prints the same ones again and again."""

_OTHER = re.compile(r"^.*[^一-鿿]")
_TOWN = re.compile(r"^(?:[一-鿿]{2,5}?(?:自治[州县旗]|[省市区县州旗盟]))*[省市区县州旗盟镇乡]?(?=[一-鿿]{2})")
_LEAD = re.compile(r"^.*[的是任叫问了为在请谁]")
_JOINED = re.compile(r"^(.*)[和与及](.*)$")
_LEVEL = re.compile("[省市区县州旗盟镇乡村]")
_OF_TOWN = re.compile(r"副?[省市区县州旗盟镇乡村]长$")
_RANK = cue_pattern("ranks", ending=True)
_GROUP = re.compile(r"^党组")
"""An organ that is never a place's own: 党组书记 says nothing of the committee."""

_HELD_HOW = re.compile(
    r"(?:[现新原前时代副老哪该本各两几常任位个名的是省市区县州旗盟镇乡]|[现新原前时历老该本]任|[哪这那各两几][个位名]|新来)$"
)
"""What stands before an office and is no body (现任局长)."""

_PARTS = re.compile("[、，,]")


@lru_cache(maxsize=SEEN)
def is_body(name: str) -> bool:
    """Whether a name is that of a body with offices of its own (市财政局), and no town."""
    return bool(_names(name)) or _table("any").search(name) is not None


def beginning(body: str) -> str:
    """What a body's name begins with, the level left out: of one known in all its ways (东江政法委) what stands before it."""
    known = [m.start() for _, pattern in _own(at_end=True) if (m := pattern.search(body))]
    before = body[: min(known)] if known else body
    return before[1:] if _LEVEL.match(before) else before


def is_known(body: str) -> bool:
    """Whether all ways in which a body is written are known."""
    return bool(_names(body))


def written_bodies(query: Frame) -> tuple[str, ...]:
    """The bodies that a question writes before its offices (财政局 of 财政局局长)."""
    found = map(body_before, query.wording.posts)
    return tuple(_alone(body) for body in found if is_body(body))


def body_written(text: str) -> str:
    """The body, with its Party organ, that a text ending with an office writes before it, without its town; empty for none."""
    before = split(last_run(text))[0]
    return _TOWN.sub("", _alone(before)) if is_body(_bare(before)) else ""


def last_run(text: str) -> str:
    """The Chinese characters that a text ends with."""
    return _OTHER.sub("", text)


def _alone(written: str) -> str:
    """A body without the words before it, and without another one that 和 joins to it; that of 住房和城乡建设局 joins none."""
    written = _LEAD.sub("", written)
    joined = _JOINED.match(written)
    return joined[2] if joined and (is_body(_bare(joined[1])) or split(joined[1])[1]) else written


def printed_in(body: str, text: str) -> bool:
    """Whether a text names a body, however it is written; one of a kind by the end of its name, which papers print longer
    (量子集团: 量子科技集团)."""
    if own := _names(body):
        return any(pattern.search(text) for name, pattern in _own(at_end=False) if name in own)
    kind = _table("any").search(body)
    if kind is None:
        return body in text
    named = re.escape(body[max(0, kind.start() - NAME) : kind.start()])
    return re.search(f"{named}[一-鿿]{{0,{LONGER}}}{kind[0]}", text) is not None


def without_body(office: str) -> str:
    """An office without a body before it, which may be printed apart from it (市政协党组书记、主席); that of a place's own
    committee stays (市委书记)."""
    body, post = split(office)
    return post if is_body(_bare(body)) else office


def of_body_asked(query: Frame, office: str, role: str) -> bool:
    """Whether an office held is of the body that the question writes before it, and one of a committee that of the place
    itself where it writes none.

    `role` is all that its holder is: a bare office (党组书记、局长) is of the body named before it. Where nothing says whose
    the office is, only a question without a body means it.
    """
    post, body = split(office)[1], body_of(office, role)
    asked = [w for w in query.wording.posts if post.endswith(split(w)[1]) or split(w)[1].endswith(post)]
    return not asked or any(_same(body_before(w), body, post) for w in asked)


def any_of_body_asked(query: Frame, offices: Sequence[str], role: str) -> bool:
    """Whether a part of a role prints one of the offices, as that of the body which the question writes."""
    return any(o in part and of_body_asked(query, part, role) for part in _PARTS.split(role) for o in offices)


def is_of(body: str, role: str) -> bool:
    """Whether an office of a role is one of the body."""
    return any(_same(body, body_of(part, role), "") for part in _PARTS.split(role))


@lru_cache(maxsize=SEEN)
def split(office: str) -> tuple[str, str]:
    """What stands before a post, and the post by itself (市纪委 and 副书记)."""
    post = next((office[i:] for i in range(len(office)) if office[i:] in _posts()), "")
    return office.removesuffix(post), post


def of_town(post: str) -> bool:
    """Whether a post is that of a place itself (副市长), whatever body its holder leads besides."""
    return _OF_TOWN.match(post) is not None


def body_of(office: str, role: str) -> str:
    """The body whose an office is by its own words, else by those of the offices before it; empty for the place itself, and
    where nothing says it."""
    parts = _PARTS.split(role)
    at = parts.index(office) if office in parts else next((k for k, p in enumerate(parts) if p.endswith(office)), 0)
    for part in (office, *reversed(parts[:at])):
        before, post = split(part)
        if of_town(post):
            return ""
        if body := _bare(before):
            return "" if not is_body(body) and _table("town").fullmatch(body) else body
    return _RANK.sub("", split(office)[0]) if _GROUP.search(office) else ""


def body_before(written: str) -> str:
    """What a question writes before an office, with the kind of body that the office begins with (财政局 of 财政局长)."""
    before, post = split(written)
    before = _bare(before)
    ends = before + post[:1]
    once = len(before) >= NAME and post.endswith("长") and not (is_body(before) or _HELD_HOW.search(before))
    return ends if once and is_body(ends) else before


def _same(asked: str, held: str, post: str) -> bool:
    """Whether what a question writes before an office ends with the body that it is held in, or means it."""
    asked = asked.removesuffix("的")
    if is_body(asked):
        return _means(asked, held)
    if not held or post not in COMMITTEE:
        return True
    return asked.endswith(held) or any(_means(asked[:i], held) for i in range(len(asked)) if is_body(asked[:i]))


def _means(asked: str, held: str) -> bool:
    """Whether two bodies are one, of which the first stands behind other words."""
    known = _names(asked), _names(held)
    if any(known) or not held:
        return not known[0].isdisjoint(known[1]) and _within_one(_whole(asked), _whole(held))
    own = _TOWN.sub("", _alone(asked))
    told = asked.endswith((held, _TOWN.sub("", held))) or held.endswith(own)
    return told or _shortens(own, held) or _shortens(held, own)


def _within_one(asked: str, held: str) -> bool:
    """Whether both bodies are parts of the same one, or of none."""
    return _means(asked, held) if asked and held else not (asked or held)


def _whole(body: str) -> str:
    """The body that one is a part of (公安局 of 公安局纪委); empty for a place's own."""
    before = (body[: m.start()] for _, pattern in _own(at_end=True) if (m := pattern.search(body)))
    return next((whole for whole in before if is_body(whole)), "")


def _shortens(short: str, whole: str) -> bool:
    """Whether one body's name is another's with characters left out (住建局 of 住房和城乡建设局)."""
    short, whole = (_TOWN.sub("", name) for name in (short, whole))
    if not _table("short").search(whole) or len(short) <= NAME:
        return False
    return whole[0] == short[0] and whole[-1] == short[-1] and spelled_out_in(short, whole)


def _bare(before: str) -> str:
    """The body without its Party organ and the rank of the post; empty for an organ alone."""
    before = _RANK.sub("", before)
    return before if _names(before) else _table("organ").sub("", before)


@lru_cache(maxsize=SEEN)
def _names(body: str) -> frozenset[str]:
    """The body that it is however it is written, by its name; none for one that is told by its own."""
    return frozenset(name for name, pattern in _own(at_end=True) if pattern.search(body))


@lru_cache(maxsize=1)
def _posts() -> frozenset[str]:
    """Posts by themselves, without the Party organ some come with (工委书记)."""
    words = {word for (word, *_) in rows("offices.tsv")}
    return frozenset(
        w for w in words if not any(w[:i].endswith(("委", "组")) and w[i:] in words for i in range(1, len(w)))
    )


@lru_cache(maxsize=2)
def _own(at_end: bool) -> tuple[tuple[str, re.Pattern[str]], ...]:
    end = "$" if at_end else ""
    return tuple((name[0], re.compile(f"(?:{p}){end}")) for use, p, *name in rows("office_bodies.tsv") if use == "own")


@lru_cache(maxsize=4)
def _table(use: str) -> re.Pattern[str]:
    """What a body of that use ends with; a town is matched as a whole."""
    return re.compile(f"(?:{'|'.join(p for u, p, *_ in rows('office_bodies.tsv') if u == use)})$")
