"""Any model by sentence-transformers: shapes, units, meaning, and what happens to a wrong name."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from rag.config import Config
from rag.errors import ModelError
from rag.indexing import build, open_indexes
from rag.indexing.sentence_transformer import SentenceTransformerEncoder

pytestmark = pytest.mark.model
pytest.importorskip("sentence_transformers", reason="the extra `models` is not installed")

PAIRS = [
    ("大桥什么时候通车？", "经过三年施工，东江大桥昨日正式开放交通。"),
    ("Which school opened in September?", "9月1日，望湖小学迎来首批学生。"),
    ("谁要求备足防汛物资？", "陈志远强调，沙袋、水泵等抢险装备必须储备到位。"),
]


@pytest.fixture(scope="module")
def encoder() -> SentenceTransformerEncoder:
    return SentenceTransformerEncoder()


def test_unit_rows_in_the_order_given(encoder: SentenceTransformerEncoder) -> None:
    texts = ["短。", "长" * 200, "中等长度的一句话。"]
    together = encoder.passages(texts)
    assert together.shape == (3, encoder.dim) == (3, 384)
    assert together.dtype == np.float32
    assert np.linalg.norm(together, axis=1) == pytest.approx([1.0] * 3, abs=1e-6)
    alone = np.concatenate([encoder.passages([t]) for t in texts])
    assert (together * alone).sum(axis=1) == pytest.approx([1.0] * 3, abs=1e-3)


def test_nothing_in_nothing_out(encoder: SentenceTransformerEncoder) -> None:
    assert encoder.passages([]).shape == (0, 384)


def test_questions_find_their_passages_in_either_language(encoder: SentenceTransformerEncoder) -> None:
    questions = encoder.queries([q for q, _ in PAIRS])
    passages = encoder.passages([p for _, p in PAIRS])
    assert (questions @ passages.T).argmax(axis=1).tolist() == [0, 1, 2]


def test_half_precision_agrees_with_full(encoder: SentenceTransformerEncoder) -> None:
    texts = [p for _, p in PAIRS]
    plain = SentenceTransformerEncoder(plain=True)
    assert plain.name == "multilingual-e5-small (float32)"
    assert float((plain.passages(texts) * encoder.passages(texts)).sum(axis=1).min()) > 0.9995


@pytest.mark.parametrize(
    ("model", "says"),
    [
        pytest.param(
            "./no/such/folder", r"there is no model folder \./no/such/folder; give an existing", id="no folder"
        ),
        pytest.param("{tmp}", r"cannot be loaded .*; check the name or the folder", id="a folder that is no model"),
    ],
)
def test_a_model_that_cannot_be_loaded(tmp_path: Path, model: str, says: str) -> None:
    (tmp_path / "modules.json").write_text("[{}]")
    with pytest.raises(ModelError, match=says) as refused:
        SentenceTransformerEncoder(model.format(tmp=tmp_path)).queries(["谁"])
    assert "\n" not in str(refused.value)


def test_end_to_end(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number, (_, passage) in enumerate(PAIRS):
        (pages / f"{number}.txt").write_text(f"要闻\n　　本报讯 {passage}\n", encoding="utf-8")
    config = Config(index=tmp_path / "index")
    build(config, [pages])
    indexes = open_indexes(config)
    for number, (question, passage) in enumerate(PAIRS):
        best, _ = indexes.dense.search(indexes.encoder.queries([question])[0], 1)[0]
        found = indexes.store.passages([best])[best]
        assert (found.page, passage in found.text) == (f"{number}.txt", True)
