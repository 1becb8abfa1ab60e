"""From the options that every command has to the library's one configuration."""

from __future__ import annotations

from argparse import Namespace

from rag import Config


def config_of(arguments: Namespace) -> Config:
    """The configuration these options ask for."""
    chosen = {"model": arguments.model} if arguments.model else {}
    return Config(index=arguments.index, words=arguments.words, store=arguments.store or "", **chosen)
