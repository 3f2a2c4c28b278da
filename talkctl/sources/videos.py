"""What all files about recordings share: how a video is told from others, and where it is."""

from __future__ import annotations

import re

from talkctl.links import youtube_id
from talkctl.sources.grammar.links import repair_address

YOUTUBE_ID = r"[A-Za-z0-9_-]{10}[AEIMQUYcgkosw048]"
"""Eleven letters that stand for 64 bits: of the last one only four bits are free."""

_YOUTUBE_ID = re.compile(YOUTUBE_ID)
_BEGINS = re.compile(r"[?&#](?:t|start)=(?P<begin>[1-9][0-9hms]{0,9})")
_VIMEO = re.compile(r"vimeo\.com/(?:video/)?(?P<id>\d{5,12})(?!\d)", re.IGNORECASE)
_WELL_FORMED = re.compile(
    r"https?://[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}(?:/[^\s<>\\]{0,1500})?"
)


def video_uid(url: str) -> str | None:
    """How a video's host tells it from others: ``youtube:ID``, ``vimeo:ID``.

    A talk that begins within a video of several is told by the second it begins at as well.
    """
    if len(url) > 2000:
        return None
    youtube, vimeo = youtube_id(url), _VIMEO.search(url)
    if youtube and _YOUTUBE_ID.fullmatch(youtube):
        uid = f"youtube:{youtube}"
    elif vimeo:
        uid = f"vimeo:{vimeo['id']}"
    else:
        return None
    begin = _BEGINS.search(url)
    return uid + (f"@{begin['begin']}" if begin else "")


def address(raw: str) -> str | None:
    """The address that *raw* plainly means; what is well formed is not looked at twice."""
    return raw if _WELL_FORMED.fullmatch(raw) else repair_address(raw)
