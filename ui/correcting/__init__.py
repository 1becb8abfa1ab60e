"""Correcting in the browser: what the form shows of an article, what was sent from it, and keeping that."""
