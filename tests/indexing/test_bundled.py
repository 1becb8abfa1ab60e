"""The bundled model by ONNX Runtime: the same as sentence-transformers runs it, alone, together, in float32 and in bytes."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from rag.errors import ModelError
from rag.indexing import bundled
from rag.indexing.bundled import BundledEncoder
from rag.indexing.e5file import read_e5
from rag.indexing.embeddings import TENSORS, TOKENIZER, Embeddings
from rag.indexing.encoder import encoder_for
from rag.indexing.layers import INPUT, float_layers
from rag.indexing.rounding import LAYERS, PROMPTS, linear_maps
from rag.indexing.sentence_transformer import SentenceTransformerEncoder
from rag.indexing.weights import model_folder, weights_file
from rag.runtime import open_model

pytestmark = pytest.mark.model

QUESTIONS = [
    "谁？",
    "陈志远在东江县检查防汛时强调了什么？",
    "Which school did Chen Zhiyuan visit in September?",
    "全县共有多少个村通了自来水，总投资１.２亿元？",
    "大桥什么时候通车？" * 100,
]
PASSAGES = [
    "东江大桥建成通车 2022-05-06：经过三年施工，东江大桥昨日正式开放交通。",
    "陈志远强调，沙袋、水泵等抢险装备必须储备到位，责任落实到岗、到人。",
    "（图为竞赛现场。记者 方宁 摄）",
    "9月1日，望湖小学迎来首批学生。",
    "海州市第十五届人民代表大会第三次会议听取了①审议了②表决了③各项报告。" * 20,
    "Total investment: 3.5 billion yuan, up 12% year on year.",
]
CLOSE = 0.998
"""The least cosine to float32."""


@pytest.fixture(scope="module")
def folder() -> Path:
    return model_folder()


@pytest.fixture(scope="module")
def encoder() -> BundledEncoder:
    return BundledEncoder()


@pytest.fixture(scope="module")
def plain() -> SentenceTransformerEncoder:
    pytest.importorskip("sentence_transformers", reason="the extra `models` is not installed")
    return SentenceTransformerEncoder(plain=True)


def test_float_layers_are_the_model_itself(folder: Path, plain: SentenceTransformerEncoder) -> None:
    source = read_e5(weights_file())
    session, embed = open_model(float_layers(source)), Embeddings(folder)
    for question, theirs in zip(QUESTIONS, plain.queries(QUESTIONS), strict=True):
        mean, *inputs = session.run(None, {INPUT: embed(PROMPTS["query"] + question)})
        assert float(mean[0] @ theirs) / np.linalg.norm(mean) == pytest.approx(1.0, abs=1e-5)
        widths = [x.shape[-1] for x in inputs]
        assert widths == [384, 384, 384, 1536] * 12
        assert len(linear_maps(source)) == len(widths)


def test_bytes_keep_the_direction(encoder: BundledEncoder, plain: SentenceTransformerEncoder) -> None:
    for ours, theirs in (
        (encoder.queries(QUESTIONS), plain.queries(QUESTIONS)),
        (encoder.passages(PASSAGES), plain.passages(PASSAGES)),
    ):
        assert ours.dtype == np.float32
        assert np.linalg.norm(ours, axis=1) == pytest.approx(np.ones(len(ours)), abs=1e-6)
        assert float((ours * theirs).sum(axis=1).min()) >= CLOSE


def test_a_passage_has_one_vector_whatever_it_is_encoded_with(encoder: BundledEncoder) -> None:
    many = [*PASSAGES, *(p[k:] for p in PASSAGES for k in range(1, 12)), *PASSAGES]
    together = encoder.passages(many)
    alone = np.concatenate([BundledEncoder(threads=1).passages([p]) for p in PASSAGES])
    assert np.array_equal(together[: len(PASSAGES)], together[-len(PASSAGES) :])
    assert np.abs(together[: len(PASSAGES)] - alone).max() < 1e-6


def test_nothing_in_nothing_out(encoder: BundledEncoder) -> None:
    assert encoder.passages([]).shape == encoder.queries([]).shape == (0, 384)


def test_threads_that_share_it_get_the_same() -> None:
    encoder = BundledEncoder()
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda q: encoder.queries([q])[0].tolist(), QUESTIONS[:4] * 5))
    alone = [encoder.queries([q])[0].tolist() for q in QUESTIONS[:4]]
    assert together == alone * 5


def test_it_is_what_its_name_asks_for() -> None:
    assert isinstance(encoder_for("multilingual-e5-small"), BundledEncoder)
    assert isinstance(encoder_for("./another"), SentenceTransformerEncoder)


@pytest.mark.parametrize("name", [LAYERS, TENSORS, TOKENIZER])
@pytest.mark.parametrize("content", [pytest.param(None, id="missing"), pytest.param(b"torn", id="torn")])
def test_a_folder_that_cannot_be_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes | None
) -> None:
    for own in {LAYERS, TENSORS, TOKENIZER} - {name}:
        (tmp_path / own).symlink_to(folder / own)
    if content is not None:
        (tmp_path / name).write_bytes(content)
    monkeypatch.setattr(bundled, "model_folder", lambda: tmp_path)
    with pytest.raises(ModelError, match=r"cannot be read .*; delete .*, and it is written again") as refused:
        BundledEncoder().queries(["谁"])
    assert "\n" not in str(refused.value)


def test_neither_network_nor_torch_is_needed() -> None:
    """In a process where opening any socket fails, and the libraries that run other models cannot be had."""
    script = """
import socket, sys
def refuse(*_, **__): raise AssertionError("a socket was opened")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
sys.modules.update(dict.fromkeys(("torch", "transformers", "sentence_transformers")))
from rag.indexing import encoder_for
encoder = encoder_for("multilingual-e5-small")
print(encoder.queries(["谁"]).shape, encoder.passages(["大桥通车。", "桥"]).shape)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "(1, 384) (2, 384)", done.stderr
    assert done.stderr == ""
