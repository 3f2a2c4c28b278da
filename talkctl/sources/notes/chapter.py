"""Where lines of notes stand: on which page, and under which headings."""

from __future__ import annotations

from dataclasses import dataclass, field

from talkctl.record import Record
from talkctl.sources.grammar.billing import Known
from talkctl.sources.notes.hours import When, day_within, moments
from talkctl.sources.notes.markdown import Markup, without_markup


@dataclass(frozen=True, slots=True)
class Chapter:
    """What the page, and the headings above some of its lines, say of these lines."""

    document: str = ""
    references: dict[str, str] = field(default_factory=dict)
    """Where the reference links of the page lead."""
    known: Known = field(default_factory=Known)
    year: int | None = None
    event: str | None = None
    days: tuple[str, ...] = ()
    """All days of the event, where the page names them together."""
    day: int | None = None
    date: str | None = None
    track: str | None = None
    hour: str | None = None
    """When all that is listed there begins, as lightning talks do."""
    room: str | None = None
    of_talks: bool = False
    """The page speaks of nothing but talks there."""
    aside: bool = False
    """The heading above is one of links and plans, whose bullets are no talks."""
    own: bool = False
    """Whoever wrote the page lists their own talks, and says where they gave them."""

    def plain(self, text: str) -> tuple[str, list[Markup]]:
        """*text* without its markup, and its links."""
        return without_markup(text, self.references)

    def words(self, text: str) -> str:
        """*text* without its markup."""
        return self.plain(text)[0]

    def record(self, line: int, last: int | None = None) -> Record:
        """A record of which only the place is known: from this *line* to the *last*."""
        record = Record(self.document, "notes", line, last or line)
        return record._replace(event=self.event, track=self.track, room=self.room)

    def at(self, record: Record, when: When) -> Record:
        """*record* on the date and at the hours that *when* says, or on those of the chapter."""
        weekday = when.weekday and day_within(when.weekday, self.days)
        date = when.date or weekday or self.date
        start, end = moments(date, (when.start or self.hour, when.end), when.zone)
        return record._replace(
            start=start,
            end=end,
            timezone=when.zone if start and len(start) > 19 else None,
            date=date,
            day=None if date else self.day,
        )
