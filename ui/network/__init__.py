"""Who with whom and where: what the event table is also shown as, and what a profile leads to."""
