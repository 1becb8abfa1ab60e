"""What is printed on a sheet -> its text in reading order: letters, lines, boxes of a column, their flow, paragraphs."""

from rag.reading.sheet.letters import Letter
from rag.reading.sheet.line import UNSEEN, Line, Piece
from rag.reading.sheet.lines import find_lines
from rag.reading.sheet.rows import as_row
from rag.reading.sheet.text import sheet_text, text_of_sheets, written

__all__ = ["UNSEEN", "Letter", "Line", "Piece", "as_row", "find_lines", "sheet_text", "text_of_sheets", "written"]
