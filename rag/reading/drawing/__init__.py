"""The sheets of a PDF as pictures, for whoever wants to see what was read: drawn in a process of their own.

Nothing here shapes an index.
"""
