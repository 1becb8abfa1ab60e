"""A digest of a line of JSON inside it: whoever reads it later knows whether it is what was written."""

from __future__ import annotations

from hashlib import blake2b

SEAL = b',"sum":"%s"}'
"""The end of a line: its digest, without this end."""


def sealed(line: str) -> bytes:
    """A line of JSON, an object that is not empty, with its digest, and its end."""
    body = line.encode("utf-8", "replace")[:-1]
    return body + SEAL % sum_of(body) + b"\n"


def is_whole(line: bytes) -> bool:
    """Whether a line is as it was written; one that never had a digest is taken as it is."""
    body, seal, _ = line.rpartition(SEAL.partition(b"%s")[0])
    return not seal or line == body + SEAL % sum_of(body)


def sum_of(body: bytes) -> bytes:
    """A digest in 16 hexadecimal digits: no accident hits upon the same."""
    return blake2b(body, digest_size=8).hexdigest().encode()
