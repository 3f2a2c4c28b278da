"""The words under which a person is found."""

from __future__ import annotations

from itertools import pairwise

from talkctl.names import name_parts
from talkctl.text import words

_SHORTEST_PARTICLE = 3


def name_words(name: str) -> set[str]:
    """The words a name is found by: its parts, and particles joined (``di Fazio``, ``difazio``)."""
    parts = name_parts(name)
    joined = {
        first + second
        for first, second in pairwise(parts)
        if min(len(first), len(second)) <= _SHORTEST_PARTICLE
    }
    return set(parts) | joined | set(words(name))
