"""What a command hands to a renderer: an answer, and the paper it is to be written on.

Named tuples, for every start of the program makes them anew, and a dataclass takes ten times as
long to make.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, TextIO

Item = dict[str, Any]
"""One object of the JSON contract; all renderers work from these same objects."""

Shape = Literal[
    "talks",  # a list of talks, or of hits with score and match
    "related",  # talks with why each is like another one
    "schedule",  # talks in time order, by event and day
    "talk",  # one or several talks, each told in full
    "export",  # talks on their way out of the library: all that is known of each
    "people",  # a list of people
    "person",  # one or several people, each told in full
    "events",
    "orgs",  # a list of organisations
    "org",  # one or several organisations, each told in full
    "topics",  # what talks are about
    "stats",
    "sources",  # what has been imported
    "imports",  # what became of each file
    "changes",  # what newer exports of a document changed
    "doubts",  # what looks wrong in the library
    "remarks",  # lines that a reader could not place
    "rows",  # anything else: the keys of the first item are the columns
]


class Told(Sequence[Item]):
    """Items that are made of *things* each time somebody looks at them, and of which one at a time
    is held: a thousand at once fill memory, which takes time, and JSON needs none of them twice.
    """

    def __init__(self, things: Sequence[Any], tell: Callable[[Any], Item]) -> None:
        self.things, self.tell = things, tell

    def __len__(self) -> int:
        return len(self.things)

    def __getitem__(self, place: Any) -> Any:
        found = self.things[place]
        return list(map(self.tell, found)) if isinstance(place, slice) else self.tell(found)


class Answer(NamedTuple):
    """What was found, with all that any format needs to write it down."""

    shape: Shape
    items: Sequence[Item]
    single: bool = False
    """One thing was asked for: JSON writes the object itself and no array."""
    title: str | None = None
    """A heading for people; only table and markdown show it."""
    notes: tuple[str, ...] = ()
    """Footnotes for people: ``12 talks without a time``."""
    fields: tuple[str, ...] | None = None
    """What ``--fields`` asked for, already checked by :func:`talkctl.render.fields.chosen`."""
    marks: Mapping[str, str] = MappingProxyType({})
    """A few words beside a talk, by its id: an overlap, or why it is related."""
    asides: Mapping[str, str] = MappingProxyType({})
    """A few words of no urgency about a talk or person, by their id: how long one is free before it,
    what somebody returns to."""
    grid: bool = False
    """A programme is asked for with hours down and rooms across."""
    show_sources: bool = False
    """In full views, say which record gave what."""


class Paper(NamedTuple):
    """Where an answer is written: a stream, its width in columns, whether it shows colours and which."""

    stream: TextIO
    width: int = 80
    colour: bool = False
    theme: str = "terminal"

    def write(self, text: str) -> None:
        """Write *text* as it is."""
        self.stream.write(text)
