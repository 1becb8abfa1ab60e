"""The packed weights, read from a file of eight weights made by hand."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from rag.errors import ModelError
from rag.indexing.e5file import Pieces, Shape, read_e5

PIECES = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁海", -1.5)]
NIBBLES = bytes(low | high << 4 for low, high in zip(range(16), reversed(range(16)), strict=True))


def packed() -> bytes:
    texts = [p.encode() for p, _ in PIECES]
    offsets = [sum(map(len, texts[:i])) for i in range(len(texts) + 1)]
    head = b"E5S1" + struct.pack("<I7ifi", 1, 4, 1, 2, 8, 5, 16, 2, 1e-12, 32)
    head += struct.pack("<5iQ6I5f", 5, 0, 2, 1, 3, offsets[-1], *offsets, *(s for _, s in PIECES)) + b"".join(texts)
    head += struct.pack("<iI", 2, 14) + struct.pack("<IBI", 0x3000, 1, 0x20) + struct.pack("<IB", 0x07, 0)
    data = [(b"emb.ln.w", 0, 2, struct.pack("<2f", 0.5, -2.0)), (b"l0.q.w", 1, 32, struct.pack("<e", 0.25) + NIBBLES)]
    at = len(head) + 4 + sum(2 + len(name) + 21 for name, *_ in data)
    table, body = struct.pack("<i", len(data)), b""
    for name, kind, count, raw in data:
        table += struct.pack("<H", len(name)) + name + struct.pack("<BIQQ", kind, count, at + len(body), len(raw))
        body += raw
    return head + table + body


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "w.bin").write_bytes(packed())
    return tmp_path / "w.bin"


def test_header_and_tokenizer(path: Path) -> None:
    read = read_e5(path)
    assert read.shape == Shape(4, 1, 2, 8, 5, 16, 2, pytest.approx(1e-12))
    assert read.pieces == Pieces(tuple(PIECES), bos=0, eos=2, pad=1, unk=3)
    assert read.normal == {"\u3000": " ", "\a": ""}


def test_weights(path: Path) -> None:
    read = read_e5(path)
    assert read.weights("emb.ln.w").tolist() == [0.5, -2.0]
    low = [(n - 8) * 0.25 for n in range(16)]
    assert read.weights("l0.q.w").tolist() == [*low, *reversed(low)]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(b"PK\3\4" + packed()[4:], "no weights", id="another kind of file"),
        pytest.param(packed()[:-4], "cut short", id="the last weights missing"),
        pytest.param(packed()[:90], "cannot be read", id="cut in the header"),
        pytest.param(b"", "cannot be read", id="empty"),
    ],
)
def test_what_is_not_such_a_file(tmp_path: Path, data: bytes, says: str) -> None:
    (tmp_path / "w.bin").write_bytes(data)
    with pytest.raises(ModelError, match=says):
        read_e5(tmp_path / "w.bin")
