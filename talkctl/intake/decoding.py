"""Bytes to text: unpacked, in whatever encoding, and without anything costing more than it may.

What the bytes say of themselves comes first (a byte order mark, an XML declaration, a meta tag),
then what they can only be (UTF-8, UTF-16), then what they most likely are.
"""

from __future__ import annotations

import re
import zlib
from typing import NamedTuple

from talkctl.errors import ImportRefused
from talkctl.intake.files import LARGEST

_GZIP = b"\x1f\x8b"
_ARCHIVES = {
    b"PK\x03\x04": "a zip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"(\xb5/\xfd": "a zstd archive",
    b"SQLite format 3": "a database",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})|<meta[^>]{0,200}?charset\s*=\s*["']?"""
    rb"""([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_TWICE = re.compile("[\xc2-\xf4][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
"""The beginning of a letter in UTF-8, as Windows' Latin letters show it."""
_FOLDED_WITHIN = re.compile(rb"([\xc2-\xf4][\x80-\xbf]{0,2})(\r?\n[ \t])([\x80-\xbf]{1,3})")
"""A letter in UTF-8 that a calendar folds over two lines, for it counts bytes."""
_LATIN_AT_MOST = 0.2
"""In a text of a Latin language, at most this share of the letters has an accent."""


class Decoded(NamedTuple):
    """A text and the encoding it was in; *told* where nothing in the file says so for certain."""

    text: str
    encoding: str
    told: bool = True


def decode(name: str, content: bytes) -> Decoded:
    """The text in *content*, unpacked if it is gzipped; what is no text is refused."""
    content = _unpacked(name, content)
    if not content.strip():
        raise ImportRefused(f"{name}: is empty.")
    if b"BEGIN:VCALENDAR" in content[:1000]:
        content = _FOLDED_WITHIN.sub(rb"\1\3\2", content)
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Decoded(content[len(mark) :].decode(encoding, errors="replace"), encoding)
    if (wide := _wide(content)) is not None:
        return Decoded(content.decode(wide, errors="replace"), wide, told=False)
    if b"\x00" in content[:4096]:
        raise ImportRefused(f"{name}: is not text.")
    try:
        return _once(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _otherwise(content, error)


def _once(text: str) -> Decoded:
    """*text*, where lines of it were encoded twice (``MÃ¼ller``) as they were before."""
    if not _TWICE.search(text):
        return Decoded(text, "utf-8")
    lines = [_line_once(line) if _TWICE.search(line) else line for line in text.split("\n")]
    found = "\n".join(lines)
    if found == text:
        return Decoded(text, "utf-8")
    return Decoded(found, "UTF-8 encoded twice", told=False)


def _line_once(line: str) -> str:
    """*line*, unless it holds a letter that no second encoding makes."""
    try:
        return b"".join(map(_byte, line)).decode("utf-8")
    except UnicodeError:
        return line


def _byte(letter: str) -> bytes:
    """What *letter* was before somebody took it for Windows' Latin letters."""
    return letter.encode("latin-1" if "\x80" <= letter <= "\x9f" else "cp1252")


def _unpacked(name: str, content: bytes) -> bytes:
    if content.startswith(_GZIP):
        content = _gunzipped(name, content)
        if content.startswith(_GZIP):
            raise ImportRefused(f"{name}: an archive within an archive; unpack it first.")
    for beginning, what in _ARCHIVES.items():
        if content.startswith(beginning):
            raise ImportRefused(f"{name}: is {what}, not text; unpack or convert it first.")
    return content


def _gunzipped(name: str, content: bytes) -> bytes:
    """The unpacked content, whose size nothing announces: it is given up where it grows absurd."""
    unpacker = zlib.decompressobj(wbits=31)
    try:
        text = unpacker.decompress(content, LARGEST)
    except zlib.error as error:
        raise ImportRefused(f"{name}: its gzip data are broken: {error}.") from None
    if unpacker.unconsumed_tail:
        raise ImportRefused(f"{name}: unpacks to more than {LARGEST >> 20} MB.")
    if not unpacker.eof:
        raise ImportRefused(f"{name}: its gzip data end too early.")
    return text


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark, which every second byte of Western text gives away."""
    glance = content[:512]
    if len(glance) < 8 or b"\x00" not in glance:
        return None
    even, odd = glance[0::2].count(0), glance[1::2].count(0)
    if odd > len(glance) // 3 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > len(glance) // 3 and not odd else None


def _otherwise(content: bytes, error: UnicodeDecodeError) -> Decoded:
    declared = _DECLARED.search(content[:2000])
    if declared:
        encoding = (declared[1] or declared[2]).decode("ascii").lower()
        try:
            return Decoded(content.decode(encoding), encoding)
        except (LookupError, UnicodeDecodeError):
            pass
    if _truncated(content, error):
        return Decoded(content[: error.start].decode("utf-8"), "utf-8")
    accented = sum(byte >= 0xC0 for byte in content)
    letters = accented + sum(65 <= byte <= 122 for byte in content)
    if accented <= letters * _LATIN_AT_MOST:
        if not re.search(rb"[\x81\x8d\x8f\x90\x9d]", content):
            return Decoded(content.decode("cp1252"), "windows-1252", told=False)
        return Decoded(content.decode("latin-1"), "latin-1", told=False)
    from charset_normalizer import from_bytes

    best = from_bytes(content[:100_000]).best()
    encoding = best.encoding if best is not None else "latin-1"
    return Decoded(content.decode(encoding, errors="replace"), encoding, told=False)


def _truncated(content: bytes, error: UnicodeDecodeError) -> bool:
    """Whether the one fault of the text is that it ends in the middle of a letter."""
    return error.end >= len(content) and "unexpected end" in error.reason
