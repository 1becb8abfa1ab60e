"""Every way a person talks to the library."""
