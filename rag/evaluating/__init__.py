"""Is it right, and how fast is it."""
