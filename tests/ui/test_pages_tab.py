"""What the tab "Pages" shows: the list, how reading goes, what became of files, what is asked before deleting."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rag import PAGE_SUFFIXES, Config, Kept, Language, OutcomeKind, RagError
from tests.ui.fakes import FakeAssistant
from ui.keeping.job import Indexing
from ui.keeping.state import Fate, Gone, Job
from ui.pages import handler as pages
from ui.pages.fates import job_html
from ui.pages.table import deleted_html
from ui.pages.view import hints, pages_tab
from ui.present.nothing import problem
from ui.present.places import without_places
from ui.present.reasons import reason
from ui.present.remaining import time_left
from ui.strings import table

ZH, EN = Language.ZH, Language.EN
HOSTILE = 'a<img src=x onerror="1">{{x}}${y}.txt'


def shelf(*pages: Kept) -> FakeAssistant:
    """An assistant that has these pages."""
    assistant = FakeAssistant()
    assistant.pages = lambda: pages  # type: ignore[method-assign]
    return assistant


SMALL = (
    Kept("2023-05-07-02.txt", "海州日报", "2023-05-07", articles=3, events=5, edition="2", first=4),
    Kept("a.txt", "东江报", "2022-01-01", articles=10, events=0, edition="10"),
    Kept("B.txt", articles=7, events=2),
)


def listed(assistant: FakeAssistant, **fields: str) -> str:
    return pages.listed(assistant, ZH, fields)["rows"]


def names(html: str) -> list[str]:
    return re.findall(r'data-delete="([^"]*)"', html)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, ["2023-05-07-02.txt", "a.txt", "B.txt"], id="by name, whatever its case"),
        pytest.param({"falling": "yes"}, ["B.txt", "a.txt", "2023-05-07-02.txt"], id="by name, falling"),
        pytest.param({"by": "issued"}, ["a.txt", "2023-05-07-02.txt", "B.txt"], id="by day, the unknown last"),
        pytest.param({"by": "issued", "falling": "yes"}, ["2023-05-07-02.txt", "a.txt", "B.txt"], id="last either way"),
        pytest.param({"by": "articles", "falling": "yes"}, ["a.txt", "B.txt", "2023-05-07-02.txt"], id="by number"),
        pytest.param({"by": "events"}, ["a.txt", "B.txt", "2023-05-07-02.txt"], id="none is a number too"),
        pytest.param({"by": "edition"}, ["2023-05-07-02.txt", "a.txt", "B.txt"], id="page 2 before page 10"),
        pytest.param({"by": "text"}, ["2023-05-07-02.txt", "a.txt", "B.txt"], id="by nothing known"),
        pytest.param({"text": "海州 2023"}, ["2023-05-07-02.txt"], id="every word searched"),
        pytest.param({"text": "b.TXT"}, ["B.txt"], id="case left aside"),
        pytest.param({"text": "没有"}, [], id="no match"),
    ],
)
def test_pages_are_found_and_sorted(fields: dict[str, str], expected: list[str]) -> None:
    assert names(listed(shelf(*SMALL), **fields)) == expected


def test_row_tells_what_is_known_of_a_page() -> None:
    html = listed(shelf(SMALL[0]))
    assert 'href="?article=2023-05-07-02.txt%234"' in html
    cells = re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", html.partition("<tbody>")[2])
    assert [re.sub("<[^>]+>", "", cell) for cell in cells] == [
        "",
        "2023-05-07-02.txt", "海州日报", "2023-05-07", "第2版", "33 篇报道", "55 件活动", "", "删除",
    ]  # fmt: skip
    assert "共 1 个版面，3 篇报道" in html


def test_sorted_column_says_so_and_the_others_do_not() -> None:
    html = listed(shelf(*SMALL), by="issued", falling="yes")
    assert re.findall(r'class="(\w+)[^"]*" aria-sort="(\w+)"', html) == [
        ("name", "none"),
        ("newspaper", "none"),
        ("issued", "descending"),
        ("edition", "none"),
        ("articles", "none"),
        ("events", "none"),
    ]


@pytest.mark.parametrize(
    ("page", "first", "extent"),
    [
        pytest.param("1", "0000.txt", "这里是第 1–50 个", id="first leaf"),
        pytest.param("60", "2950.txt", "这里是第 2951–2999 个", id="last leaf"),
        pytest.param("61", "2950.txt", "这里是第 2951–2999 个", id="a leaf that is there no more"),
        pytest.param("x", "0000.txt", "这里是第 1–50 个", id="no number"),
    ],
)
def test_thousands_of_pages_come_in_leaves(page: str, first: str, extent: str) -> None:
    html = listed(shelf(*(Kept(f"{n:04}.txt", articles=1) for n in range(2999))), page=page)
    assert names(html)[0] == first
    assert extent in html
    assert "/ 60 页" in html
    assert len(names(html)) <= 50


def test_empty_list_says_what_to_do() -> None:
    assert "把文件拖到上面" in listed(shelf())
    assert "没有符合的版面" in listed(shelf(*SMALL), text="没有")


def test_hostile_name_is_text() -> None:
    html = listed(shelf(Kept(HOSTILE, HOSTILE, "2023-01-01", 1, edition=HOSTILE)))
    assert "<img" not in html
    assert not set("{}$`") & set(html)


class Broken(FakeAssistant):
    def pages(self) -> tuple[Kept, ...]:
        raise RagError("the index is damaged", "build it again")


def test_list_that_cannot_be_had_is_one_line() -> None:
    html = listed(Broken())
    assert "版面暂时列不出来" in html
    assert "索引读不了，请管理员查看。" in html
    assert "the index is damaged; build it again" in pages.listed(Broken(), Language.EN, {})["rows"]


@pytest.mark.parametrize(
    ("seconds", "chinese", "english"),
    [
        (3, "还要几秒", "a few seconds left"),
        (34, "约剩 30 秒", "about 30 seconds left"),
        (70, "约剩 1 分钟", "about a minute left"),
        (150, "约剩 2 分钟", "about 2 minutes left"),
        (3000, "约剩 50 分钟", "about 50 minutes left"),
        (9000, "约剩 2 小时", "about 2 hours left"),
    ],
)
def test_time_left_in_words(seconds: float, chinese: str, english: str) -> None:
    assert (time_left(ZH, seconds), time_left(EN, seconds)) == (chinese, english)


def test_run_shows_stage_step_and_time_left() -> None:
    html = job_html(
        ZH, Job(running=True, stage="encoding", done=64, total=256, share=0.42, left=34, waiting=("a.txt",))
    )
    assert "编码，供按意思查找 · 64 / 256 · 约剩 30 秒" in html
    assert '<progress max="1" value="0.420"' in html
    assert 'data-kind="waiting"' in html
    assert "准备" in job_html(ZH, Job(running=True))


def test_nothing_is_shown_where_nothing_was_dropped() -> None:
    assert job_html(ZH, Job()) == ""


FATES = (
    Fate("a.txt", "a.txt", OutcomeKind.ADDED),
    Fate("../b.txt", "b.txt", OutcomeKind.REPLACED),
    Fate("c.txt", "c.txt", OutcomeKind.SKIPPED, "same content as a.txt"),
    Fate("d.txt", "d.txt", OutcomeKind.FAILED, "d.txt is empty; remove it, or give a page that has text"),
    Fate("e.txt", "e.txt", OutcomeKind.SKIPPED),
)


@pytest.mark.parametrize(
    ("language", "counts", "rows"),
    [
        (
            ZH,
            "1 个已加入，1 个已替换，2 个已有，1 个没有加入",
            [
                ["d.txt", "没有加入", "空文件"],
                ["../b.txt存为 b.txt", "已替换", ""],
                ["c.txt", "已有", "内容与 a.txt 相同"],
                ["e.txt", "已有", "内容与收入的相同"],
                ["a.txt", "已加入", ""],
            ],
        ),
        (
            EN,
            "Added: 1, Replaced: 1, Skipped: 2, Failed: 1",
            [
                ["d.txt", "Failed", "Empty d.txt is empty; remove it, or give a page that has text"],
                ["../b.txtkept as b.txt", "Replaced", ""],
                ["c.txt", "Skipped", "Same content as a.txt"],
                ["e.txt", "Skipped", "The same content is there already"],
                ["a.txt", "Added", ""],
            ],
        ),
    ],
)
def test_outcome_of_every_file_the_failed_first(language: Language, counts: str, rows: list[list[str]]) -> None:
    html = job_html(language, Job(fates=FATES))
    assert counts in html
    body = html.partition("<tbody>")[2]
    cells = [re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row) for row in body.split("</tr>")[:-1]]
    assert [[re.sub("<[^>]+>", "", cell) for cell in row] for row in cells] == rows


def test_hostile_file_name_and_reason_are_text() -> None:
    html = job_html(ZH, Job(fates=(Fate(HOSTILE, "safe.txt", OutcomeKind.FAILED, HOSTILE),), waiting=(HOSTILE,)))
    assert html.count("&lt;img") == 5
    assert "<img" not in html
    assert not set("{}$`") & set(html)


def test_thousands_of_outcomes_are_cut_and_counted() -> None:
    fates = tuple(Fate(f"{n}.txt", f"{n}.txt", OutcomeKind.ADDED) for n in range(3000))
    html = job_html(ZH, Job(fates=fates))
    assert html.count("data-kind=") == 100
    assert "未列出的文件：2900 个" in html
    assert "3000 个已加入" in html


def test_folder_read_again_without_news_says_so() -> None:
    assert "9 个版面没有变化 文件夹里没有新的版面。" in job_html(ZH, Job(unchanged=9))


@pytest.mark.parametrize(
    ("job", "words"),
    [
        pytest.param(
            Job(problem="the disk is full; make room", waiting=("a.txt",)), "没有读完，文件都还在", id="failed"
        ),
        pytest.param(Job(waiting=("a.txt", "b.txt")), "送到了还没有读的文件：2 个", id="from an earlier server"),
    ],
)
def test_what_was_not_read_can_be_read_now(job: Job, words: str) -> None:
    html = job_html(ZH, job)
    assert words in html
    assert job.problem in html
    assert "data-begin" in html


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("a.pdf has no text layer, only images; run text recognition (OCR) on it first", "只有图像，没有文字层"),
        ("a.txt is in an unknown encoding, or in several at once; save it as UTF-8", "认不出文字编码"),
        ("this page could not be understood (KeyError: 1); please report it", "程序没能读懂这一版"),
        ("a.pdf takes more than 20 seconds to read; print it to a new PDF", "读得太久，或占内存太多"),
        ("something nobody foresaw", ""),
    ],
)
def test_reason_in_the_readers_language(line: str, words: str) -> None:
    assert reason(ZH, line) == words


def test_every_reason_has_words() -> None:
    text = Path(pages.__file__).parents[1].joinpath("static/reasons.tsv").read_text(encoding="utf-8")
    keys = [line.split("\t")[1] for line in text.splitlines() if not line.startswith("#")]
    assert len(keys) > 10
    assert set(keys) <= set(table())


@pytest.fixture
def indexing(tmp_path: Path) -> Indexing:
    (tmp_path / "a.txt").write_text("页")

    def delete(config: Config, given: object) -> tuple[str, ...]:
        if given == ["gone.txt"]:
            raise RagError("there is no page gone.txt in the index", "did you mean a.txt?")
        return ("a.txt",)

    return Indexing(
        Config(index=tmp_path / "index"), tmp_path, lambda *_: pytest.fail("nothing is to be built"), delete
    )


def test_question_before_deleting_says_what_is_lost_and_where_the_file_goes(indexing: Indexing) -> None:
    asked = pages.sure(shelf(*SMALL), indexing, ZH, ("a.txt",))
    assert (asked["title"], asked["name"]) == ("删除这个版面？", "a.txt")
    lost, file = asked["lines"].split("\n")
    assert lost == "10 篇报道、0 件活动不再被查到，也不再被引用。"
    assert file.startswith(f"文件移到 {indexing.folder.name}/.deleted，不再读入")


def test_copied_index_asks_before_it_moves_a_file_of_the_other_ones_folder(indexing: Indexing) -> None:
    assert pages.sure(shelf(*SMALL), indexing, EN, ("a.txt",))["files"] == ""
    indexing.own = lambda: False
    asked = pages.sure(shelf(*SMALL), indexing, EN, ("a.txt",))
    assert asked["files"] == f"Move the file to {indexing.folder.name}/.deleted as well"
    assert "This index is a copy" in asked["lines"]
    said = pages.deleted(indexing, EN, ("a.txt",))["said"]
    assert f"The file was left at {indexing.folder.name}/a.txt" in said
    assert (indexing.folder / "a.txt").exists()
    assert "/.deleted/a.txt" in pages.deleted(indexing, EN, ("a.txt",), moved=True)["said"]
    assert not (indexing.folder / "a.txt").exists()


def test_page_without_a_file_in_the_folder_is_said_to_come_back(indexing: Indexing) -> None:
    asked = pages.sure(shelf(*SMALL), indexing, EN, ("B.txt",))
    assert asked["lines"].split("\n")[1].startswith(f"There is no file of it in {indexing.folder.name};")


def test_several_pages_are_asked_about_together(indexing: Indexing) -> None:
    asked = pages.sure(shelf(*SMALL), indexing, EN, ("a.txt", "B.txt", "gone.txt"))
    assert (asked["title"], asked["name"]) == ("Delete the chosen pages?", "2 pages")


def test_many_deleted_pages_are_told_in_one_line_but_for_what_is_out_of_order() -> None:
    gone = [Gone(f"{n}.txt", Path(f"{n}.txt"), stuck=n == 3) for n in range(9)]
    html = deleted_html(EN, gone, Path("pages"))
    assert "Deleted 9 pages." in html
    assert re.findall(r"Deleted (\d\.txt)", html) == ["3.txt"]


def test_page_deleted_meanwhile_is_not_asked_about(indexing: Indexing) -> None:
    assert pages.sure(shelf(*SMALL), indexing, ZH, ("gone.txt",)) == {}


def test_deletion_tells_where_the_file_is(indexing: Indexing) -> None:
    said = pages.deleted(indexing, EN, ("a.txt",))["said"]
    assert f"Deleted a.txt. The file is at {indexing.folder.name}/.deleted/a.txt" in said
    assert str(indexing.folder) not in said
    assert not (indexing.folder / "a.txt").exists()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("no index in /srv/papers/index; build it", "no index in index; build it", id="path"),
        pytest.param("cannot read /报纸/一版.txt（坏）", "cannot read 一版.txt（坏）", id="Chinese"),
        pytest.param(r"locked: C:\papers\index", "locked: index", id="Windows"),
        pytest.param(
            "2022/05/06, and/or see http://a.org/b/c", "2022/05/06, and/or see http://a.org/b/c", id="no path"
        ),
    ],
)
def test_visitors_are_not_told_where_things_lie(line: str, told: str) -> None:
    assert without_places(line) == told
    assert "/srv" not in problem(EN, "pages.stopped", "no index in /srv/papers/index")


def test_failed_deletion_is_one_line(indexing: Indexing) -> None:
    said = pages.deleted(indexing, ZH, ("gone.txt",))["said"]
    assert "没有删除" in said
    assert "there is no page gone.txt in the index; did you mean a.txt?" in said


def test_file_that_cannot_be_moved_is_said_to_come_back() -> None:
    html = deleted_html(EN, (Gone("a.txt", Path("pages/a.txt"), stuck=True),), Path("pages"))
    assert "Deleted a.txt. The file cannot be moved and is still at pages/a.txt;" in html


def test_hostile_page_is_deleted_as_text() -> None:
    html = deleted_html(ZH, (Gone(HOSTILE, Path(HOSTILE)),), Path("pages"))
    assert "<img" not in html
    assert not set("{}$`") & set(html)


@pytest.mark.parametrize(
    ("sent", "names"),
    [
        pytest.param({"names": ["海/1.txt", "b", "海/1.txt"]}, ("海/1.txt", "b"), id="each once"),
        pytest.param({"names": ["x" * 5000, 3, "", None, "a"]}, ("a",), id="no names among them"),
        pytest.param({"names": [str(n) for n in range(5000)]}, tuple(map(str, range(pages.MOST_NAMES))), id="too many"),
        pytest.param({"names": "a"}, (), id="no list"),
        pytest.param(None, (), id="nothing"),
    ],
)
def test_names_that_were_sent(sent: object, names: tuple[str, ...]) -> None:
    assert pages.names_of(sent) == names


def test_tab_is_drawn_without_what_gradio_would_evaluate() -> None:
    assert not set("{}$`") & set(pages_tab())
    for key in re.findall(r"%%([a-z_.]+)%%", pages_tab()):
        assert "{" not in table()[key][EN], key


def test_hints_name_the_folder_and_the_kinds() -> None:
    told = hints(EN, Path("my <pages>"))
    assert told["kinds"] == (
        f"One page a file: {' '.join(sorted(PAGE_SUFFIXES))}, at most 64 MB each. They are kept in my &lt;pages&gt;/, so that an index built anew has them too."
    )
    assert "my &lt;pages&gt;/" in told["again"]
