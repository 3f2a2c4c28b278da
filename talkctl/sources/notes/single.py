"""The one talk that a page is about whose front matter names a title and who speaks.

---
title: "Keynote: Tides as a Service"
speakers: ["Jane Doe", "John Roe"]
event: Harbour Days 2019
date: 2019-05-24
tags: [tides]
slides: https://…
---
"""

from __future__ import annotations

import re

from talkctl.model import Link
from talkctl.record import Credit
from talkctl.sources.grammar.billing import Known, is_person
from talkctl.sources.grammar.links import kind_of_link, repair_address
from talkctl.sources.grammar.titles import parse_title
from talkctl.sources.notes.days import YEAR, is_of_notes, looks_like_event, without_notes
from talkctl.sources.notes.front import Front, Item
from talkctl.sources.notes.headline import people_by_label
from talkctl.sources.notes.hours import When, when_in

_PEOPLE = tuple(
    "speakers speaker presenters presenter presented_by ponente ponentes palestrante sprecher referent"
    " orateur orateurs intervenants 登壇者 讲者 講者".split()
)
_EVENTS = tuple(
    "event conference evento conferencia konferenz conference_name event_name eventname conf meetup"
    " veranstaltung".split()
)
_LINKS = tuple(
    "video recording youtube slides url_slides url_video slides_url video_url video_link slides_link"
    " slide deck vimeo presentation code repo url_code paper url_pdf pdf talk_url event_url"
    " session_url audio links url".split()
)
_DATES = ("date", "talk_date", "event_date", "when", "datum", "fecha", "data")
_ROOMS = ("room", "stage", "hall", "raum", "salle", "sala")
_OWN_TALKS = re.compile(
    r"\b(?:my (?:public |past |conference )?(?:talks|presentations|speaking)"
    r"|(?:talks|presentations) (?:that )?I(?:['’]ve| have)? (?:given|gave|done|did|presented|held)"
    r"|meine vorträge|mis charlas|mes (?:conférences|présentations)|minhas palestras)",
    re.IGNORECASE,
)
_PRESENTS_SELF = re.compile(
    r"\b(?:I'm|I’m|I am|[Mm]y name is|[Ii]ch bin|[Mm]e llamo|[Ss]oy|[Jj]e suis|[Ss]ou)"
    r" (?P<name>[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+){1,2})"
)
_ORGS = ("company", "org", "organization", "organisation", "affiliation")
_JOBS = ("job", "role", "position", "jobtitle", "job_title", "title")
_NOBODY = ("admin", "me", "default", "")


def event_of(front: Front) -> str | None:
    """The event that front matter names."""
    named = front.text(*_EVENTS)
    if not named:
        items = front.items(*_EVENTS)
        named = next((item.get("name") or item.get("title") or "" for item in items), "")
    title = front.text("title")
    if named or not YEAR.search(title):
        return named.strip("[]") or None
    return (
        without_notes(title) if looks_like_event(title) or without_notes(title) != title else None
    )


def people_of(front: Front) -> tuple[Credit, ...]:
    """Who speaks by the front matter; authors only where an event or slides are named as well."""
    items = front.items(*_PEOPLE)
    if not items and (event_of_talk(front) or _says_talk(front)):
        items = front.items("authors", "author")
    people: list[Credit] = []
    for item in items[:50]:
        people += _people_of_item(item)
    title = front.text("title")
    if not people and is_of_notes(title):
        return parse_title(without_notes(title)).credits
    return tuple(people)


def _people_of_item(item: Item) -> tuple[Credit, ...]:
    name = item.get("name") or item.get("") or item.get("speaker") or ""
    name = re.sub(r"\[([^\[\]]*)\]\([^()]*\)", r"\1", name)
    if name.lower() in _NOBODY:
        return ()
    org, job = (next(filter(None, map(item.get, keys)), None) for keys in (_ORGS, _JOBS))
    found = people_by_label(re.sub(r"[\[\]\"]", "", name), several=True)
    return tuple(one._replace(org=one.org or org, job=one.job or job) for one in found)


def lists_own(front: Front, opening: str, told: str) -> bool:
    """Whether a page says by its *opening*, or by what is *told* above its lists, that it is about
    talks that whoever wrote it gave."""
    return bool(_OWN_TALKS.search(f"{opening or front.text('title')} {told}"))


def owner_of(front: Front, told: str, known: Known) -> Credit | None:
    """Who wrote a page of their own talks, if what is *told* above them or front matter says that."""
    found = _PRESENTS_SELF.search(told)
    name = found["name"] if found else front.text("author")
    return Credit(name) if is_person(name, known, first=True) else None


def event_of_talk(front: Front) -> bool:
    """Whether front matter has a key that pages on talks alone have."""
    return any(
        key in front.values
        for key in (*_EVENTS, "url_slides", "url_video", "slides", "event_url", "talk_date")
    )


def _says_talk(front: Front) -> bool:
    return any(front.text(key).lower() in ("talk", "talks", "session", "keynote", "workshop", "presentation")
               for key in ("type", "layout", "collection", "category", "kind"))  # fmt: skip


def is_one_talk(front: Front) -> bool:
    """Whether front matter describes one talk: its title, and who gives it."""
    return bool(front.text("title")) and bool(people_of(front))


def when_of(front: Front) -> When:
    """When the talk of the front matter is."""
    stated = when_in(front.text(*_DATES).replace("T", " ")[:16])
    clock = when_in(
        " - ".join(
            filter(None, (front.text("time", "start", "start_time"), front.text("end", "end_time")))
        )
    )
    return When(
        stated.date,
        clock.start or (stated.start if stated.start != "00:00" else None),
        clock.end or stated.end,
    )


def date_of_event(front: Front) -> str | None:
    """The date of the event that front matter names together with where it is; else it may be that
    of the page."""
    placed = front.text("location", "venue", "place", "city", "ort", "lieu", "lugar")
    return when_of(front).date if placed and front.text(*_EVENTS) else None


def room_of(front: Front) -> str | None:
    """The room that front matter names."""
    return front.text(*_ROOMS) or None


def tags_of(front: Front) -> tuple[str, ...]:
    """The tags that front matter lists."""
    tags = front.texts("tags", "topics", "keywords", "schlagworte", "etiquetas")
    if len(tags) == 1 and "," in tags[0]:
        tags = tuple(tags[0].split(","))
    return tuple(dict.fromkeys(tag for one in tags if (tag := one.strip(" #\"'"))))


def links_of(front: Front) -> tuple[Link, ...]:
    """The addresses that front matter has, each of the kind that its key says."""
    made: dict[str, Link] = {}
    for key in _LINKS:
        for item in front.items(key):
            target = item.get("") or item.get("url") or item.get("link") or ""
            named = item.get("name") or item.get("title") or item.get("label") or ""
            label = f"{key.replace('_', ' ')} {named}"
            url = repair_address(target) if re.search(r"\w\.\w|/", target) else None
            if url:
                made.setdefault(url, Link(kind_of_link(label, url), url, target))
    return tuple(made.values())
