"""The folder of this user's machine for what can be made again: the converted model, the dictionary of words."""

from __future__ import annotations

from pathlib import Path


def user_cache() -> Path:
    """`~/.cache/wenzheng` on Linux, its like elsewhere; not created here."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("wenzheng", appauthor=False))
