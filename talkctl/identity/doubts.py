"""What looks wrong or undecided in a library: pairs likely but not certainly one, odd facts.

Nothing here is certain (then it would have been joined) and nothing has been decided by the user.
"""

from __future__ import annotations

from typing import NamedTuple

from talkctl.identity.corrections import Corrections
from talkctl.identity.decisions import Decisions
from talkctl.model import Catalogue

DOUBT_KINDS = ("talk", "person", "event", "org", "time", "room", "billing", "speakers", "remark", "decision")
"""The first four are pairs that may be one; the others are things that look wrong."""


class Doubt(NamedTuple):
    """Something to look at: what it is about, why, and how strongly (0 to 1) it looks so.

    *ids* are two ids for a pair (for ``org``: the two spellings), else those of the talks or
    events concerned, or for ``remark`` and ``decision`` the document.
    """

    kind: str
    ids: tuple[str, ...]
    reason: str
    strength: float


def doubts(
    catalogue: Catalogue, corrections: Corrections | None = None, decisions: Decisions = ()
) -> tuple[Doubt, ...]:
    """All that is doubtful in *catalogue*, pairs first, the strongest first within each kind."""
    raise NotImplementedError
