"""The tokenizer of the bundled model, in the form that transformers loads."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from rag.indexing.e5file import E5File

if TYPE_CHECKING:
    from tokenizers.normalizers import Normalizer

MASK = "<mask>"
ASIDE = "\ue000"
"""A private character that holds a kept character's place while NFKC passes over the text."""


def write_tokenizer(source: E5File, folder: Path) -> None:
    """Write tokenizer.json and tokenizer_config.json: Unigram over words that begin with a metaspace."""
    from tokenizers import Tokenizer, models, pre_tokenizers, processors

    pieces = source.pieces
    names = {role: pieces.scored[getattr(pieces, role)][0] for role in ("bos", "eos", "pad", "unk")}
    tokenizer = Tokenizer(models.Unigram(list(pieces.scored), unk_id=pieces.unk, byte_fallback=False))
    tokenizer.normalizer = _normalizer(source.normal)
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.add_special_tokens([*names.values(), MASK])
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{names['bos']} $A {names['eos']}",
        pair=f"{names['bos']} $A {names['eos']} $B {names['eos']}",
        special_tokens=[(names["bos"], pieces.bos), (names["eos"], pieces.eos)],
    )
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    (folder / "tokenizer_config.json").write_text(json.dumps(_settings(names, source.shape.positions)), "utf-8")


def _settings(names: dict[str, str], positions: int) -> dict[str, object]:
    special = {f"{role}_token": text for role, text in names.items()}
    return {
        **special,
        "cls_token": names["bos"],
        "sep_token": names["eos"],
        "mask_token": MASK,
        "model_max_length": positions,
        "tokenizer_class": "PreTrainedTokenizerFast",
    }


def _normalizer(normal: dict[str, str]) -> Normalizer:
    """NFKC, which is what the model's own table does, but for what the table drops, blanks or keeps."""
    from tokenizers import Regex, normalizers

    unlike = {c: n for c, n in normal.items() if unicodedata.normalize("NFKC", c) != n}
    dropped = [c for c, n in unlike.items() if n == ""]
    blanked = [c for c, n in unlike.items() if n == " "]
    steps = [
        normalizers.Replace(Regex(_any_of(dropped)), ""),
        normalizers.Replace(Regex(_any_of(blanked)), " "),
        normalizers.Replace("～", ASIDE),  # the one common character that NFKC folds and the table does not
        normalizers.NFKC(),
        normalizers.Replace(ASIDE, "～"),
        normalizers.Replace(Regex(" {2,}"), " "),
    ]
    return normalizers.Sequence(steps)


def _any_of(characters: list[str]) -> str:
    return "[" + "".join(f"\\x{{{ord(c):x}}}" for c in characters) + "]"
