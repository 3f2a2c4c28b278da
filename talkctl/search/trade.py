"""What names of the trade are about, for libraries whose talks call the thing otherwise.

Products, services, standards, errors, and what other trades call things stand in ``trade.txt``, which
is only read for words that the library has never seen.
"""

from __future__ import annotations

from collections.abc import Sequence

from talkctl.search.gathering import KINDRED_UNSEEN, Gathering, Group, Phrase
from talkctl.search.listed import meanings, written
from talkctl.store.lexicon import singular

_LIST = "trade.txt"


def about(name: str) -> list[str]:
    """What talks say whose subject has *name*, folded and in single blanks; nothing if it has none."""
    *before, last = name.split(" ")
    forms = (name, " ".join((*before, singular(last))))
    # To take the list apart takes longer than to see that it has no such name.
    found = (meanings(_LIST).get(form) for form in forms if form in written(_LIST))
    subject = next(filter(None, found), None)
    return subject.split(", ") if subject else []


def add_named(reader: Gathering, groups: Sequence[Group], name: str) -> list[Phrase]:
    """Let what *name* is about answer *groups*; letters with which words begin are their beginning."""
    subject = about(name)
    if not subject or reader.lookup.beginnings(name, 1):
        return []
    free = [group for group in groups if not group.column]
    return [it for group in free for it in reader.add_phrases(group, subject, KINDRED_UNSEEN)]
