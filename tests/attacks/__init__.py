"""What somebody who means harm, or a machine that is broken, may do to talkctl: one table of it.

``table`` holds the rows; each names the function that does it. ``python -m tests.attacks`` does all
and writes the table with what came of it.
"""
