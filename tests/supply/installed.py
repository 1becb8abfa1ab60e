"""Every package that an installation brings, and the families of licences that each names: from what the packages say
themselves.

    python -m tests.supply.installed

prints the rows of the table in THIRD_PARTY.md, for what is installed here.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib import metadata

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

OURS = "wenzheng"
EXTRAS = ("", "ocr", "models", "mcp", "server")
"""What one may install; the first is the program alone."""

FAMILIES = {
    "Apache-2.0": r"apache",
    "BSD": r"bsd",
    "MIT": r"\bmit\b",
    "MPL-2.0": r"mpl|mozilla",
    "ISC": r"\bisc",
    "PSF-2.0": r"psf|python software",
    "Zlib": r"zlib",
    "CC0-1.0": r"cc0",
    "BSL-1.0": r"bsl",
    "CNRI": r"cnri",
    "GPL": r"(?<!l)gpl|(?<!lesser )general public",
    "LGPL": r"lgpl|lesser general public",
}
"""Licences by how packages spell them; one that is none of these is shown as it is spelt."""


def packages(extra: str = "") -> dict[str, str]:
    """Name -> version of everything that the program with this extra needs here, however remotely; an empty version where
    it is not installed."""
    found: dict[str, str] = {}
    waiting = [(OURS, frozenset([extra]))]
    done = set()
    while waiting:
        name, extras = waiting.pop()
        for needed, their in _needs(name, extras):
            found.setdefault(needed, _version(needed))
            if (needed, their) not in done:
                done.add((needed, their))
                waiting.append((needed, their))
    return dict(sorted(found.items()))


def licences(name: str) -> frozenset[str]:
    """Families of licences that an installed package names."""
    about = metadata.metadata(name)
    classified = [
        line.rpartition(" :: ")[2] for line in about.get_all("Classifier") or () if line.startswith("License")
    ]
    said = about.get("License-Expression") or "; ".join(classified) or str(about.get("License") or "").split("\n")[0]
    known = frozenset(family for family, spelt in FAMILIES.items() if re.search(spelt, said, re.IGNORECASE))
    return known or frozenset([said or "none"])


def _needs(name: str, extras: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    try:
        lines = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return
    for requirement in map(Requirement, lines):
        marker = requirement.marker
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in extras | {""}):
            yield canonicalize_name(requirement.name), frozenset(requirement.extras)


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def main() -> None:
    """Print the rows."""
    told: set[str] = set()
    for extra in EXTRAS:
        for name, version in packages(extra).items():
            if version and name not in told:
                told.add(name)
                sys.stdout.write(f"| {name} | {', '.join(sorted(licences(name)))} | {extra or 'always'} |\n")


if __name__ == "__main__":
    main()
