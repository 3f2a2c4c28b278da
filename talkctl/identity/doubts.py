"""What looks undecided or wrong in a library, for ``talkctl doctor``.

Pairs that are likely but not certainly one, and facts that do not fit together. Nothing here is
certain (then it would have been joined) and nothing has been decided by the user.
"""

from __future__ import annotations

from talkctl.identity.corrections import Corrections
from talkctl.identity.decisions import Decisions
from talkctl.identity.doubt import DOUBT_KINDS, Doubt
from talkctl.identity.likely import likely_events, likely_orgs, likely_people, likely_talks
from talkctl.identity.oddities import oddities
from talkctl.identity.past import past_of
from talkctl.model import Catalogue

__all__ = ["DOUBT_KINDS", "Doubt", "doubts"]


def doubts(
    catalogue: Catalogue, corrections: Corrections | None = None, decisions: Decisions = ()
) -> tuple[Doubt, ...]:
    """All that is doubtful in *catalogue*: pairs before oddities, the strongest of a kind first."""
    catalogue = catalogue._replace(talks=tuple(catalogue.talks), people=tuple(catalogue.people))
    known = past_of(catalogue)
    found = [
        *likely_talks(catalogue, corrections or Corrections(), decisions, known),
        *likely_people(catalogue, decisions, known),
        *likely_events(catalogue),
        *likely_orgs(catalogue),
        *oddities(catalogue, decisions, known),
    ]
    order = {kind: place for place, kind in enumerate(DOUBT_KINDS)}
    return tuple(sorted(found, key=lambda one: (order[one.kind], -one.strength, one.ids)))
