"""What names of the trade are about, for libraries whose talks call the thing otherwise.

Products, services, standards, errors, and what other trades call things stand in ``trade.txt``, which
is only read for words that the library has never seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from os.path import dirname, join

from talkctl.search.gathering import KINDRED_UNSEEN, Gathering, Group, Phrase
from talkctl.store.lexicon import singular


def about(name: str) -> list[str]:
    """What talks say whose subject has *name*, folded and in single blanks; nothing if it has none."""
    *before, last = name.split(" ")
    forms = (name, " ".join((*before, singular(last))))
    found = (_names().get(form) for form in forms if form in _list())
    subject = next(filter(None, found), None)
    return subject.split(", ") if subject else []


def add_named(reader: Gathering, groups: Sequence[Group], name: str) -> list[Phrase]:
    """Let what *name* is about answer *groups*; letters with which words begin are their beginning."""
    subject = about(name)
    if not subject or reader.lookup.beginnings(name, 1):
        return []
    free = [group for group in groups if not group.column]
    return [it for group in free for it in reader.add_phrases(group, subject, KINDRED_UNSEEN)]


@cache
def _names() -> dict[str, str]:
    """Each name of the list with what it is about; taken apart only where it has the name at all."""
    pairs = (line.partition(": ") for line in _list().split("\n"))
    return {name: subject for names, _, subject in pairs for name in names.split(", ") if subject}


@cache
def _list() -> str:
    with open(join(dirname(__file__), "trade.txt"), encoding="utf-8") as lines:
        return lines.read().partition("\n\n")[2].replace("\n  ", " ")
