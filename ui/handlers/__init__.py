"""From an event of the page to the library, and from what it says to what the page shows; no Gradio here."""
