"""A process of its own for work on files that nobody vouches for: what goes wrong there costs that file alone.

    room = Room("rag.reading.contents:read", Limits(seconds=20, memory=1 << 30))
    room.run(data, suffix=".pdf")

The function is named, not given, since the process is another one: it takes the bytes and values that JSON knows, and
returns such. A RagError that it raises is raised here; so is a PageError where it takes too long or too much memory, or
ends the process. One process works on file after file, and rests by ending when none comes. A Meter that is given along
counts what several runs take together.
"""

from __future__ import annotations

from rag.confined.room import Limits, Meter, Room

__all__ = ["Limits", "Meter", "Room"]
