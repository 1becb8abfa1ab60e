"""How many examples a property is held to: enough for every change, and a hundred times as many before a release."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

EXAMPLES = int(os.environ.get("EXAMPLES", "200000" if os.environ.get("WENZHENG_LONG") else "2000"))
"""WENZHENG_LONG=1 asks for 200,000, EXAMPLES for as many as it says."""

many = settings(
    max_examples=EXAMPLES,
    deadline=None,  # a busy machine is no fault of what is tried
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
