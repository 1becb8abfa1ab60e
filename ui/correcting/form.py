"""The form: everything that was drawn from an article, each thing with what may be done about it, the page's text beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rag import (
    Activity,
    Event,
    Language,
    Listed,
    Page,
    Person,
    Reading,
    Spans,
    Thing,
    event_in_words,
    mark_of,
    overlap,
    sentences_of,
)
from ui.correcting.sent import sentence_of
from ui.links import Place
from ui.present.corrected import state
from ui.present.escape import escaped
from ui.present.marking import marked
from ui.strings import say

SHORT = 40
"""Characters of a paragraph or a headline by which it is chosen."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """An article, the others of its page, the corrections made on it, and the words that led to it."""

    reading: Reading
    others: tuple[Reading, ...] = ()
    made: tuple[Listed, ...] = ()
    place: Place | None = None


def form(language: Language, shown: Corrected, told: str = "", wrong: bool = False) -> str:
    """The inside of the dialog; `told` is what became of the last press."""
    role = "alert" if wrong else "status"
    said = f'<p class="told{" wrong" if wrong else ""}" role="{role}" tabindex="-1">{escaped(told)}</p>' if told else ""
    return (
        f'<header><h2 id="correcting-title" tabindex="-1">{say(language, "correcting.title")}</h2>'
        f'<button type="button" data-shut>{say(language, "evidence.close")}</button></header>'
        f'<p class="note">{say(language, "correcting.note")}</p>{said}'
        f'<div class="beside"><div class="things">{_events(language, shown)}{_people(language, shown.reading)}'
        f"{_places(language, shown.reading)}{_date(language, shown.reading)}{_headline(language, shown.reading)}"
        f"{_article(language, shown)}{_made(language, shown.made)}</div>{_text(language, shown)}</div>"
    )


def _section(language: Language, name: str, inside: str) -> str:
    if not inside:
        return ""
    return f"<section><h3>{say(language, f'correcting.{name}')}</h3>{inside}</section>"


def _thing(thing: Thing, inside: str, **data: str) -> str:
    own = "".join(f' data-{name}="{escaped(value)}"' for name, value in data.items())
    return f'<form class="thing" data-thing="{thing}"{own}>{inside}</form>'


def _field(language: Language, name: str, value: str, known: str = "", wide: bool = False) -> str:
    label = say(language, f"correcting.{known or name}")
    kind = ' class="wide"' if wide else ""
    return (
        f'<label{kind}>{label}<input type="text" name="{name}" lang="zh" autocomplete="off" value="{escaped(value)}">'
        "</label>"
    )


def _buttons(language: Language, *rulings: str) -> str:
    items = "".join(
        f'<button type="button" data-ruling="{ruling}">{say(language, f"correcting.{ruling}")}</button>'
        for ruling in rulings
    )
    return f'<p class="buttons">{items}</p>'


def _choice(language: Language, name: str, ruling: str, options: Iterable[tuple[str, str]]) -> str:
    """Something to choose and the button that acts on it; nothing where there is nothing to choose."""
    items = "".join(f'<option value="{escaped(value)}">{escaped(label)}</option>' for value, label in options)
    if not items:
        return ""
    label, act = say(language, f"correcting.{ruling}_{name}"), say(language, f"correcting.{ruling}")
    return (
        f'<details class="fold"><summary>{act}…</summary><p class="choice"><label>{label} '
        f'<select name="{name}" lang="zh">{items}</select></label> '
        f'<button type="button" data-ruling="{ruling}">{act}</button></p></details>'
    )


def _events(language: Language, shown: Corrected) -> str:
    events = shown.reading.understood.events
    told = "".join(_event(language, shown, event, events) for event in events)
    return _section(language, "events", told + _missed(language, shown))


def _missed(language: Language, shown: Corrected) -> str:
    """What says an event that was missed, and which sentence tells it: that of the words that led here, if any."""
    reading, cited = shown.reading, shown.place.spans if shown.place else ()
    groups = (*reading.article.title_spans, *reading.article.paragraphs)
    every = [spans for group in groups for spans in sentences_of(reading.page, group)]
    options = [(sentence_of(s), "".join(reading.page.text[p.start : p.end] for p in s)[:SHORT]) for s in every]
    meant = max(every, key=lambda spans: overlap(spans, cited), default=())
    blank = Event("", 0, 0, (), "", Activity.OTHER, when=reading.understood.when)
    chosen = sentence_of(meant) if overlap(meant, cited) else ""
    inside = f"{_select(language, 'sentence', options, chosen)}{_fieldset(language, blank)}{_buttons(language, 'add')}"
    summary = f"<summary>{say(language, 'correcting.missed')}</summary>"
    return f'<details class="fold missed">{summary}{_thing(Thing.EVENT, inside)}</details>'


def _event(language: Language, shown: Corrected, event: Event, events: Iterable[Event]) -> str:
    text = shown.reading.page.text
    others = [(mark_of(e), event_in_words(e)) for e in events if e is not event]
    cited = shown.place.spans if shown.place else ()
    opened = " open" if any(s.start < c.end and c.start < s.end for s in event.spans for c in cited) else ""
    inside = (
        f'<blockquote lang="zh">{marked(text, event.spans, ())}</blockquote>{_fieldset(language, event)}'
        f"{_buttons(language, 'confirm', 'mend', 'reject')}"
        f'<p class="buttons"><button type="button" data-part-in-two data-done="{say(language, "correcting.split")}">'
        f"{say(language, 'correcting.part')}</button></p>{_choice(language, 'other', 'merge', others)}"
    )
    summary = (
        f'<summary><span lang="zh">{escaped(event_in_words(event))}</span> {state(language, event.ruling)}</summary>'
    )
    return f"<details{opened}>{summary}{_thing(Thing.EVENT, inside, mark=mark_of(event))}</details>"


def _fieldset(language: Language, event: Event) -> str:
    kinds = "".join(
        f'<option value="{kind}"{" selected" if kind is event.activity else ""}>{say(language, f"activity.{kind}")}</option>'
        for kind in Activity
    )
    met = _field(language, "met", _named(event.met), wide=True) if event.met else ""
    return (
        f"<fieldset>{_field(language, 'who', _named(event.actors), wide=True)}"
        f"{_field(language, 'with', _named(event.participants), wide=True)}{met}"
        f"{_field(language, 'did', event.action)}{_field(language, 'what', event.target)}"
        f"{_field(language, 'where', '、'.join(event.places))}{_field(language, 'day', event.when.value or '')}"
        f'<label>{say(language, "correcting.type")}<select name="type">{kinds}</select></label></fieldset>'
    )


def _named(people: Iterable[Person]) -> str:
    return "、".join(f"{p.name}（{p.role}）" if p.role else p.name for p in people)


def _people(language: Language, reading: Reading) -> str:
    people = reading.understood.people
    rows = (_person(language, p, [o.name for o in people if o is not p], reading) for p in people)
    return _section(language, "people", "".join(rows))


def _person(language: Language, person: Person, others: Iterable[str], reading: Reading) -> str:
    inside = (
        f"{_field(language, 'now', person.name, 'name')}{_field(language, 'office', person.role)}"
        f"{_buttons(language, 'confirm', 'mend', 'reject')}{_looked_at(language, reading, Thing.PERSON, person.name)}"
        f"{_choice(language, 'other', 'merge', ((name, name) for name in others))}"
    )
    return _thing(Thing.PERSON, inside, was=person.name, role=person.role)


def _places(language: Language, reading: Reading) -> str:
    rows = (
        _thing(
            Thing.PLACE,
            _field(language, "now", place, "place")
            + _buttons(language, "confirm", "mend", "reject")
            + _looked_at(language, reading, Thing.PLACE, place),
            was=place,
        )
        for place in reading.understood.places
    )
    return _section(language, "places", "".join(rows))


def _date(language: Language, reading: Reading) -> str:
    day = reading.understood.when.value or ""
    rulings = ("confirm", "mend", "reject") if day else ("mend",)
    inside = _field(language, "now", day, "day") + _buttons(language, *rulings)
    inside += _looked_at(language, reading, Thing.DATE, day)
    return _section(language, "date", _thing(Thing.DATE, inside, was=day))


def _headline(language: Language, reading: Reading) -> str:
    title = "".join(reading.article.titles)
    rulings = ("confirm", "mend", "reject") if title else ("mend",)
    inside = _field(language, "now", title, "headline", wide=True) + _buttons(language, *rulings)
    inside += _looked_at(language, reading, Thing.HEADLINE, title)
    return _section(language, "headline", _thing(Thing.HEADLINE, inside))


def _looked_at(language: Language, reading: Reading, thing: Thing, word: str) -> str:
    """The mark on a name, a day or a headline that somebody corrected or confirmed."""
    told = [r for r in reading.understood.ruled if r.thing is thing and word in r.now.split("、")]
    return state(language, told[-1].ruling) if told else ""


def _article(language: Language, shown: Corrected) -> str:
    """What may be done to the article as a whole."""
    reading, text = shown.reading, shown.reading.page.text
    others = [(str(r.article.number), r.article.title[:SHORT] or f"#{r.article.number}") for r in shown.others]
    article = reading.article
    begins = [_beginning(text, group) for group in article.paragraphs]
    parts_begin = [_beginning(text, group) for group in (*article.title_spans[1:], *article.paragraphs[1:])]
    moving = _select(language, "at", begins) + _choice(language, "other", "mend", others) if others and begins else ""
    parts = (
        _thing(Thing.ARTICLE, _buttons(language, "confirm", "reject")),
        _thing(Thing.ARTICLE, _choice(language, "other", "merge", others)) if others else "",
        _thing(Thing.ARTICLE, _choice(language, "at", "split", parts_begin)) if parts_begin else "",
        _thing(Thing.ARTICLE, moving) if moving else "",
    )
    return _section(language, "article", "".join(parts))


def _beginning(text: str, group: Spans) -> tuple[str, str]:
    """Where a paragraph begins, and its first words."""
    return str(group[0].start), "".join(text[s.start : s.end] for s in group).strip()[:SHORT]


def _select(language: Language, name: str, options: Iterable[tuple[str, str]], chosen: str = "") -> str:
    label = say(language, "correcting.sentence" if name == "sentence" else "correcting.paragraph")
    items = "".join(
        f'<option value="{escaped(value)}"{" selected" if value == chosen else ""}>{escaped(words)}</option>'
        for value, words in options
    )
    return f'<label class="wide">{label}<select name="{name}" lang="zh">{items}</select></label>'


def _made(language: Language, made: Iterable[Listed]) -> str:
    lines = (f'<p class="made">{ruled_line(language, one)} {undoing(language, one)}</p>' for one in made)
    return _section(language, "made", "".join(lines))


def ruled_line(language: Language, one: Listed) -> str:
    """What was ruled, by whom and when."""
    what = say(language, f"correcting.{one.entry.thing}_is")
    changed = f"{escaped(one.was)} → {escaped(one.now) or '—'}" if one.was != one.now else escaped(one.now)
    by = " · ".join(filter(None, (one.entry.who, one.entry.at.replace("T", " ")[:16])))
    return f'{state(language, one.entry.ruling)} {what} <span lang="zh">{changed}</span> <small>{escaped(by)}</small>'


def undoing(language: Language, one: Listed) -> str:
    """The way to take it back."""
    entry = escaped(one.entry.id)
    return f'<button type="button" data-undo="{entry}">{say(language, "correcting.undo")}</button>'


def _text(language: Language, shown: Corrected) -> str:
    page, article = shown.reading.page, shown.reading.article
    cited = shown.place.spans if shown.place else ()
    heads = "".join(f"<h4>{_sentences(page, spans, cited)}</h4>" for spans in article.title_spans)
    body = "".join(f"<p>{_sentences(page, spans, cited)}</p>" for spans in article.paragraphs)
    rest = say(language, "evidence.page")
    whole = escaped(page.text)
    return (
        f'<div class="text" tabindex="0" role="region" aria-label="{say(language, "evidence.panel")}" lang="zh">{heads}{body}'
        f'<details><summary lang="{language}">{rest}</summary><div class="whole">{whole}</div></details></div>'
    )


def _sentences(page: Page, group: Spans, cited: Spans) -> str:
    """A paragraph, each sentence so that the script knows which one is selected."""
    told = ((sentence_of(spans), marked(page.text, spans, cited)) for spans in sentences_of(page, group))
    return "".join(f'<span data-sentence="{value}">{words}</span>' for value, words in told)
