"""The layers that questions run through: the same model as sentence-transformers runs, in float32 and in bytes."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from rag.errors import ModelError
from rag.indexing.e5file import read_e5
from rag.indexing.encoder import SentenceTransformerEncoder
from rag.indexing.layers import INPUT, float_layers
from rag.indexing.questions import LAYERS, PROMPTS, TENSORS, TOKENIZER, Embeddings, QuestionEncoder, _maps
from rag.indexing.weights import _source, model_folder
from rag.runtime import open_model

pytestmark = pytest.mark.model

QUESTIONS = [
    "谁？",
    "陈志远在东江县检查防汛时强调了什么？",
    "Which school did Chen Zhiyuan visit in September?",
    "全县共有多少个村通了自来水，总投资１.２亿元？",
]


@pytest.fixture(scope="module")
def folder() -> Path:
    return model_folder()


@pytest.fixture(scope="module")
def plain() -> np.ndarray:
    return SentenceTransformerEncoder(plain=True).queries(QUESTIONS)


def test_float_layers_are_the_model_itself(folder: Path, plain: np.ndarray) -> None:
    source = read_e5(_source())
    session, embed = open_model(float_layers(source)), Embeddings(folder)
    for question, theirs in zip(QUESTIONS, plain, strict=True):
        mean, *inputs = session.run(None, {INPUT: embed(PROMPTS["query"] + question)})
        assert float(mean[0] @ theirs) / np.linalg.norm(mean) == pytest.approx(1.0, abs=1e-5)
        widths = [x.shape[-1] for x in inputs]
        assert widths == [384, 384, 384, 1536] * 12
        assert len(_maps(source)) == len(widths)


def test_bytes_keep_the_direction(folder: Path, plain: np.ndarray) -> None:
    encoder = QuestionEncoder(folder)
    ours = np.stack([encoder.encode(q) for q in QUESTIONS])
    assert np.linalg.norm(ours, axis=1) == pytest.approx([1.0] * len(QUESTIONS), abs=1e-6)
    assert (ours * plain).sum(axis=1) == pytest.approx([1.0] * len(QUESTIONS), abs=2e-3)


def test_threads_that_share_it_get_the_same(folder: Path) -> None:
    encoder = QuestionEncoder(folder)
    alone = [encoder.encode(q).tolist() for q in QUESTIONS]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(encoder.encode, QUESTIONS * 5))
    assert [v.tolist() for v in together] == alone * 5


@pytest.mark.parametrize("name", [LAYERS, TENSORS, TOKENIZER])
@pytest.mark.parametrize("content", [pytest.param(None, id="missing"), pytest.param(b"torn", id="torn")])
def test_a_folder_that_cannot_be_read(folder: Path, tmp_path: Path, name: str, content: bytes | None) -> None:
    for own in {LAYERS, TENSORS, TOKENIZER} - {name}:
        (tmp_path / own).symlink_to(folder / own)
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(ModelError, match=r"cannot be read .*; delete .*, and it is written again") as refused:
        QuestionEncoder(tmp_path)
    assert "\n" not in str(refused.value)
    shutil.rmtree(tmp_path)
