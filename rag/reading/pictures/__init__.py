"""A picture of a page -> its characters with their places: decoding and recognition, both in a process of their own.

`apart`, `glyphs`, `known`, `lines` and `widths` belong to the program, the other modules to the process that it starts.
"""
