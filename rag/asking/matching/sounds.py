"""Whether a text sounds like a name that is written in pinyin."""

from __future__ import annotations

import re


def letters(word: str) -> str:
    """An English spelling of a word of a name as `pinyin` has it: no genitive, no apostrophe or space, ü however it is written."""
    joined = word.lower()
    joined = joined[:-2] if joined.endswith(("'s", "’s")) else joined
    return re.sub("[^a-z]", "", re.sub("^([ln])yu", r"\1v", joined))


def sound(name: str) -> str:
    """A name in characters as pinyin writes it, each character in its commonest reading."""
    from pypinyin import Style, lazy_pinyin

    return "".join(lazy_pinyin(name, style=Style.NORMAL))


def sounded(key: str, text: str) -> bool:
    """Whether consecutive characters of the text can be read as `key` (syllables together), with any of their readings.

    A character of several readings (长, 佛) is read each way: names often keep the rarer one.
    """
    from pypinyin import Style
    from pypinyin import pinyin as readings

    every = readings(list(text), style=Style.NORMAL, heteronym=True)
    return any(_reads(key, every, at) for at in range(len(every)))


def _reads(key: str, every: list[list[str]], at: int) -> bool:
    if not key:
        return True
    return at < len(every) and any(
        _reads(key[len(r) :], every, at + 1) for r in every[at] if r.isalpha() and key.startswith(r)
    )
