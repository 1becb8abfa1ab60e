"""A question to an answer whose every claim is cited."""
