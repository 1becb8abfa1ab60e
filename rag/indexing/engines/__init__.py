"""Where an index is kept: the port that the store and both indexes go through, and what stands behind it.

`port` says what an engine does, `chosen` which one a configuration asks for. `tests/engines` holds all to one suite.
"""
