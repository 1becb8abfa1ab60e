"""Is it right, and how fast: scores against known answers, floors, and timings."""

from rag.evaluating.ablation import open_each, open_without
from rag.evaluating.bench import bench
from rag.evaluating.corrected import write_questions
from rag.evaluating.gate import shortfalls
from rag.evaluating.report import write_report
from rag.evaluating.retrieval import Retrieval, evaluate_retrieval, retrieval_figures
from rag.evaluating.run import Evaluation, evaluate
from rag.evaluating.sections import of_answers, of_retrieval
from rag.evaluating.table import failures, retrieval_failures, retrieval_table, side_by_side, table

__all__ = [
    "Evaluation",
    "Retrieval",
    "bench",
    "evaluate",
    "evaluate_retrieval",
    "failures",
    "of_answers",
    "of_retrieval",
    "open_each",
    "open_without",
    "retrieval_failures",
    "retrieval_figures",
    "retrieval_table",
    "shortfalls",
    "side_by_side",
    "table",
    "write_questions",
    "write_report",
]
