"""One suite for every engine that keeps an index, compared by value."""
