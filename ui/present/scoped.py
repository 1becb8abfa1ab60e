"""Where alone an answer was looked for, as a line; and what is chosen before asking, as buttons that take it off."""

from __future__ import annotations

from collections.abc import Iterator

from rag import Language, Scope, scope_parts
from ui.present.escape import escaped
from ui.strings import say


def scope_line(language: Language, scope: Scope) -> str:
    """The line as text; empty where everything was searched."""
    parts = " · ".join(scope_parts(scope, language))
    return say(language, "within.asked", scope=parts) if parts else ""


def scope_html(language: Language, scope: Scope) -> str:
    """The same as a paragraph."""
    parts = " · ".join(html for _, html in _parts(language, scope))
    return f'<p class="note within">{say(language, "within.asked", scope=parts)}</p>' if parts else ""


def chips(language: Language, scope: Scope) -> str:
    """A button for each part, and where there are several one for all; `data-off` names what goes, all of it for nothing."""
    each = [(name, f"{html}{_off(language)}") for name, html in _parts(language, scope)]
    if len(each) > 1:
        each.append(("", say(language, "within.all_off")))
    return "".join(f'<button type="button" class="chip" data-off="{name}">{html}</button>' for name, html in each)


def _off(language: Language) -> str:
    return f'<span class="unseen">{say(language, "within.off")}</span><span aria-hidden="true"> ×</span>'


def _parts(language: Language, scope: Scope) -> Iterator[tuple[str, str]]:
    """What each part is called in the page, and the part as HTML; names of papers and pages are nobody's to translate."""
    named = (
        ("newspaper", Scope(newspaper=scope.newspaper), ' lang="zh"'),
        ("period", Scope(since=scope.since, until=scope.until), ""),
        ("pages", Scope(pages=scope.pages), ' translate="no"' if len(scope.pages) == 1 else ""),
    )
    for name, one, marked in named:
        for part in scope_parts(one, language):
            yield name, f"<span{marked}>{escaped(part)}</span>"
