"""A speaker's own page on Sched, and the directory of all speakers.

avatar for Bea Lang

Bea Lang

Kelp Works                    company, position and whereabouts, if given
Principal Engineer
Halifax, Canada
Bea grew up in …              a bio
My Speakers Sessions          her sessions follow, as in the simple view
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from talkctl.names import plausibly_same
from talkctl.record import Bio, Credit, Record, Remark
from talkctl.sources.grammar.positions import is_job
from talkctl.sources.grammar.titles import seated
from talkctl.sources.sched.cards import Card, card_openings, position
from talkctl.sources.sched.layout import is_menu
from talkctl.sources.source import Line, prose, remark

_PICTURES = 3
_WHEREABOUTS = re.compile(r"[^\W\d_][\w .'-]{2,30}, [^\W\d_][\w .'-]{1,30}$")


def is_directory(lines: Sequence[str]) -> bool:
    """Whether *lines* are about people alone: pictures one after the other."""
    return len(card_openings([line for line in lines if line])) >= _PICTURES


def read_directory(
    document: str, lines: Sequence[Line]
) -> tuple[tuple[Remark, ...], frozenset[int]]:
    """A remark on each person listed, for none of them has a talk there, and what is furniture."""
    filled = [line for line in lines if not line.blank and not is_menu(line.text)]
    starts = card_openings([line.text.strip() for line in filled])
    ends = [*starts[1:], len(filled)]
    remarks = tuple(
        remark(document, filled[start:end], "a person without a talk")
        for start, end in zip(starts, ends, strict=True)
    )
    first = filled[starts[0]].number if starts else 0
    above = (line.number for line in lines if line.number < first or is_menu(line.text))
    return remarks, frozenset(above)


def profile_of(preamble: Sequence[Line]) -> Card | None:
    """The person whom a speaker's page is about."""
    filled = [line for line in preamble if not is_menu(line.text)]
    starts = card_openings([line.text.strip() for line in filled])
    if len(starts) != 1:
        return None
    name, *below = filled[starts[0] + 1 :]
    job, org, place, used = None, None, None, 0
    for index, line in enumerate(below):
        text = line.text.strip()
        if len(text) > 80 or text.endswith((".", "…", "!")):
            break
        if job is None and is_job(text):
            job, org = (text, org) if org else position(text)
        elif org is None and job is None:
            org = text
        elif place is None and _WHEREABOUTS.fullmatch(text):
            place = index
        else:
            break
        used += 1
    told = [line for line in below[used:] if not line.text.strip().endswith("Sessions")]
    return Card(name.text.strip(), "speaker", job, org, prose(told))


def with_profile(record: Record, person: Card) -> Record:
    """*record* with the person whose page it stands on."""
    billed = next((c for c in record.speakers if plausibly_same(c.name, person.name)), None)
    if billed is None:
        billed = Credit(person.name, person.role, person.job, person.org)
        people = (*record.speakers, billed)
    else:
        own = billed._replace(job=billed.job or person.job, org=billed.org or person.org)
        people = tuple(own if credit is billed else credit for credit in record.speakers)
    bios = (*record.bios, Bio(billed.name, person.bio)) if person.bio else record.bios
    return record._replace(speakers=seated(people, record.kind), bios=bios)
