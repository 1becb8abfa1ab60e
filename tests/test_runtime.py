"""The engine of the models sends nothing and keeps nothing that tells one machine from another."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

RUN = "import rag; from rag.runtime import open_model; import onnxruntime; print(onnxruntime.__version__)"


def test_nothing_is_kept_to_be_sent(tmp_path: Path) -> None:
    """Without the program's word the engine writes a number for the machine and a store of events into these folders."""
    homes = {name: str(tmp_path) for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_CACHE_HOME", "XDG_DATA_HOME")}
    given = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    done = subprocess.run([sys.executable, "-c", RUN], env=given | homes, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert not [path for path in tmp_path.rglob("*") if "onnxruntime" in path.name.lower() or path.name == "deviceid"]
