"""What filters ask of a talk, as artificial words in its full text: its kind, its year.

A facet's word begins with a sign from Unicode's private area, which the tokenizer takes for a
letter and nobody types, so facets and the words of the text never meet.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from talkctl.text import words

FIELDS = ("title", "speakers", "orgs", "topics", "event", "abstract", "notes", "bios")
"""The fields of the full text that hold words of people, in the order of its columns."""

MARK = "\ue000"
PERSON = "person"
EVERYTHING, TALK, INTERLUDE = "everything", "talk", "interlude"
"""Facets without a value: of every entry, of those that are talks, and of those that are not."""

HAVINGS = ("video", "slides", "notes", "abstract", "time", "transcript")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Facet(NamedTuple):
    """One thing a filter can ask: which filter, the value's folded form, and as people write it."""

    name: str
    key: str
    value: str
    token: str


def token(name: str, key: str) -> str:
    """The artificial word for the value *key* of the facet *name*."""
    return f"{MARK}{name}{MARK}{key}"


@lru_cache(maxsize=4096)
def facet_key(value: str) -> str:
    """*value* as one folded word: equal however it is spaced, spelt large or punctuated."""
    return "".join(words(value))
