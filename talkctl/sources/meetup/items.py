"""What a Meetup page is cut into: items, each a slot of the agenda or a block about one talk."""

from __future__ import annotations

from dataclasses import dataclass, field

from talkctl.sources.grammar.agenda import Slot
from talkctl.sources.meetup.labels import entry_of_list, title_key
from talkctl.sources.source import Line
from talkctl.text import key

MOST_LISTED = 200
"""No meetup has more talks than this."""


@dataclass(slots=True)
class Item:
    """One slot of the agenda or one block about a talk."""

    opening: Line
    slot: Slot | None = None
    labels: dict[str, str] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    last: int = 0
    slot_line: int = 0
    """Where the time stands that a block has taken from the agenda."""
    kind: str | None = None
    """That of the slot in whose list the talk stands."""
    announced: bool = False
    """The page's title is the talk's."""

    @property
    def heading(self) -> str:
        """What stands for a title before it is read."""
        return self.labels.get("title") or (self.slot.what if self.slot else "")


@dataclass(slots=True)
class Layout:
    """The page cut into items, its title, its furniture, and parts that tell of people."""

    event: str | None
    heading: Line | None
    items: list[Item] = field(default_factory=list)
    furniture: set[int] = field(default_factory=set)
    speakers: list[Line] = field(default_factory=list)
    """What stands below the heading ``Speakers``."""
    told: list[Line] = field(default_factory=list)
    """What stands in the details before any item."""
    aside: str = ""
    of_speakers: bool = False
    """The part of the page that says who the speakers are has begun, and no other one since."""
    timed: bool = False
    dotted: bool = False
    titles: dict[str, Item] = field(default_factory=dict)
    """The slots by their titles, for the blocks that tell more of them."""
    people: dict[str, Item] = field(default_factory=dict)
    """The items by whom they bill."""
    current: Item | None = None
    """The item that lines belong to now, which need not be the last one."""

    def slot_titled(self, text: str) -> Item | None:
        """The slot of the agenda whose title *text* is."""
        for spelt in (key(text), title_key(text), title_key(entry_of_list(text) or "")):
            if len(spelt) > 2 and spelt in self.titles:
                return self.titles[spelt]
        return None

    def add(self, line: Line, instead: Line | None = None) -> None:
        """Take *line*, or what is left of it, into the open item."""
        if self.current:
            self.current.lines.append(instead or line)
            self.place(line)

    def place(self, line: Line) -> None:
        """Keep *line* for the open item: in its span, or else among the furniture."""
        if self.current and self.items and self.current is self.items[-1]:
            self.current.last = line.number
        else:
            self.furniture.add(line.number)
