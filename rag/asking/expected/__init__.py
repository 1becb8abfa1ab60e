"""What an answer of each type looks like in a sentence."""
