"""Corrections: what people ruled on what was drawn from pages, kept apart from all that is derived.

How it is laid out:

- `ledger` keeps the rulings, one JSON object a line, only ever added to, each line on the disk, in two files (`lines`), before
  anybody is told that it is. It lies in a folder beside the index (`index.corrections/`): whoever deletes or rebuilds the index, which can always
  be made again, keeps them; it is found without knowing where pages lie, which may be a folder that nobody can write, or
  several. To undo, or to rule on the same thing again, is a further line that names those it is over.
- `entries` are those lines as records. A ruling is tied to the digest of its page and to the words it is about, with what
  stands around them; `placing` finds these words again where the page has come in another version.
- `applying` is the one way in which rulings reach what is answered from: where a page is read and understood for the index
  (`rag.indexing.drawn`), first on how it is cut into articles (`articles`), then on what these tell (`names`, `events`,
  `dates`). Nothing patches what is stored: when the ledger has changed, the pages concerned are drawn again, with all that
  follows from it (names, passages, tables), so events are read in one way only.
- `exporting` writes word lists of them that `--words` takes; `rag.evaluating.corrected` questions with known answers.
"""

from rag.corrections.applying import Corrections, Rulings, in_words
from rag.corrections.checks import ValueRefusedError
from rag.corrections.concerning import concerning
from rag.corrections.entries import Anchor, Entry, anchored
from rag.corrections.events import BASIS as CORRECTED_BASIS
from rag.corrections.events import in_words as event_in_words
from rag.corrections.exporting import write_words
from rag.corrections.ledger import ChangedError, ConflictError, Ledger, active, ledger_of
from rag.corrections.misprints import as_corrected
from rag.corrections.missed import sentences_of
from rag.corrections.proposing import Proposal, mark_of, proposed

__all__ = [
    "CORRECTED_BASIS",
    "Anchor",
    "ChangedError",
    "ConflictError",
    "Corrections",
    "Entry",
    "Ledger",
    "Proposal",
    "Rulings",
    "ValueRefusedError",
    "active",
    "anchored",
    "as_corrected",
    "concerning",
    "event_in_words",
    "in_words",
    "ledger_of",
    "mark_of",
    "proposed",
    "sentences_of",
    "write_words",
]
