"""Time zones as pages name them, and what a place tells about those that several zones share.

PST | UTC+2 | (CET)                     as ``when`` knows them
America/New_York | Europe/Paris         the names of the time zone database
Pacific Time | ET | Central European Summer Time
CST in "Austin, TX"                     Chicago's, and not Shanghai's
"""

from __future__ import annotations

import re
from functools import cache

from talkctl import when

ZONE = (
    rf"(?:{when.ZONE}|[A-Z][A-Za-z]{{2,12}}/[A-Z][A-Za-z_-]{{2,30}}(?:/[A-Z][A-Za-z_-]{{2,30}})?"
    r"|(?:Eastern|Central|Mountain|Pacific|Central European|Western European|Eastern European"
    r"|British|India|Japan|Korea|Singapore|Australian Eastern)(?: Standard| Summer| Daylight)? Time)"
)
"""What may stand for a time zone behind a clock time, brackets apart (case matters)."""

_NAMED = {
    "et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver",
    "pt": "America/Los_Angeles", "eastern": "America/New_York", "central": "America/Chicago",
    "mountain": "America/Denver", "pacific": "America/Los_Angeles",
    "central european": "Europe/Paris", "western european": "Europe/Lisbon",
    "eastern european": "Europe/Helsinki", "british": "Europe/London", "india": "Asia/Kolkata",
    "japan": "Asia/Tokyo", "korea": "Asia/Seoul", "singapore": "Asia/Singapore",
    "australian eastern": "Australia/Sydney",
}  # fmt: skip
_IN_WORDS = re.compile(r"(?P<where>[A-Za-z ]+?)(?: Standard| Summer| Daylight)? Time")
_DATABASE = re.compile(r"[A-Z][A-Za-z]+(?:/[A-Za-z_-]+){1,2}")

_SHARED = {
    "CST": {
        "America/Chicago": r"\b(?:Austin|Dallas|Houston|San Antonio|Chicago|Minneapolis|St\.? Paul"
        r"|St\.? Louis|Kansas City|Nashville|Memphis|Milwaukee|Madison|Omaha|New Orleans|Des Moines"
        r"|Oklahoma City|Tulsa|Winnipeg|Texas|Illinois|Minnesota|Wisconsin|Iowa|Missouri"
        r"|Louisiana|Oklahoma|Nebraska|Arkansas|Alabama|Mississippi|Tennessee|Manitoba"
        r"|Bentonville|Fort Worth|Plano)\b"
        r"|, (?:TX|IL|MN|WI|IA|MO|LA|OK|NE|AR|AL|MS|TN|KS|ND|SD|MB)\b",
        "Asia/Shanghai": r"\b(?:China|Shanghai|Beijing|Shenzhen|Hangzhou|Guangzhou|Chengdu|Nanjing"
        r"|Wuhan|Taiwan|Taipei|Xi['’]an|Suzhou)\b|上海|北京|深圳|杭州|中国|台北",
        "America/Havana": r"\b(?:Cuba|Havana|La Habana)\b",
    },
    "IST": {
        "Asia/Kolkata": r"\b(?:India|Bangalore|Bengaluru|Hyderabad|Chennai|Pune|Mumbai|New Delhi"
        r"|Delhi|Gurgaon|Gurugram|Noida|Kolkata|Ahmedabad|Kochi|Coimbatore|Jaipur|Kerala)\b",
        "Europe/Dublin": r"\b(?:Ireland|Dublin|Cork|Galway|Limerick)\b",
        "Asia/Jerusalem": r"\b(?:Israel|Tel[ -]Aviv|Jerusalem|Haifa|Herzliya|Ramat Gan)\b",
    },
}
"""Letters that several zones share, and the places that tell which one is meant."""


def bare(zone: str | None) -> str | None:
    """*zone* without brackets around it."""
    return zone.strip().strip("()[]").strip() if zone else zone


def instant(day: str, clock: str, zone: str | None, place: str = "") -> str | None:
    """The instant at which the clock shows *clock* on *day* in *zone*, if the zone is certain.

    *place* is what the page says of where it all happens; it decides between zones that share
    their letters.
    """
    zone = bare(zone)
    plain = when.instant(day, clock, zone)
    name = name_of_zone(zone, place) if zone and not plain else None
    return plain or (when.in_zone(f"{day}T{clock}", name) if name else None)


def is_town(text: str) -> bool:
    """Whether *text* is a town, or a land, that a time zone is called by or that tells zones apart."""
    place = text.strip()
    telling = (form for zones in _SHARED.values() for form in zones.values())
    return place in _places_of_zones() or any(re.fullmatch(form, place) for form in telling)


@cache
def _places_of_zones() -> frozenset[str]:
    from zoneinfo import available_timezones

    names = (zone.rpartition("/")[2].replace("_", " ") for zone in available_timezones())
    return frozenset(names)


def name_of_zone(zone: str, place: str = "") -> str | None:
    """The name that the time zone database has for *zone*, if it is certain which one is meant."""
    if zone in _SHARED:
        meant = [name for name, form in _SHARED[zone].items() if re.search(form, place)]
        return meant[0] if len(meant) == 1 else None
    if _DATABASE.fullmatch(zone):
        return zone
    words = _IN_WORDS.fullmatch(zone)
    return _NAMED.get((words["where"] if words else zone).lower())
