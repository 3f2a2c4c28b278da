"""What a Sessionize session says in categories and questions, whatever an event calls them.

Level, Audience level, Niveau            the level
Track, Stream                            the track
Session format, Type                     the type
Language, Sprache                        the language
Tags, Topics, anything else to choose    tags
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from talkctl.sources.grammar.entries import Address, link_kind
from talkctl.sources.grammar.fields import field, objects, text_of
from talkctl.sources.grammar.states import is_cancelled
from talkctl.sources.grammar.tongues import language_named
from talkctl.sources.sessionize.directory import Directory, same_id
from talkctl.text import fold

_ASKED = (
    ("level", re.compile(r"\b(?:level|levels|niveau|nivel|livello|difficulty|experience|expertise"
                         r"|schwierigkeit\w*|complexity|skill)\b")),
    ("language", re.compile(r"^(?!.*\b(?:programming|coding|query)\b).*\b(?:language|languages"
                            r"|sprache|vortragssprache|langue|idioma|lingua|taal)\b")),
    ("format", re.compile(r"\b(?:format|formats|session type|type|typ|length|duration|dauer|kind)\b")),
    ("track", re.compile(r"\b(?:track|tracks|stream|streams|thementrack|piste)\b")),
    ("tags", re.compile(r"\b(?:tags?|topics?|themes?|thema|themen|technolog\w+|keywords?|categor\w+"
                        r"|subjects?|areas?)\b")),
)  # fmt: skip
_NOT_TAGS = re.compile(
    r"\b(?:audience|first time|record|consent|agree|delivery|attend|available|availability|travel"
    r"|previous\w*|given|presented|slot|size|shirt|dietary|status)\b"
)
_SHORT = 60


class Answers(NamedTuple):
    """What categories, questions and addresses of a session say."""

    level: str = ""
    language: str = ""
    format: str = ""
    track: str = ""
    tags: tuple[str, ...] = ()
    links: tuple[Address, ...] = ()
    cancelled: bool = False


def answers_of(session: dict[str, Any], directory: Directory) -> Answers:
    """What *session* says of itself by its choices and answers."""
    said: dict[str, list[str]] = {
        "level": [],
        "language": [],
        "format": [],
        "track": [],
        "tags": [],
    }
    for asked, name in _chosen(session, directory):
        about = _about(asked, name)
        if about:
            said[about].append(name)
    links = list(_addresses(session))
    for asked, answer in _answered(session, directory):
        if answer.startswith(("http://", "https://")) and " " not in answer:
            links.append(Address(answer, asked, link_kind(asked, answer)))
            continue
        about = _about(asked, answer)
        if about == "tags":
            said["tags"] += [tag.strip() for tag in answer.split(",") if len(tag) <= _SHORT]
        elif about and not said[about] and len(answer) <= _SHORT:
            said[about].append(answer)
    return Answers(
        level=", ".join(said["level"]),
        language=said["language"][0] if len(said["language"]) == 1 else "",
        format=next(iter(said["format"]), ""),
        track=", ".join(said["track"]),
        tags=tuple(said["tags"]),
        links=tuple(links),
        cancelled=is_cancelled(session.get("status")),
    )


def _about(asked: str, name: str) -> str | None:
    """Which of the model's fields an answer to *asked* fills."""
    folded = fold(asked)
    for about, form in _ASKED:
        if form.search(folded):
            if about == "language" and not language_named(name):
                return "tags" if len(name) <= _SHORT else None
            return about
    return None


def _chosen(session: dict[str, Any], directory: Directory) -> Iterator[tuple[str, str]]:
    """Every choice of *session* with what was to be chosen."""
    items = session.get("categoryItems")
    for item in items if isinstance(items, list) else ():
        number = item.get("id") if isinstance(item, dict) else item
        known = directory.categories.get(same_id(number))
        if known:
            yield _unless_private(known.asked, known.name)
        elif isinstance(item, dict) and field(item, "name"):
            yield "tags", field(item, "name")
    for category in objects(session.get("categories")):
        for item in objects(category.get("categoryItems")) + objects(category.get("items")):
            yield _unless_private(field(category, "name", "title"), field(item, "name"))


def _unless_private(asked: str, name: str) -> tuple[str, str]:
    """What nobody names as a tag is one, unless it is between the speaker and the organisers."""
    folded = fold(asked)
    if any(form.search(folded) for _, form in _ASKED) or _NOT_TAGS.search(folded):
        return asked, name
    return "tags", name


def _answered(session: dict[str, Any], directory: Directory) -> Iterator[tuple[str, str]]:
    """What *session* answers to which question."""
    for answer in objects(session.get("questionAnswers")):
        number = answer.get("questionId", answer.get("id"))
        asked = field(answer, "question") or directory.questions.get(same_id(number), "")
        said = " ".join(text_of(answer.get("answer", answer.get("answerValue"))).split())
        if said:
            yield asked, said


def _addresses(session: dict[str, Any]) -> Iterator[Address]:
    for name, kind in (("recordingUrl", "video"), ("liveUrl", ""), ("slidesUrl", "slides")):
        url = field(session, name)
        if url:
            yield Address(url, "live" if name == "liveUrl" else "", kind)
