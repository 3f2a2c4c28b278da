"""When two names are one event's: spelling, year, abbreviations, and names in two halves.

FOSDEM 2013 · fosdem-2013 · FOSDEM'13 · FOSDEM 2013 Videos         the same words, one year
PyCon Israel 2018 · PyCon IL 2018 · pycon-il-2018                  a country and its code
KubeCon + CloudNativeCon NA 2017 · KubeCon North America 2017      one half of a double name
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from talkctl.text import key

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_SHORT_YEAR = re.compile(r"(?:['’‘]|(?<=[^\W\d_])|[\s_-])(\d{2})\b(?!.*\d)")
_CITY = re.compile(r"(?P<name>\S.*\b(?:19|20)\d{2})\s+\((?P<city>[^\W\d_][\w .'’-]*)\)$")
_HALVES = re.compile(r"\s*(?:\+|&|/|\band\b|\bund\b)\s*", re.IGNORECASE)

_PADDING = frozenset(
    "the a an of and for in at on conference conferences conf videos video talks talk playlist"
    " recordings recording schedule programme program timetable sessions official annual edition"
    " virtual online live main event events presents archive der die das la le el de".split()
)
"""Words that names of events gain and lose without becoming another event's."""

_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")

_LONG_FORMS = {
    "na": "north america",
    "eu": "europe", "il": "israel", "de": "germany", "deutschland": "germany",
    "fr": "france",
    "it": "italy", "italia": "italy", "es": "spain", "espana": "spain", "uk": "uk",
    "us": "usa", "jp": "japan", "kr": "korea", "cn": "china", "tw": "taiwan", "sg": "singapore",
    "au": "australia",
    "nz": "new zealand", "ca": "canada", "br": "brasil", "brazil": "brasil", "mx": "mexico",
    "ar": "argentina",
    "cz": "czech", "pl": "poland", "polska": "poland", "nl": "netherlands", "se": "sweden",
    "fi": "finland", "dk": "denmark", "ch": "switzerland", "pt": "portugal", "ie": "ireland",
    "za": "south africa", "hk": "hong kong", "ru": "russia", "ua": "ukraine", "lt": "lithuania",
    "intl": "international", "latam": "latin america", "apac": "asia pacific",
}  # fmt: skip
"""What stands for a region at the end of an event's name; a code alone is no region."""

_ANYWHERE = {"kccnc": "kubecon cloudnativecon", "na": "north america", "intl": "international"}

REGIONS = frozenset(
    " ".join(_LONG_FORMS.values()).split()
    + "asia africa america americas east west north south central nordic nordics baltic balkan european"
    " world global day days summit summer winter spring fall autumn".split()
)


class Parts(NamedTuple):
    """An event's name taken apart."""

    core: str
    """What tells it from other events, run together, without year and padding."""
    words: frozenset[str]
    year: int | None
    city: str | None
    halves: frozenset[str]
    """The cores it has when one half of a double name is left out."""


def split_city(name: str) -> tuple[str, str | None]:
    """An event's name and the city that stands in brackets behind its year."""
    found = _CITY.match(name.strip())
    return (found["name"], found["city"]) if found else (name.strip(), None)


@lru_cache(maxsize=16384)
def read_event_name(name: str) -> Parts:
    """*name* taken apart."""
    bare, city = split_city(name[:300])
    years = _YEAR.findall(bare)
    year = int(years[-1]) if years else None
    rest = _YEAR.sub(" ", bare)
    if year is None:
        short = _SHORT_YEAR.search(rest)
        if short and key(rest[: short.start()]) and not 40 < int(short[1]) < 90:
            year = (1900 if int(short[1]) >= 90 else 2000) + int(short[1])
            rest = rest[: short.start()] + " " + rest[short.end() :]
    words = _words(rest)
    return Parts("".join(words), frozenset(words), year, city, _halves(rest))


def _words(text: str) -> list[str]:
    found = key(text.replace("_", " ")).split()
    full: list[str] = []
    for place, word in enumerate(found, 1):
        last = 1 < place == len(found)
        long = _LONG_FORMS.get(word) if last else _ANYWHERE.get(word)
        full += long.split() if long else [word]
    kept = [word for word in full if word not in _PADDING and not _ORDINAL.fullmatch(word)]
    return kept or found


def _halves(text: str) -> frozenset[str]:
    """``KubeCon + CloudNativeCon NA`` gives ``kubeconnorthamerica`` and the other one."""
    pieces = [piece for piece in _HALVES.split(text) if key(piece)]
    if len(pieces) != 2:
        words = _words(text)
        if words[:2] == ["kubecon", "cloudnativecon"]:
            return frozenset(("".join([words[0], *words[2:]]), "".join(words[1:])))
        return frozenset()
    first, last = _words(pieces[0]), _words(pieces[1])
    region = [word for word in last[1:] if word in REGIONS]
    if len(first) > 2 or len(last) - len(region) > 2:
        return frozenset()
    return frozenset(("".join([*first, *region]), "".join(last)))


def same_years(one: int | None, other: int | None) -> bool:
    """Whether two years, either of which may be unknown, do not contradict."""
    return one is None or other is None or one == other
