"""The values that options and arguments take: fixed ones, and those a library has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from talkctl.completion.grammar import FILES, FOLDERS, NO_BLANK, Candidate, Offer, Part, commands
from talkctl.store.beginnings import Beginnings, open_beginnings
from talkctl.text import fold

Finder = Callable[[Beginnings, str], Iterable[Candidate]]


def _of_facet(name: str) -> Finder:
    return lambda library, typed: library.facet(name, typed)


_FACETS = ("org", "room", "track", "tag", "language", "year")
FINDERS: dict[str, Finder] = {
    "--event": Beginnings.events,
    "--speaker": Beginnings.people,
    "--day": Beginnings.days,
    **{f"--{name}": _of_facet(name) for name in _FACETS},
    "TALK": Beginnings.talks,
    "PERSON": Beginnings.people,
    "EVENT": Beginnings.events,
    "ID": Beginnings.any_id,
    "WHERE": lambda library, typed: [*library.documents(typed), *library.talks(typed)],
    "DOCUMENT": Beginnings.documents,
    "ORG": _of_facet("org"),
    "PICKED": Beginnings.picked,
    "DECISION": Beginnings.decisions,
}
"""Option, or what an argument is called -> what begins so in the library."""

_CALLED = {
    ("speaker", "NAME"): "PERSON", ("orgs", "NAME"): "ORG", ("sources", "NAME"): "DOCUMENT",
    ("unpick", "TALK"): "PICKED", ("undo", "N"): "DECISION",
}  # fmt: skip
"""What it is that a command takes, where the word for it says less."""

_FILES = {"--db": FILES, "--output": FILES, "PATH": FILES, "FOLDER": FOLDERS, "FILE": FILES}
_LISTS = ("--fields",)
_FACTS: dict[str, Finder] = {
    "speaker": Beginnings.people,
    "event": Beginnings.events,
    "year": _of_facet("year"),
}
"""What may stand behind ``speaker:`` and so on in a query."""


def values(command: str, part: Part, typed: str, db: str | None) -> Offer:
    """What *part* of *command* can be, where *typed* of it stands already."""
    called = part.value.strip("[]…")
    called = _CALLED.get((command, called), called)
    name = next((one for one in (*part.names, called) if one in FINDERS or one in _FILES), called)
    if name in _FILES:
        return Offer(ways=(_FILES[name],))
    if called == "QUERY":
        return _query(part.choices, typed, db)
    if any(one in _LISTS for one in part.names):
        return _listed(part.choices, typed)
    if part.choices:
        return Offer(_beginning(part.choices, typed))
    if "--tz" in part.names:
        return Offer(_zones(typed))
    if command == "import" and name == "--event":
        return Offer(_found(lambda library, typed: library.events(typed, names=True), typed, db))
    return Offer(_found(FINDERS[name], typed, db)) if name in FINDERS else Offer()


def setting(name: str, choices: Sequence[str], typed: str, db: str | None) -> Offer:
    """What the setting called *name* can be; *choices* tells those that are one of a few words."""
    few = dict(one.split("=") for one in choices)
    if name in few:
        return Offer(_beginning(few[name].split(","), typed))
    if name.startswith("columns."):
        listing = commands().get(name.removeprefix("columns."))
        return _listed(listing.options["--fields"].choices if listing else (), typed)
    if name == "tz":
        return Offer(_zones(typed))
    return Offer(_found(Beginnings.events, typed, db)) if name == "event" else Offer()


def _beginning(names: Sequence[str], typed: str) -> list[Candidate]:
    return [(name, "") for name in names if fold(name).startswith(fold(typed))]


def _found(finder: Finder, typed: str, db: str | None) -> list[Candidate]:
    with open_beginnings(db) as library:
        return list(dict(finder(library, typed)).items())


def _listed(names: Sequence[str], typed: str) -> Offer:
    """Names with commas between, of which the last one is being typed."""
    *before, last = typed.split(",")
    head = "".join(f"{name}," for name in before)
    new = [name for name in names if name not in before]
    return Offer([(head + name, "") for name, _ in _beginning(new, last)], (NO_BLANK,))


def _query(fields: Sequence[str], typed: str, db: str | None) -> Offer:
    """A field of the query language, or behind its colon one of its values."""
    name, colon, begun = typed.partition(":")
    choices = {field: known.split(",") for field, _, known in (f.partition("=") for f in fields)}
    if not colon:
        begins = [(f"{field}:", "") for field in choices if field.startswith(name)]
        return Offer(begins, (NO_BLANK,))
    if name in _FACTS:
        found: Iterable[Candidate] = _found(_FACTS[name], begun, db)
    else:
        found = _beginning([one for one in choices.get(name, ()) if one], begun)
    return Offer([(f"{name}:{value}", told) for value, told in found if " " not in value])


def _zones(typed: str) -> list[Candidate]:
    from zoneinfo import available_timezones

    return _beginning(["event", "local", *sorted(available_timezones())], typed)
