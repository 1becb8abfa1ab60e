"""Is it right, and how fast: scores against known answers, floors, and timings."""

from rag.evaluating.bench import bench
from rag.evaluating.gate import shortfalls
from rag.evaluating.run import Evaluation, evaluate
from rag.evaluating.table import failures, table

__all__ = ["Evaluation", "bench", "evaluate", "failures", "shortfalls", "table"]
