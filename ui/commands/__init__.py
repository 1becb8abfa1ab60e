"""The commands, one a module: `run(arguments)` does it and gives the exit code."""
