"""What a command hands to a renderer: an answer, its fields, and the paper it is to be written on.

Which fields an answer has, which are shown unasked, and how a value becomes flat text is told here
for all formats.

All are named tuples, for every start of the program makes them anew, and a dataclass takes ten times
as long to make.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, TextIO

from talkctl.errors import UsageError, unknown

Item = dict[str, Any]
"""One object of the JSON contract; all renderers work from these same objects."""

Shape = Literal[
    "talks",  # a list of talks, or of hits with score and match
    "related",  # talks with why each is like another one
    "schedule",  # talks in time order, by event and day
    "talk",  # one or several talks, each told in full
    "export",  # talks on their way out of the library: all that is known of each
    "people",  # a list of people
    "person",  # one or several people, each told in full
    "events",
    "orgs",  # a list of organisations
    "org",  # one or several organisations, each told in full
    "topics",  # what talks are about
    "stats",
    "sources",  # what has been imported
    "imports",  # what became of each file
    "changes",  # what newer exports of a document changed
    "doubts",  # what looks wrong in the library
    "decisions",  # what was decided of the library's doubts
    "remarks",  # lines that a reader could not place
    "rows",  # anything else: the keys of the first item are the columns
]


class Told(Sequence[Item]):
    """Items that are made of *things* each time somebody looks at them, and of which one at a time
    is held: a thousand at once fill memory, which takes time, and JSON needs none of them twice.
    """

    def __init__(self, things: Sequence[Any], tell: Callable[[Any], Item]) -> None:
        self.things, self.tell = things, tell

    def __len__(self) -> int:
        return len(self.things)

    def __getitem__(self, place: Any) -> Any:
        found = self.things[place]
        return list(map(self.tell, found)) if isinstance(place, slice) else self.tell(found)


class Answer(NamedTuple):
    """What was found, with all that any format needs to write it down."""

    shape: Shape
    items: Sequence[Item]
    single: bool = False
    """One thing was asked for: JSON writes the object itself and no array."""
    title: str | None = None
    """A heading for people; only table and markdown show it."""
    notes: tuple[str, ...] = ()
    """Footnotes for people: ``12 talks without a time``."""
    fields: tuple[str, ...] | None = None
    """What ``--fields`` asked for, already checked by :func:`check_fields`."""
    marks: Mapping[str, str] = MappingProxyType({})
    """A few words beside a talk, by its id: an overlap, or why it is related."""
    asides: Mapping[str, str] = MappingProxyType({})
    """A few words of no urgency about a talk or person, by their id: how long one is free before it,
    what somebody returns to."""
    grid: bool = False
    """A programme is asked for with hours down and rooms across."""
    show_sources: bool = False
    """In full views, say which record gave what."""


class Paper(NamedTuple):
    """Where an answer is written: a stream, its width in columns, whether it shows colours and which."""

    stream: TextIO
    width: int = 80
    colour: bool = False
    theme: str = "terminal"

    def write(self, text: str) -> None:
        """Write *text* as it is."""
        self.stream.write(text)

    def write_utf8(self, text: bytes) -> None:
        """Write what is UTF-8 already, without decoding and encoding it where the stream is UTF-8."""
        bare = getattr(self.stream, "buffer", None)
        if bare is None or self.stream.encoding != "utf-8":
            self.stream.write(text.decode())
        else:
            self.stream.flush()
            bare.write(text)


_TALK = (
    "id", "slug", "title", "kind", "level", "language", "event", "speakers", "orgs",
    "start", "end", "timezone", "local_start", "local_end", "date", "day", "room", "track",
    "published", "duration", "abstract", "tags", "links", "notes", "picked", "sources",
    "subtitle", "status", "transcript", "roles", "jobs", "affiliations", "link_kinds",
)  # fmt: skip
_PERSON = ("id", "name", "aliases", "orgs", "bios", "co_speakers", "talk_count", "talks", "score")
_EVENT = (
    "id", "name", "aliases", "city", "country", "timezone", "start", "end",
    "talk_count", "speaker_count", "timed_count",
)  # fmt: skip
_ORG = (
    "id", "name", "aliases", "talk_count", "certain_count", "speaker_count", "event_count",
    "levels", "people", "events",
)  # fmt: skip

FIELDS: dict[Shape, tuple[str, ...]] = {
    "talks": (*_TALK, "score", "match", "at", "url"),
    "related": (*_TALK, "score", "match", "reason"),
    "schedule": (*_TALK, "moment"),
    "talk": (*_TALK, "records", "own", "segments", "decisions"),
    "export": (*_TALK, "records", "own", "seen", "rating", "own_notes"),
    "people": _PERSON,
    "person": _PERSON,
    "events": _EVENT,
    "orgs": _ORG,
    "org": (*_ORG, "talks"),
    "topics": ("topic", "talks", "elsewhere", "score", "examples", "titles"),
    "sources": (
        "document", "format", "lines", "records", "talks", "remarks", "imported", "files",
    ),
    "imports": (
        "file", "document", "format", "new", "joined", "updated", "unchanged", "vanished",
        "remarks", "problem", "encoding", "local_times", "files",
        "without_event",
    ),
    "changes": ("document", "imported", "kind", "talk", "title", "before", "after"),
    "doubts": ("kind", "ids", "reason", "strength", "mend", "names"),
    "decisions": ("number", "made", "said", "undone"),
    "remarks": ("document", "first_line", "last_line", "reason", "text"),
}  # fmt: skip
"""Every name ``--fields`` takes; ``stats`` and ``rows`` have the keys of their items."""

LINE: dict[Shape, tuple[str, ...]] = {
    "talks": ("id", "title", "speakers", "event", "date", "start", "published", "level"),
    "related": ("id", "title", "speakers", "event", "score", "reason"),
    "schedule": (
        "id", "date", "start", "end", "room", "title", "speakers", "event",
        "day", "local_start", "local_end",
    ),
    "talk": ("id", "title", "speakers", "event", "date", "start", "published", "level"),
    "export": ("id", "title", "speakers", "event", "date", "start", "published", "level"),
    "people": ("id", "name", "talk_count", "orgs"),
    "person": ("id", "name", "talk_count", "orgs", "co_speakers", "talks"),
    "orgs": ("id", "name", "talk_count", "speaker_count", "event_count"),
    "org": ("id", "name", "talk_count", "speaker_count", "event_count", "people"),
    "topics": ("topic", "talks", "elsewhere", "score", "examples"),
    "events": ("id", "name", "start", "end", "city", "country", "talk_count", "speaker_count"),
}  # fmt: skip
"""What a line of ``plain`` holds unasked, for ``cut`` and ``fzf``; more may only come last."""


def field_names(text: str) -> tuple[str, ...]:
    """The names in ``--fields a,b``."""
    return tuple(name for part in text.split(",") if (name := part.strip()))


def known_fields(answer: Answer) -> tuple[str, ...]:
    """All fields that can be asked of *answer*."""
    if answer.shape in FIELDS:
        return FIELDS[answer.shape]
    return tuple(dict.fromkeys(key for item in answer.items for key in item))


def check_fields(answer: Answer) -> None:
    """Refuse fields that *answer* does not have, naming those it has."""
    names = known_fields(answer)
    if answer.fields is not None and names:
        check_names(answer.fields, names)


def check_names(asked: Sequence[str], names: Sequence[str]) -> None:
    """Refuse fields that are *asked* for and not among *names*, naming these."""
    if not asked:
        raise UsageError(f"--fields needs names. Fields: {', '.join(names)}.")
    strange = next((name for name in asked if name not in names), None)
    if strange is not None:
        raise UsageError(unknown("field", strange, names))


def narrowed(answer: Answer) -> Sequence[Item]:
    """The items with just the fields that were asked for, in that order; else with all."""
    if answer.fields is None:
        return answer.items
    return [{name: value(item, name) for name in answer.fields} for item in answer.items]


def value(item: Item, name: str) -> Any:
    """What *item* says for *name*; ``orgs`` and the like of a talk are gathered from it."""
    if name == "orgs" and "speakers" in item:
        return _orgs_of_speakers(item)
    if name in _BESIDE and "speakers" in item:
        return _BESIDE[name](item)
    if name in ("at", "url") and "match" in item:
        return item["match"][name]
    if name in ("seen", "rating", "own_notes") and "speakers" in item:
        own = item.get("own") or {}
        return own.get("notes" if name == "own_notes" else name)
    return item.get(name)


def _affiliations(talk: Item) -> list[str | None]:
    return [
        org_name(speaker["org"], speaker["org_certain"]) if speaker["org"] else None
        for speaker in talk["speakers"]
    ]


_BESIDE: dict[str, Callable[[Item], list[Any]]] = {
    "roles": lambda talk: [speaker["role"] for speaker in talk["speakers"]],
    "jobs": lambda talk: [speaker["job"] for speaker in talk["speakers"]],
    "affiliations": _affiliations,
    "link_kinds": lambda talk: [link["kind"] for link in talk["links"]],
}
"""Lists of which each part belongs to the person or the link in the same place: what a cell of names
or addresses has no room for."""


def _orgs_of_speakers(talk: Item) -> list[Item]:
    orgs: dict[str, bool] = {}
    for speaker in talk["speakers"]:
        if speaker["org"]:
            orgs[speaker["org"]] = orgs.get(speaker["org"], False) or speaker["org_certain"]
    return [{"name": name, "certain": certain} for name, certain in orgs.items()]


def rows(
    answer: Answer, unasked: dict[Shape, tuple[str, ...]]
) -> tuple[list[str], list[list[str]]]:
    """*answer* as column names and rows of flat text; *unasked* holds the columns by shape."""
    if answer.shape == "stats":
        return ["figure", "value"], _figures(answer)
    columns = answer.fields or unasked.get(answer.shape) or known_fields(answer)
    return list(columns), [
        [flat(name, value(item, name)) for name in columns] for item in answer.items
    ]


def _figures(answer: Answer) -> list[list[str]]:
    """The figures of a library as name and number; parts are named with a dot."""
    return [
        [figure, flat(figure, number)]
        for item in narrowed(answer)
        for name, content in item.items()
        for figure, number in _parts(name, content)
    ]


def _parts(name: str, content: Any) -> list[tuple[str, Any]]:
    if isinstance(content, dict):
        return [(f"{name}.{part or 'none'}", number) for part, number in content.items()]
    if isinstance(content, list):
        return [(f"{name}.{_label(part)}", part.get("talks")) for part in content]
    return [(name, content)]


def _label(item: Item) -> str:
    return str(next((item[key] for key in ("id", "document", "name") if item.get(key)), ""))


def flat(name: str, content: Any) -> str:
    """*content* of the field *name* as one piece of text; unknown is empty."""
    if content is None:
        return ""
    if isinstance(content, bool):
        return "true" if content else "false"
    if isinstance(content, list):
        if not any(content):
            return ""
        separator = " " if name in ("links", "link_kinds") else "; "
        return separator.join(_flat_part(name, part) for part in content)
    if isinstance(content, dict):
        return _flat_part(name, content)
    return str(content)


def _flat_part(name: str, part: Any) -> str:
    if not isinstance(part, dict):
        return "" if part is None else str(part)
    if name == "talks":
        return str(part["id"])
    if "first_line" in part:
        return f"{part['document']}:{part['first_line']}-{part['last_line']}"
    if name == "match":
        return "; ".join(part["terms"])
    if name == "moment":
        soon = part["begins_in"]
        return f"on since {part['since']} min" if soon is None else f"in {soon} min"
    if name == "orgs":
        return org_name(part["name"], part["certain"])
    return str(next((part[key] for key in ("name", "url", "text") if part.get(key)), ""))


def org_name(name: str, certain: bool) -> str:
    """An organisation as people read it: doubt is a question mark."""
    return name if certain else f"{name}?"
