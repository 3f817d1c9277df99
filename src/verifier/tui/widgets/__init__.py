"""The panes of the review screen, each painted line by line."""
