"""A question put of several at once (甲的某人和乙的某人分别去了哪里): the same question of each of them, in its words.

What is said of all stands before the first of them, behind the last, or in the clauses that follow.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rag.tables import any_of, rows

_EACH = re.compile(
    r"(?:又|都)?(?:分别|各自)(?:又|都)?|(?<![\u4e00-\u9fff]各)各(?=[自是有在去到送派说讲谈做办提看慰写来从由为任哪几]|多少|什么)"
)
_IN_TURN = re.compile(r"接连|先后|依次|相继")
"""Said of several days, it asks what was on each; of people it does not."""
_DATED = re.compile(
    r"(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}[日号](?:上午|下午|晚上?|夜里?|早上?|凌晨)?|(?:\d{4}年)?\d{1,2}月(?:份)?|\d{4}年"
)
_SINCE = re.compile(rf"(?:{_DATED.pattern})[至到—~-]+$")
_SO_MANY = re.compile(r"(?<=哪)[两二三四五六]")
_DIFFERENT = re.compile(rf"(?:都)?有?(?:什么|哪些|何|啥)(?:{any_of('differing', 'asking_cues.tsv')})(?:之处|的地方)?")
_COUNTER = re.compile(r"(?:这|那)?(?:[两二三四五六七]|几)(?:个人|位[一-鿿]{0,3}|人|家|者|方|地|个地方|趟)")
_ALL_OF_THEM = re.compile(rf"^(?:{_COUNTER.pattern}|他们|她们|它们|双方)?")
_JOINED = re.compile(
    r"、|以及|(?<![共中饱温缓调总])和(?![平谐睦解田县])|(?<!参)与(?!会|其)|跟(?!踪|进)|同(?![志时步样意比期年日一学事])|(?<![涉普以])及(?![其时格])"
)
_CLAUSE = re.compile(r"[，,；;]")
_TOGETHER = re.compile(r"都(?=[在是有去到来])")
_ORDER = re.compile(
    r"[，,]?(?:请|再)?(?:按|依)(?:照|着)?(?:时间|日子|日期|先后)(?:顺序|次序|先后)?(?:说说?|讲讲?|理|排|列|捋)?(?:一?下|一遍)?[，,]?"
)
_DAY = re.compile(r"\d{1,2}[日号]")
_MONTH = re.compile(r"(?:\d{4}年)?\d{1,2}月(?=\d{1,2}[日号])")
_ASKING = re.compile(rf"(?:{any_of('asking_en', 'asking_cues.tsv')})\b", re.I)
_OWN = re.compile(r"^(?P<own>[^的]{2,12}的)(?!(?:第|“))")
_MORE = re.compile(
    r"(?:谁|哪一?(?:个|家|座|位|方|条|所|项|边|国|地)?)(?P<whose>的)?(?P<what>[一-鿿]{0,6}?)(?:更|比较|最|要)(?P<how>[早晚先后长久远高深宽重大多少])(?:一[些点])?"
)
_QUOTED_END = re.compile(r"的?[“「《][^”」》]{1,100}[”」》][一-鿿]{0,2}$")
_ENGLISH = re.compile(
    rf"^(?P<head>(?:(?:where|what|when|which \w+|whom?|how \w+(?: \w+)?) (?:{any_of('auxiliaries_en', 'asking_cues.tsv')}) )?"
    r"(?:(?:on|in) [^,]{3,20}, )?)(?P<one>\S.{2,60}?) and (?P<other>\S.{2,60}?),? (?:each|respectively)\b(?P<rest>.*)$",
    re.I,
)

SHORTEST = 2
"""Characters that a side has at least, and a tail that two sides have in common."""


def sides(question: str, names: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The question of each side; () where it is put of one.

    `names` are those of its people, its places and its days, each kind by itself: none is cut in two, and a side that
    is a name of the kind the first one ends with shares what stands before that.
    """
    if match := _ENGLISH.match(question):
        rest = re.sub(r"\beach\b", "", match["rest"])
        found = tuple(f"{match['head']}{side} {rest}".strip() for side in (match["one"], match["other"]))
        return () if _ASKING.match(match["other"]) else found
    question = _ORDER.sub("，", question).strip("，")
    days = (*(n for n in names[2] if not _JOINED.search(n)), *_DATED.findall(question))
    known = (*names[:2], tuple(dict.fromkeys(days)))
    return _parted(_without_comparing(question), known) or _in_turn(question, known)


def _in_turn(question: str, names: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The question of each of several days (7月和8月先后开了哪两场会)."""
    found = _IN_TURN.search(question)
    if found is None:
        return ()
    marked = _SO_MANY.sub("", f"{question[: found.start()]}分别{question[found.end() :]}")
    clauses = _CLAUSE.split(question[: found.start()])
    days = [k for k, clause in enumerate(clauses) if len(_DATED.findall(clause)) > 1]
    return _parted(marked, names, days[-1]) if days else ()


def _without_comparing(question: str) -> str:
    """谁的党龄更长，各多少年 as 的党龄分别多少年; what differs is what each is."""
    question = _DIFFERENT.sub("是什么", question)
    found = _MORE.search(question)
    if found is None:
        return question
    each = _EACH.search(question, found.end())
    asked = question[each.end() :] if each else _comparatives()[found["how"]] + question[found.end() :]
    return f"{question[: found.start()]}分别{found['whose'] or ''}{found['what']}{asked}"


def _parted(question: str, names: Sequence[Sequence[str]], clause: int | None = None) -> tuple[str, ...]:
    """The question parted at the sides that the last clause joining any holds, or those of a certain clause."""
    each = _EACH.search(question)
    if each is None:
        return ()
    clauses = _CLAUSE.split(question[: each.start()])
    behind = _EACH.sub("", question[each.end() :])
    whole = [n for kind in names for n in kind]
    joining = (k for k in reversed(range(len(clauses))) if len(_split(clauses[k], whole)) > 1)
    at = clause if clause is not None else next(joining, None)
    if at is None:
        return ()
    before = "".join(c + "，" for c in clauses[:at])
    between = "，".join(_ALL_OF_THEM.sub("", c) for c in clauses[at + 1 :])
    items, common = _common(_split(clauses[at], whole), names)
    tail = f"{common}{'，' if between else ''}{between}{behind}"
    return tuple(before + item + tail for item in items) if all(len(i) >= SHORTEST for i in items) else ()


def _split(clause: str, names: Sequence[str]) -> list[str]:
    """The sides that are joined in a clause, none of them cut within a name."""
    held = [m.span() for n in names for m in re.finditer(re.escape(n), clause)]
    cuts = [m for m in _JOINED.finditer(clause) if not any(s <= m.start() < e for s, e in held)]
    starts = [0, *(m.end() for m in cuts)]
    ends = [*(m.start() for m in cuts), len(clause)]
    return [clause[s:e] for s, e in zip(starts, ends, strict=True)]


def _common(items: list[str], names: Sequence[Sequence[str]]) -> tuple[list[str], str]:
    """The sides, each with what is said of all before the first, and what is said of all behind the last."""
    items, common = _said_behind(items, names)
    alike = _alike(items, names)
    if alike is not None:
        month = _MONTH.search(items[0])
        lead = [month.group() if month and _DAY.match(i) else "" for i in items[1:]]
        return [items[0], *(alike + m + i for m, i in zip(lead, items[1:], strict=True))], common
    own = _OWN.match(items[0])
    placed = any("的" in i or i.startswith(tuple(n for kind in names for n in kind)) for i in items[1:])
    if own and not placed:
        items = [items[0], *(own["own"] + i for i in items[1:])]
    return items, common


def _said_behind(items: list[str], names: Sequence[Sequence[str]]) -> tuple[list[str], str]:
    """The sides without what stands behind the last and is said of all, and that."""
    *others, last = items
    quoted = _QUOTED_END.search(last)
    if found := _COUNTER.search(last) or _TOGETHER.search(last):
        return [*others, last[: found.start()]], last[found.end() :]
    if quoted and quoted.group().startswith("的") and items[0].endswith(tuple(n for kind in names[:2] for n in kind)):
        return [*others, last[: quoted.start()]], quoted.group()
    if ending := _shared_ending(items[0], last):
        end = last.index(ending) + len(ending)
        return [*others, last[:end]], last[end:]
    for kind in names:
        name = max((n for n in kind if last.startswith(n)), key=len, default="")
        if name and items[0].endswith(tuple(kind)):
            return [*others, name], last[len(name) :]
    return items, ""


def _alike(items: Sequence[str], names: Sequence[Sequence[str]]) -> str | None:
    """What stands before the name at the end of the first side, where the others are names of its kind; None if not."""
    for kind in names:
        name = max((n for n in kind if items[0].endswith(n)), key=len, default="")
        if name and all(i in kind for i in items[1:]):
            return _SINCE.sub("", items[0].removesuffix(name))
    return None


def _shared_ending(first: str, last: str) -> str:
    """The longest ending of the first side that the last one holds as well."""
    return next((first[k:] for k in range(len(first) - SHORTEST + 1) if first[k:] in last), "")


@lru_cache(maxsize=1)
def _comparatives() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("comparatives.tsv")}
