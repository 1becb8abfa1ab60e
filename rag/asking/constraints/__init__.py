"""What the question pins down must stand in the evidence."""
