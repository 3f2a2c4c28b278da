"""What the readers of programme exports share: readings of files whose lines all have a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from talkctl.record import Occasion, Record, Remark
from talkctl.sources.grammar.moments import Place
from talkctl.sources.json_text import JsonText
from talkctl.sources.source import Reading
from talkctl.when import parse_date

_SHOWN = 200
_SHORT = 40

THE_END = 1 << 60
"""The last line of a text, whichever it is."""


def reading_of(
    document: str,
    text: str,
    records: Iterable[Record],
    breaks: Iterable[tuple[int, int, str]] = (),
    occasions: tuple[Occasion, ...] = (),
) -> Reading:
    """A reading in which each line that no record and no break has is the file's furniture.

    *breaks* are first line, last line or ``THE_END``, and reason; of what stands there a remark
    shows the beginning.
    """
    kept = tuple(records)
    lines = ["", *text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    written = [number for number, line in enumerate(lines) if line and not line.isspace()]
    end = written[-1] if written else 1
    remarks: list[Remark] = []
    for first, last, reason in breaks:
        first, last = max(1, min(first, end)), max(1, min(last, end))
        shown = " ".join(line.strip()[:_SHOWN] for line in lines[first : min(first + 3, last + 1)])
        remarks.append(Remark(document, first, last, reason, shown.strip()[:_SHOWN]))
    whole = not remarks
    if not kept and not remarks and written:
        shown = lines[written[0]].strip()[:_SHOWN]
        remarks.append(Remark(document, 1, end, "has no talks", shown))
    placed = bytearray(len(lines))
    spans: list[Record | Remark] = [*kept, *remarks]
    for span in spans:
        placed[span.first_line : span.last_line + 1] = b"\1" * (
            span.last_line + 1 - span.first_line
        )
    furniture = frozenset(number for number in written if not placed[number])
    return Reading(kept, tuple(remarks), furniture, occasions, whole)


def lost_of(read: JsonText, cut: Iterable[tuple[int, int]]) -> list[tuple[int, int, str]]:
    """What is lost of *read*, from the first line of the entry on in which it breaks.

    *cut* are the first and last lines of the entries that are cut.
    """
    entries = tuple(cut)
    found = []
    for first, last, reason in read.lost:
        begins = max((begin for begin, end in entries if begin <= first <= end), default=first)
        found.append((begins, last, reason))
    return found


def unread(place: Place, record: Record) -> Iterator[str]:
    """What a programme says at *place* that its *record* could not be given, for it makes no sense."""
    date = "" if place.start and parse_date(place.date) else place.date
    said = date or place.start
    if said and not record.start and not parse_date(said):
        yield f"a {'date' if date else 'start'} that is none: {said[:_SHORT]}"
    if place.end and not record.end:
        yield f"an end that is none: {place.end[:_SHORT]}"
    if place.length.strip("0:PTMHS ") and record.duration is None:
        yield f"a duration that is none: {place.length[:_SHORT]}"


def zone_of(records: Iterable[Record], zone: str | None) -> str | None:
    """*zone* as far as the instants of *records* bear it out; unknown where they speak against."""
    if not zone:
        return None
    timed = [record for record in records if record.start]
    votes = Counter(record.timezone == zone for record in timed)
    return zone if votes[True] >= votes[False] else None


def span_of(records: Iterable[Record]) -> tuple[str | None, str | None]:
    """The first and the last day on which *records* take place."""
    days = sorted(record.date for record in records if record.date)
    return (days[0], days[-1]) if days else (None, None)
