"""Typed mentions of a text."""
