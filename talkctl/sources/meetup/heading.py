"""Where the title of a page stands: first, or above the date or the host; and where the house.

Rope Friends Porto              the group
Knot Night                      the title
Hybrid event                    a word of the site
May 15, 2024, 6:30 – 9:00 PM
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from talkctl.sources.grammar.agenda import agenda_line, is_dated
from talkctl.sources.grammar.days import day_heading
from talkctl.sources.meetup.labels import aside_of, is_details, is_site
from talkctl.sources.source import Line

_HOURS_BEHIND = re.compile(r",?\s\d{1,2}:\d\d.*$")
_SHEET = re.compile(r"[^\W\d_]{3,4}\.?$|\d{1,2}$")
"""A sheet of a calendar, as Luma shows the day: the month, and the number below it."""
_FEATURED = re.compile(r"featured in\b", re.IGNORECASE)
_NUMBERED_PART = re.compile(r"(?:.*\s)?\d{1,5}[a-z]?(?:[ -]\d{3})?$|\d{4,5}\b", re.IGNORECASE)
_HOSTED = re.compile(
    r"(?:hosted by|organizado por|organisé par|gehostet von|veranstalter)\b", re.IGNORECASE
)
_ADDRESS = re.compile(r"[^·]{3,80}\s·\s[^·.!?]{2,40}$")
_ENTRANCE = re.compile(
    r"^(?:log ?in|sign in|anmelden|einloggen|se connecter|iniciar sesión|entrar|accedi)$"
    r"(?P<second>\n(?:sign up|join|registrieren|s['’]inscrire|regístrate|registrarse|cadastrar|iscriviti)$)?",
    re.IGNORECASE | re.MULTILINE,
)
_SKIP = re.compile(
    r"skip to (?:main )?content|zum (?:haupt)?inhalt springen|(?:aller|passer) au contenu"
    r"|(?:ir|saltar) al contenido|(?:ir|pular) para o conteúdo|vai al contenuto",
    re.IGNORECASE,
)
_TOP = 15
_LOOKED_AT = 60


def heading_of(lines: Sequence[Line]) -> Line | None:
    """The line with the page's title; ``None`` where the agenda or the details come first."""
    filled = _below_the_entrance([line for line in lines if not line.blank])
    filled = [line for n, line in enumerate(filled) if not _is_of_the_site(filled, n)]
    heading = next((line for line in filled if not says_when(line.text.strip())), None)
    if heading and (agenda_line(heading.text) or is_details(heading.text.strip())):
        heading = None
    return _above_the_sheet(lines) or _above_the_date(filled[:_LOOKED_AT], heading) or heading


def _below_the_entrance(filled: list[Line]) -> list[Line]:
    """*filled* without what the site writes above its ``Log in`` and ``Sign up``, and these; the
    former alone may be a button, unless the page begins with ``Skip to content``."""
    top = "\n".join(line.text.strip() for line in filled[:_TOP])
    entrance = _ENTRANCE.search(top)
    if not entrance or not (entrance["second"] or _SKIP.match(top)):
        return filled
    above = top[: entrance.end()].split("\n")
    return filled if any(map(says_when, above)) else filled[len(above) :]


def _above_the_sheet(lines: Sequence[Line]) -> Line | None:
    """The title of a page that has a sheet of a calendar right below it."""
    filled = [line for line in lines if not line.blank][:_LOOKED_AT]
    sheet = next((n for n in range(len(filled)) if _is_sheet(filled, n)), 0)
    above = [
        line
        for n, line in enumerate(filled[:sheet])
        if not _is_of_the_site(filled, n) and not _HOSTED.match(line.text.strip())
    ]
    return above[-1] if above else None


def _is_sheet(filled: Sequence[Line], index: int) -> bool:
    below = filled[index + 1 : index + 3]
    if not _SHEET.match(filled[index].text.strip()) or len(below) < 2:
        return False
    return below[0].text.strip().isdecimal() and says_when(below[1].text.strip())


def _is_of_the_site(filled: Sequence[Line], index: int) -> bool:
    """Whether the line there is a button, a sheet of the calendar above the date, a place where the
    event is advertised, or its address."""
    text = filled[index].text.strip()
    above = filled[index - 1].text.strip() if index else ""
    sheet = _SHEET.match(text) and any(
        says_when(line.text.strip()) for line in filled[index + 1 : index + 3]
    )
    parts = text[:200].split(", ")
    address = index and len(parts) > 2 and any(map(_NUMBERED_PART.match, parts[1:]))
    placed = (address and not says_when(text)) or _FEATURED.fullmatch(above)
    return bool(is_site(text) or sheet or placed)


def _above_the_date(filled: Sequence[Line], heading: Line | None) -> Line | None:
    """The title of an event right above its date or its host, where a group's name or the site's
    own words open the page."""
    for above, line in pairwise(filled):
        text, below = above.text.strip(), line.text.strip()
        if is_details(text) or is_details(below) or agenda_line(text) or aside_of(text):
            return None
        if says_when(below) or _HOSTED.match(below):
            told = says_when(text) or len(text) > 200
            return None if told or above is heading else above
    return None


def says_when(text: str) -> bool:
    """Whether *text* says when the event is, be it without the year."""
    return is_dated(text) or day_heading(_HOURS_BEHIND.sub("", text[:100])) is not None


def is_venue(lines: Sequence[Line], index: int) -> bool:
    """Whether the line there names a house: alone but for its address below, as Meetup has it."""
    block = [
        lines[n].text.strip() if 0 <= n < len(lines) else "" for n in range(index - 1, index + 3)
    ]
    above, house, address, below = block
    return bool(
        0 < len(house) <= 80
        and not above
        and not below
        and _ADDRESS.match(address)
        and not house.endswith((".", "!", "?", ":"))
    )
