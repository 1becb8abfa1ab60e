"""The tab "Pages": what is indexed, and what becomes of files that are dropped there."""
