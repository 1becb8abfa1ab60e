"""What was found and is then corrected: the list, the counts, the feed and the file say what the events say at that moment."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from rag import Language, Person, Proposal, Ruling, Scope, Thing, mark_of, rule, undo_ruling
from rag.indexing import correct
from tests.fakes import HashingEncoder
from tests.ui.watches.conftest import Paper, Watched
from ui.filed import Filed
from ui.strings import say
from ui.watches.feed import ATOM, ENTRIES, feed
from ui.watches.finds import Finds
from ui.watches.handler import Watching
from ui.watches.running import bring_up, run
from ui.watches.sheets import hits_csv
from ui.watches.showing import shown

pytestmark = pytest.mark.model

TWO = (
    "陈志远检查学校\n　　本报讯（记者 方宁）2023年9月1日，海州市市长陈志远走访望湖小学。校园里书声琅琅。\n"
    "　　2023年9月2日，海州市市长陈志远检查青苗小学食堂。\n"
)
PAIR = (
    "海州日报\n2023年9月3日 第1版\n\n新学校迎来首批学生\n\n　　本报讯（记者 方宁）9月1日，海州市市长陈志远走访望湖小学。校园里书声琅琅。\n\n"
    "东江大桥建成通车\n\n　　本报讯（记者 何小雨）昨日，海州市市长陈志远来到东江县检查大桥通车情况。\n"
)

WHY = say(Language.EN, "watches.withdrawn_why")

Ruled = Callable[..., str]


@pytest.fixture
def ruled(paper: Paper) -> Ruled:
    """Rules on an article of a page, and lets the index follow; the ruling."""

    def rules(page: str, article: int, proposal: Proposal) -> str:
        (entry,) = rule(paper.config, page, article, proposal)
        follow(paper)
        return entry.id

    return rules


def follow(paper: Paper) -> None:
    correct(paper.config, encoder=HashingEncoder(), load_names=lambda: None)


def told(paper: Paper, watch: str) -> list[str]:
    """The words that stand, by list, count and file, which must be the same ones; the feed tells of no others."""
    bring_up(paper.watches, paper.assistant)
    quotes = [one.quote for one in shown(paper.assistant, paper.watches.finds.standing(watch))]
    assert paper.watches.counts("")[watch].hits == len(quotes)
    rows = list(csv.DictReader(io.StringIO("".join(_file(paper, watch)).removeprefix("\ufeff"))))
    assert [row["quotation"] for row in rows] == quotes
    parts = Watching(paper.watches, paper.assistant).opened(Language.EN, "", watch)
    assert parts["hits"].partition('<details class="fold withdrawn">')[0].count("<li>") == len(quotes)
    of_feed = [words for title, words, _ in entries(paper, watch) if not title.startswith("Withdrawn")]
    assert sorted(of_feed) == sorted(quotes)
    return quotes


def _file(paper: Paper, watch: str) -> list[str]:
    return list(hits_csv(Language.EN, shown(paper.assistant, paper.watches.finds.standing(watch))))


def entries(paper: Paper, watch: str) -> list[tuple[str, str, str]]:
    """Title, first line of the words and id of each entry of the feed."""
    found = list(shown(paper.assistant, paper.watches.finds.latest(watch, ENTRIES)))
    known = next(w for w in paper.watches.all() if w.id == watch)
    root = ET.fromstring(feed(Language.EN, known, found, "http://localhost/"))
    of = f"{{{ATOM}}}"
    got = [[str(e.findtext(f"{of}{name}")) for name in ("title", "content", "id")] for e in root.findall(f"{of}entry")]
    return [(title, next(line for line in words.splitlines() if line != WHY), made) for title, words, made in got]


def test_an_event_that_is_rejected_is_withdrawn_and_comes_back_once(
    paper: Paper, watched: Watched, ruled: Ruled
) -> None:
    watch = watched(who="陈志远")
    paper.add(school=TWO)
    assert run(paper.watches, paper.assistant) == 2
    paper.watches.see(watch, "wang", paper.watches.finds.standing(watch)[0].number)
    before = {words: made for _, words, made in entries(paper, watch)}
    event = next(e for e in paper.assistant.articles("school.txt")[0].understood.events if e.action == "走访")
    ruling = ruled("school.txt", 1, Proposal(Thing.EVENT, Ruling.REJECT, (mark_of(event),)))
    (left,) = told(paper, watch)
    assert "青苗小学" in left
    (gone,) = [e for e in entries(paper, watch) if e[0].startswith("Withdrawn: ")]
    assert "望湖小学" in gone[1]
    assert before[gone[1]] == gone[2], "a reader of feeds puts it in the place of the one it has"
    assert entries(paper, watch)[0] == gone, "what changed last stands first"
    undo_ruling(paper.config, ruling)
    follow(paper)
    assert len(told(paper, watch)) == 2
    assert {words: made for _, words, made in entries(paper, watch)} == before
    assert run(paper.watches, paper.assistant) == 0
    assert paper.watches.counts("wang")[watch].new == 0, "nobody is told of it twice"


def test_whose_name_is_mended_leaves_one_watch_and_comes_into_another(
    paper: Paper, watched: Watched, ruled: Ruled
) -> None:
    wrong, right, old = watched(who="陈志远"), watched("另一个", who="梁文远"), watched("港口", where="北屿码头")
    paper.add(school=TWO)
    run(paper.watches, paper.assistant)
    ruled(
        "school.txt",
        1,
        Proposal(Thing.PERSON, Ruling.MEND, was=("陈志远",), now=("梁文远",)),
    )
    assert run(paper.watches, paper.assistant) == 2
    assert (len(told(paper, wrong)), len(told(paper, right))) == (0, 2)
    ruled("harbour.txt", 1, Proposal(Thing.PERSON, Ruling.MEND, was=("陈志远",), now=("梁文远",)))
    assert run(paper.watches, paper.assistant) == 0, (
        "a page that was there before is not new, whatever is corrected on it"
    )
    assert (len(told(paper, right)), told(paper, old)) == (2, [])


def test_two_events_that_are_merged_are_one_find(paper: Paper, watched: Watched, ruled: Ruled) -> None:
    watch = watched(who="陈志远")
    paper.add(school=TWO)
    run(paper.watches, paper.assistant)
    numbers = {hit.number for hit in paper.watches.finds.standing(watch)}
    events = paper.assistant.articles("school.txt")[0].understood.events
    merged = Proposal(Thing.EVENT, Ruling.MERGE, tuple(map(mark_of, events)), (events[0],))
    ruling = ruled("school.txt", 1, merged)
    assert run(paper.watches, paper.assistant) == 0
    (words,) = told(paper, watch)
    assert "望湖小学" in words
    assert "青苗小学" in words
    assert paper.watches.finds.standing(watch)[0].number in numbers
    undo_ruling(paper.config, ruling)
    follow(paper)
    assert len(told(paper, watch)) == 2
    assert {hit.number for hit in paper.watches.finds.standing(watch)} == numbers


def test_an_event_that_is_mended_is_the_same_find_and_says_so(paper: Paper, watched: Watched, ruled: Ruled) -> None:
    watch = watched(where="望湖小学")
    paper.add(school=TWO)
    run(paper.watches, paper.assistant)
    event = next(e for e in paper.assistant.articles("school.txt")[0].understood.events if e.action == "走访")
    made = replace(event, actors=(Person("梁文远", "副市长"),))
    ruled("school.txt", 1, Proposal(Thing.EVENT, Ruling.MEND, (mark_of(event),), (made,)))
    assert run(paper.watches, paper.assistant) == 0
    assert len(told(paper, watch)) == 1
    hits = Watching(paper.watches, paper.assistant).opened(Language.EN, "", watch)["hits"]
    assert "Corrected (Event)" in hits
    (row,) = csv.DictReader(io.StringIO("".join(_file(paper, watch)).removeprefix("\ufeff")))
    assert row["corrected"].startswith("Corrected (Event): 2023-09-01 海州市市长陈志远 走访")
    assert "→ 2023-09-01 副市长梁文远 走访" in row["corrected"]
    assert "梁文远" in hits


def test_articles_that_are_merged_lose_no_find(paper: Paper, watched: Watched, ruled: Ruled) -> None:
    watch = watched(who="陈志远")
    paper.add(front=PAIR)
    assert run(paper.watches, paper.assistant) == 2
    first, second = (r.article.number for r in paper.assistant.articles("front.txt"))
    ruled("front.txt", first, Proposal(Thing.ARTICLE, Ruling.MERGE, other=second))
    assert run(paper.watches, paper.assistant) == 0
    assert len(told(paper, watch)) == 2
    for one in shown(paper.assistant, paper.watches.finds.standing(watch)):
        assert paper.assistant.reading(one.page.name, one.article).article.number == first


def test_an_article_that_is_none_is_withdrawn_with_what_it_told(paper: Paper, watched: Watched, ruled: Ruled) -> None:
    watch = watched(who="陈志远")
    paper.add(front=PAIR)
    run(paper.watches, paper.assistant)
    ruled("front.txt", paper.assistant.articles("front.txt")[0].article.number, Proposal(Thing.ARTICLE, Ruling.REJECT))
    (left,) = told(paper, watch)
    assert len([e for e in entries(paper, watch) if e[0].startswith("Withdrawn")]) == 1
    assert left not in [words for title, words, _ in entries(paper, watch) if title.startswith("Withdrawn")]


def test_the_answer_to_a_question_follows_too(paper: Paper, watched: Watched, ruled: Ruled) -> None:
    watch = watched(question="谁走访了望湖小学？")
    paper.add(school=TWO)
    assert run(paper.watches, paper.assistant) == 1
    ruled("school.txt", 1, Proposal(Thing.PERSON, Ruling.MEND, was=("陈志远",), now=("梁文远",)))
    (citation, *_) = paper.assistant.ask("谁走访了望湖小学？", scope=Scope(pages=("school.txt",))).citations
    assert [r.now for r in citation.corrected] == ["梁文远"], "as an answer to anybody else says it"
    assert len(told(paper, watch)) == 1
    ruled("school.txt", 1, Proposal(Thing.ARTICLE, Ruling.REJECT))
    told(paper, watch)


def test_a_page_that_goes_takes_counts_and_withdrawn_words_along(paper: Paper, watched: Watched, ruled: Ruled) -> None:
    watch = watched(who="陈志远")
    paper.add(school=TWO)
    run(paper.watches, paper.assistant)
    event = paper.assistant.articles("school.txt")[0].understood.events[0]
    ruled("school.txt", 1, Proposal(Thing.EVENT, Ruling.REJECT, (mark_of(event),)))
    assert len(told(paper, watch)) == 1
    paper.delete("school")
    assert (told(paper, watch), entries(paper, watch)) == ([], [])
    paper.add(again=TWO)
    assert run(paper.watches, paper.assistant) == 0
    assert len(told(paper, watch)) == 1, "the ruling is on the page, whatever it is called"


def test_whoever_lists_again_is_told_nothing_where_nothing_changed(
    paper: Paper, watched: Watched, ruled: Ruled, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched(who="陈志远")
    watching = Watching(paper.watches, paper.assistant)
    paper.add(school=TWO)
    run(paper.watches, paper.assistant)
    first = watching.listed(Language.EN, "", True)
    assert "2 new" in first["rows"]
    with monkeypatch.context() as patched:
        for costly in ("came_since", "named", "events", "articles", "digests"):
            patched.setattr(paper.assistant, costly, lambda *given: pytest.fail("a page was looked at"))
        assert watching.listed(Language.EN, "", True, first["tag"]) == {"tag": first["tag"]}
    assert "rows" in watching.listed(Language.ZH, "", True, first["tag"])
    event = paper.assistant.articles("school.txt")[0].understood.events[0]
    ruled("school.txt", 1, Proposal(Thing.EVENT, Ruling.REJECT, (mark_of(event),)))
    assert "1 new" in watching.listed(Language.EN, "", True, first["tag"])["rows"]


@pytest.mark.parametrize("after", [True, False], ids=["after it", "before it"])
@pytest.mark.parametrize("step", ["Filed.writing", "Finds.put"])
def test_a_kill_while_a_correction_is_followed_loses_nothing(
    paper: Paper, watched: Watched, ruled: Ruled, monkeypatch: pytest.MonkeyPatch, step: str, after: bool
) -> None:
    watch = watched(who="陈志远")
    paper.add(school=TWO)
    run(paper.watches, paper.assistant)
    event = paper.assistant.articles("school.txt")[0].understood.events[0]
    ruled("school.txt", 1, Proposal(Thing.EVENT, Ruling.REJECT, (mark_of(event),)))
    paper.add(other=TWO.replace("望湖", "北屿").replace("青苗", "山前"))
    owner = {"Filed": Filed, "Finds": Finds}[step.partition(".")[0]]
    name = step.partition(".")[2]
    usual = getattr(owner, name)

    def ends(*given: Any, **more: Any) -> None:
        if after:
            told_by = usual(*given, **more)
            if name == "writing":
                with told_by:
                    pass
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(owner, name, ends)
        for does in (bring_up, run):
            with pytest.raises(KeyboardInterrupt):
                does(paper.watches, paper.assistant)
    assert len(told(paper, watch)) in (1, 3)
    run(paper.watches, paper.assistant)
    assert len(told(paper, watch)) == 3
    assert len({hit.id for hit in paper.watches.finds.latest(watch, ENTRIES)}) == 4
