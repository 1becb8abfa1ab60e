"""Files to pages, pages to articles."""
