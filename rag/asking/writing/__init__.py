"""From claims to text with markers, every quotation verified."""
