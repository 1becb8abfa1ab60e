"""What is known while pages come and go is what is known by whoever looks at all of them anew."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from rag.indexing.engines.sqlite import SqliteEngine
from rag.indexing.known import Known
from rag.indexing.sayings import enter_missing_sayings
from rag.indexing.schema import migrate
from rag.indexing.store import Store
from rag.indexing.writing import put_page, remove_page
from rag.records import Layout, Outcome, OutcomeKind, Page

NAMES = ("a.txt", "b.txt", "c.docx", "d.txt")
TEXTS = (
    "海州修桥。\n东江通车。",
    "海州修桥。东江\n通车。",
    "海州修桥。 东江通车。",
    "海州修路。",
    "Ａ区海州修路。",
    "A区\n海州修路。",
)
DAYS = (None, "2024-05-06", "2024-05-07")

pages = some.builds(
    lambda name, text, day: Page(name, text, sha256(text.encode()).hexdigest(), issued=day),
    some.sampled_from(NAMES),
    some.sampled_from(TEXTS),
    some.sampled_from(DAYS),
)
PROBES = [Page(n, t, sha256(t.encode()).hexdigest(), issued=d) for n in ("a.txt", "z.txt") for t in TEXTS for d in DAYS]


def expected(held: dict[str, Page], page: Page) -> set[Outcome | None]:
    """What may be said of the page by somebody who reads all that is held."""

    def said(text: str) -> str:
        return "".join(normalize("NFKC", text).split())

    own = held.get(page.name)
    if own and own.text == page.text:
        return {Outcome(page.name, OutcomeKind.SKIPPED, same_as=page.name)}
    same = [p.name for p in held.values() if p.text == page.text]
    if not same:
        if own and said(own.text) == said(page.text):
            return {None}
        alike = [p for p in held.values() if said(p.text) == said(page.text)]
        same = [p.name for p in alike if page.issued is None or page.issued == p.issued]
    return {Outcome(page.name, OutcomeKind.SKIPPED, f"same content as {name}", name) for name in same} or {None}


def store_in(folder: Path) -> Store:
    store = Store(SqliteEngine(folder))
    migrate(store.engine)
    return store


def put(store: Store, page: Page) -> None:
    with store.engine.transaction():
        remove_page(store, page.name)
        put_page(store, Layout(page, ()), (), (), ())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.lists(some.tuples(some.sampled_from(["come", "come, and be stored", "go"]), pages), max_size=10))
def test_known_after_any_changes(tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, Page]]) -> None:
    store = store_in(tmp_path_factory.mktemp("index"))
    known, held, waiting = Known(store), dict[str, Page](), dict[str, Page]()
    for change, page in changes:
        if change == "go":  # a deletion: no build goes on beside it, and the next begins anew
            for late in waiting.values():
                put(store, late)
            waiting.clear()
            with store.engine.transaction():
                remove_page(store, page.name)
            held.pop(page.name, None)
            known = Known(store)
        else:
            known.add(page)
            held[page.name] = waiting[page.name] = page
            if "stored" in change:
                put(store, waiting.pop(page.name))
        for probe in PROBES:
            assert known.same_text(probe) in expected(held, probe)
        assert [name in known for name in NAMES] == [name in held for name in NAMES]
    for late in waiting.values():
        put(store, late)
    assert [Known(store).same_text(probe) in expected(held, probe) for probe in PROBES] == [True] * len(PROBES)
    store.engine.close()


def test_only_a_page_that_says_the_same_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = store_in(tmp_path)
    for number in range(5):
        put(store, replace(PROBES[0], name=f"{number}.txt", text=f"第{number}版", digest=str(number)))
    read, asked = Store.page, list[str]()
    monkeypatch.setattr(Store, "page", lambda self, name: (asked.append(name), read(self, name))[1])
    monkeypatch.setattr(Store, "pages", lambda *given: pytest.fail("all stored pages were read"))
    known = Known(store)
    assert (known.same_text(PROBES[0]), asked) == (None, [])
    same = Outcome("a.txt", OutcomeKind.SKIPPED, "same content as 3.txt", "3.txt")
    assert (known.same_text(replace(PROBES[0], text="第 3\n版")), asked) == (same, ["3.txt"])


def test_what_an_earlier_version_stored_is_known_too(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    put(store, PROBES[0])
    store.db.execute("DELETE FROM sayings")
    same = next(p for p in PROBES if (p.name, p.text, p.issued) == ("z.txt", TEXTS[1], None))
    assert Known(store).same_text(same) is None
    enter_missing_sayings(store.db)
    enter_missing_sayings(store.db)
    assert Known(store).same_text(same) == Outcome("z.txt", OutcomeKind.SKIPPED, "same content as a.txt", "a.txt")
