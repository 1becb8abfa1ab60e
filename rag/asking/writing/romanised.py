"""Names of people in Latin letters."""

from __future__ import annotations


def romanised(name: str) -> str:
    """A Chinese name as English writes it: family name first, given name in one word (Chen Zhiyuan); of another tongue, each part in one word."""
    from pypinyin import Style, lazy_pinyin

    if "·" in name:
        return "·".join("".join(lazy_pinyin(part, style=Style.NORMAL)).capitalize() for part in name.split("·"))
    syllables = lazy_pinyin(name, style=Style.NORMAL)
    family = 2 if len(name) > 3 else 1
    return " ".join("".join(part).capitalize() for part in (syllables[:family], syllables[family:]) if part)
