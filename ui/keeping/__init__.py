"""The folder of pages, and what becomes of files dropped on the page in the browser."""
