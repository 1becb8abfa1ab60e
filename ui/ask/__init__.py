"""The tab "Ask": a conversation with the pages, told as it is found."""
