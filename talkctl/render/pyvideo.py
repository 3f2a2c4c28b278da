"""The files of the collection of pyvideo.org: one object for each talk that has a recording.

https://github.com/pyvideo/data describes the fields; it keeps one file for each recording, in a
folder for each event with a file that gives the event's full name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from talkctl.render.answer import Answer, Item, Paper
from talkctl.render.dates import span
from talkctl.render.json import dumps
from talkctl.text import slug

_RECORDINGS = ("video", "audio")
_HOSTS = (("youtu.be", "youtube"), ("youtube.com", "youtube"), ("vimeo.com", "vimeo"))
_LANGUAGES = {
    "en": "eng", "de": "deu", "fr": "fra", "es": "spa", "pt": "por", "it": "ita", "nl": "nld",
    "pl": "pol", "cs": "ces", "ru": "rus", "ja": "jpn", "zh": "zho", "ko": "kor", "sv": "swe",
    "da": "dan", "no": "nor", "fi": "fin", "he": "heb", "tr": "tur", "uk": "ukr", "hu": "hun",
}  # fmt: skip
"""ISO 639-1 to ISO 639-3, which the collection uses."""


def render(answer: Answer, paper: Paper) -> None:
    """Write the talks of *answer* that have a recording as a list of what would be their files."""
    made = [dumps(_video(talk)) for talk in answer.items if kept(talk)]
    paper.write("[\n" + ",\n".join(made) + "\n]\n" if made else "[]\n")


def kept(talk: Item) -> bool:
    """Whether the collection has a place for *talk*."""
    return any(link["kind"] in _RECORDINGS for link in talk["links"])


def files(answer: Answer) -> Iterator[tuple[str, str]]:
    """Path and content of each file, folders for events included."""
    named: set[str] = set()
    for talk in filter(kept, answer.items):
        event = talk["event"] or {"id": "talks", "name": "Talks"}
        folder = slug(event["id"])
        if folder not in named:
            named.add(folder)
            yield f"{folder}/category.json", dumps({"title": event["name"]}, indented=True) + "\n"
        name = f"{slug(talk['slug'])}-{slug(talk['id'])}"
        yield f"{folder}/videos/{name}.json", dumps(_video(talk), indented=True) + "\n"


def _video(talk: Item) -> Item:
    links = talk["links"]
    videos = [
        {"type": _type(link), "url": link["url"]} for link in links if link["kind"] in _RECORDINGS
    ]
    related = [
        {"label": link["kind"], "url": link["url"]}
        for link in links
        if link["kind"] not in _RECORDINGS
    ]
    return {
        "title": talk["title"],
        "slug": f"{talk['slug']}-{talk['id']}",
        "description": talk["abstract"] or "",
        "speakers": list(dict.fromkeys(person["billed_as"] for person in talk["speakers"])),
        "recorded": _recorded(talk),
        "duration": 60 * talk["duration"] if talk["duration"] else None,
        "language": _LANGUAGES.get(talk["language"] or "", talk["language"]),
        "tags": list(dict.fromkeys(talk["tags"])),
        "related_urls": related,
        "videos": [dict(pair) for pair in dict.fromkeys(tuple(one.items()) for one in videos)],
    }


def _type(link: Item) -> str:
    if link["kind"] == "audio":
        return "audio"
    known = (name for host, name in _HOSTS if host in link["url"].lower())
    ending = re.search(r"\.(mp4|webm|ogv|mkv)$", link["url"].lower())
    return next(known, ending[1] if ending else "video")


def _recorded(talk: Item) -> str | None:
    """When it was given, with the hour where it is known; never when the recording appeared."""
    when = span(talk)
    if when:
        return when[0].isoformat()
    return talk["date"] if re.fullmatch(r"\d{4}-\d{2}-\d{2}", talk["date"] or "") else None
