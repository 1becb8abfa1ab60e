"""A learned reader over the best judged sentences: which of them answers, and whether any does."""
