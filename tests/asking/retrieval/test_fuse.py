"""Reciprocal rank fusion, by its arithmetic."""

from __future__ import annotations

import pytest

from rag.asking.retrieval.fuse import reciprocal_rank_fusion


def test_a_third_and_a_first_place_add_up() -> None:
    fused = dict(reciprocal_rank_fusion({"words": ["b", "c", "a"], "meaning": ["a", "d"]}))
    assert fused["a"] == pytest.approx(1 / (60 + 3) + 1 / (60 + 1))
    assert fused == {"a": fused["a"], "b": 1 / 61, "c": 1 / 62, "d": 1 / 62}


def test_two_middling_places_beat_one_first() -> None:
    assert [item for item, _ in reciprocal_rank_fusion({"words": ["x", "a"], "meaning": ["y", "a"]})] == ["a", "x", "y"]


def test_equals_stay_in_the_order_they_were_found() -> None:
    assert [item for item, _ in reciprocal_rank_fusion({"words": ["x"], "meaning": ["y"], "names": ["z"]})] == list(
        "xyz"
    )


@pytest.mark.parametrize("rankings", [pytest.param({}, id="no leg"), pytest.param({"words": []}, id="an empty leg")])
def test_nothing_found(rankings: dict[str, list[str]]) -> None:
    assert reciprocal_rank_fusion(rankings) == []
