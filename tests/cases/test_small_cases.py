"""The small cases beside the checkout: a few pages each, a few questions each, and what is right given by value.

The tool beside the cases asks and judges, so that what is right is said in one place. What is known to be wrong stands
in a list of ids, and the list is exact: whoever breaks a question or repairs one has to say so there.
"""

from __future__ import annotations

import importlib.util
import json
import logging
import os
import warnings
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from rag.config import Config
from rag.indexing import encoder_for
from rag.ports import Encoder
from tests.conftest import SHARED

CASES = SHARED / "cases"
TOOL = SHARED / "tools" / "cases.py"
PINNED = json.loads((Path(__file__).parents[1] / "golden" / "small_cases.json").read_text(encoding="utf-8"))
GROUPS: list[str] = PINNED["groups"]
FAILING = frozenset(PINNED["failing"])
HERE = CASES.is_dir() and TOOL.is_file()
FOUND = sorted(q.parent for group in GROUPS for q in CASES.glob(f"{group}/*/questions.jsonl")) if HERE else []

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not HERE, reason="the folder ../shared with the small cases and their judge is not here"),
]


@pytest.fixture(scope="module")
def judge() -> ModuleType:
    """The tool that asks and judges, without what it sets for its own process when it is loaded."""
    threads, silenced = os.environ.get("OMP_NUM_THREADS"), logging.root.manager.disable
    with warnings.catch_warnings():
        spec = importlib.util.spec_from_file_location("small_cases_judge", TOOL)
        assert spec is not None
        assert spec.loader is not None
        tool = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(tool)
    logging.disable(silenced)
    if threads is None:
        os.environ.pop("OMP_NUM_THREADS", None)
    return tool


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    """One model for every index: loading it takes longer than a case."""
    return encoder_for(Config().model)


@pytest.mark.parametrize("case", FOUND, ids=lambda c: f"{c.parent.name}/{c.name}")
def test_every_question_is_right_or_known_to_be_wrong(case: Path, judge: ModuleType, encoder: Encoder) -> None:
    rows: list[dict[str, Any]] = judge.asked(case, encoder)
    assert rows, "the case asks nothing"
    broken = [f"{r['id']}: {'; '.join(r['wrong'])}" for r in rows if not r["right"] and r["id"] not in FAILING]
    repaired = [f"{r['id']}: right now, so take it off the list" for r in rows if r["right"] and r["id"] in FAILING]
    assert not broken + repaired, "\n".join(["", *broken, *repaired])


def test_the_list_names_questions_that_are_asked() -> None:
    asked = {json.loads(line)["id"] for c in FOUND for line in (c / "questions.jsonl").read_text("utf-8").splitlines()}
    assert asked >= FAILING, sorted(FAILING - asked)
    assert {c.parent.name for c in FOUND} == set(GROUPS)
