"""The way to the file that a page was read of, and a line where it is another one by now."""

from __future__ import annotations

from rag import Language
from ui.keeping.original import Original
from ui.originals import original_link
from ui.present.escape import escaped
from ui.strings import say


def original_html(language: Language, found: Original | None) -> str:
    """A link that fetches the file; nothing of a page whose file is not kept.

    It opens beside the page: what is fetched leaves nothing there, and what cannot be fetched is told there in a line.
    """
    if found is None:
        return ""
    link, label = escaped(original_link(found.page)), escaped(say(language, "original.link_to", name=found.page))
    changed = f' <span class="changed">{say(language, "original.changed")}</span>' if found.changed else ""
    return (
        f'<a class="original" href="{link}" target="_blank" rel="noopener" aria-label="{label}">'
        f"{say(language, 'original.link')}</a>{changed}"
    )
