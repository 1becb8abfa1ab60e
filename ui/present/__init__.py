"""Records as HTML: pure functions, every text escaped."""

from ui.present.evidence import evidence, gone, nothing_chosen
from ui.present.transcript import suggestions, transcript, welcome

__all__ = ["evidence", "gone", "nothing_chosen", "suggestions", "transcript", "welcome"]
