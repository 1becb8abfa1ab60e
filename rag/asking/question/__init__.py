"""The only code that sees the words of a question: from them to what is asked."""
