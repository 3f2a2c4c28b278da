"""How surely two records are accounts of one talk.

What speaks for it: the title, the people, the event, the recording, the hour and place, the
abstract, the id. No one of them is enough alone, and what is enough depends on what is missing:

    title and people          at one event, or where nobody says which
    title and event           if the title says enough; a slot (``Lunch``) needs its day as well
    recording                 unless titles and people are all different
    id                        in one system and event
    person and moment         nobody gives two talks at once; the title may have changed
    abstract                  with people or event

From :data:`CERTAIN` on records are joined, from :data:`LIKELY` on they are offered as a doubt. The
last digits only say which of several candidates fits best.
"""

from __future__ import annotations

from typing import NamedTuple

from talkctl.identity.profiles import Profile, names_in
from talkctl.identity.titles import EXACT, SAME, UNLIKE, Likeness, compare, related
from talkctl.model import INTERLUDES
from talkctl.names import plausibly_same, same_person
from talkctl.record import Record
from talkctl.when import clock_of, is_local

CERTAIN = 0.9
LIKELY = 0.6
MARGIN = 0.003
"""Two candidates that differ by less fit equally well."""


_LONG_TITLE = 16
"""Letters of a title that is hardly used twice at one event."""

_TOO_LITTLE = 0.4
"""Titles less alike than this need a recording, an abstract or a moment in common."""


class Verdict(NamedTuple):
    """How surely two records are one talk (0 to 1), and why, in words."""

    strength: float
    reason: str


NOTHING = Verdict(0.0, "")


class Agreement(NamedTuple):
    """What two records say about the same things."""

    like: Likeness
    people: str
    """``shared``, ``silent`` (one names nobody), ``other``"""
    event: str
    """``same``, ``unknown``"""
    moment: str
    """``same`` (to the minute), ``day``, ``unknown``, ``other time`` (of one day), ``other day``"""
    room: bool
    abstract: bool
    telling: int
    letters: int
    generic: bool


def judge(one: Profile, other: Profile) -> Verdict:
    """How surely *one* and *other*, which do not contradict, are one talk."""
    if contradict(one, other):
        return NOTHING
    if one.uid and one.uid == other.uid:
        return Verdict(0.995, "the same id in the same system")
    like = _best_likeness(one, other)
    recording = one.videos & other.videos
    titles = one.record.title, other.record.title
    if any(video.rpartition(" ")[2] in titles for video in recording):
        return Verdict(0.98, "the same recording")  # a file named by its id has no title
    abstract = bool(one.abstract and one.abstract == other.abstract)
    moment = _moment(one, other)
    if like.how == "other part":
        return NOTHING
    if like.value < _TOO_LITTLE and not (recording or abstract or moment == "same"):
        return NOTHING
    seen = Agreement(
        like=like,
        people=_people(one, other),
        event="same" if one.event and other.event else "unknown",
        moment=moment,
        room=bool(one.record.room and one.record.room == other.record.room),
        abstract=abstract,
        telling=min(one.title.telling, other.title.telling),
        letters=min(len(one.title.joined), len(other.title.joined)),
        generic=one.title.generic or other.title.generic,
    )
    verdict = _weigh(seen, bool(recording))
    if verdict.strength < LIKELY:
        return verdict
    return verdict._replace(strength=verdict.strength + _fit(one, other, seen))


def contradict(one: Profile, other: Profile) -> bool:
    """Whether two records cannot be accounts of one talk whatever their titles are."""
    if one.event and other.event and one.event.id != other.event.id:
        return True
    first, second = one.record, other.record
    if one.shelf == other.shelf and not _of_one_shelf(one, other):
        return True
    if not (one.event and other.event) and _other_date(one, other):
        return True
    slot = first.kind in INTERLUDES or second.kind in INTERLUDES
    if slot and (not (first.start and second.start) or not _same_start(first, second)):
        return True
    return bool(one.title.part and other.title.part and one.title.part != other.title.part)


def _of_one_shelf(one: Profile, other: Profile) -> bool:
    """Whether one document means one talk by two records: the very same, or copies with one id."""
    if _says_the_same(one.record, other.record):
        return True
    first, second = one.record, other.record
    alike = bool(one.uid) and one.uid == other.uid
    return alike and (not first.start or not second.start or first.start == second.start)


def _says_the_same(one: Record, other: Record) -> bool:
    """Whether two records differ by nothing but where they stand."""
    if one.uid and other.uid and one.uid != other.uid:
        return False
    return _said(one) == _said(other)


def _said(record: Record) -> tuple[object, ...]:
    return (
        record.raw_title, record.start, record.room, record.published, record.duration,
        record.abstract, record.speakers, record.links,
    )  # fmt: skip


def _other_date(one: Profile, other: Profile) -> bool:
    """Whether days contradict, of records one of which does not say at what event it was."""
    if one.day and other.day:
        return one.day != other.day and not (_within(one, other) or _within(other, one))
    if (
        one.record.start
        and other.record.start
        and not (one.day or other.day)
        and one.record.start != other.record.start
    ):
        return True
    for given, shown in ((one, other), (other, one)):
        published = shown.record.published
        if given.day and published and published[:4].isdigit() and given.day[:4].isdigit():
            # Nothing is shown before it is given (but for a day, somewhere on earth) …
            if published[:7] < given.day[:7]:
                return True
            # … and what is shown years later is more likely from another event.
            return int(published[:4]) - int(given.day[:4]) > 2
    return False


def _within(one: Profile, other: Profile) -> bool:
    """Whether *one* of no known event has a day of the event that *other* was at.

    Recordings often bear the first day of their event.
    """
    return not one.event and bool(
        one.day and other.span and other.span[0] <= one.day <= other.span[1]
    )


def _same_start(one: Record, other: Record) -> bool:
    """Whether two starts agree; of an instant and a local time, only the clock can."""
    if not one.start or not other.start:
        return False
    if is_local(one.start) != is_local(other.start):
        return clock_of(one.start) == clock_of(other.start)
    return one.start == other.start or (
        not is_local(one.start) and _instant(one.start) == _instant(other.start)
    )


def _instant(moment: str) -> float | str:
    from datetime import datetime

    try:
        return datetime.fromisoformat(moment).timestamp()
    except ValueError:
        return moment


def _moment(one: Profile, other: Profile) -> str:
    first, second = one.record, other.record
    if one.day and other.day and one.day != other.day:
        # One moment may be two days' on two sides of the earth.
        return "same" if _same_start(first, second) else "other day"
    if first.start and second.start:
        if not _same_start(first, second):
            return "other time" if one.day and other.day else "unknown"
        return "same" if one.day and other.day else "day"
    return "day" if one.day and other.day else "unknown"


def _people(one: Profile, other: Profile) -> str:
    if not one.people or not other.people:
        return "shared" if names_in(one, other) else "silent"
    if one.names & other.names or any(same_person(a, b) for a in one.people for b in other.people):
        return "shared"
    return (
        "shared" if any(plausibly_same(a, b) for a in one.people for b in other.people) else "other"
    )


def _best_likeness(one: Profile, other: Profile) -> Likeness:
    if one.title.key == other.title.key:
        return SAME
    if not related(one.raw, other.raw):
        return UNLIKE
    explained = one.around | other.around
    best = compare(one.title, other.title, explained)
    if best.how in ("same", "core") or (one.raw is one.title and other.raw is other.title):
        return best
    for first, second in ((one.title, other.raw), (one.raw, other.title)):
        if first is not one.title or second is not other.title:
            found = compare(first, second, explained)
            if found.how in EXACT and found.value > best.value and best.how != "other part":
                best = found._replace(value=min(found.value, 0.97))
    return best


def _weigh(seen: Agreement, recording: bool) -> Verdict:
    """What *seen* amounts to, *recording* being the same for both."""
    if recording:
        if seen.like.how in EXACT or seen.people == "shared" or seen.like.value >= 0.3:
            return Verdict(0.98, "the same recording")
        return Verdict(0.75, "the same recording, but another title")
    if seen.generic and seen.like.how in EXACT:
        return _weigh_slot(seen)
    if seen.like.how in EXACT:
        return _weigh_title(seen)
    if seen.abstract and (seen.people == "shared" or seen.event == "same"):
        strength = 0.95 if seen.people != "other" and seen.like is not UNLIKE else 0.75
        return Verdict(strength, "the same abstract")
    if seen.generic:
        return NOTHING
    return _weigh_likeness(seen)


def _weigh_slot(seen: Agreement) -> Verdict:
    """A title that many entries of programmes have, such as Lightning Talks."""
    if seen.event != "same" or seen.moment == "other day":
        return NOTHING
    if seen.people == "other":
        return NOTHING
    reason = "the same name of a slot at one event"
    if seen.moment == "same":
        return Verdict(0.95, reason)
    if seen.people == "shared":
        return Verdict(0.93, reason)
    if seen.moment == "other time":
        return Verdict(0.7, reason)
    return Verdict(0.91 if seen.moment == "day" else 0.8, reason)


def _weigh_title(seen: Agreement) -> Verdict:
    """The titles are one, but for slips, cuts and what stands around them."""
    reason = {"cut": "a title cut off", "slip": "a title with a slip"}.get(
        seen.like.how, "the same title"
    )
    if seen.people == "shared":
        where = "at one event" if seen.event == "same" else "by the same person"
        return Verdict(0.97 if seen.event == "same" else 0.95, f"{reason} {where}")
    if seen.event == "same":
        if seen.people == "silent":
            long = seen.telling >= 3 or seen.letters >= _LONG_TITLE
            if long or seen.moment in ("same", "day"):
                return Verdict(0.94, f"{reason} at one event")
            return Verdict(
                0.91 if seen.like.how in ("same", "core") else 0.8, f"{reason} at one event"
            )
        whole = seen.like.how in ("same", "core", "explained")
        if whole and (seen.moment == "same" or (seen.telling >= 4 and seen.moment != "other day")):
            return Verdict(0.92, f"{reason} at one event")
        return Verdict(0.65 if whole else 0.4, f"{reason} at one event, but other people")
    if seen.people == "silent":
        enough = seen.telling >= (3 if seen.like.how in ("same", "core") else 4)
        enough = enough or (seen.telling >= 2 and seen.moment in ("same", "day"))
        return Verdict(0.91 if enough else 0.65, f"{reason}, and nothing against it")
    return NOTHING


def _weigh_likeness(seen: Agreement) -> Verdict:
    """The titles differ by words."""
    how, value = seen.like
    kin = how in ("head", "short")
    if seen.event == "same" and seen.moment == "same":
        if seen.people == "shared" and (kin or value >= 0.15):
            return Verdict(0.95, "the same person at the same time")
        if seen.people == "shared":
            return Verdict(0.92 if seen.room else 0.8, "the same person at the same time")
        if seen.people == "silent" and seen.room and (kin or value >= 0.3):
            return Verdict(0.92, "the same room at the same time, and a title alike")
    if seen.people == "shared":
        if how == "head":
            apart = seen.moment in ("other day", "other time") and seen.telling < 2
            strength = 0.8 if apart else 0.93 if seen.event == "same" else 0.9
            return Verdict(
                strength if seen.telling >= 2 or seen.event == "same" else 0.7,
                "a title without its subtitle, by the same person",
            )
        if how == "short":
            sure = seen.event == "same" and seen.moment not in ("other day", "other time")
            return Verdict(0.91 if sure else 0.7, "a shortened title by the same person")
        if value >= 0.6 and seen.event == "same":
            apart = seen.moment in ("other day", "other time")
            return Verdict(0.75 if apart else 0.91, "a title much alike by the same person")
        if value >= 0.4:
            return Verdict(0.7 if seen.event == "same" else 0.6, "a title alike by the same person")
        return NOTHING
    if seen.event == "same" and seen.people == "silent":
        if how == "head":
            sure = seen.telling >= 3 and seen.moment not in ("other day", "other time")
            return Verdict(0.9 if sure else 0.7, "a title without its subtitle at one event")
        if how == "short" or value >= 0.6:
            return Verdict(0.7, "a title alike at one event")
    return NOTHING


def _fit(one: Profile, other: Profile, seen: Agreement) -> float:
    """How well two records fit beside what makes them likely, to tell candidates apart."""
    fit = 0.012 * (seen.like.value - 0.95) if seen.like.how in EXACT else 0.0
    fit += {"same": 0.008, "day": 0.004, "other time": -0.003, "other day": -0.006}.get(
        seen.moment, 0
    )
    fit += 0.002 * seen.room + 0.004 * seen.abstract
    if one.people and len(one.people) == len(other.people) and seen.people == "shared":
        pairs = sum(any(plausibly_same(a, b) for b in other.people) for a in one.people)
        fit += 0.004 * pairs / len(one.people)
    return fit
