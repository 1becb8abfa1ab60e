"""What a question binds to the letter: a stage, a prize, a place in a list, a school by its number, whoever is asked for by
name."""

from __future__ import annotations

import re

from rag.asked import Rival
from rag.tables import any_of
from rag.time import number

_NUMERALS = "一二三四五六七八九十"
_STAGE = re.compile(rf"(?<![第分共])([{_NUMERALS}])(期|标段|等奖)(?!会议|全会)")
_IN_LIST = re.compile(rf"第([{_NUMERALS}])([项步条点])")
_NUMBERED = re.compile(rf"第([{_NUMERALS}]+)({any_of('numbered', 'asking_cues.tsv')})")
_FIRST = {"期": ("首期",), "标段": (), "等奖": ()}
_CALLED = re.compile(
    r"([一-鿿](?:[人长手员夫妻儿女师生者工兵徒]|嫌疑人|负责人))(?:的|都|分别|各)?(?:叫(?:什么|啥)|姓甚名谁|的?(?:姓名|名字))"
)
LONGEST = 4
"""Characters of a word for what somebody is (嫌疑人, 负责人)."""


def bound(question: str) -> tuple[tuple[str, ...], ...]:
    """For each stage, prize and place in a list the wordings one of which the article must print, that of the question first."""
    numbered = ((m[0], f"{m[1]}{m[2][0]}") for m in _NUMBERED.finditer(question))
    return (*map(_stage, _STAGE.finditer(question)), *map(_in_list, _IN_LIST.finditer(question)), *numbered)


def stages(question: str) -> tuple[Rival, ...]:
    """Each stage and prize that the question names, told from the others of its kind; none where it names several."""
    found = list(_STAGE.finditer(question))
    return tuple(
        Rival(m[2], m[0], "|".join(_stage(m)), rf"(?<![第分共\d])(?:[{_NUMERALS}]|\d){m[2]}(?!会议|全会)")
        for m in found
        if [other[2] for other in found].count(m[2]) == 1
    )


def called(question: str) -> tuple[str, ...]:
    """What somebody is whose name is asked for (枪手叫什么名字), from the longest reading to the shortest."""
    asked = _CALLED.search(question)
    if asked is None:
        return ()
    run = question[max(asked.end(1) - LONGEST, 0) : asked.end(1)]
    return tuple(run[i:] for i in range(len(run) - 1))


def _stage(found: re.Match[str]) -> tuple[str, ...]:
    numeral, unit = found[1], found[2]
    digit = str(number(numeral))
    return (found[0], f"{digit}{unit}", *(_FIRST[unit] if numeral == "一" else ()))


def _in_list(found: re.Match[str]) -> tuple[str, ...]:
    numeral = found[1]
    digit = str(number(numeral))
    return (found[0], f"第{numeral}", f"{numeral}是", f"{numeral}要", f"{numeral}、", f"{digit}.", f"（{numeral}）")
