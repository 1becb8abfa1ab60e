"""What several handlers need on the way from an event of the page to the library; no Gradio here."""
