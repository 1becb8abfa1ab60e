"""The bundled embedding model as an ordinary SentenceTransformer folder in the user's cache, converted once.

The weights come with the program (`rag/data/encoder.bin`, made by `tests/tuning/encoder_weights.py`); nothing is fetched. The
folder's name holds the version of this conversion and a digest of its source, so that neither can be mixed up with another. It is written aside and renamed: two processes
that convert at once each write their own, and one of the two equal results stays.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import time
from importlib.resources import files
from pathlib import Path

from rag.errors import ModelError
from rag.indexing.cache import user_cache
from rag.indexing.e5file import E5File, Shape, read_e5
from rag.indexing.embeddings import TENSORS
from rag.indexing.rounding import PROMPTS, write_layers
from rag.indexing.tokenizer import write_tokenizer

CONVERSION = 4
"""Raise it when the conversion changes: earlier folders are then left alone and a new one is written."""
WEIGHTS = "encoder.bin"
DIGEST = "6234bf0374db550808a0a3c93ed628a1ff3d25856690d5e3f701b0cd2c33ea8f"
"""SHA-256 of the weights: compared when they are converted, which is once a machine."""
REINSTALL = "reinstall wenzheng"
MANIFEST = "manifest.json"
PART = "part-"
ABANDONED = 3600
"""Seconds after which a folder being written is taken for abandoned; writing takes a few."""

LAYER_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


def model_folder(cache: Path | None = None) -> Path:
    """The folder to load, converted first if it is missing or damaged. ModelError if that cannot be done."""
    home = cache or user_cache()
    folder = home / f"multilingual-e5-small-{CONVERSION}-{DIGEST[:12]}"
    if _intact(folder):
        return folder
    source = weights_file()
    try:
        if _digest(source) != DIGEST:
            raise ModelError(f"the weights of the embedding model are damaged ({source})", REINSTALL)
        home.mkdir(parents=True, exist_ok=True)
        _sweep(home)
        with tempfile.TemporaryDirectory(prefix=PART, dir=home) as aside:
            made = Path(aside) / folder.name
            convert(source, made)
            _put(made, folder)
    except OSError as error:
        raise ModelError(
            f"the embedding model cannot be written to {home} ({error.strerror or error})",
            "make room there, or set XDG_CACHE_HOME to a folder that can be written",
        ) from error
    return folder


def convert(source: Path, folder: Path) -> None:
    """Write the weights file `source` as a SentenceTransformer folder, with the layers that texts run through and a
    manifest of what was written."""
    weights = read_e5(source)
    (folder / "1_Pooling").mkdir(parents=True)
    for name, content in _settings(weights.shape).items():
        (folder / name).write_text(json.dumps(content, indent=1), "utf-8")
    write_tokenizer(weights, folder)
    _write_tensors(weights, folder / TENSORS)
    write_layers(weights, folder)
    files = {p.relative_to(folder).as_posix(): _facts(p) for p in sorted(folder.rglob("*")) if p.is_file()}
    (folder / MANIFEST).write_text(json.dumps(files, indent=1), "utf-8")


def weights_file() -> Path:
    """The weights as they come with the program. ModelError if they are missing."""
    path = Path(str(files("rag").joinpath("data", WEIGHTS)))
    if not path.is_file():
        raise ModelError(f"the weights of the embedding model are missing ({path})", REINSTALL)
    return path


def _sweep(home: Path) -> None:
    """Remove what a conversion that was killed left behind: a quarter of a gigabyte."""
    for part in home.glob(PART + "*"):
        if time.time() - part.stat().st_mtime > ABANDONED:
            shutil.rmtree(part, ignore_errors=True)


def _put(made: Path, folder: Path) -> None:
    """Rename into place; if another process was first, its folder stays, unless that one is damaged."""
    if folder.exists() and not _intact(folder):
        shutil.rmtree(folder, ignore_errors=True)
    try:
        os.rename(made, folder)
    except OSError:
        if not _intact(folder):
            raise


def _intact(folder: Path) -> bool:
    """Whether every file is as it was written: by size and time, and by content where the time differs."""
    try:
        files = json.loads((folder / MANIFEST).read_text("utf-8"))
        return bool(files) and all(_same(folder / name, facts) for name, facts in files.items())
    except (OSError, ValueError, AttributeError, KeyError, TypeError):
        return False


def _same(path: Path, facts: dict[str, object]) -> bool:
    stat = path.stat()
    if stat.st_size != facts["size"]:
        return False
    return stat.st_mtime_ns == facts["time"] or _digest(path) == facts["sha256"]


def _facts(path: Path) -> dict[str, object]:
    stat = path.stat()
    return {"size": stat.st_size, "time": stat.st_mtime_ns, "sha256": _digest(path)}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _settings(shape: Shape) -> dict[str, object]:
    """Every JSON file of the folder but the tokenizer's."""
    modules = (("", "Transformer"), ("1_Pooling", "Pooling"), ("2_Normalize", "Normalize"))
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "hidden_act": "gelu",
            "hidden_size": shape.hidden,
            "num_hidden_layers": shape.layers,
            "num_attention_heads": shape.heads,
            "intermediate_size": shape.feed_forward,
            "vocab_size": shape.vocabulary,
            "max_position_embeddings": shape.positions,
            "type_vocab_size": shape.types,
            "layer_norm_eps": shape.epsilon,
            "pad_token_id": 1,
            "dtype": "float32",
        },
        "modules.json": [
            {"idx": i, "name": str(i), "path": path, "type": f"sentence_transformers.models.{kind}"}
            for i, (path, kind) in enumerate(modules)
        ],
        "sentence_bert_config.json": {"max_seq_length": shape.positions, "do_lower_case": False},
        "config_sentence_transformers.json": {"prompts": PROMPTS, "similarity_fn_name": "cosine"},
        "1_Pooling/config.json": {"word_embedding_dimension": shape.hidden, "pooling_mode_mean_tokens": True},
    }


def _write_tensors(source: E5File, path: Path) -> None:
    """The same tensors under BERT's names; the file has one row of token types, the other is zero."""
    import numpy as np
    from safetensors.numpy import save_file

    shape, width = source.shape, source.shape.hidden
    types = np.zeros((shape.types, width), np.float32)
    types[0] = source.weights("emb.type")[:width]
    tensors = {
        "embeddings.word_embeddings.weight": source.weights("emb.word").reshape(-1, width),
        "embeddings.position_embeddings.weight": source.weights("emb.pos").reshape(-1, width),
        "embeddings.token_type_embeddings.weight": types,
        "embeddings.LayerNorm.weight": source.weights("emb.ln.w"),
        "embeddings.LayerNorm.bias": source.weights("emb.ln.b"),
    }
    for layer in range(shape.layers):
        for short, long in LAYER_NAMES.items():
            bias = source.weights(f"l{layer}.{short}.b")
            weight = source.weights(f"l{layer}.{short}.w")
            name = f"encoder.layer.{layer}.{long}"
            tensors[f"{name}.bias"] = bias
            tensors[f"{name}.weight"] = weight if weight.size == bias.size else weight.reshape(bias.size, -1)
    # never used (the mean is pooled), but transformers reports it as missing and draws it at random
    tensors["pooler.dense.weight"] = np.zeros((width, width), np.float32)
    tensors["pooler.dense.bias"] = np.zeros(width, np.float32)
    save_file(tensors, path, metadata={"format": "pt"})
