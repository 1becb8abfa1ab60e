"""What nobody would write: bytes, texts and questions made up by chance, and what must hold of them all the same."""
