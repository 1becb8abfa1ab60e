"""Clauses of a sentence, and the verbs of activity in one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rag.understanding.lexicon import Lexicon, Use, Verb

_MARKS = "，,；;。！？!?：:|｜丨\n"
_OPEN = dict(zip("“‘《（(【「", "”’》）)】」", strict=True))
_OPENER = re.compile(f"[{re.escape(''.join(_OPEN))}]")
_STOPS = re.compile(f"[{re.escape(_MARKS + ''.join(_OPEN) + ''.join(_OPEN.values()))}]")
_DATELINE = re.compile(r"^[^，,。]{0,40}?(?:讯|电|消息|报道)\s*(?:[（(][^）)]{0,60}[）)]|[:：，])\s*")
_CREDIT = re.compile(
    r"[^，,。：:“”；;]{1,24}?(?:供图|(?<=[ 　])图(?!书|片|像|为|纸|景)|摄(?!影|像|制|入|氏))[）)\s]*(?=[^，,。；;\s])"
)
"""Who took the picture beside a paragraph (张三 摄)."""

_LABEL = re.compile(r"\s*原标题[:：]\s*")
_SPACE = re.compile(r"\s+")
_NEWS = re.compile(
    r"\d{1,2}月\d{1,2}日|近日|日前|昨[天日]|今[天日]|连日来|为(?:进一步|深入|切实|了)|在[^，,。]{2,20}(?:来临|到来|之际|前夕)"
)
"""How a report begins behind the headline of a web page that nothing parts from it."""

LONGEST_HEADLINE = 60
SHORTEST_HEADLINE = 8
"""Characters of a headline repeated at an article's front; a shorter repetition is chance."""

_NO_PREDICATE = re.compile(
    r"过程|等(?:方式|形式|活动|环节|措施|多种|手段|服务)|小分队|小组|专班|实际|到位|组(?!织)|团(?!队)|站|队(?!伍)|员|人员|者|点(?!多)|所(?!有|在)|院|表(?!示|彰)|证|报告|中心|处(?!理|置)|室|制度|办法|机制|手册|清单|结果|名单"
    r"|[^，,。；]{0,20}的(?:制度|机制|做法|惯例)(?:已|得到|被|逐步)"
    r"|[^，,。；]{0,16}?重要(?:讲话|指示|批示|论述|回信)|[^，,。；]{0,12}(?:的(?:部署|工作)?要求|(?:讲话|指示|批示)精神)|(?:工作)?(?:座谈|汇报|反馈|动员|推进|部署|总结|协调|调度|现场|专题)?会(?![见谈同商晤])|工作法|车|台账|记录|经验|成果|体会|日记|笔记|手记|行程|路线|达人|力度|频次|演出|晚会|大?礼包|礼品|物品|品|金|资金|信(?!访|息)|物资|对象|(?:过程|工作|活动|行动)?(?:中|时|后|期间|结束后?|之余|之前|前)(?:，|,|$|了解|[一-鿿]{0,3}[指强要说表希])|下"
)
_NOUN_BEHIND = re.compile(r"仪式|现场|会(?![见谈同商晤])|典礼|大会|活动|提案|征集|答复|的|后(?=，|,|$)")
_NOUNS_BEFORE = (
    "的",
    "大",
    "隐患",
    "风险",
    "巡回",
    "听取",
    "根据",
    "按照",
    "有关",
    "相关",
    "工作",
    "本次",
    "此次",
    "这次",
    "据",
    "接受",
    "配合",
    "加强",
    "强化",
)
_WEAK = {
    "说": re.compile(r"(?<![诉述解传据听小演])说(?!明|法|服|话|理|唱|教)"),
    "到": re.compile(
        r"(?<![达得遇受感看听找想收提做办直做拿送回接赶来走学用谈说碰调])(?<![投加融介]入)到(?!位|底|期|达|账|岗|场|来|访|户|家|人)"
    ),
    "了解": re.compile(r"(?<!据)了解(?!到|，)"),
    "座谈": re.compile(r"座谈(?!会)"),
    "介绍": re.compile(r"(?<!听取)(?<!情况)(?<!取了)(?<!听)(?<!的)介绍(?!了?人|信)"),
    "要求": re.compile(
        r"(?<!部署)(?<!指示)(?<!批示)(?<!安排)(?<!工作)(?<!相关)(?<!有关)(?<!的)(?<!总)(?<!新)(?<!高)(?<!按)(?<!精神)要求(?!和|进行|部署|，[以把])"
    ),
    "研究": re.compile(r"(?<!科学)(?<!的)研究(?!院|所|生|员|中心|会|室|成果)"),
    "深入": re.compile(
        r"深入(?!推进|贯彻|学习|开展|实施|了解|落实|人心|践行|交流|研究|领会|细致|基层一线|打造|分析|查找|挖掘|整治|浅出)"
    ),
    "成立": re.compile(r"成立(?!于|的|[\d一二三四五六七八九十百]+周年|以来|之初|后)"),
    "启动": re.compile(r"启动(?!仪式|会|后|键|的)"),
    "号召": re.compile(r"(?<!响应)号召(?!力|，)"),
    "排查": re.compile(r"排查(?!整治|出)"),
    "陪同": re.compile(r"陪同(?!下|人员|的)"),
    "查看": re.compile(r"查看(?!更多)"),
    "督察": re.compile(r"督察(?!长|员)"),
    "到访": re.compile(r"(?<!的)到访(?!者)"),
    "莅临": re.compile(r"(?<!的)莅临"),
    "参会": re.compile(r"参会(?!人员|者|嘉宾|代表|企业|单位|领导)"),
    "与会": re.compile(r"与会(?!人员|者|嘉宾|代表|企业|单位|领导|专家)"),
    "在座": re.compile(r"在座(?!谈|的|各)"),
    "会见": re.compile(r"会见(?!时|后|前|结束|律师|当事人|室|厅)"),
    "主持": re.compile(r"主持(?!人)"),
}


_GUEST = re.compile(
    r"(?:与|同|和|会见了?|接见了?|会晤了?|邀请|陪同)((?:正在|专程|应邀|远道)?(?:前来|来|赴|到|在|出席|参加|考察|调研)[^，,。；;]{0,24}的)$"
)
_OCCASION = re.compile(r"(?:过程|活动)?(?:中|时|后|期间|之余|结束)")
"""Behind a meeting, what makes it the time at which something else was done (座谈中，…)."""

_FURTHERED = re.compile(r"(?:加强|强化|做好|抓好|健全|完善)(?:对[^，,。；;]{1,20}|[一-鿿]{0,4})$")
"""Before a verb, what makes it work that was furthered (加强险情排查)."""

_COMING = re.compile(r"(?<!到)(?:前来|来访|来[一-鿿]{0,3})$")
_WANTED = re.compile(r"(?:欢迎|邀请|诚邀|期待|希望|感谢|祝贺)[^，,。；;]{0,40}$")
_OF_SOMEBODY = re.compile(
    r"(?:指导|工作|检查|交流)?的(?=[^，,。]{0,16}(?:领导|干部|人员|嘉宾|客人|代表|专家|一行|团|组|同志))"
)
_COMFORT = re.compile(r"(?:表示|表达)了?[^，,。；;]{0,20}?(慰问)(?!信|电)")
"""Words of comfort are a visit, though 表示 is a verb of speech."""

_STOP = re.compile("[，,；;。！？!?：:]")
_DONE = frozenset({Use.ACT, Use.MEET, Use.SAY, Use.TELL})
_HOLDING = "开展"
_HELD = re.compile(r"(?:活动|行动|主题党日)$")
_LOOSE = ("到", "说", "深入")
_TAIL = re.compile(
    r"(?![^，。]*(?:宣传|演练|培训|竞赛|比赛))[^，。]{0,6}?(?:活动|工作|行动|座谈|整治|治理|服务|帮扶|交流)*"
)
"""What may stand behind the verb of such an object (检查工作, 走访慰问系列庆祝活动)."""

_LEADING = (Use.GO, Use.MOVE, Use.JOIN)
_COORDINATED = re.compile(r"(?:并|后|再|还|又|同时|以及|和|、|一一|现场|实地)[一-鿿]{0,2}$")


@dataclass(frozen=True, slots=True)
class Hit:
    """A verb of activity at `[start, end)` of the sentence."""

    verb: Verb
    start: int
    end: int


def dateline(text: str) -> int:
    """Where the news begins behind a headline repeated in it (原标题：…) and behind 本报讯（记者…）; 0 without them."""
    front = _repeated_headline(text)
    credit = _CREDIT.match(text, front)
    front = credit.end() if credit else front
    match = _DATELINE.match(text[front:])
    return front + match.end() if match else front


def _repeated_headline(text: str) -> int:
    """Where a headline ends that a web page left in the text, printed twice or parted by a space."""
    label = _LABEL.match(text)
    if label is None:
        return 0
    start = label.end()
    for size in range(min(LONGEST_HEADLINE, (len(text) - start) // 2), SHORTEST_HEADLINE, -1):
        title = text[start : start + size]
        again = text.find(title, start + size, start + 2 * size + 2)
        if again >= 0:
            return again + size
    space = _SPACE.search(text, start + SHORTEST_HEADLINE, start + LONGEST_HEADLINE)
    news = _NEWS.search(text, start + SHORTEST_HEADLINE, start + LONGEST_HEADLINE)
    return space.end() if space else news.start() if news else start


def clauses(text: str, names: Sequence[tuple[int, int]] = ()) -> Iterator[tuple[int, int]]:
    """Offsets of the clauses between ，；：。, not looking into quotations and brackets. A dateline is left out.

    A mark within one of `names`, a person with the offices before the name, parts nothing.
    """
    start = dateline(text)
    waiting = ""
    for match in _STOPS.finditer(text, start):
        char, at = match.group(), match.start()
        if waiting:
            waiting = "" if char == waiting else waiting
        elif char in _OPEN and not _left_open(text, at):
            waiting = _OPEN[char]
        elif char in _MARKS and not any(front < at < end for front, end in names):
            if at > start:
                yield start, at
            start = at + 1
    if start < len(text):
        yield start, len(text)


def verbs(text: str, start: int, end: int, names: Sequence[tuple[int, int]], lexicon: Lexicon) -> list[Hit]:
    """Verbs between two offsets that can be predicates: no part of a name (检查站), no noun (听取介绍).

    `names` are stretches of persons and their offices, in which no verb is looked for (秦强调研).
    """
    found: list[Hit] = []
    for left, right in _gaps(text, start, end, names):
        done = left
        for match in lexicon.patterns["verb"].finditer(text, left, right):
            verb = lexicon.verbs[match.group()]
            if match.start() < done:
                continue
            if verb.use is Use.LIGHT:
                hit = None if _quoted(text, start, match.start()) else _by_object(text, match, right, lexicon)
                found += [hit] if hit else []
                done = hit.end if hit else match.end()
            elif comfort := _COMFORT.match(text, match.start(), right):
                found.append(Hit(lexicon.verbs.get(comfort.group(1), verb), match.start(), comfort.end()))
            elif not _predicate(text, match.start(), match.end(), verb):
                if found and found[-1].end == match.start() and found[-1].verb.use is verb.use:
                    found.pop()
            elif not _quoted(text, start, match.start()):
                found.append(Hit(verb, match.start(), match.end()))
    return _without_objects(text, found)


def _by_object(text: str, light: re.Match[str], end: int, lexicon: Lexicon) -> Hit | None:
    """What is done where a verb says only that it is (开展安全生产大检查活动): told by its object, or nothing.

    What is held as a whole, an activity or a campaign, is an act of its own.
    """
    stop = _STOP.search(text, light.end(), end)
    last = stop.start() if stop else end
    inside = [m for m in lexicon.patterns["verb"].finditer(text, light.end(), last) if m.group() not in _LOOSE]
    for m in reversed(inside):
        verb = lexicon.verbs[m.group()]
        if verb.use in _DONE and _TAIL.fullmatch(text, m.end(), last):
            return Hit(verb, m.start(), m.end())
    held = light.group() == _HOLDING and _HELD.search(text[light.end() : last])
    return Hit(replace(lexicon.verbs[light.group()], use=Use.DO), light.start(), light.end()) if held else None


def _gaps(text: str, start: int, end: int, names: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches without names, and without what says of a guest why he is here (与来海州考察的董事长某某)."""
    for front, right in names:
        guest = _GUEST.search(text, start, front) if text[front - 1 : front] == "的" else None
        left = guest.start(1) if guest else front
        if start < right and left < end:
            if start < left:
                yield start, left
            start = right
    if start < end:
        yield start, end


def _without_objects(text: str, found: list[Hit]) -> list[Hit]:
    """Leave out verbs that are part of what another verb is about (听取督查情况汇报), unless joined by 并 or 后."""
    kept: list[Hit] = []
    for hit in found:
        last = kept[-1] if kept else None
        if last is None or not _nominal(last, hit) or _coordinated(text, last, hit):
            kept.append(hit)
    return kept


def _nominal(last: Hit, hit: Hit) -> bool:
    """Whether a verb can be part of another's object; what is to be done there is what one deliberates (研究到村走访的方案)."""
    if hit.verb.use in (Use.GO, Use.MOVE):
        return last.verb.use is Use.DO
    return hit.verb.use in (Use.ACT, Use.LOOK, Use.MEET) and last.verb.use not in _LEADING


def _coordinated(text: str, last: Hit, hit: Hit) -> bool:
    touching = hit.start - last.end < 2 and last.verb.use is not Use.DO
    return touching or _COORDINATED.search(text[last.end : hit.start]) is not None


def _predicate(text: str, start: int, end: int, verb: Verb) -> bool:
    weak = _WEAK.get(verb.word)
    if weak and not any(m.start() == start for m in weak.finditer(text, max(0, start - 6), end + 6)):
        return False
    if verb.use in (Use.ACT, Use.LOOK, Use.TELL) and _NO_PREDICATE.match(text, end):
        return False
    if verb.use is Use.MEET and _OCCASION.match(text, end):
        return False
    if verb.use in (Use.SAY, Use.TELL) and text[:start].endswith(("的", "重要")):
        return False
    if verb.use in (Use.DO, Use.CONVENE) and text.startswith("的", end):
        return False
    if verb.use in (Use.SAY, Use.DO) and not verb.asked and _NOUN_BEHIND.match(text, end):
        return False
    visitor = _COMING.search(text, 0, start) and _OF_SOMEBODY.match(text, end)
    wanted = verb.use not in (Use.SAY, Use.TELL) and _WANTED.search(text, 0, start)
    named = verb.use is Use.ACT and not text.startswith("了", end) and text[:start].endswith(_NOUNS_BEFORE)
    return not (visitor or wanted or named or (verb.use is Use.ACT and _FURTHERED.search(text, 0, start)))


def _left_open(text: str, at: int) -> bool:
    """Whether a bracket is never closed, as in captions; an open quotation goes on in the next sentence."""
    return text[at] in "（(" and _OPEN[text[at]] not in text[at:]


def _quoted(text: str, start: int, at: int) -> bool:
    before = text[start:at]
    if before[:1] in _OPEN and _left_open(text, start):
        return False
    return _OPENER.search(before) is not None and any(before.count(o) > before.count(c) for o, c in _OPEN.items())
