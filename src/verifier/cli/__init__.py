"""The command line: one file a command; each parses, calls the desk, and prints."""
