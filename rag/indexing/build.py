"""Pages -> index: the one place where reading, understanding, encoding and storing meet. It holds no rules of its own."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from rag.config import Config
from rag.corrections import Rulings, ledger_of
from rag.errors import PageError, RagError
from rag.indexing.anew import anew
from rag.indexing.beside import encoded
from rag.indexing.characters import as_printed, in_characters_read
from rag.indexing.corrected import overtaken
from rag.indexing.drawn import Understander
from rag.indexing.elsewhere import redrawn
from rag.indexing.encoder import encoder_for
from rag.indexing.engines.chosen import engine_of
from rag.indexing.engines.port import Engine
from rag.indexing.known import Known
from rag.indexing.lexical import WordIndex
from rag.indexing.outcomes import NothingReadError, kind_of
from rag.indexing.passages import passages
from rag.indexing.redate import redrafts
from rag.indexing.renewing import Earlier, Files, by_other_rules
from rag.indexing.store import Store
from rag.indexing.storing import Draft, prepare, put_batch, settle_all
from rag.indexing.words import Words
from rag.ports import Encoder, NameModel, Progress
from rag.reading import Source, find_sources, remark, require_readable, segment
from rag.records import Layout, Outcome, OutcomeKind, Page, Report, Understood
from rag.understanding import Lexicon, load_name_model, understand

Drafting = Callable[[Store, Collection[str]], "Iterator[Draft | Outcome] | Iterator[Draft]"]
"""From a store, and the names of the pages that came into it by this build, what it is to hold besides."""
Tell = Callable[[Outcome], None]
"""Hears what became of a file."""

TOGETHER = 1024
"""Passages encoded and written in one go, over as many pages as that takes: many of each length to encode together, few
rows to write again, and seldom much to lose."""


def build(
    config: Config,
    paths: Sequence[Path],
    progress: Progress | None = None,
    *,
    rebuild: bool = False,
    encoder: Encoder | None = None,
    load_names: Callable[[], NameModel | None] = load_name_model,
    tell: Tell | None = None,
    within: Path | None = None,
) -> Report:
    """Bring the pages under `paths` into the index; pages that are there and unchanged cost next to nothing.

    A page that cannot be read is reported and the others are indexed; a page that is no longer there stays indexed.
    `rebuild` starts from an empty index, which takes the place of the old one at the end; so does an index that the rules
    of another version built, with all its pages read again. `tell` hears of each file as soon as its page is in the index
    for good. `within` says that the paths are some files of that folder, named as in it. NothingReadError if nothing can be read and the index is empty; IndexUnusableError if it was built with other
    settings.
    """
    began = time.monotonic()
    sources = find_sources(paths, within)
    report = progress or (lambda stage, done, total: None)
    encoder = encoder or encoder_for(config.model)
    engine = engine_of(config)
    with engine.explained(), engine.building(alone=rebuild or by_other_rules(engine)):
        earlier = None if rebuild else Earlier.of(engine, config)
        files = earlier or Files()
        understander = understander_of(config, load_names)
        read = partial(files.read, told=partial(report, "recognising"))
        first = _drafted(files.sources(sources), read, understander, report)
        with anew(engine, config) if rebuild or earlier else nullcontext(engine) as place:
            heard = tell if place is engine else None
            rounds = (first, _dated(understander), _joined(understander), _corrected(config, understander))
            built = _built(place, config, rounds, encoder, report, heard or _unheard)
            _keep_folder(place, _folder(paths), engine.home)
            files.hand_on(place)
        built = replace(built, outcomes=files.told(built.outcomes), seconds=time.monotonic() - began)
    for outcome in () if heard else built.outcomes:
        (tell or _unheard)(outcome)
    return built


def _unheard(outcome: Outcome) -> None:
    """Nobody wants to know before the end."""


def _drafted(
    sources: Sequence[Source], read: Callable[[Source], Page], understander: Understander, report: Progress
) -> Drafting:
    return lambda store, _: _drafts(store, sources, read, understander, report)


def _dated(understander: Understander) -> Drafting:
    return lambda store, came: redrafts(store, understander) if came else iter(())


def _joined(understander: Understander) -> Drafting:
    return lambda store, came: redrawn(store, came, understander) if came else iter(())


def _corrected(config: Config, understander: Understander) -> Drafting:
    return lambda store, _: overtaken(store, Rulings(ledger_of(config)).now(), understander)


def _built(
    engine: Engine, config: Config, rounds: Sequence[Drafting], encoder: Encoder, report: Progress, tell: Tell
) -> Report:
    """What became of the files, and how much the index then holds. RagError if that is nothing."""
    store = Store(engine)
    with engine.done():
        prepare(store, config)
        outcomes = _stored(store, rounds, encoder, report, tell)
        counts = {table: store.count(table) for table in ("pages", "articles", "events", "passages")}
    if not counts["pages"]:
        raise NothingReadError(outcomes)
    return Report(outcomes, **counts)


def _keep_folder(engine: Engine, folder: Path | None, home: str) -> None:
    """Which folder was read, and where the index was kept that read it."""
    with engine.done():
        if folder:
            Store(engine).set_meta(folder=folder, home=home)


def _folder(paths: Sequence[Path]) -> Path | None:
    """The one folder that was given. Some files, or several folders, do not say where the pages are kept."""
    return paths[0].resolve() if len(paths) == 1 and paths[0].is_dir() else None


def understander_of(config: Config, load_names: Callable[[], NameModel | None] = load_name_model) -> Understander:
    """Page -> what it tells, corrected as people ruled; the models are loaded for the first page that needs them."""
    rulings = Rulings(ledger_of(config))

    @cache
    def loaded() -> tuple[NameModel | None, Lexicon]:
        return load_names(), Lexicon.load(config.words)

    def understander(page: Page) -> tuple[Layout, tuple[Understood, ...]]:
        ruled = rulings.now().on(page)
        layout = ruled.laid(segment(in_characters_read(page)))
        require_readable(layout)
        return layout, ruled.told(layout, understand(layout, *loaded()))

    return understander


def _drafts(
    store: Store,
    sources: Sequence[Source],
    read: Callable[[Source], Page],
    understander: Understander,
    report: Progress,
) -> Iterator[Draft | Outcome]:
    """Each source as a draft to be stored, or as the outcome of a page that need not or cannot be."""
    known = Known(store)
    for done, source in enumerate(sources):
        report("reading", done, len(sources))
        drafted = _draft(source, known, read, understander)
        if isinstance(drafted, Draft):
            known.add(drafted.layout.page)
        yield drafted
    report("reading", len(sources), len(sources))


def _draft(source: Source, known: Known, read: Callable[[Source], Page], understander: Understander) -> Draft | Outcome:
    try:
        if same := known.same_file(source):
            return same
        page = read(source)
        if same := known.same_text(page):
            return same
        layout, told = understander(page)
    except PageError as error:
        return Outcome(source.name, kind_of(error), str(error))
    except RagError:
        raise
    except Exception as error:  # a page that trips the program must not keep the others out
        why = f"this page could not be understood ({type(error).__name__}: {error}); please report it with the page"
        return Outcome(source.name, OutcomeKind.FAILED, " ".join(why.split())[:300])
    kind = OutcomeKind.REPLACED if page.name in known else OutcomeKind.ADDED
    return Draft(as_printed(layout, page), told, passages(layout, told), kind)


def _stored(
    store: Store, rounds: Sequence[Drafting], encoder: Encoder, report: Progress, tell: Tell
) -> tuple[Outcome, ...]:
    """Store the drafts of each round in batches, each wholly or not at all; then bring words and vectors' copy up to date.

    The outcomes are those of the first round, the files'; later ones go over what was stored.
    A page is told once it is committed, whatever relies on others after the last of them.
    """
    lexical, words = WordIndex(store.engine.connection), Words(store.names())
    told: list[list[Outcome]] = []
    heard: set[str] = set()
    for drafts in rounds:
        came = {o.name for o in (told[0] if told else ()) if o.kind in (OutcomeKind.ADDED, OutcomeKind.REPLACED)}
        outcomes: list[Outcome] = []
        for batch, vectors in encoded(batches(drafts(store, came), outcomes), encoder, report):
            report("storing", 0, len(batch))
            put_batch(store, lexical, words, batch, vectors)
            report("storing", len(batch), len(batch))
            done = [Outcome(d.layout.page.name, d.kind, remark(d.layout.page)) for d in batch]
            outcomes += done
            heard.update(o.name for o in done)
            for outcome in () if told else done:
                tell(outcome)
        for outcome in () if told else (o for o in outcomes if o.name not in heard):
            tell(outcome)
        told.append(outcomes)
    settle_all(store, lexical, words)
    return tuple(sorted(told[0], key=lambda o: o.name))


def batches(drafts: Iterable[Draft | Outcome], outcomes: list[Outcome]) -> Iterator[list[Draft]]:
    """Drafts in groups of about `TOGETHER` passages; what is an outcome already goes to `outcomes`."""
    batch: list[Draft] = []
    for drafted in drafts:
        if isinstance(drafted, Outcome):
            outcomes.append(drafted)
            continue
        batch.append(drafted)
        if sum(len(d.passages) for d in batch) >= TOGETHER:
            yield batch
            batch = []
    if batch:
        yield batch
