"""Who wrote an article, as its first and last lines say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rag.reading.spaced import AS_SPACES
from rag.tables import any_of, rows

HEAD = 90
"""Characters of the opening in which the byline stands: 本报讯（记者…） follows the headline at once."""

TAIL = 60
"""Characters of the close in which it stands otherwise."""

_READER = rf"(?:{any_of('letter_writers')})(?=[ 　:：])"
"""Who signs a letter; without a space behind it 读者来信 would be signed by 来信."""
_ROLE = rf"(?:[一-龥]{{0,4}}(?:记者|記者)|通讯员|通訊員|实习生|特约撰稿人?|{_READER})"
_BRACKETED = re.compile(rf"[（(\[【]([^（）()\[\]【】]{{0,30}}?{_ROLE}[^（）()\[\]【】]{{1,60}})[）)\]】]")
_LINE = re.compile(
    rf"(?:^|[ 　■□●◆▲])((?:图文?|文|文/图)?[ 　/]{{0,8}}{_ROLE}[ 　:：/]{{0,8}}[一-龥·]{{2,8}}(?:[ 　]{{1,8}}(?:{_ROLE}[ 　]{{0,8}})?[一-龥·]{{2,4}}){{0,5}})[ 　]{{0,8}}(?:摄|文/?图|报道)?$"
)
_NAME = rf"(?!{any_of('reporters')})[一-龥]{{2,4}}?"
_NAMES = rf"{_NAME}(?:[ 　、,，/]{{1,3}}(?![一-龥]{{2,3}}报道){_NAME}){{0,5}}"
_RUN = re.compile(
    rf"(?:(?<![一-龥])[一-龥]{{1,8}})?(?P<names>(?:{any_of('reporters')}|作者(?=[ 　]{{0,2}}[:：]))[ 　:：丨|/]{{0,3}}{_NAMES}"
    rf"(?:[ 　、,，;；/]{{0,3}}(?:{any_of('reporters')})[ 　:：]{{0,3}}{_NAMES})?)"
    rf"(?=[\s　、，,。；;:：丨|┃/（）()\d]|$|{any_of('behind_reporters')}|记者|通讯员|实习生|在|摄|文|图)[ 　]{{0,2}}摄?"
)
"""Names in the run of a text, each to the first place where something else begins."""

_SIGNED = re.compile(r"[（(]([一-龥]{2,3}(?:[ 　、][一-龥]{2,3}){0,3})[）)]$")
_ROLES = re.compile(rf"{any_of('reporters')}|特约撰稿人?|作者|{_READER}")
_SPLIT = re.compile(rf"{_ROLE}|[^一-龥·]+")
_SPACED = re.compile(r"(?<![一-龥])([一-龥]) +([一-龥])(?![一-龥])")
_NOT_NAMES = re.compile(rf"(?:摄影?|[报网社台]|新闻|客户端)$|^(?:{any_of('no_reporters')}|文|图|摄)$")


def find_byline(paragraphs: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """(byline, names) of an article given as its paragraphs; both empty where nothing says who wrote it.

    The byline is verbatim but for spaces of other widths (记者姚天 通讯员叶海迪); a photographer's or a caption's line counts where there is no other.
    """
    if not paragraphs:
        return "", ()
    first, last = (paragraphs[k].translate(AS_SPACES).strip() for k in (0, -1))
    for found in (
        _BRACKETED.search(first[:HEAD]),
        _BRACKETED.search(last[-TAIL:]),
        _LINE.search(last[-TAIL:]),
        _LINE.search(first[:HEAD]),
    ):
        if found and (names := reporters(found[1])):
            return found[1].strip(), names
    signed = ((found[1], found[1]) for found in _SIGNED.finditer(last))
    running = ((m[0], m["names"]) for text in (last[-TAIL:], first[:HEAD]) for m in _RUN.finditer(text))
    for byline, part in (*signed, *running):
        names = reporters(part)
        if names and all(name[0] in _surnames() for name in names):
            return byline.strip(), names
    return "", ()


def by_role(byline: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(role, names) for each role that a byline tells, in order; the role is empty where it tells none."""
    roles = list(_ROLES.finditer(byline))
    ends = [*(m.start() for m in roles[1:]), len(byline)]
    told = [(m[0], reporters(byline[m.end() : end])) for m, end in zip(roles, ends, strict=True)] if roles else []
    return tuple(told) or (("", reporters(byline)),)


@cache
def _surnames() -> frozenset[str]:
    return frozenset(surname for surname, *_ in rows("surnames.tsv"))


def reporters(byline: str) -> tuple[str, ...]:
    """The names in a byline, in order and once each."""
    pieces = (piece.strip() for piece in _SPLIT.split(_SPACED.sub(r"\1\2", byline)))
    names = (p for p in pieces if 2 <= len(p) <= 12 and not _NOT_NAMES.search(p))
    return tuple(dict.fromkeys(names))
