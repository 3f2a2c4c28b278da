"""The components of an iCalendar text and the lines they stand on, as RFC 5545 folds them.

BEGIN:VEVENT
DESCRIPTION:A long text that
  goes on                        folded: the first blank of a line belongs to the fold
and breaks raw                   no property, so the value above goes on after a line break
END:VEVENT

SUMMARY;ENCODING=QUOTED-PRINTABLE:Gr=C3=BC=      vCalendar, which was there before
=C3=9Fe                                          goes on behind ``=`` at the end of a line

Each component is cut out by itself, so that what is wrong with one is wrong with no other.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from talkctl.sources.source import Line

_PROPERTY = re.compile(r"(?P<name>[A-Z][A-Z0-9-]{1,60})(?=[;:])")
_PRINTABLE = re.compile(
    r"(?P<name>[A-Z-]{1,60})(?:;[^:;]{1,80}){0,9}?;(?:ENCODING=)?QUOTED-PRINTABLE(?:;[^:;]{1,80}){0,9}:",
    re.I,
)
_ZONE_ADDRESS = re.compile(r"(^[A-Z-]{1,60};TZID=)(\w{1,20}://[^:;\"]{1,80})(?=[:;])")
_CHARSET = re.compile(r";CHARSET=(?P<name>[\w-]{1,40})", re.IGNORECASE)
_IN_ANY_CASE = re.compile(
    r"(?P<name>begin|end|summary|description|location|dt(?:start|end|stamp)|uid|url|status|rrule"
    r"|exdate|rdate|duration|categories|sequence|class|prodid|version|method|tzid|organizer"
    r"|attendee|created|last-modified|recurrence-id|x-[a-z0-9-]{1,60})(?=[;:])",
    re.IGNORECASE,
)
COMPONENTS = frozenset(
    ("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE", "VAVAILABILITY", "VPOLL")
)
"""What stands directly in a calendar; everything else stands within one of these."""


class Property(NamedTuple):
    """One unfolded content line, and the lines of the file it was folded over."""

    name: str
    text: str
    first_line: int
    last_line: int

    @property
    def value(self) -> str:
        """What stands behind the colon that ends name and parameters."""
        quoted = False
        for place, letter in enumerate(self.text):
            if letter == '"':
                quoted = not quoted
            elif letter == ":" and not quoted:
                return self.text[place + 1 :].strip()
        return ""


@dataclass(slots=True)
class Component:
    """A component of a calendar; *whole* if its own ``END`` was found."""

    name: str
    first_line: int
    last_line: int
    properties: list[Property] = field(default_factory=list)
    whole: bool = False

    def named(self, name: str) -> list[Property]:
        """Its properties called *name*."""
        return [one for one in self.properties if one.name == name]


@dataclass(slots=True)
class Calendar:
    """One ``VCALENDAR``: what it says of itself, and its components."""

    properties: list[Property] = field(default_factory=list)
    components: list[Component] = field(default_factory=list)
    furniture: list[int] = field(default_factory=list)

    def value_of(self, *names: str) -> str | None:
        """The value of the first property that has one, looked for by *names* in turn."""
        for name in names:
            for one in self.properties:
                if one.name == name and one.value:
                    return one.value
        return None


@dataclass(slots=True)
class File:
    """All calendars of a file, and lines that stand in none."""

    calendars: list[Calendar] = field(default_factory=list)
    stray: list[Property] = field(default_factory=list)
    _open: Component | None = None
    _within: int = 0

    def take(self, one: Property) -> None:
        """The next content line of the file."""
        if one.name == "BEGIN":
            self._begin(one)
        elif one.name == "END":
            self._end(one)
        elif self._open:
            self._open.last_line = one.last_line
            if not self._within or self._open.name == "VTIMEZONE":
                self._open.properties.append(one)
        elif self.calendars and one.name:
            self.calendars[-1].properties.append(one)
            self._as_furniture(one)
        else:
            self.stray.append(one)

    def close(self) -> None:
        """What is open stays unfinished."""
        if self._open:
            self.calendars[-1].components.append(self._open)
        self._open, self._within = None, 0

    def _begin(self, one: Property) -> None:
        name = one.value.upper()
        if name == "VCALENDAR":
            self.close()
            self.calendars.append(Calendar())
            self._as_furniture(one)
        elif name in COMPONENTS or not self._open:
            self.close()
            if not self.calendars:
                self.calendars.append(Calendar())
            self._open = Component(name, one.first_line, one.last_line)
        else:
            self._within += 1
            self._open.last_line = one.last_line
            if self._open.name == "VTIMEZONE":
                self._open.properties.append(one)

    def _end(self, one: Property) -> None:
        name = one.value.upper()
        if self._open and name == self._open.name:
            self._open.last_line, self._open.whole = one.last_line, True
            self.close()
        elif name == "VCALENDAR" and self.calendars:
            self.close()
            self._as_furniture(one)
        elif self._open and self._within:
            self._within -= 1
            self._open.last_line = one.last_line
            if self._open.name == "VTIMEZONE":
                self._open.properties.append(one)
        else:
            self.stray.append(one)

    def _as_furniture(self, one: Property) -> None:
        self.calendars[-1].furniture.extend(range(one.first_line, one.last_line + 1))


def read_components(lines: Sequence[Line]) -> File:
    """The calendars in *lines*, which may break off anywhere."""
    found = File()
    for one in _unfolded(lines):
        found.take(one)
    found.close()
    return found


def _unfolded(lines: Sequence[Line]) -> list[Property]:
    found: list[Property] = []
    name, parts, first, last = "", list[str](), 0, 0
    printable = False
    for line in lines:
        text = line.text.removeprefix("\ufeff") if line.number == 1 else line.text
        if printable and parts[-1].endswith("="):
            parts[-1] = f"{parts[-1][:-1]}{text}"
            last = line.number
            continue
        folded = bool(parts) and text[:1] in (" ", "\t")
        if line.blank and not folded:
            continue
        begins = None if folded else _PROPERTY.match(text) or _IN_ANY_CASE.match(text)
        if folded:
            parts.append(text[1:])
        elif begins or not name:
            if parts:
                found.append(Property(name, _plain("".join(parts), printable), first, last))
            name, parts = (begins["name"].upper() if begins else ""), [text]
            first, printable = line.number, bool(_PRINTABLE.match(text))
        else:
            parts.append(f"\\n{text}")
        last = line.number
    if parts:
        found.append(Property(name, _plain("".join(parts), printable), first, last))
    return found


def _plain(text: str, printable: bool) -> str:
    """*text* as RFC 5545 writes it, where vCalendar has it quoted-printable, and Outlook forgets to
    quote the address that a zone is."""
    found = _PRINTABLE.match(text) if printable else None
    if not found:
        return _ZONE_ADDRESS.sub(r'\1"\2"', text, count=1)
    said = quopri.decodestring(text[found.end() :].encode())
    charset = _CHARSET.search(found[0])
    try:
        value = said.decode(charset["name"] if charset else "utf-8")
    except (LookupError, UnicodeDecodeError):
        value = said.decode("latin-1")
    value = re.sub(r"([\\,;])", r"\\\1", value.replace("\r\n", "\n")).replace("\n", "\\n")
    return f"{found['name']}:{value}"
