"""Names and terms of a quotation in English, under the quotation: marked as a rendering, beside the words it is of."""

from __future__ import annotations

from collections.abc import Iterable

from rag import Gloss, GlossKind, Language
from ui.present.escape import escaped
from ui.strings import say


def gloss_line(language: Language, glosses: Iterable[Gloss]) -> str:
    """Each term as printed and as rendered; nothing for a reader of Chinese, or where there is nothing to gloss."""
    if language is Language.ZH:
        return ""
    items = "".join(_item(language, gloss) for gloss in glosses)
    label = say(language, "gloss.label")
    return f'<div class="gloss" role="note"><p>{label}</p><ul>{items}</ul></div>' if items else ""


def gloss_words(language: Language, glosses: Iterable[Gloss]) -> str:
    """The same as one line of text, for files."""
    if language is Language.ZH:
        return ""
    told = "; ".join(_words(language, gloss) for gloss in glosses)
    return f"{say(language, 'gloss.label')}: {told}" if told else ""


def _words(language: Language, gloss: Gloss) -> str:
    how = f" ({say(language, 'gloss.by_sound')})" if gloss.by_sound else ""
    return f"{gloss.printed} {gloss.rendered}{how}"


def _item(language: Language, gloss: Gloss) -> str:
    read = f"<em>{escaped(gloss.rendered)}</em>" if gloss.by_sound else escaped(gloss.rendered)
    how = f" <small>({say(language, 'gloss.by_sound')})</small>" if gloss.by_sound else ""
    return f'<li data-kind="{GlossKind(gloss.kind)}"><span lang="zh">{escaped(gloss.printed)}</span> {read}{how}</li>'
