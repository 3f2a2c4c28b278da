"""Lists of words, one meaning a line: words before a colon, and behind it what they stand for.

What is set in belongs to the line above. A list opens with a few lines on itself, and a blank one.
"""

from __future__ import annotations

from functools import cache
from os.path import dirname, join


@cache
def meanings(listed: str) -> dict[str, str]:
    """What each word or phrase of the list in the file *listed* stands for."""
    pairs = (line.partition(": ") for line in written(listed).split("\n"))
    return {one: meant for words, _, meant in pairs for one in words.split(", ") if meant}


@cache
def written(listed: str) -> str:
    """The lines of the list, behind what it says of itself."""
    with open(join(dirname(__file__), listed), encoding="utf-8") as lines:
        return lines.read().partition("\n\n")[2].replace("\n  ", " ")
