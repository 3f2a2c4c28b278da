"""Which event a calendar is of, told by what its exporter puts at the top.

X-WR-CALNAME:KubeCon 2017                          its name
X-WR-CALNAME:FOSDEM 2019 schedule                   its name, and what the calendar is of it
X-WR-CALNAME:jococruise2023                        a name for addresses; then the PRODID's is better
PRODID:-//Sched.com JoCo Cruise 2023//EN
X-WR-CALNAME:Events - Weekly Hack Night.ics        Meetup: the name of one of its evenings
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from talkctl.sources.icalendar.components import Calendar
from talkctl.sources.icalendar.sessions import Session
from talkctl.text import key

_SCHED = re.compile(r"-//Sched\.\w+ (?P<name>[^/].*?)//", re.IGNORECASE)
_PRETALX = re.compile(r"-//pretalx//[^/]*//(?P<slug>[^/]+)", re.IGNORECASE)
_OF_ONE_EVENING = re.compile(r"Events - .*|.*\.ics", re.IGNORECASE)
_NOBODYS = re.compile(
    r"(?:my |public |team )?(?:calendar|kalender|calendrier|events?|schedule|untitled|default|home|work)",
    re.IGNORECASE,
)
_OF_AN_EVENT = re.compile(
    r"(?<=\w)[ :–—-]+(?:(?:full |conference )?schedule|programme?|calendar|fahrplan|agenda)$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+")
_ESCAPED = re.compile(r"\\([\\,;])")


class Named(NamedTuple):
    """The name of an event, if the calendar says it, and what else it is called there."""

    name: str | None
    aliases: tuple[str, ...] = ()


def named_event(calendar: Calendar, sessions: Sequence[Session], whole: Session | None) -> Named:
    """The event that *calendar* is of; *whole* is the entry that goes on as long as all others."""
    producer = calendar.value_of("PRODID") or ""
    stated = _plain(calendar.value_of("X-WR-CALNAME", "NAME") or "")
    if (
        _NOBODYS.fullmatch(stated)
        or _ADDRESS.fullmatch(stated)
        or _OF_ONE_EVENING.fullmatch(stated)
    ):
        stated = ""
    stated = _OF_AN_EVENT.sub("", stated)
    sched, pretalx = _SCHED.search(producer[:300]), _PRETALX.search(producer[:300])
    by_producer = _plain(sched["name"] if sched else pretalx["slug"] if pretalx else "")
    by_entry = " ".join(whole.title.split()) if whole else ""
    names = [name for name in (stated, by_entry, by_producer) if name]
    if sched and _is_slug(stated):
        names = [name for name in (by_producer, by_entry, stated) if name]
    if not names:
        return Named(None)
    others = [*names[1:], *_subdomain(sessions)]
    aliases = {key(one): one for one in others if key(one) != key(names[0])}
    return Named(names[0], tuple(aliases.values()))


def _plain(text: str) -> str:
    return " ".join(_ESCAPED.sub(r"\1", text.replace("\\n", " ")).split())[:300]


def _is_slug(text: str) -> bool:
    return " " not in text and text == text.lower()


def _subdomain(sessions: Sequence[Session]) -> list[str]:
    """What Sched calls the event in its addresses: ``cnc16`` of ``https://cnc16.sched.com``."""
    for one in sessions[:1]:
        try:
            host = urlsplit(one.address).hostname or ""
        except ValueError:
            return []
        if host.endswith((".sched.com", ".sched.org")):
            return [host.split(".")[0]]
    return []
