"""From what was found to an answer, or to a refusal that says what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.answered import Answer, Citation, HeadKind, Verdict
from rag.asked import EVERYTHING, Asks, Cue, Frame, Scope
from rag.asking.answers.facts import answers_best
from rag.asking.answers.finding import Finding
from rag.asking.answers.heads import answering_people, person
from rag.asking.answers.together import shared
from rag.asking.constraints.lack import NOT_OF_THE_PAGES
from rag.asking.matching.dating import article_day
from rag.asking.matching.namesakes import unclear
from rag.asking.matching.years import counted, whole_year, year_meant
from rag.asking.retrieval.judge import Judged
from rag.asking.writing.draft import Claim, Source, Stated, citation, render
from rag.asking.writing.phrases import AND, BESIDES, phrase
from rag.asking.writing.readings import as_counted, as_printed, reading_of
from rag.asking.writing.refusal import Printed, refusal
from rag.records import PassageKind, Person

NEAREST = 3
"""Passages shown with a refusal."""


def composed(query: Frame, findings: Sequence[Finding], printed: Printed, scope: Scope = EVERYTHING) -> Answer:
    """The answer in the way its kind of question wants it; partial where only some parts of it are told.

    `printed` says whether anything that was searched prints some words: a refusal denies nothing else. `scope` is what
    alone was searched.
    """
    told = [f for f in findings if f.tells]
    if not told:
        return _abstention(query, findings[0], printed, scope)
    readings = [*_corrections(query), *_readings(query), *_as_printed(query, told)]
    claims = [*readings, *_common(query, told), *(c for f in told for c in f.claims)]
    several = [claim for f in told for claim in _several(f.query)]
    if several:  # nothing is stated in its own right of somebody who may be two people
        claims = [replace(claim, states=()) for claim in claims]
    claims += [*(claim for f in told for claim in _uncertain(f)), *several]
    rendered = render(dict.fromkeys(claims))
    lacking = next((f for f in findings if not f.tells), None)
    missing = _missing(query, lacking, printed, scope) if lacking else ""
    return Answer(
        verdict=Verdict.PARTIAL if lacking else Verdict.ANSWERED,
        text=f"{rendered.text}\n{missing}".strip(),
        query=query,
        citations=rendered.citations,
        heads=rendered.heads,
        missing=missing,
        subjects=_subjects(query, told),
        scope=scope,
    )


def _common(query: Frame, told: Sequence[Finding]) -> list[Claim]:
    """Who stands in the sentences of every part, where the question asks who and each part is told by an article of its own:
    within one article the same people stand in many sentences."""
    if len(told) < 2 or query.asks not in (Asks.WHO, Asks.LIST) or any(Cue.SEVERAL in f.query.cues for f in told):
        return []
    best = [answers_best(f.query, f.judged) for f in told if f.judged]
    if len({j.candidate.key for j in best}) < len(best):
        return []
    known = (*query.people, *query.excluded)
    names = shared([[n for n in j.candidate.actors if n in j.passage.text] for j in best], known)
    sources = tuple(Source(j.passage, j.candidate) for j in best)
    return [Claim(person(Person(n), query.language), sources, states=(Stated(n, HeadKind.PERSON),)) for n in names]


def _subjects(query: Frame, told: Sequence[Finding]) -> tuple[str, ...]:
    return query.people or tuple(
        p.name for f in told if f.judged for p in answering_people(f.query, answers_best(f.query, f.judged))
    )


def _missing(query: Frame, finding: Finding, printed: Printed, scope: Scope) -> str:
    text = finding.judged[0].candidate.text if finding.judged else ""
    return refusal(finding.support, query.language, text, printed, scope)


def _abstention(query: Frame, finding: Finding, printed: Printed, scope: Scope) -> Answer:
    why = finding.support
    reason = "\n".join([_missing(query, finding, printed, scope), *(c.text for c in _readings(query))])
    near = () if why.lack in NOT_OF_THE_PAGES else nearest(finding.judged)
    return Answer(
        verdict=Verdict.ABSTAINED,
        text=reason,
        query=query,
        nearest=near,
        missing=why.about,
        reason=why.lack,
        scope=scope,
    )


def nearest(judged: Sequence[Judged]) -> tuple[Citation, ...]:
    """The passages that came nearest, as citations of nothing."""
    near = [j for j in judged if j.passage.kind is PassageKind.SENTENCE][:NEAREST]
    return tuple(citation(Source(j.passage, j.candidate), n) for n, j in enumerate(near, start=1))


def _readings(query: Frame) -> list[Claim]:
    return [Claim(reading_of(query, period)) for period in query.reckoned]


def _as_printed(query: Frame, told: Sequence[Finding]) -> list[Claim]:
    """How each year told by its distance (去年) was read; nothing where the reports mean the year that is meant from the newest
    page as well."""
    sources = [s for f in told for c in f.claims for s in c.sources]
    read = (_year_read(query, year, sources) for year in query.as_printed)
    return [Claim(text) for text in read if text]


def _year_read(query: Frame, year: str, sources: Sequence[Source]) -> str:
    """By those that are quoted and say it themselves, else as it was counted."""
    meant = [year_meant(year, s.candidate) for s in sources]
    if all(y == counted(year, query.newest) != "" for y in meant):
        return ""
    if saying := [s for s in sources if year in s.passage.text]:
        return as_printed(query, year, _days(saying))
    if query.newest:
        return reading_of(query, replace(whole_year(counted(year, query.newest)), printed=year))
    return as_counted(query, year, _days(sources), max(meant, default=""))


def _days(sources: Sequence[Source]) -> list[str]:
    """When the reports appeared, else of what day they are; those of which neither is known left out."""
    days = (s.candidate.reading.issued or article_day(s.candidate) or "" for s in sources)
    return [day for day in days if day[:1].isdigit()]


def _uncertain(f: Finding) -> list[Claim]:
    """That nobody knows whether the report is of the time asked about, where it is told without a day."""
    if not f.judged or not f.query.periods or f.query.asks in (Asks.TIMELINE, Asks.ROLE, Asks.COUNT):
        return []
    if answers_best(f.query, f.judged).features.date != 0:
        return []
    return [Claim(phrase("undated_report", f.query.language, period=f.query.periods[0].printed))]


def _several(query: Frame) -> list[Claim]:
    """That a name may be that of several people, where nothing in the question says whose it is."""
    language = query.language
    told = (
        (name, BESIDES[language].join(AND[language].join(group) for group in groups)) for name, groups in unclear(query)
    )
    return [Claim(phrase("namesakes", language, who=name, offices=offices)) for name, offices in told]


def _corrections(query: Frame) -> list[Claim]:
    return [Claim(phrase("corrected", query.language, given=c.given, meant=c.meant)) for c in query.corrections]
