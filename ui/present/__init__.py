"""What several parts of the page show alike, as HTML: pure functions, every text escaped."""
