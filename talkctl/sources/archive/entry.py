"""One entry of a listing while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from talkctl.sources.archive.marks import counts_on, is_image
from talkctl.sources.source import Line


@dataclass(slots=True)
class Entry:
    """A title, what stands below it, and what the marks around it say."""

    published: str | None
    title: Line
    body: list[Line] = field(default_factory=list)
    last: int = 0
    participants: int | None = None
    duration: int | None = None
    dated: bool = False
    ended: bool = False
    given: str | None = None
    """The date on which it was given, where the page says so."""

    @property
    def is_closed(self) -> bool:
        """Whether counts or an image end the entry."""
        return bool(self.ended or self.participants or self.duration)

    @property
    def is_bare(self) -> bool:
        """Whether nothing around the entry says that it is one: date, counts, or an image."""
        return not (self.dated or self.is_closed)

    def add(self, line: Line) -> bool:
        """Take *line* into the entry; whether the entry ends with it."""
        counts = counts_on(line.text)
        if counts is None and is_image(line.text):
            self.last = line.number
            self.ended = True
            return True
        self.last = line.number
        if counts and not (counts.minutes is not None and self.duration is not None):
            self.participants = self.participants or counts.participants
            self.duration = counts.minutes if self.duration is None else self.duration
        else:
            self.body.append(line)
        return False
