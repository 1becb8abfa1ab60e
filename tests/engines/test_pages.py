"""Pages come, are replaced and go, and everything drawn from them with them."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from rag.config import Config
from rag.indexing import Store, delete, kept, ledger, lookup, overview, people, within
from rag.indexing.came import came_since
from rag.listings import ALL_DONE, Meant, Order, Wanted
from rag.records import Activity
from tests.engines.conftest import Place, built, seen
from tests.engines.pages import NAMES, page
from tests.fakes import write_pages

TABLES = (
    *("pages", "articles", "events", "people", "passages", "named", "names", "tellings", "texts", "parts", "marks"),
    *("word_postings", "pair_postings", "cuts", "skims", "page_seals", "article_seals", "sayings"),
)
"""All tables that pages fill."""


def folder_of(root: Path, *numbers: int) -> Path:
    return write_pages(root, {f"{k:03}.txt": page(k) for k in numbers})


def held(store: Store) -> dict[str, int]:
    return {table: store.count(table) for table in TABLES}


def told(config: Config) -> tuple[object, ...]:
    """All that an index tells of its pages, in the order in which it tells it."""
    indexes = seen(config)
    store = indexes.store
    listed = (kept.pages(store), ledger.deeds(store, ALL_DONE, Order.WHO, 0, 999), ledger.tally(store, ALL_DONE))
    named = (people.people(store, "", 0, 99), lookup.people_names(store), store.names(), lookup.searched(store))
    texts = [(p.page, p.article, p.number, p.text) for name in store.digests() for p in store.passages_of(name)]
    numbers = {i: p.text for i, p in store.passages(store.passage_ids()).items()}
    words = [(numbers[i], round(score, 9)) for i, score in indexes.lexical.search(["检查", "码头"], 30)]
    wholes = [round(score, 9) for score in indexes.wholes(["码头检查第3期工程"], 30).values()]
    return (*listed, *map(sorted_if_any_order, named), list(store.readings()), texts, sorted(words), wholes)


def sorted_if_any_order(value: object) -> object:
    return sorted(value) if isinstance(value, list) else value


def test_pages_are_added_listed_and_counted(config: Config, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, 1, 2, 3)
    report = built(config, folder)
    store = seen(config).store
    assert (report.pages, report.articles) == (store.count("pages"), store.count("articles")) == (3, 3)
    assert store.digests() == {f"{k:03}.txt": sha256(page(k).encode()).hexdigest() for k in (1, 2, 3)}
    assert [(p.name, p.articles) for p in kept.pages(store)] == [(f"{k:03}.txt", 1) for k in (1, 2, 3)]
    assert [p.text for p in store.pages()] == [page(k) for k in (1, 2, 3)]


def test_what_came_is_walked_in_parts_and_found_by_its_digest(config: Config, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, *range(1, 8))
    built(config, folder)
    store = seen(config).store
    cursor, told = 0, list[str]()
    while True:
        came = came_since(store, cursor, 2)
        told += [p.name for p in came.pages]
        assert came.digests == {p.name: store.digest(p.name) for p in came.pages}
        cursor = came.cursor
        if not came.more:
            break
    assert sorted(told) == [f"{k:03}.txt" for k in range(1, 8)]
    assert came_since(store, cursor, 2).pages == ()
    write_pages(folder, {"003.txt": page(3).replace("。", "！", 1)})
    built(config, folder)
    assert [p.name for p in came_since(seen(config).store, cursor, 9).pages] == ["003.txt"]
    digests = seen(config).store.digests()
    assert seen(config).store.named([*digests.values(), "none"]) == {d: name for name, d in digests.items()}
    (only,) = seen(config).store.articles("003.txt")
    assert only == seen(config).store.reading("003.txt", only.article.number)


def test_a_page_that_is_there_costs_nothing(config: Config, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, 1, 2)
    built(config, folder)
    before = seen(config).store.generation()
    assert [o.kind for o in built(config, folder).outcomes] == ["skipped", "skipped"]
    assert seen(config).store.generation() == before


def test_a_page_is_replaced(config: Config, tmp_path: Path) -> None:
    built(config, folder_of(tmp_path, 1, 2))
    changed = page(1).replace("卸货", "装船")
    write_pages(tmp_path, {"001.txt": changed})
    assert [o.kind for o in built(config, tmp_path).outcomes] == ["replaced", "skipped"]
    indexes = seen(config)
    assert indexes.store.page("001.txt").text == changed
    assert len(indexes.lexical.search(["装船"], 9)) == len(indexes.lexical.search(["卸货"], 9)) == 1
    assert len(indexes.dense) == indexes.store.count("passages")


def test_a_page_that_is_deleted_leaves_nothing(config: Config, tmp_path: Path) -> None:
    built(config, folder_of(tmp_path, 1))
    before = held(seen(config).store)
    assert all(before.values())
    built(config, folder_of(tmp_path, 1, 2))
    delete(config, ["002.txt"])
    assert held(seen(config).store) == before
    delete(config, ["001.txt"])
    indexes = seen(config)
    assert held(indexes.store) == dict.fromkeys(TABLES, 0)
    assert (len(indexes.dense), indexes.lexical.search(["检查"], 9)) == (0, [])


def test_an_index_is_rebuilt_in_its_place(config: Config, tmp_path: Path) -> None:
    built(config, folder_of(tmp_path / "one", 1, 2))
    before, reader = seen(config).store, seen(config)
    generation, ids = before.generation(), set(before.passage_ids())
    built(config, folder_of(tmp_path / "two", 3), rebuild=True)
    after = seen(config).store
    assert list(after.digests()) == ["003.txt"]
    assert after.generation() > generation
    assert not ids & set(after.passage_ids())
    assert list(reader.store.digests()) == ["003.txt"]


def test_what_is_told_is_what_a_folder_tells(place: Place, tmp_path: Path) -> None:
    """By every list and every search: the same pages, come, changed and gone the same way."""
    results = []
    for config in (place(), Config(index=tmp_path / "reference")):
        root = tmp_path / f"pages{len(results)}"
        built(config, folder_of(root, *range(12)))
        write_pages(root, {"004.txt": page(4).replace("卸货", "装船"), "099.txt": page(99)})
        built(config, root)
        delete(config, ["007.txt"])
        results.append(told(config))
    for found, expected in zip(*results, strict=True):
        assert found == expected


def test_what_a_wish_may_mean_is_looked_for_alike(config: Config, tmp_path: Path) -> None:
    built(config, folder_of(tmp_path, 1, 2, 3))
    store = seen(config).store
    every = ledger.deeds(store, ALL_DONE, Order.OLDEST, 0, 99)
    person = every.deeds[0].event.actors[0]
    kinds = Wanted(text="nowhere", meant=(Meant("text", "nowhere", kinds=tuple(Activity)),))
    assert ledger.deeds(store, kinds, Order.OLDEST, 0, 99) == every
    names = Meant("who", "latin", (person.name,))
    one = Meant("office", "latin", words=(person.role,))
    found = ledger.deeds(store, Wanted(who="latin", office="latin", meant=(names, one)), Order.OLDEST, 0, 99)
    assert found == ledger.deeds(store, Wanted(who=person.name, office=person.role), Order.OLDEST, 0, 99)
    assert found.total
    assert [known.name for known in people.people(store, "latin", 0, 99, (names,)).people] == [person.name]
    assert people.people(store, "latin", 0, 99).total == 0


def test_what_lies_within_bounds_is_told_alike(config: Config, tmp_path: Path) -> None:
    built(config, folder_of(tmp_path, 1, 2, 9))
    store = seen(config).store
    some = within.articles_within(store, None, None, None, ["001.txt", "009.txt"])
    assert within.pages_of(store, some) == ["001.txt", "009.txt"]
    assert (within.searched_among(store, some).pages, within.searched_among(store, []).articles) == (2, 0)
    assert [within.prints_among(store, words, some) for words in ("第9期工程", "第2期工程")] == [True, False]
    assert [lookup.printing(store, words, 5) != [] for words in ("第2期工程", "第7期工程", "期")] == [True, False, True]
    assert lookup.prints(store, "第2期工程")
    acted = lookup.articles_of_people(store, [NAMES[1]], 9)
    assert set(acted) == set(some)
    assert lookup.articles_of_people(store, [NAMES[1]], 9, some[:1]) == some[:1]
    chosen = overview.Selection(people=(NAMES[1],), among=tuple(some[:1]))
    assert [page for page, _ in overview.articles_telling(store, chosen, 9)] == ["001.txt"]
