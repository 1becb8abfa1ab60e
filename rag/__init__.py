"""Ask what local government did, and get the newspaper's own words under every claim."""

from __future__ import annotations

from rag.answered import Answer, Citation, Head, HeadKind, Hit, Rank, Searched, Verdict
from rag.asked import Asks, Carried, Correction, Frame, Language
from rag.asking.assistant import Assistant
from rag.asking.matching.romanised import romanised
from rag.asking.writing.lines import answer_line, article_line, event_line
from rag.config import Config
from rag.corrections import ChangedError, ConflictError, Entry, Proposal, ValueRefusedError, mark_of
from rag.errors import IndexUnusableError, ModelError, PageError, QuestionError, RagError, SettingError
from rag.indexing import (
    Fate,
    Health,
    Listed,
    Moved,
    back_up,
    check_index,
    export_words,
    index_at,
    restore,
    rule,
    rulings,
    unread_rulings,
)
from rag.indexing import build as build_index
from rag.indexing import correct as correct_pages
from rag.indexing import delete as delete_pages
from rag.indexing import is_there as index_is_there
from rag.indexing import move as move_index
from rag.indexing import undo as undo_ruling
from rag.indexing.outcomes import NothingReadError
from rag.lasting import put_in_place
from rag.listings import (
    Came,
    Counted,
    Deed,
    Deeds,
    Kept,
    Known,
    Leg,
    Lookup,
    Office,
    Order,
    People,
    Printed,
    Profile,
    Tally,
    Wanted,
)
from rag.reading import LARGEST as LARGEST_PAGE
from rag.reading import SUFFIXES as PAGE_SUFFIXES
from rag.reading import unread as unread_kind
from rag.records import (
    Activity,
    Article,
    Dated,
    Elsewhere,
    Event,
    Outcome,
    OutcomeKind,
    Page,
    Passage,
    PassageKind,
    Period,
    Person,
    Reading,
    Report,
    Span,
    Spans,
    Standing,
    Tie,
    Understood,
)
from rag.ruled import Ruled, Ruling, Thing
from rag.scans import Mark, Picture, Scan

__all__ = [
    "LARGEST_PAGE",
    "PAGE_SUFFIXES",
    "Activity",
    "Answer",
    "Article",
    "Asks",
    "Assistant",
    "Came",
    "Carried",
    "ChangedError",
    "Citation",
    "Config",
    "ConflictError",
    "Correction",
    "Counted",
    "Dated",
    "Deed",
    "Deeds",
    "Elsewhere",
    "Entry",
    "Event",
    "Fate",
    "Frame",
    "Head",
    "HeadKind",
    "Health",
    "Hit",
    "IndexUnusableError",
    "Kept",
    "Known",
    "Language",
    "Leg",
    "Listed",
    "Lookup",
    "Mark",
    "ModelError",
    "Moved",
    "NothingReadError",
    "Office",
    "Order",
    "Outcome",
    "OutcomeKind",
    "Page",
    "PageError",
    "Passage",
    "PassageKind",
    "People",
    "Period",
    "Person",
    "Picture",
    "Printed",
    "Profile",
    "Proposal",
    "QuestionError",
    "RagError",
    "Rank",
    "Reading",
    "Report",
    "Ruled",
    "Ruling",
    "Scan",
    "Searched",
    "SettingError",
    "Span",
    "Spans",
    "Standing",
    "Tally",
    "Thing",
    "Tie",
    "Understood",
    "ValueRefusedError",
    "Verdict",
    "Wanted",
    "answer_line",
    "article_line",
    "back_up",
    "build_index",
    "check_index",
    "correct_pages",
    "delete_pages",
    "event_line",
    "export_words",
    "index_at",
    "index_is_there",
    "mark_of",
    "move_index",
    "put_in_place",
    "restore",
    "romanised",
    "rule",
    "rulings",
    "undo_ruling",
    "unread_kind",
    "unread_rulings",
]
