"""Questions and filters that are kept and put to every new page: what they find, each once."""
