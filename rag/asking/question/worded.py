"""What the wording of a question holds, whatever index is asked: read once, so that nobody has to read the question again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.asked import Language, Wording
from rag.asking.matching.ordinals import ordinals
from rag.asking.matching.stretches import stretches
from rag.asking.matching.sums import sums, without_sums
from rag.asking.matching.titled import GROUPS
from rag.asking.question.attributes import told
from rag.asking.question.bound import bound, called
from rag.asking.question.counted import counted
from rag.asking.question.milestones import milestones
from rag.asking.question.posts import posts_in
from rag.asking.question.rivals import rivals
from rag.asking.question.sought import sought
from rag.asking.question.things import thing
from rag.asking.question.unlisted import foreign, unlisted
from rag.mentions import times
from rag.tables import any_of, rows
from rag.text import has_han
from rag.time import number

_POINTS = re.compile(
    r"哪([两三四五六七八九十])[位名]|哪([三四五六七八九十])[条个项种点方面大类位名家样件块步]|(?<!第)([两三四五六七八九十])[条个项点种方大][面类]?[^，。？]{0,6}(?:分别)?(?:是|有)(?:什么|哪些|啥)"
)
_MEETING = ("慰问", "看望", "走访", "探望", "会见", "接见", "采访", "表彰", "感谢", "祝贺", "帮助", "资助", "问候")
"""Verbs behind which stands whom somebody met."""
_WHITHER = re.compile(rf"(?:去|到|来)[过了]?([一-鿿]{{2,6}}?)(?:了?[吗么没]|了|{any_of('visits')}|看望|[？?]|$)")
_TITLE = re.compile(r"《([^》]{2,40})》")
_ASKED_FOR = (
    r"哪[一二两三四五六几些]?[个位名]*[^，。]{{0,4}}?{0}|{0}(?:是谁|的?是哪一?[位个]|是哪些|叫|的?姓名|的?名字|有谁|有哪)"
    r"|(?:谁|哪[位个])(?:就?是|当选|当上|担任|出任|接任|升任|被任命为|被选为)[^，。]{{0,8}}?{0}"
)

_RANKS = re.compile(
    rf"({any_of('bodies_asked', 'asking_cues.tsv')})"
    r"(?:(?:里|上|的)?(?:哪[一两三四几些]*[位个名]?|那位|这位)?(?:[^，。？]{0,2}?)(?:领导|负责人|一把手|主要领导)|(?:那边|方面|那头)[^，。？]{0,4}?(?:谁|哪))"
)
"""Of what body somebody is a leader who is asked for."""


def worded(
    question: str, language: Language, offices: Sequence[str] = (), romanised: Sequence[str] = (), untimed: str = ""
) -> Wording:
    """All of it; `offices` are those that the question names, `romanised` its names in pinyin that nothing answers to,
    `untimed` what it says besides times."""
    english = language is Language.EN
    return Wording(
        sought=sought(question, language, romanised),
        thing=thing(question),
        told=told(question),
        points=_points(question),
        whom=_whom(question),
        whither=tuple(m[1] for m in _WHITHER.finditer(question)),
        offices=tuple(o for o in offices if _is_asked_for(o, question)),
        posts=() if english else posts_in(question, offices),
        ordinals=ordinals(question),
        sums=sums(untimed or question),
        festivals=tuple(name for name, *_ in rows("festivals.tsv") if name in question),
        stretches=stretches(times(question)),
        foreign=foreign(question) if english else (),
        unlisted=unlisted(without_sums(untimed or question)) if english else (),
        bound=bound(untimed or question),
        called=called(question),
        milestones=milestones(question),
        titles=tuple(_TITLE.findall(question)),
        ranks=tuple(m[1] for m in _RANKS.finditer(question)),
        rivals=rivals(question, language),
        counted=counted(untimed or question),
    )


def _points(question: str) -> int:
    """Separators a sentence must have that strings together as many things as are asked for."""
    asked = _POINTS.search(question)
    return number(asked[1] or asked[2] or asked[3]) - 1 if asked else 0


def _whom(question: str) -> tuple[str, ...]:
    """The verb of meeting that the question writes; all of them for a question without any Chinese."""
    asked = re.search("|".join(_MEETING), question)
    return (asked[0],) if asked else () if has_han(question) else _MEETING


def _is_asked_for(office: str, question: str) -> bool:
    """Whether an office is asked for (哪位副市长, 副市长是谁), not given with somebody's name."""
    return not office.endswith(GROUPS) and re.search(_ASKED_FOR.format(re.escape(office)), question) is not None
