"""Text to who, when, where and what: for pages and for the offices and verbs of questions.

The public face: `understand` takes a page's layout and gives what each article tells.
"""

from rag.understanding.article import understand
from rag.understanding.asof import as_of
from rag.understanding.invoked import invoked
from rag.understanding.lexicon import Lexicon
from rag.understanding.nameends import Last, last
from rag.understanding.names import load_name_model
from rag.understanding.namesakes import Held, apart
from rag.understanding.neighbours import Series, Value, hints, numbers, offices
from rag.understanding.retold import same_event, telling_keys, tellings
from rag.understanding.words import activities_in, offices_in

__all__ = [
    "Held",
    "Last",
    "Lexicon",
    "Series",
    "Value",
    "activities_in",
    "apart",
    "as_of",
    "hints",
    "invoked",
    "last",
    "load_name_model",
    "numbers",
    "offices",
    "offices_in",
    "same_event",
    "telling_keys",
    "tellings",
    "understand",
]
