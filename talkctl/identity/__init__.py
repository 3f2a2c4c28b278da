"""What documents say, joined: which records are one talk, which names one person."""

from talkctl.identity.assemble import assemble
from talkctl.identity.corrections import Corrections, read_corrections

__all__ = ["Corrections", "assemble", "read_corrections"]
