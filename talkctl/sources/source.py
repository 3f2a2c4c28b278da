"""What a source format is: two pure functions on text, and what they return."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from talkctl.record import Occasion, Record, Remark


class Line(NamedTuple):
    """One line of a document; numbers count from 1, *text* has no line end.

    A tuple, for documents have hundreds of thousands of lines.
    """

    number: int
    text: str

    @property
    def blank(self) -> bool:
        """Whether there is nothing to see on the line."""
        return not self.text or self.text.isspace()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document gave: records, what could not be placed, and the page's furniture.

    Every line with something on it lies in the span of a record, in a remark, or in *furniture*,
    the numbers of the lines that belong to the page and not to a talk (menus, advertisements).
    """

    records: tuple[Record, ...] = ()
    remarks: tuple[Remark, ...] = ()
    furniture: frozenset[int] = field(default_factory=frozenset)
    occasions: tuple[Occasion, ...] = ()
    """The events the document describes, by the names that its records use."""
    whole: bool = True
    """False where the file is broken or cut off, or an entry of it could not be read: a remark says
    which, and the import as a whole does not count as clean."""


@dataclass(frozen=True, slots=True)
class Source:
    """One format talks come in.

    ``sniff(text)`` says whether a text is in this format; ``parse(document, text)`` reads it and
    never raises, whatever the text. *document* is the file's name, with its folders where a folder
    was given (``pycon-2018/videos/opening.json``).
    """

    name: str
    description: str
    sniff: Callable[[str], bool]
    parse: Callable[[str, str], Reading]
    collection: Callable[[str], str | None] = lambda _document: None
    """For a document's name the folder whose small files are listed as one, if there is such."""


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of *text*, ended by LF, CRLF or CR alone as text editors count them."""
    return tuple(map(Line._make, enumerate(_unified(text).split("\n"), 1)))


def line_count(text: str) -> int:
    """How many lines *text* has, counted as :func:`lines_of` numbers them."""
    unified = _unified(text)
    return unified.count("\n") + (unified[-1:] not in ("", "\n"))


def lines_to_read(text: str) -> tuple[Line, ...]:
    """The lines of *text* under their numbers, with one blank line where several follow."""
    found: list[Line] = []
    blank = False
    for number, line in enumerate(_unified(text).split("\n"), 1):
        if line and not line.isspace():
            found.append(Line(number, line))
            blank = False
        elif not blank:
            found.append(Line(number, ""))
            blank = True
    return tuple(found)


def _unified(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def opening_lines(text: str) -> list[str]:
    """The lines with something on them by which a format is recognised, without outer blanks.

    Formats show themselves early: a page that is silent for 200,000 letters is in none.
    """
    return [line for line in map(str.strip, _unified(text[:200_000]).split("\n")) if line]


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """*lines* cut at blank lines, which are left out."""
    found: list[list[Line]] = []
    open_paragraph = False
    for line in lines:
        if line.blank:
            open_paragraph = False
        elif open_paragraph:
            found[-1].append(line)
        else:
            found.append([line])
            open_paragraph = True
    return found


def prose(lines: Sequence[Line]) -> str | None:
    """The text of *lines* as it stands, several blank lines made one, or ``None`` if all blank."""
    blocks = ("\n".join(line.text.rstrip() for line in block) for block in paragraphs(lines))
    return "\n\n".join(blocks).strip() or None


def remark(document: str, lines: Sequence[Line], reason: str) -> Remark:
    """A remark on *lines*, of which there is at least one."""
    text = " ".join(line.text.strip() for line in lines if not line.blank)
    return Remark(document, lines[0].number, lines[-1].number, reason, text)


CUT_OFF = "the page is cut off here"
"""The reason of a remark on the last line of a page that ends in the middle of a talk."""


def cut_off(document: str, lines: Sequence[Line]) -> tuple[Remark, ...]:
    """A remark on the last of *lines*, if it breaks off within a sentence that follows another."""
    last = next((line for line in reversed(lines) if not line.blank), None)
    if last is None or not _BROKEN_OFF.search(last.text[-500:].strip()):
        return ()
    return (remark(document, [last], CUT_OFF),)


_BROKEN_OFF = re.compile(r"[a-zà-ÿ)”\"][.!?][)”\"]?\s+[A-ZÀ-Þ][^.!?:…]*[a-zà-ÿ,]$")


def with_the_rest(document: str, lines: Sequence[Line], reading: Reading) -> Reading:
    """*reading* with a remark on each line that its passes left in none of its parts.

    Whatever a page does to a reader, no line of it goes missing without a word.
    """
    placed = set(reading.furniture)
    spans = [(record.first_line, record.last_line) for record in reading.records]
    spans += [(made.first_line, made.last_line) for made in reading.remarks]
    for first, last in spans:
        placed.update(range(first, last + 1))
    rest = tuple(
        remark(document, [line], "belongs to nothing around it")
        for line in lines
        if not line.blank and line.number not in placed
    )
    return replace(reading, remarks=reading.remarks + rest)
