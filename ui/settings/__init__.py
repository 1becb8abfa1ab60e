"""The tab "Settings": what the reader chooses and the browser keeps."""
