"""Records as HTML: pure functions, every text escaped."""

from ui.present.evidence import evidence, gone, nothing_chosen
from ui.present.transcript import suggestions, turn_html, welcome

__all__ = ["evidence", "gone", "nothing_chosen", "suggestions", "turn_html", "welcome"]
