"""How names, places, offices and bodies of a page read in Latin letters: pinyin, and English where a table has it.

A rendering helps whoever reads no Chinese; it is never what a page says, and nothing is made up: what no table knows is
given by its sound alone.
"""
