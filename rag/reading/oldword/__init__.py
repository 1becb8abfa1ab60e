"""Documents of Word 97 to 2003 and of WPS Writer (.doc, .wps): binary streams in a compound file -> their text."""

from rag.reading.oldword.document import read_old_word

__all__ = ["read_old_word"]
