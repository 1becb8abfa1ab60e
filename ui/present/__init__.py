"""Records as HTML: pure functions, every text escaped."""

from ui.present.evidence import evidence, gone, nothing_chosen
from ui.present.transcript import examples_html, suggestions, turn_html, welcome

__all__ = ["evidence", "examples_html", "gone", "nothing_chosen", "suggestions", "turn_html", "welcome"]
