"""Whether a page in Markdown is about talks at all, or a project, a change log, a licence, a diary.

Much that people write in Markdown has headings with dashes, names and links below them. What makes
notes of a conference is more than one sign of it: people billed with where they work, lines that
begin with ``Speaker:``, slides and recordings, days and hours, an event by its name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from talkctl.givennames import begins_with_given_name
from talkctl.sources.notes.days import YEAR, is_of_notes, looks_like_event
from talkctl.sources.notes.front import Front
from talkctl.sources.notes.headings import Part, is_aside
from talkctl.sources.notes.hours import take_date
from talkctl.sources.notes.labels import name_of_label
from talkctl.text import fold

_PROJECT = re.compile(
    r"\W*(?:\d+[.)] )?(?:installation|install(?:ing)?\b.*|usage|use|how to use|licen[cs]e|licensing"
    r"|contributing|contributors?|getting started|requirements|prerequisites|dependencies"
    r"|build(?:ing)?(?: .*)?|development|deployment|deploy|configuration|config|features"
    r"|api(?: reference)?|quick ?start|running(?: .*)?|run|tests?|testing|changelog|roadmap|faq"
    r"|support|security|documentation|docs|examples?|maintainers?|acknowledge?ments"
    r"|table of contents|badges|setup|architecture|tech stack|project structure|folder structure"
    r"|environment variables|scripts|commands|troubleshooting|code of conduct|added|changed|fixed"
    r"|removed|deprecated|bug ?fixes|breaking changes|unreleased|instalacion|uso|licencia|lizenz"
    r"|verwendung|安装|使用)\W*$"
)
_VERSION = re.compile(
    r"\W*(?:version|release|v|ver)?\.? ?\d+\.\d+(?:\.\d+)*\b(?!\.? ?-).*$|.*\b(?:version |v)\d+\.\d+.*$"
)
_NO_NOTES = re.compile(
    r"(?:.*\b)?(?:change ?log|changes|release notes|patch notes)\b.*|\W*(?:history|news"
    r"|contributing(?: .*)?|code of conduct|(?:mit |apache |bsd |gnu )?licen[cs]e.*"
    r"|security policy|(?:the )?readme|authors|maintainers|privacy policy|terms of .*|style"
    r" guide|contributor covenant.*"
    r"|(?:curriculum vitae|cv|resume|lebenslauf)|meeting (?:notes|minutes)|minutes)\W*$"
    r"|.*\b(?:team|staff|board|weekly|monthly|project|status|committee|sprint)[- ]"
    r"(?:meeting|sync|call|review|retro\w*)\b.*"
)
_SUBJECT = re.compile(
    r"\b(?:talks?|sessions?|keynotes?|speakers?|presentations?|slides|vortrage?|vortrags\w*"
    r"|charlas?|ponencias?|palestras?|exposes?|conferences?|konferenz(?:en)?|congres\w*|meetups?"
    r"|lightning|videos|recordings|seminars?|lectures?|symposium|webinars?|panels?)\b|演讲|演講"
    r"|讲座|講座|分享会|議程|议程|会议|大会|峰会|勉強会|セッション|カンファレンス|登壇|発表|発表会"
)
_OF_TALKS = tuple(
    "event conference speaker speakers presenter presenters venue conf slides video event_name"
    " url_slides url_video evento conferencia konferenz".split()
)
ENOUGH = 3


def weight(parts: Sequence[Part], front: Front, opening: str) -> int:
    """How much speaks for notes on talks: ``ENOUGH`` is enough; *opening* is the page's own title."""
    headings = [fold(part.title.raw)[:120] for part in parts]
    if _NO_NOTES.fullmatch(fold(opening)[:120]):
        return -10
    versions = sum(bool(_VERSION.fullmatch(text)) for text in headings)
    project = len({text for text in headings[:300] if _PROJECT.fullmatch(text)})
    if versions > 1 and 2 * versions >= sum(part.depth <= 2 for part in parts):
        return -10
    of_talks = bool(_SUBJECT.search(fold(opening)))
    found = -max(0, project - 2) if of_talks else -3 * max(0, project - 1)
    found += 2 * sum(key in front.values for key in _OF_TALKS)
    found += (
        2
        if is_of_notes(opening) or looks_like_event(opening) or _SUBJECT.search(fold(opening))
        else 0
    )
    found += 1 if YEAR.search(opening) and not take_date(opening)[0] else 0
    found += min(4, 2 * sum(part.dated for part in parts[:200]))
    found += min(2, sum(bool(_SUBJECT.search(text)) for text in headings[:200]))
    return found + min(30, sum(_of_part(part) for part in parts if not is_aside(part)))


def _of_part(part: Part) -> int:
    """How much one heading and what stands below it speaks for a talk."""
    found = 3 if part.content.sure else 1 if part.content.people else 0
    if part.title.credits:
        placed = any(one.job or (one.org and not one.org.islower()) for one in part.title.credits)
        found += (
            3 if placed else 1 + all(begins_with_given_name(one.name) for one in part.title.credits)
        )
    if part.title.kind in ("keynote", "panel", "lightning", "workshop", "tutorial"):
        found += 2 if part.bills() else 1
    if any(link.kind == "slides" for link in part.content.links):
        found += 1
    if part.content.when.start or part.timed:
        found += 1
    if part.content.people and any(
        name_of_label(one.title.raw) == "abstract" for one in part.children[:20]
    ):
        found += 2
    return found + (1 if found and part.content.shows() else 0)


def speaks_of_talks(parts: Sequence[Part]) -> bool:
    """Whether any of *parts* has a sign of a talk in its heading or below it."""
    return any(_of_part(part) or part.lists for part in parts)


def among_talks(parts: Sequence[Part], found: int) -> bool:
    """Whether slides or an abstract alone make a talk of a heading on this page."""
    billed = sum(part.bills() for part in parts)
    return found >= ENOUGH and (billed > 0 or any(part.dated or part.is_event for part in parts))
