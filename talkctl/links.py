"""Addresses of recordings: which recording one is of, and the same address at a certain second."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

_VIDEO = re.compile(
    r"(?:youtu\.be/|youtube(?:-nocookie)?\.com/"
    r"(?:watch\?(?:[^#\s]{0,200}&)?v=|embed/|shorts/|live/|v/))([A-Za-z0-9_-]{11})(?![\w-])",
    re.IGNORECASE,
)
_LONGEST = 2000
"""No address of a recording is longer."""


def youtube_id(address: str) -> str | None:
    """The eleven signs by which YouTube knows the recording at *address*, if it is one of theirs."""
    found = _VIDEO.search(address[:_LONGEST])
    return found[1] if found else None


def printable_address(address: str) -> str:
    """*address* with everything that does not print written in percents, as browsers do it."""
    if address.isprintable():
        return address
    return "".join(
        sign if sign.isprintable() else quote(sign, errors="replace") for sign in address
    )


def at_second(address: str, second: int) -> str:
    """*address* of a recording from *second* on.

    YouTube takes ``?t=``; for other files https://www.w3.org/TR/media-frags/ has ``#t=``.
    """
    video = youtube_id(address)
    if video:
        return f"https://youtu.be/{video}?t={second}"
    return urlunsplit(urlsplit(address)._replace(fragment=f"t={second}"))
