"""What a doubt is."""

from __future__ import annotations

from typing import NamedTuple

PAIR_KINDS = ("talk", "person", "event", "org")
"""Two things that may be one."""
ODD_KINDS = ("time", "room", "billing", "dates", "speakers", "remark", "decision")
"""Things that look wrong by themselves."""
DOUBT_KINDS = PAIR_KINDS + ODD_KINDS


class Doubt(NamedTuple):
    """Something to look at: what it is about, why, and how strongly (0 to 1) it looks so.

    *ids* are two ids for a pair (for ``org`` two spellings), else those of the talks or the event
    concerned, and for ``remark`` and ``decision`` the name of the document.
    """

    kind: str
    ids: tuple[str, ...]
    reason: str
    strength: float
