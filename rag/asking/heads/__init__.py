"""What an answer may state in its own right, and what licenses it."""
