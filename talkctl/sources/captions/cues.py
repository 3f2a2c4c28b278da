"""Lines of WebVTT and SubRip as cues: what stands on the screen, and from when to when.

    WEBVTT - a title                    a header, perhaps with ``Language: en`` below it
    NOTE …, STYLE …, REGION …           blocks that are not said
    intro                               a cue's name, or its number
    00:00:01.000 --> 00:00:02.500 …     its times; hours may be absent, SubRip has a comma
    <v Jane>Hello &amp; welcome</v>     its words

https://www.w3.org/TR/webvtt1/ has the one; the other is what players accept. A time line begins a
cue wherever it stands: blank lines and numbers before it may be missing.

Automatic captions roll: each line comes in at the bottom and stays while the next is said.

    0.0  hello everyone            what is said
    2.4  hello everyone            the same, finished, for a hundredth of a second
    2.4  hello everyone            the same once more, above
         welcome to                what is said next

What stays is dropped, so that every word is said once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import pairwise
from typing import NamedTuple

from talkctl.record import Remark, Segment
from talkctl.sources.source import Line, remark

_CLOCK = r"(?:\d{1,4}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,6})?"
TIMES = re.compile(rf"\s*(?P<start>{_CLOCK})\s*-{{1,2}}>\s*(?P<end>{_CLOCK})(?P<rest>\s.*)?$")
_BLOCK = re.compile(r"(?P<name>NOTE|STYLE|REGION)(?:\s+(?P<rest>.*))?$")
_FIELD = re.compile(r"(?P<name>[A-Za-z][A-Za-z -]{1,30})\s*[:=]\s*(?P<value>\S.*)$")
_TIMED_WORD = re.compile(r"<\d{1,4}:\d\d(?::\d\d)?\.\d{1,6}>")
_VTT_TAG = re.compile(r"<[^<>\n]{0,500}>")
_SRT_TAG = re.compile(r"</?(?:[biusv]|font|c|lang|ruby|rt|span)(?:[\s.][^<>\n]{0,300})?/?>", re.I)
_OVERRIDE = re.compile(r"\{\\[^{}\n]{0,100}\}")
_LONGEST_LINE = 20_000


class Cue(NamedTuple):
    """Lines that are on the screen together, in seconds; *timed* if each word has its own time."""

    start: float
    end: float
    lines: tuple[str, ...]
    timed: bool = False


@dataclass(slots=True)
class Captions:
    """What a file of captions holds; *facts* are fields of its header and notes, folded."""

    cues: list[Cue] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Reader:
    document: str
    vtt: bool
    read: Captions = field(default_factory=Captions)
    block: list[Line] = field(default_factory=list)
    times: tuple[float, float] | None = None

    def take(self, line: Line) -> None:
        """Read the next *line*; within a cue only one without even a blank ends it."""
        found = TIMES.match(line.text) if len(line.text) <= _LONGEST_LINE else None
        if found:
            self._begin(line, found)
        elif line.blank and not (line.text and self.times):
            self.close()
        elif not line.blank:
            self.block.append(line)

    def _begin(self, line: Line, found: re.Match[str]) -> None:
        named = self.block[-1:] if self.times is None or _is_number(self.block) else []
        self.block = self.block[: len(self.block) - len(named)]
        self.close()
        start, end = seconds(found["start"]), seconds(found["end"])
        if end < start:
            self._remark([line], "a caption that ends before it begins")
            end = start
        self.times = start, end

    def close(self) -> None:
        """End the block of lines that is open."""
        block, times = self.block, self.times
        self.block, self.times = [], None
        if times is not None:
            self._cue(times, block)
        elif block:
            self._without_times(block)

    def _cue(self, times: tuple[float, float], block: list[Line]) -> None:
        words = tuple(text for line in block if (text := said(line.text, self.vtt)))
        timed = any(_TIMED_WORD.search(line.text[:_LONGEST_LINE]) for line in block)
        self.read.cues.append(Cue(*times, words, timed))

    def _without_times(self, block: list[Line]) -> None:
        head = _BLOCK.match(block[0].text[:_LONGEST_LINE]) if self.vtt else None
        if head:
            if head["name"] == "NOTE":
                self._facts([head["rest"] or "", *(line.text for line in block[1:])])
        elif "-->" in "".join(line.text[:_LONGEST_LINE] for line in block):
            self._remark(block, "a caption whose times cannot be read")
        elif self.vtt or not self.read.cues or _is_number(block[:1]):
            self._remark(block, "words of a caption without a time")
        else:
            # Makers of SubRip leave blank lines within captions.
            last = self.read.cues[-1]
            words = tuple(text for line in block if (text := said(line.text, self.vtt)))
            self.read.cues[-1] = last._replace(lines=last.lines + words)

    def _facts(self, lines: Sequence[str]) -> None:
        for text in lines:
            found = _FIELD.match(text.strip()[:1000])
            if found:
                name = " ".join(found["name"].lower().split())
                self.read.facts.setdefault(name, found["value"].strip())

    def header(self, lines: Sequence[Line]) -> None:
        """Read the *lines* at the top of WebVTT, up to the first blank one."""
        if not lines:
            return
        opening = lines[0].text.lstrip("\ufeff")[len("WEBVTT") : 1000].strip(" \t-–—:")
        if opening and opening.upper() != "FILE":
            self.read.facts["header"] = opening
            self._facts(opening.split(";"))
        self._facts([line.text for line in lines[1:]])

    def _remark(self, lines: list[Line], reason: str) -> None:
        self.read.remarks.append(remark(self.document, lines, reason))


def read_captions(document: str, lines: Sequence[Line]) -> Captions:
    """The cues, fields and unreadable places of a file of WebVTT or SubRip."""
    first = next((n for n, line in enumerate(lines) if line.text.strip("\ufeff \t")), len(lines))
    vtt = is_vtt(lines[first].text) if first < len(lines) else False
    reader = _Reader(document, vtt)
    if vtt:
        end = first
        while end < len(lines) and not lines[end].blank and "-->" not in lines[end].text[:200]:
            end += 1
        reader.header(lines[first:end])
        first = end
    for line in lines[first:]:
        reader.take(line._replace(text=line.text.lstrip("\ufeff")))
    reader.close()
    return reader.read


def is_vtt(line: str) -> bool:
    """Whether *line* is the first of WebVTT."""
    line = line.lstrip("\ufeff").rstrip()
    return line == "WEBVTT" or line.startswith(("WEBVTT ", "WEBVTT\t", "WEBVTT-"))


def seconds(clock: str) -> float:
    """The seconds that ``1:02:03.004``, ``02:03,004`` and ``02:03`` stand for."""
    total = 0.0
    for part in clock.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return round(total, 3)


def said(line: str, vtt: bool) -> str:
    """The words of a *line* of a cue, without tags, on one line."""
    line = line[:_LONGEST_LINE]
    if "<" in line:
        line = (_VTT_TAG if vtt else _SRT_TAG).sub("", line)
    if "{" in line:
        line = _OVERRIDE.sub("", line)
    if "&" in line:
        line = unescape(line)
    return " ".join(line.replace("\u200e", "").replace("\u200f", "").replace("\u200b", "").split())


def _is_number(block: Sequence[Line]) -> bool:
    return bool(block) and block[-1].text.strip().isdecimal()


_SHORT = 0.05
"""Seconds; nobody reads what is on the screen for less."""

_FEW = 4


def segments_of(cues: Sequence[Cue]) -> tuple[Segment, ...]:
    """*cues* as segments, each word in one of them; empty cues left out."""
    if _is_rolling(cues):
        return tuple(_said_once(cues))
    return tuple(Segment(cue.start, cue.end, " ".join(cue.lines)) for cue in cues if any(cue.lines))


def _is_rolling(cues: Sequence[Cue]) -> bool:
    """Whether words are timed one by one, or a good part of the cues repeat the one before."""
    if any(cue.timed for cue in cues):
        return True
    filled = [cue for cue in cues if cue.lines]
    repeated = sum(
        later.lines[0] == cue.lines[-1]
        and (len(later.lines) > 1 or _is_short(later) or _is_short(cue))
        for cue, later in pairwise(filled)
    )
    return repeated > 1 and repeated * _FEW >= len(filled)


def _is_short(cue: Cue) -> bool:
    return cue.end - cue.start < _SHORT


def _said_once(cues: Iterable[Cue]) -> list[Segment]:
    said: list[Segment] = []
    shown: tuple[str, ...] = ()
    for cue in cues:
        if not cue.lines:
            continue
        fresh = cue.lines[_staying(shown, cue.lines) :]
        if fresh:
            text = " ".join(fresh)
            last = said[-1] if said else None
            if last and _grows(last, cue, text):
                said[-1] = Segment(last.start, cue.end, text)
            else:
                said.append(Segment(cue.start, cue.end, text))
        elif said and not _is_short(cue) and cue.start <= said[-1].end + _SHORT:
            said[-1] = said[-1]._replace(end=max(said[-1].end, cue.end))
        shown = cue.lines
    return said


def _staying(shown: tuple[str, ...], lines: tuple[str, ...]) -> int:
    """How many of *lines* were already on the screen, at the bottom of what was *shown*."""
    for count in range(min(len(shown), len(lines), _FEW), 0, -1):
        if shown[-count:] == lines[:count]:
            return count
    return 0


def _grows(last: Segment, cue: Cue, text: str) -> bool:
    """Whether *text* is what was said last, with more words to it."""
    return cue.start <= last.end + _SHORT and text.startswith(f"{last.text} ")
