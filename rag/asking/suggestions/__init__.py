"""Questions to go on with, or to begin with, each of which has an answer."""
