"""Filters: what their values are taken for, as expressions over the facets of the index.

A value is met exactly, else by the names that hold all its words, else by beginnings, else with a
slip or two. What a value was taken for is said; one that nothing meets is an error that names the
nearest. Every filter ends as a part of the one full-text question, which is what keeps it fast.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from talkctl.errors import UsageError
from talkctl.model import INTERLUDES, KINDS, LEVELS, WEEKDAYS
from talkctl.search.question import Clause, Fact, Filters, Restriction
from talkctl.store import lexicon
from talkctl.store.lexicon import facet_key, token
from talkctl.store.lookup import Lookup, any_of, has_facet, quoted, within
from talkctl.text import words

LANGUAGES = {
    "english": "en", "spanish": "es", "espanol": "es", "german": "de", "deutsch": "de",
    "french": "fr", "francais": "fr", "italian": "it", "portuguese": "pt", "dutch": "nl",
    "japanese": "ja", "chinese": "zh", "korean": "ko", "russian": "ru", "polish": "pl",
    "czech": "cs", "swedish": "sv",
}  # fmt: skip

NOTHING = has_facet("nothing", ("",))
"""Met by no talk."""

_DATE = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?$")
_SHOWN = 5
_DIGITS = 9
_MOST_PEOPLE = 100
"""More namesakes than these are found by the name itself."""

_NAMED = ("event", "org", "room", "track", "tag", "language")


def restrict(
    lookup: Lookup, result: Restriction, filters: Filters, clauses: Iterable[Clause]
) -> None:
    """Add to *result* what *filters* and the facts named in a query ask of talks."""
    for name in (*_NAMED, "kind", "level", "year", "day"):
        values = getattr(filters, name)
        if values:
            taken = [_taken(lookup, result, name, value) for value in values]
            result.required.append(any_of(taken))
    if filters.speaker:
        taken = [_speaker(lookup, result, name) for name in filters.speaker]
        result.required.append(any_of(taken))
    result.required += [_taken(lookup, result, "has", value) for value in filters.has]
    if filters.since or filters.until:
        result.required += _between(lookup, filters.since, filters.until)
    for clause in clauses:
        _add_facts(lookup, result, clause)


def _add_facts(lookup: Lookup, result: Restriction, clause: Clause) -> None:
    """Facts asked within a query: they filter too, but a wrong one is no error there.

    Where words answer as well, a fact is one of the things that a talk may have.
    """
    if not clause.facts or clause.terms:
        return
    found = []
    for fact in clause.facts:
        keys, messages = _true_of(lookup, fact)
        result.messages += messages
        found.append(_one_of(result, fact.name, keys) if keys else NOTHING)
    (result.excluded_facts if clause.excluded else result.required).append(any_of(found))


def facet_words(lookup: Lookup, fact: Fact) -> tuple[list[str], list[str]]:
    """The artificial words of the talks of which *fact* is true, and what is to be said of it."""
    keys, messages = _true_of(lookup, fact)
    return [token(fact.name, key) for key in keys], messages


def _true_of(lookup: Lookup, fact: Fact) -> tuple[list[str], list[str]]:
    """The keys that *fact* means, none where it makes no sense here, and what is to be said of it."""
    messages: list[str] = []
    try:
        return _keys(lookup, messages, fact.name, fact.value), messages
    except UsageError as error:
        return [], [f"{fact.name}:{fact.value}: {str(error).partition(': ')[2] or error}"]


def _taken(lookup: Lookup, result: Restriction, name: str, value: str) -> str:
    """The expression for the talks with *value*, whatever it was taken for."""
    if name == "day":
        return _day(lookup, value)
    return _one_of(result, name, _keys(lookup, result.messages, name, value))


def _one_of(result: Restriction, name: str, keys: Sequence[str]) -> str:
    """The expression for the talks with one of *keys*; who asks for breaks gets them."""
    if name == "kind" and set(keys) & set(INTERLUDES):
        result.interludes = True
    return has_facet(name, keys)


def _keys(lookup: Lookup, messages: list[str], name: str, value: str) -> list[str]:
    """The keys of the facet *name* that *value* means; what it was taken for is said.

    Raises UsageError where it means none.
    """
    found = _meant(value, _choices(lookup, name, words(value)), alone=name != "org")
    if not found:
        choices = _choices(lookup, name)
        found = _meant(value, choices, alone=name != "org")
    if not found:
        raise UsageError(_unknown(name, value, sorted({one.shown for one in choices})))
    keys = list(dict.fromkeys(one.key for one in found))
    if not all(facet_key(value) in (one.key, facet_key(one.spelt)) for one in found):
        shown = list(dict.fromkeys(one.shown for one in found))
        messages.append(f"--{name} {value}: taken for {_listed(shown)}")
    return keys


class _Choice(NamedTuple):
    """A value a filter can have: its key, what people call it, and one way it is spelt."""

    key: str
    shown: str
    spelt: str


def _choices(lookup: Lookup, name: str, holding: Sequence[str] = ()) -> list[_Choice]:
    """The values of a filter with each spelling they go by, in which all of *holding* stand."""
    fixed = {"kind": KINDS, "level": LEVELS, "has": lexicon.HAVINGS}.get(name)
    if fixed:
        return [_Choice(facet_key(value), value, value) for value in fixed]
    if name == "event":
        return [_Choice(facet_key(event), *names) for event, *names in lookup.event_names(holding)]
    found = [_Choice(one.key, one.value, one.value) for one in lookup.facet_values(name, holding)]
    if name == "language":
        known = {one.key for one in found}
        found += [_Choice(code, code, it) for it, code in LANGUAGES.items() if code in known]
    return found


def _meant(value: str, choices: Sequence[_Choice], alone: bool) -> list[_Choice]:
    """The choices a value stands for, by the strictest way of looking that finds any.

    Unless one that is met exactly stands *alone*, those that hold all its words come with it: who
    asks for Microsoft means Microsoft Azure too, who asks for one event means no other.
    """
    key, typed = facet_key(value), words(value)
    if not typed:
        return []
    exact = [choice for choice in choices if key in (choice.key, facet_key(choice.spelt))]
    if exact and alone:
        return exact
    ways: tuple[Callable[[str, list[str]], bool], ...] = (
        lambda _, others: all(word in others for word in typed),
        lambda other, _: other.startswith(key),
        lambda _, others: all(any(o.startswith(word) for o in others) for word in typed),
        lambda _, others: all(_near(word, others) for word in typed),
    )
    for way in ways:
        found = [one for one in choices if way(facet_key(one.spelt), words(one.spelt))]
        if found or exact:
            return list(dict.fromkeys(exact + found))
    return []


def _near(word: str, others: Sequence[str]) -> bool:
    from talkctl.search.spelling import nearest, slips_allowed

    return word in others or bool(nearest(word, others, slips_allowed(word)))


def _speaker(lookup: Lookup, result: Restriction, name: str) -> str:
    from talkctl.search.people import likely_people

    likely = likely_people(lookup, name)
    if not likely:
        near = _near_names(lookup, name)
        raise UsageError(
            _unknown("speaker", name, near) if near else f"--speaker {name}: nobody is called so."
        )
    if words(name) != words(likely[0].name):
        result.messages.append(f"--speaker {name}: taken for {_listed([it.name for it in likely])}")
    if len(likely) > _MOST_PEOPLE:
        result.facets_only = False
        return within(("speakers",), quoted(words(name)))
    return has_facet(lexicon.PERSON, [str(one.number) for one in likely])


def _near_names(lookup: Lookup, name: str) -> list[str]:
    """Names that share a word, or nearly, with a name nobody bears."""
    from talkctl.search.people import likely_people

    found = [one.name for word in words(name) for one in likely_people(lookup, word)]
    return list(dict.fromkeys(found))


def _day(lookup: Lookup, value: str) -> str:
    """A day by its number in the event, its date with or without a year, or its weekday."""
    from talkctl.when import NO_DAY, parse_day

    typed = value.strip().casefold()
    weekday = [day for day in WEEKDAYS if len(typed) >= 2 and day.startswith(typed)]
    if number := re.fullmatch(r"(?:day|día|dia|tag|jour)?\s*(\d{1,2})", typed):
        name, key = "day", number[1].lstrip("0") or "0"
    elif len(weekday) == 1:
        name, key = "weekday", weekday[0]
    elif date := parse_day(typed):
        name, key = "date", date.replace("-", "")
    else:
        raise UsageError(f"--day {value}: {NO_DAY}.")
    known = lookup.facet_values(name)
    # Without its year a date is that of any.
    keys = [one.key for one in known if one.key == key or (name == "date" and one.key[4:] == key)]
    if not keys:
        raise UsageError(_unknown("day", value, sorted(one.value for one in known)))
    return has_facet(name, keys)


def _between(lookup: Lookup, since: str | None, until: str | None) -> list[str]:
    """The talks that begin no earlier than *since* and no later than *until*: dates or hours."""
    bounds = {"from": since, "to": until}
    hours = {name: clock for name, value in bounds.items() if value and (clock := _clock(value))}
    dates = {name: value for name, value in bounds.items() if value and name not in hours}
    found = []
    if hours:
        asked = {name: value for name, value in bounds.items() if value and name in hours}
        first, last = hours.get("from", "00:00"), hours.get("to", "23:59")
        chosen = lookup.facet_keys("clock", first.replace(":", ""), last.replace(":", ""))
        if not chosen:
            raise UsageError(_none_between(asked, "an hour", _values(lookup, "clock")))
        found.append(has_facet("clock", chosen))
    if dates:
        first = _date("from", dates.get("from", "0000"), "01", "01")
        last = _date("to", dates.get("to", "9999"), "12", "31")
        parts = [has_facet(name, keys) for name, keys in _given_from(lookup, first, last) if keys]
        if not parts:
            days = [*_values(lookup, "year"), *_values(lookup, "date")]
            days = [one for one in days if not any(day > one and one in day for day in days)]
            raise UsageError(_none_between(dates, "a date", sorted(days)))
        found.append(any_of(parts))
    return found


def _given_from(lookup: Lookup, first: str, last: str) -> list[tuple[str, list[str]]]:
    """What talks have that were given from *first* to *last*, whole years and months as such.

    Who lists the talks of a year or of a week wants those of its conferences, each of which need not
    have a date of its own.
    """
    years = [
        year
        for year in lookup.facet_keys("year", first[:4], last[:4])
        if first <= f"{year}0101" and f"{year}1231" <= last
    ]
    dates = [one for one in lookup.facet_keys("date", first, last) if one[:4] not in years]
    ends = (first[:6], last[:6])
    months = sorted({one[:6] for one in dates if not one.startswith(ends)})
    events = [
        facet_key(event)
        for event, start in lookup.events_from(first, last)
        if start[:4] not in years
    ]
    days = [one for one in dates if one[:6] not in months]
    return [("year", years), ("month", months), ("date", days), ("event", events)]


def _values(lookup: Lookup, name: str) -> list[str]:
    """All values of a facet, in the order of their keys."""
    return [one.value for one in sorted(lookup.facet_values(name), key=lambda one: one.key)]


def _none_between(asked: Mapping[str, str], what: str, known: Sequence[str]) -> str:
    options = " ".join(f"--{option} {value}" for option, value in asked.items())
    if not known:
        return f"{options}: no talk of the library has {what}."
    return f"{options}: no talk lies there; they run from {known[0]} to {known[-1]}."


def _clock(value: str) -> str | None:
    """``HH:MM`` of ``14:30``, ``9.15``, ``2pm``; a number alone is no hour."""
    from talkctl.when import parse_clock

    typed = value.strip()
    return None if typed.isdecimal() or _DATE.match(typed) else parse_clock(typed)


def _date(name: str, value: str, month: str, day: str) -> str:
    found = _DATE.match(value.strip())
    if not found:
        raise UsageError(
            f"--{name} {value}: neither a date (2017-12-08, 2017-12, 2017) nor an hour (14:30, 2pm)."
        )
    return f"{found[1]}{(found[2] or month).zfill(2)}{(found[3] or day).zfill(2)}"


def _unknown(name: str, value: str, known: Sequence[str]) -> str:
    """The sentence for a value nothing meets, with the values nearest to it."""
    if not known:
        return f"--{name} {value}: no talk of the library has any."
    if len(known) > _SHOWN:
        known = nearest_values(value, known)
    return f"--{name} {value}: matches nothing; the nearest: {', '.join(known)}."


def nearest_values(value: str, known: Sequence[str]) -> list[str]:
    """The few of *known* that are nearest to *value*: years and days by distance, all else by
    spelling.
    """
    days = {one: _ordinal(one) for one in (value, *known)}
    if all(days.values()):
        return sorted(known, key=lambda one: (abs(days[one] - days[value]), one))[:_SHOWN]
    if all(one.isdecimal() and len(one) < _DIGITS for one in (value, *known)):
        return sorted(known, key=lambda one: (abs(int(one) - int(value)), one))[:_SHOWN]
    from rapidfuzz import fuzz, process

    found = process.extract(
        " ".join(words(value)),
        known,
        scorer=fuzz.token_set_ratio,
        processor=lambda it: " ".join(words(it)),
        limit=_SHOWN,
    )
    return [other for other, _, _ in found]


def _ordinal(day: str) -> int:
    """The number of a day given as ``2016-11-09``; 0 of anything else."""
    from datetime import date

    try:
        return date.fromisoformat(day).toordinal() if len(day) == len("2016-11-09") else 0
    except ValueError:
        return 0


def _listed(names: Sequence[str]) -> str:
    shown = "; ".join(names[:_SHOWN])
    return f"{shown} and {len(names) - _SHOWN} more" if len(names) > _SHOWN else shown
