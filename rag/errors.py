"""Every error a user can cause, as one family: the message says what is wrong and what to do about it."""

from __future__ import annotations


class RagError(Exception):
    """Root of all expected failures. `str(error)` is one line: the fact, then the remedy."""

    def __init__(self, fact: str, remedy: str = "") -> None:
        self.fact = " ".join(fact.split())
        self.remedy = " ".join(remedy.split())
        super().__init__(f"{self.fact}; {self.remedy}" if self.remedy else self.fact)


class PageError(RagError):
    """One page cannot be read (missing, empty, not text, unknown encoding). Other pages are unaffected."""


class EmptyPageError(PageError):
    """The file holds nothing at all."""


class NoPageError(PageError):
    """The file is of a kind that holds no page, or stands beside pages and is about them."""


class IndexUnusableError(RagError):
    """The index is missing, damaged, of an older schema, or built with other settings."""


class QuestionError(RagError):
    """The question cannot be understood at all: empty, punctuation only, or far too long."""


class TooMuchError(QuestionError):
    """The question asks for more things at once than are looked for."""


class OverdueError(QuestionError):
    """The question was not answered in the time that one may take; asked again on an idle machine it may be."""


class ScopeError(QuestionError):
    """What a question is to be asked of is not there, or not to be understood: a newspaper, a page, a day."""


class ModelError(RagError):
    """The embedding model, the name model or the chat model cannot be loaded or did not answer."""


class SettingError(RagError):
    """A setting or an option has a value that cannot be used."""
