"""Bodies of a sentence that may be the ones asked for: offices of government, companies, schools, teams."""

from __future__ import annotations

from rag.answered import HeadKind
from rag.asked import Frame
from rag.asking.heads.slots import Slot
from rag.asking.retrieval.judge import Judged
from rag.records import MentionKind


def bodies(query: Frame, best: Judged) -> list[Slot]:
    """Those the sentence mentions and the question does not name; of one within another the longer."""
    found = [m for m in best.passage.mentions if m.kind is MentionKind.BODY and not query.wording.sought.says(m.text)]
    whole = [m for m in found if not any(o is not m and o.start <= m.start and m.end <= o.end for o in found)]
    return [Slot(m.text, HeadKind.ORGANISATION, m.start, m.end) for m in whole]
