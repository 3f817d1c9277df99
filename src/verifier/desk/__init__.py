"""What a reviewer can do, as functions: one act, one event, one Change.

The command line and the screen call these and nothing below them that writes. No module here
imports the store before a session is opened, so that a screen can paint first.
"""
