"""What each way of searching found for a question, side by side."""

from __future__ import annotations

from rag import Hit, Language, Leg, Lookup, Rank
from ui.links import article_link
from ui.localised import token
from ui.present.escape import escaped
from ui.present.fields import days, field
from ui.present.scoped import scope_html
from ui.present.understood import understood
from ui.strings import say, table

LIMITS = (10, 20, 50)
"""Rows of each table that can be asked for."""

DIGITS = 4
"""Digits of a score, behind the point where it is below 1: enough to tell neighbours apart in every leg's unit."""


def lookup_tab() -> str:
    """The test as it is served, folded: the question, and where what was found will stand. Its words are tokens."""
    limits = "".join(f'<option value="{n}">{n}</option>' for n in LIMITS)
    return (
        f"<details><summary>{token('lookup.heading')}</summary>"
        f'<p class="lead">{token("lookup.lead")}</p><form aria-label="{token("lookup.heading")}">'
        f'<p class="question"><label class="unseen" for="lookup-question">{token("lookup.question")}</label>'
        f'<input type="search" id="lookup-question" name="question" placeholder="{token("lookup.hint")}" '
        f'autocomplete="off" enterkeyhint="search"><button class="go">{token("lookup.button")}</button></p>'
        f'<p class="limit"><label for="lookup-limit">{token("lookup.limit")}</label>'
        f'<select id="lookup-limit" name="limit">{limits}</select></p>'
        f'<p class="history"><label for="lookup-history">{token("lookup.history")}</label>'
        f'<textarea id="lookup-history" name="history" rows="1"></textarea></p>{_within()}</form>'
        f'<div data-part="found" aria-live="polite" data-pending="{token("lookup.pending")}"></div>'
        f'<div class="problem" role="alert" data-unreachable hidden><p>{token("lookup.unreachable")}</p></div></details>'
    )


def _within() -> str:
    """What may be chosen to look in, folded, as it is for a question that is asked."""
    return (
        f'<details class="within"><summary>{token("within.heading")}</summary>'
        f'<div class="fields">{field("lookup", "newspaper", "events.paper", "search")}{days("lookup")}</div>'
        f'<p class="pages"><label for="lookup-pages">{token("lookup.pages")}</label>'
        f'<textarea id="lookup-pages" name="pages" rows="1"></textarea></p></details>'
    )


def lookup_html(language: Language, found: Lookup) -> str:
    """What was understood, then a table for each leg."""
    took = say(language, "lookup.took", ms=_rounded(found.milliseconds))
    legs = "".join(_leg(language, leg) for leg in found.legs)
    return (
        f'<section class="understood">{scope_html(language, found.scope)}{understood(language, found.query)}<p class="hint">{took}</p></section>'
        f'<div class="legs">{legs}</div>'
    )


def _leg(language: Language, leg: Leg) -> str:
    facts = [say(language, "lookup.count", n=len(leg.hits))]
    if leg.milliseconds:
        facts.append(say(language, "lookup.took_leg", ms=_rounded(leg.milliseconds)))
    return (
        f'<section class="leg" data-leg="{escaped(leg.name)}"><h3>{_named(language, "lookup.leg", leg.name)} '
        f'<span class="hint">{" · ".join(facts)}</span></h3>'
        f'<p class="hint">{_named(language, "lookup.about", leg.name)}</p>{_table(language, leg)}</section>'
    )


def _table(language: Language, leg: Leg) -> str:
    if not leg.hits:
        return f'<p class="nothing">{say(language, "lookup.nothing")}</p>'
    rows = "".join(_row(language, leg.name, place, hit) for place, hit in enumerate(leg.hits, start=1))
    heads = "".join(
        f'<th scope="col" class="{name}">{say(language, f"lookup.{name}")}</th>'
        for name in ("rank", "score", "sentence")
    )
    caption = _named(language, "lookup.leg", leg.name)
    return f'<table><caption class="unseen">{caption}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def _row(language: Language, leg: str, place: int, hit: Hit) -> str:
    passage = hit.passage
    link = escaped(article_link(passage.page, passage.article, passage.spans))
    source = " · ".join(filter(None, (f"{passage.page}#{passage.article}", passage.date or "")))
    others = " · ".join(_rank(language, rank) for rank in hit.ranks) if leg in ("screened", "judged") else ""
    ranks = f'<span class="ranks">{others}</span>' if others else ""
    return (
        f'<tr data-passage="{passage.id}"><td class="rank">{place}</td>'
        f'<td class="score">{_score(hit.score)}</td><td class="sentence"><a href="{link}">'
        f'<span lang="zh">{escaped(passage.text)}</span></a><span class="from">{escaped(source)}</span>{ranks}</td></tr>'
    )


def _score(score: float) -> str:
    """As plain digits; what would be all noughts as so many times a power of ten."""
    if 0 < abs(score) < 10**-DIGITS:
        mantissa, _, power = f"{score:.1e}".partition("e")
        return f"{mantissa} × 10{str(int(power)).translate(_RAISED)}"
    return f"{score:.{DIGITS}f}" if abs(score) < 1 else f"{score:.{DIGITS}g}"


_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def _rank(language: Language, rank: Rank) -> str:
    return f"{_named(language, 'lookup.rank', rank.leg)} {rank.rank}"


def _named(language: Language, kind: str, name: str) -> str:
    """What readers call a leg; the library's own name for one that came later than these words."""
    key = f"{kind}.{name}"
    return say(language, key) if key in table() else escaped(name)


def _rounded(milliseconds: float) -> str:
    return f"{milliseconds:.0f}" if milliseconds >= DIGITS else f"{milliseconds:.1f}"
