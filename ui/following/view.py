"""What following the folder of pages has decided, what is in the bin, and what is wrong, as HTML."""

from __future__ import annotations

from pathlib import Path

from rag import Language
from ui.following.diary import FILE, Decision, Entry
from ui.following.follower import Standing
from ui.present.escape import escaped
from ui.present.nothing import problem
from ui.present.places import called
from ui.present.reasons import own_line, reason
from ui.present.remaining import time_left
from ui.strings import say


def followed_html(language: Language, standing: Standing, folder: Path, may_edit: bool) -> str:
    """The section of the tab; `may_edit` offers to keep what is in the bin."""
    hint = say(language, "following.hint", folder=called(folder), log=FILE)
    return (
        f'<section class="followed" aria-labelledby="followed-heading"><h2 id="followed-heading">'
        f'{say(language, "following.title")}</h2><p class="hint">{escaped(hint)}</p>'
        f"{_trouble(language, standing.trouble)}{_bin(language, standing, may_edit)}"
        f"{_decisions(language, standing.decisions)}</section>"
    )


def _trouble(language: Language, line: str) -> str:
    if not line:
        return ""
    return problem(language, "following.trouble", line)


def _bin(language: Language, standing: Standing, may_edit: bool) -> str:
    if not standing.bin:
        return ""
    rows = "".join(
        _binned(language, name, left, may_edit) for name, left in sorted(standing.bin.items(), key=lambda b: b[1])
    )
    return f'<h3>{say(language, "following.bin")}</h3><p class="hint">{say(language, "following.bin_hint")}</p><ul class="bin">{rows}</ul>'


def _binned(language: Language, name: str, left: float, may_edit: bool) -> str:
    keep = f'<button type="button" data-keep="{escaped(name)}">{say(language, "following.keep")}</button>'
    return f'<li><span class="given">{escaped(name)}</span> <span class="hint">{time_left(language, left)}</span> {keep if may_edit else ""}</li>'


def _decisions(language: Language, decisions: tuple[Entry, ...]) -> str:
    if not decisions:
        return f'<p class="hint">{say(language, "following.none")}</p>'
    heads = "".join(
        f'<th scope="col">{say(language, key)}</th>' for key in ("pages.file", "following.decision", "pages.reason")
    )
    rows = "".join(_row(language, entry) for entry in decisions)
    return (
        f'<details><summary>{say(language, "following.last", n=len(decisions))}</summary><table class="fates">'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></details>"
    )


def _row(language: Language, entry: Entry) -> str:
    kind = "failed" if entry.decision in (Decision.FAILED, Decision.PROBLEM) else "skipped"
    words = reason(language, entry.why)
    own = own_line(language, entry.why, words)
    decision = say(language, f"following.{entry.decision.name.lower()}")
    return (
        f'<tr data-kind="{kind}"><th scope="row"><span class="given">{escaped(entry.name)}</span>'
        f'<time class="own">{escaped(entry.at[:19])}</time></th><td class="outcome">{decision}</td>'
        f'<td class="why">{f"{escaped(words)} {own}".strip()}</td></tr>'
    )
