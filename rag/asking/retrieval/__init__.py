"""From what is asked to the articles and sentences that may tell it."""
