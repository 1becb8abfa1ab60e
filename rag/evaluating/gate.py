"""Floors that the figures must not fall below."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from pathlib import Path

from rag.errors import SettingError
from rag.evaluating.metrics import Summary

CEILINGS = frozenset({"false_abstain", "questions_with_a_false_head"})
"""Figures of which less is better; the others are floors."""
GOLD = "gold_sha256"
"""The floors hold for these questions only: others are harder or easier."""


def shortfalls(summary: Summary, floors: Path, gold: Path) -> tuple[str, ...]:
    """One line for each figure that misses its floor; empty where all hold.

    `floors` is a JSON object of figures' names and values, and may hold the digest of the questions they were measured
    on. SettingError if it cannot be used, or if the questions are others.
    """
    wanted = _read(floors)
    digest = wanted.pop(GOLD, None)
    if digest and digest != hashlib.sha256(gold.read_bytes()).hexdigest():
        raise SettingError(f"the floors in {floors} were measured on other questions than {gold}", "measure them again")
    figures = asdict(summary)
    unknown = set(wanted) - set(figures)
    if unknown:
        raise SettingError(f"{floors} names no figures: {', '.join(sorted(unknown))}", f"use {', '.join(figures)}")
    return tuple(line for name, floor in wanted.items() if (line := _missed(name, figures[name], float(floor))))


def _missed(name: str, value: float | None, floor: float) -> str:
    if value is None:
        return f"{name} was not measured, its floor is {floor:.3f}"
    if name in CEILINGS:
        return f"{name} is {value:.3f}, above {floor:.3f}" if value > floor else ""
    return f"{name} is {value:.3f}, below {floor:.3f}" if value < floor else ""


def _read(floors: Path) -> dict[str, str]:
    try:
        wanted = json.loads(floors.read_text(encoding="utf-8"))
        return {str(k): str(v) for k, v in wanted.items() if not k.startswith("_")}
    except (OSError, ValueError, AttributeError) as error:
        raise SettingError(
            f"the floors in {floors} cannot be read ({error})", "give a JSON object of figures"
        ) from error
