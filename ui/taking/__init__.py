"""What is taken away from the page: an answer, a person or a period as a file, every sentence of it a checked quotation."""
