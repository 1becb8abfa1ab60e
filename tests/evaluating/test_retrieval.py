"""Documents found, by hand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from rag.answered import Hit
from rag.asked import Asks, Frame, Language
from rag.errors import QuestionError, RagError
from rag.evaluating import evaluate_retrieval, retrieval_failures, retrieval_figures, retrieval_table
from rag.evaluating.retrieval import Wanted, hit_at, read_set
from rag.listings import Leg, Lookup
from rag.records import Passage

RANKING = ("set-b.txt", "a.txt", "set-b.txt", "folder/c.md")
"""Pages of the sentences found for any question, best first."""


class Ranks:
    """Finds the same for every question but an empty one."""

    def look_up(self, question: str, history: Sequence[str] = (), limit: int = 20) -> Lookup:
        if not question:
            raise QuestionError("the question is empty", "ask something")
        hits = tuple(Hit(Passage(page, 1, n, "…", ()), 1.0) for n, page in enumerate(RANKING))
        legs = (Leg("words", hits[::-1]), Leg("screened", hits[:limit]))
        return Lookup(Frame(Language.ZH, Asks.WHO), legs, 20.0)


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    given = [("1", "谁？", "zh", "b"), ("2", "何处？", "zh", "a"), ("3", "Where?", "en", "c"), ("4", "", "en", "b")]
    lines = [json.dumps({"id": i, "question": q, "lang": lang}) for i, q, lang, _ in given]
    (tmp_path / "queries.jsonl").write_text("\n".join([*lines, '{"id": "9", "question": "?"}']), encoding="utf-8")
    (tmp_path / "qrels.tsv").write_text("".join(f"{i}\t{d}\t1\n" for i, _, _, d in given) + "9\ta\t0\n")
    return tmp_path


def test_documents_stand_in_the_order_of_their_best_sentences(questions: Path) -> None:
    first, second, third, refused = evaluate_retrieval(Ranks(), questions).found
    assert first.documents == ("set-b.txt", "a.txt", "folder/c.md")
    assert [f.rank for f in (first, second, third, refused)] == [1, 2, 3, 0]
    assert (first.seconds, refused.documents) == (0.02, ())


def test_figures_by_language(questions: Path) -> None:
    assert retrieval_figures(evaluate_retrieval(Ranks(), questions)) == {
        "all": {"questions": 4, "hit@1": 0.25, "hit@3": 0.75, "hit@5": 0.75, "hit@10": 0.75},
        "en": {"questions": 2, "hit@1": 0.0, "hit@3": 0.5, "hit@5": 0.5, "hit@10": 0.5},
        "zh": {"questions": 2, "hit@1": 0.5, "hit@3": 1.0, "hit@5": 1.0, "hit@10": 1.0},
    }


def test_table_and_failures(questions: Path) -> None:
    retrieval = evaluate_retrieval(Ranks(), questions)
    lines = [line.split() for line in retrieval_table(retrieval).splitlines()]
    assert lines[0] == ["questions", "n", "hit@1", "hit@3", "hit@5", "hit@10"]
    assert lines[-1] == ["zh", "2", "0.5000", "1.0000", "1.0000", "1.0000"]
    assert retrieval_failures(retrieval).splitlines() == [
        "2  rank 2  何处？  <- set-b.txt",
        "3  rank 3  Where?  <- set-b.txt",
        "4  rank none    <- nothing",
    ]


@pytest.mark.parametrize(
    ("page", "right"),
    [
        pytest.param("a-1.txt", True, id="the document's name"),
        pytest.param("set-a-1.txt", True, id="behind the name of the set"),
        pytest.param("deep/er/a-1.md", True, id="in a folder"),
        pytest.param("a.txt", False, id="another document"),
        pytest.param("xa-1.txt", False, id="a name that only ends so"),
    ],
)
def test_which_page_is_the_document(page: str, right: bool) -> None:
    assert Wanted("1", "zh", "?", frozenset({"a-1"})).is_right(page) is right


@pytest.mark.parametrize(
    ("queries", "relevant", "says"),
    [
        pytest.param('{"id": "1", "question": "?"}', "1\n", "no set of questions", id="a line without a document"),
        pytest.param("{", "1\ta\t1\n", "no set of questions", id="no JSON"),
        pytest.param('{"id": "1"}', "1\ta\t1\n", "lacks 'question'", id="no question"),
        pytest.param("", "1\ta\t1\n", "holds no question", id="empty"),
        pytest.param('{"id": "2", "question": "?"}', "1\ta\t1\n", "holds no question", id="no judged question"),
    ],
)
def test_a_set_that_cannot_be_used(tmp_path: Path, queries: str, relevant: str, says: str) -> None:
    (tmp_path / "queries.jsonl").write_text(queries)
    (tmp_path / "qrels.tsv").write_text(relevant)
    with pytest.raises(RagError, match=says):
        read_set(tmp_path)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RagError, match="no set of questions"):
        read_set(tmp_path / "none")


def test_of_no_questions_there_is_no_share() -> None:
    with pytest.raises(ValueError, match="no questions"):
        hit_at((), 1)
