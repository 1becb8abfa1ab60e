"""Whatever happens in the folder, and whenever the one who follows is killed: the index comes to hold what the folder holds.

`python -m tests.ui.following.churn` does the same with ten thousand operations and twenty kills.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.following.churn import churned, decisions


@pytest.mark.parametrize(("operations", "seed"), [(150, 1), (150, 2)])
def test_the_index_comes_to_hold_what_the_folder_holds(tmp_path: Path, operations: int, seed: int) -> None:
    folder = churned(tmp_path, operations, kills=1, seed=seed, pace=0.06)
    assert sum(folder.done.values()) == operations
    assert folder.brought
    assert decisions(tmp_path) > operations / 10, "too little was seen to have been followed"
