"""The words under which a person is found."""

from __future__ import annotations

from itertools import pairwise

from talkctl.names import name_parts
from talkctl.text import words

_SHORTEST_PARTICLE = 3


def name_words(name: str) -> set[str]:
    """The words a name is found by: its parts, and particles joined (``di Fazio``, ``difazio``)."""
    parts = name_parts(name)
    found = {*parts, *words(name)}
    for first, second in pairwise(parts):
        if len(first) <= _SHORTEST_PARTICLE or len(second) <= _SHORTEST_PARTICLE:
            found.add(first + second)
    return found
