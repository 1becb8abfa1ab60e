"""What a text says of a word, a name, a place: shared by finding, checking and answering."""
