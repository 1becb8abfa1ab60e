"""The page's tabs, a module each: `build(desk)` draws one and wires its own events."""
