"""Following the folder of pages while the page is served: what is added, changed, renamed and removed there."""
