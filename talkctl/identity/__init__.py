"""What documents say, joined: which records are one talk, which names one person."""

from talkctl.identity.assemble import assemble, join
from talkctl.identity.corrections import Corrections, read_corrections
from talkctl.identity.decisions import Anchor, Decision
from talkctl.identity.past import Past, past_of

__all__ = [
    "Anchor", "Corrections", "Decision", "Past", "assemble", "join", "past_of",
    "read_corrections",
]  # fmt: skip
