"""The earlier question who holds an office asked anew of another office, body or town: 政法委书记是谁, 市委书记呢 -> 市委书记是谁."""

from __future__ import annotations

import re

from rag.asked import Language
from rag.asking.matching.bodies import body_before, body_written, is_body, split
from rag.asking.question.question import Question

_KINDS = "省市区县州旗盟镇乡村"
_LEVEL = re.compile(rf"^(?:副|常务副)?[{_KINDS}](?=[长委])")
_TOWN = re.compile(rf"^[一-鿿]{{2,6}}?(?<!城)[{_KINDS}](?=[一-鿿]{{2}}|$)")
"""A town that is given with its office, or by itself."""

_ENGLISH = re.compile(r"\bthe [a-z][a-z' -]*?(?= of\b|\W*$)( of [\w' -]+)?", re.I)
"""An office that ends what asks for its holder, and of what it is."""

_WHO = re.compile(r"who(?:'s| is| was| are| were)\b", re.I)

_ORGAN = re.compile("(?:党工委|党委|工委|委)$")


def of_another_office(given: str, new: Question, past: Question) -> str:
    """The earlier question with another office, body or town; "" where it named somebody, or no office, or none of these is
    given."""
    if past.people or past.strangers or not past.offices:
        return ""
    if past.language is Language.EN:
        return _in_english(given, new, past.question) if new.offices else ""
    given = given.removesuffix("的")
    office = max((o for o in past.offices if o in past.question), key=len, default="")
    post = split(given)[1]
    if not office or not (is_body(given) or gives_office(given, new) or given in new.places):
        return ""
    end = past.question.rindex(office) + len(office)
    start = end - len(office)
    if own := body_written(past.question[:end]):
        start = past.question.rindex(own, 0, end)
    if not post:
        given = given + (_of_level(given, past.question[start:end]) if not is_body(given) else split(office)[1])
    head = past.question[:start]
    before = given.removesuffix(post)
    if _TOWN.match(_ORGAN.sub("", before)) and body_written(given) != before:
        head = _before_the_town(head, past)
    elif head[-1:] == given[0] and given[0] in _KINDS:
        given = given[1:]
    return head + given + past.question[end:]


def gives_office(given: str, new: Question) -> bool:
    """Whether what is given is an office, with its body, its town or its committee if any, and no other words (分管卫生的
    副县长)."""
    body, post = body_before(given), split(given)[1]
    town = _ORGAN.sub("", body)
    whose = not town or is_body(body) or town in (*_KINDS, *new.places) or _TOWN.fullmatch(town) is not None
    return bool(post) and whose


def _of_level(town: str, office: str) -> str:
    """The office as a town of another kind has it (县长: 市长)."""
    kind = town[-1] if town[-1] in _KINDS else ""
    return _LEVEL.sub(lambda m: m[0][:-1] + kind, office) if kind else office


def _before_the_town(head: str, past: Question) -> str:
    """What stands before the town that the earlier question named, or before the office where it named none."""
    starts = (past.question.find(place) for place in past.places)
    return head[: min((start for start in starts if 0 <= start < len(head)), default=len(head))]


def _in_english(given: str, new: Question, text: str) -> str:
    """The same of an English question: the office, and its town where another is given."""
    found = _ENGLISH.search(text) if _WHO.match(text) else None
    told = _ENGLISH.fullmatch(given.rstrip("? "))
    if not found or not told:
        return ""
    end = found.end() if told[1] else found.end() - len(found[1] or "")
    return f"{text[: found.start()]}{told[0]}{text[end:]}"
