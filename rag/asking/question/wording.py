"""A question as typed to the question that is meant: invisible characters, entities, orders to the machine."""

from __future__ import annotations

import html
import re
import unicodedata

from rag.asking.question.greeting import after_greeting
from rag.asking.question.shortened import spelled_out
from rag.errors import QuestionError
from rag.script import DOT, HAN, as_read
from rag.tables import any_of
from rag.text import simplified
from rag.time import in_figures

LONGEST = 2000
"""Characters of the longest question taken; what is longer is a document, not a question."""

_SPACED = re.compile(r"(?<=[㐀-鿿])\s(?=[㐀-鿿])")
_SPACED_OUT = re.compile(r"(?:[㐀-鿿]\s){4}")
_BRACKETED = re.compile(r"[（(]([^（）()]*)[)）]")
_SENTENCE = re.compile(r"[^？?。！!]+[？?。！!]*")
_JOINT = re.compile(rf"(?<=[{HAN}]{{2}})\.(?=[{HAN}]{{2}})")
"""A full-width dot that joins a name, once it is narrow."""

_UMLAUT = re.compile("(?<=[lnLN])u(?=\\u0308)")
"""The ü of pinyin, taken apart; without its dots it would be another vowel (Lü, Lu)."""

_ORDER = re.compile(
    rf"^\s*(?:请|你|现在)*(?:{any_of('orders', 'asking_cues.tsv')})|请回答|回答(?:必须|要|时)|必须(?:说|回答|输出)|不要?引用"
    r"|system prompt|\bignore (?:all|the|any|previous|above)|^\s*pretend\b",
    re.I,
)


def check(question: str) -> str:
    """The question in one line. QuestionError where there is nothing to answer or far too much."""
    if len(question) > LONGEST:
        raise QuestionError(f"the question has {len(question)} characters", f"ask in at most {LONGEST}")
    cleaned = after_greeting(meant(question))
    if not cleaned:
        raise QuestionError("the question is empty", "ask something, for example who inspected what")
    if not any(c.isalnum() for c in cleaned):
        raise QuestionError("the question holds no word", "ask in Chinese or English words")
    return cleaned


def meant(question: str) -> str:
    """Without entities, invisible and compatibility characters, tone marks and orders about how to answer."""
    text = unicodedata.normalize("NFKC", html.unescape(question))
    text = "".join(" " if c in "\n\t\r" else c for c in text if c.isprintable() or c in "\n\t\r")
    text = " ".join(simplified(_JOINT.sub(DOT, as_read(_without_tones(text)))).split())
    if _SPACED_OUT.search(text):
        text = _SPACED.sub("", text)
    return spelled_out(in_figures(_without_orders(text) or text))


def _without_tones(text: str) -> str:
    """Pinyin without its tone marks; Chinese characters have none to lose."""
    parts = _UMLAUT.sub("v", unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))


def _without_orders(text: str) -> str:
    text = _BRACKETED.sub(lambda m: "" if _ORDER.search(m[1]) else m[0], text)
    kept = [s for s in _SENTENCE.findall(text) if not _ORDER.search(s)]
    return "".join(kept).strip()
