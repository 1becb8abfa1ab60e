"""How reading is going, and what became of each file, as HTML."""

from __future__ import annotations

from collections import Counter

from rag import Language, OutcomeKind
from ui.keeping.state import Fate, Job
from ui.present.escape import escaped
from ui.present.reasons import detail_line, own_line, reason
from ui.present.remaining import time_left
from ui.strings import say

SHOWN = 100
"""Rows of the outcomes; of thousands of files only the first are of interest, and those that failed come first."""

_FIRST = (
    OutcomeKind.FAILED,
    OutcomeKind.EMPTY,
    OutcomeKind.REPLACED,
    OutcomeKind.SKIPPED,
    OutcomeKind.ADDED,
    OutcomeKind.OTHER,
)


def job_html(language: Language, job: Job) -> str:
    """The run that is going on, or how the last one ended; nothing where there was none."""
    return _running(language, job) + _stopped(language, job) + _outcomes(language, job)


def _running(language: Language, job: Job) -> str:
    if not job.running:
        return ""
    step = say(language, "pages.step", done=job.done, total=job.total) if job.total else ""
    left = time_left(language, job.left) if job.stage else ""
    facts = " · ".join(filter(None, (say(language, f"pages.stage.{job.stage or 'beginning'}"), step, left)))
    return (
        f'<div class="running"><p class="stage" role="status">{escaped(facts)}</p>'
        f'<progress max="1" value="{job.share:.3f}" aria-label="{say(language, "pages.progress")}"></progress>'
        f'<p class="hint">{say(language, "pages.meanwhile")}</p></div>'
    )


def _stopped(language: Language, job: Job) -> str:
    """What ended the last run before its end, or files that arrived while nobody read them; and the way on."""
    if job.running or not (job.problem or job.waiting):
        return ""
    told = say(language, "pages.stopped") if job.problem else say(language, "pages.left_over", n=len(job.waiting))
    return (
        f'<div class="problem" role="alert"><p>{told}</p>{detail_line(language, job.problem)}'
        f'<button type="button" data-begin>{say(language, "pages.read_now")}</button></div>'
    )


def _outcomes(language: Language, job: Job) -> str:
    if not (job.fates or job.waiting or job.unchanged):
        return ""
    fates = sorted(job.fates, key=lambda fate: _FIRST.index(fate.kind))
    rows = [_fate(language, fate) for fate in fates] + [_waiting(language, name) for name in job.waiting]
    more = len(rows) - SHOWN
    rest = f'<p class="hint">{say(language, "pages.more", n=more)}</p>' if more > 0 else ""
    return f'<p class="counts" role="status">{_counts(language, job)}</p>{_table(language, rows[:SHOWN])}{rest}'


def _counts(language: Language, job: Job) -> str:
    counted = Counter(fate.kind for fate in job.fates)
    parts = [
        say(language, "pages.count", n=counted[kind], kind=say(language, f"pages.{kind}"))
        for kind in OutcomeKind
        if counted[kind]
    ]
    if job.unchanged:
        parts.append(say(language, "pages.unchanged", pages=say(language, "many.pages", n=job.unchanged)))
    nothing = "" if job.fates or job.running or job.waiting else f" {say(language, 'pages.nothing_new')}"
    return ("，" if language is Language.ZH else ", ").join(parts) + nothing


def _table(language: Language, rows: list[str]) -> str:
    if not rows:
        return ""
    heads = "".join(f'<th scope="col">{say(language, f"pages.{name}")}</th>' for name in ("file", "outcome", "reason"))
    return (
        f'<table class="fates"><caption class="unseen">{say(language, "pages.outcomes")}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )


def _fate(language: Language, fate: Fate) -> str:
    renamed = escaped(say(language, "pages.saved_as", name=fate.name)) if fate.name != fate.given else ""
    kept = f'<span class="renamed">{renamed}</span>' if renamed and fate.kind.is_page else ""
    return _row(fate.kind, _given(fate.given) + kept, say(language, f"pages.{fate.kind}"), _why(language, fate))


def _waiting(language: Language, name: str) -> str:
    return _row("waiting", _given(name), say(language, "pages.waiting"), "")


def _given(name: str) -> str:
    """A name as it was dropped; what of it finds no room is seen on pointing at it."""
    return f'<span class="given" title="{escaped(name)}">{escaped(name)}</span>'


def _row(kind: str, name: str, outcome: str, why: str) -> str:
    return (
        f'<tr data-kind="{kind}"><th scope="row">{name}</th><td class="outcome">{outcome}</td>'
        f'<td class="why">{why}</td></tr>'
    )


def _why(language: Language, fate: Fate) -> str:
    if fate.kind is OutcomeKind.SKIPPED and not fate.why:
        return say(language, "why.same_here")
    words = reason(language, fate.why)
    own = own_line(language, fate.why, words)
    return f"{escaped(words)} {own}".strip()
