"""The tab "Who did what": the event table, its filters, its plots and its files."""
