"""Questions whose answers are known because somebody ruled on them: what `wenzheng evaluate` reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from rag.errors import RagError
from rag.records import Activity, Event, Reading, Standing
from rag.ruled import Ruled, Thing
from rag.spans import quote
from rag.tables import rows

Line = dict[str, object]

NAMED = (Thing.PERSON, Thing.PLACE)
"""Things that an event has by name."""


def write_questions(readings: Iterable[Reading], path: Path) -> int:
    """Write a question a line on every event that was ruled on, or whose people, places or day were; how many.

    RagError where the file cannot be written.
    """
    lines = [json.dumps(line, ensure_ascii=False) for line in questions(readings)]
    try:
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    except OSError as error:
        raise RagError(f"{path} cannot be written ({error.strerror})", "name another file") from error
    return len(lines)


def questions(readings: Iterable[Reading]) -> Iterator[Line]:
    """Who, where and when of each such event, as far as it is told; nothing on what was rejected."""
    for reading in readings:
        for event in reading.understood.events:
            if event.standing is Standing.DONE and _ruled_on(event, reading.understood.ruled):
                yield from _of_event(reading, event)


def _ruled_on(event: Event, ruled: Iterable[Ruled]) -> bool:
    names = {p.name for p in (*event.actors, *event.participants)} | set(event.places)
    told = {n for r in ruled if r.thing in NAMED for n in r.now.split("、")}
    dated = {r.now for r in ruled if r.thing is Thing.DATE}
    said = event.activity is Activity.SPEECH  # by 他, whom no single sentence names
    return bool(event.ruling or (not said and (names & told or event.when.value in dated)))


def _of_event(reading: Reading, event: Event) -> Iterator[Line]:
    words = quote(reading.page.text, event.spans)
    printed = max((quote(reading.page.text, (s,)) for s in event.spans), key=len, default="").strip()
    was = {n for r in reading.understood.ruled for n in r.was.split("、")}
    day = _in_chinese(event.when.value or "")
    known = {
        "who": "、".join(p.name for p in event.actors),
        "did": event.action.rpartition("、")[2],
        "what": event.target or next(iter(event.places), ""),
        "day": day,
    }
    atoms = {
        "who": [[p.name] for p in event.actors],
        "where": [[place] for place in event.places],
        "when": [[event.when.value or "", day, day[len("2022年") :] or day]] if day else [],
    }
    for kind, pattern in rows("corrected_questions.tsv"):
        needed = [name for name in known if f"{{{name}}}" in pattern]
        if not atoms[kind] or not printed or not all(known[name] for name in needed):
            continue
        right = {w for atom in atoms[kind] for w in atom}
        yield {
            "id": f"{event.entry or 'article'}-{reading.page.name}-{reading.article.number}-{event.number}-{kind}",
            "lang": "zh",
            "type": kind,
            "question": pattern.format(**known),
            "history": [],
            "answerable": True,
            "answer": "、".join(w[0] for w in atoms[kind]),
            "atoms": atoms[kind],
            "forbidden": sorted(w for w in was if w and w not in words and not any(w in r or r in w for r in right)),
            "evidence": [{"page": reading.page.name, "quote": printed}],
            "min_evidence": 1,
        }


def _in_chinese(day: str) -> str:
    """2022-05-06 as 2022年5月6日, a month or a year alone likewise."""
    parts = [str(int(part)) for part in day.split("-")] if day else []
    return "".join(f"{part}{unit}" for part, unit in zip(parts, "年月日", strict=False))
