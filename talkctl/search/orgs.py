"""Which organisations a name means."""

from __future__ import annotations

from talkctl.names import org_key
from talkctl.text import words


def is_one(org: str, name: str) -> bool:
    """Whether *name* is *org*, however both are spelt, with their legal forms or without."""
    return org_key(org) == org_key(name)


def so_called(org: str, name: str) -> bool:
    """Whether every word of *name* stands in *org*, or begins a word of it."""
    known, typed = words(org), words(name)
    if is_one(org, name):
        return True
    return bool(typed) and all(any(word.startswith(part) for word in known) for part in typed)
