"""Text to who, when, where and what; the same code reads pages and questions."""
