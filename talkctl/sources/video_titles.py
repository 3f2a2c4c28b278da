"""What titles of recordings carry beside the talk's own: the people, and the event.

    Knots Untied - Jane Doe, Acme              by the grammar all titles share
    Knots Untied | Jane Doe | KnotCon 2022     the event is behind the last bar
    Knots Untied - Jane Doe - KnotCon 2022     or behind the last dash
    [KnotCon 2022] Knots Untied                or in brackets, in front or behind
    KnotCon 2022 - Jane Doe: Knots Untied      or in front
    Tarn 2022 - Jane Doe - Knots Untied        where a name with a year is enough before two parts
    Knots Untied - Predictions for 2024        no event

A year alone makes no event: behind a dash or in front there has to be a word that names one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from talkctl.givennames import begins_with_given_name
from talkctl.model import INTERLUDES
from talkctl.names import looks_like_name, name_key
from talkctl.sources.grammar.billing import Known
from talkctl.sources.grammar.titles import TitleLine, parse_title, with_credits
from talkctl.sources.grammar.vocabulary import is_subject_word
from talkctl.text import words

_LONGEST = 400
_YEAR = re.compile(r"(?<![\d.])(?:19[89]\d|20[0-4]\d)(?![\d.]*\d)|(?<=\w)\s?['’]\d\d\b|\b\d\dC3\b")
_COMPOUND = re.compile(
    r"\b\w*[a-z\d.](?:Con|CON|Conf|CONF|Fest|Camp|Summit|Days|Tage)\b|\b[A-Z]+(?:CON|CONF)\b"
    r"|\b\d\dC3\b"
)
"""Names made for conferences: PyCon, KubeCon, JSConf, DevFest."""

_EVENT_WORD = re.compile(
    r"\b(?:con|conf|conference|conferência|conferencia|conférence|konferenz|summit|meetup|days?"
    r"|congress|congreso|symposium|fest|festival|camp|expo|forum|week|workshops?|hackathon|retreat"
    r"|user group|fosdem|froscon|europython|pydata\w*|scipy|euroscipy|devoxx|voxxed|goto|ndc|usenix"
    r"|srecon|lisa|qcon|oscon|strange ?loop|jfokus|lca|linuxfest|re:invent|i/o|wwdc|next|tage?"
    r"|journées|jornadas|kccnc|velocity|defcon|black hat|bsides\w*|\w+con|\w+conf)\b",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july"
    r"|august|september|sept|october|november|december|q[1-4]|spring|autumn|winter)\b",
    re.IGNORECASE,
)
_SMALL = frozenset("of the de da do for and + & at in on der la und".split())
_GENERIC = frozenset(
    "best top my favorite favourite watch uploads popular videos talks learn learning tutorial how"
    " predictions trends state roadmap review recap year part episode ep vol introduction guide"
    " update updates new latest why what".split()
)
_OPENING = re.compile(r"^\s*[\[(【](?P<part>[^\[\]()【】]{2,80})[\])】]\s*[-–—:|]?\s*(?=\S)")
_CLOSING = re.compile(r"(?<=\S)\s*[-–—|]?\s*[\[(【](?P<part>[^\[\]()【】]{2,80})[\])】]\s*$")
_JOINT = re.compile(r"\s*[|｜]+\s*|\s+[-–—•·@/]{1,2}\s+|\s+at\s+(?=[A-Z])|\s*:\s+|,\s+")
_BAR = re.compile(r"(?<=\s)[|｜•·](?=\s)|[|｜](?=\s)")
_DATED = re.compile(r"\s*[(\[](?:[^\W\d_]{3,9}\.?,?\s+)?(?:\d{1,2},?\s+)?(?:19|20)\d{2}[)\]]$")
"""When it was, in brackets behind whoever spoke."""

_STREAM = re.compile(
    r"^(?P<kind>talk|tutorial|charla|poster|keynote|workshop)s?\s[-–—]\s+(?=\S)", re.I
)
"""The part of the programme that some channels write in front of everything."""

_OF_THE_CHANNEL = re.compile(
    r"(?:(?:official )?(?:after ?movie|trailer|teaser|highlights|promo)(?: video)?|save the date"
    r"|call for papers)\b[!.]*$",
    re.IGNORECASE,
)
"""Films about an event, among the recordings of its talks."""

_QUOTED = re.compile(r"^[\"“](?P<title>[^\"“”]+)[\"”]\s+(?:by|[-–—])\s+(?P<people>\S.*)$")
_QUOTED_BEHIND = re.compile(r"^(?P<people>[^\"“”]+?),?\s*[:–—-]?\s+[\"“](?P<title>[^\"“”]+)[\"”]$")
_STREAMS = {kind: kind for kind in ("tutorial", "poster", "keynote", "workshop")}
_DECORATION = " \t-–—|｜:•·@,/"


@dataclass(frozen=True, slots=True)
class VideoTitle:
    """A recording's title taken apart, and the event it names, if it surely does."""

    line: TitleLine
    event: str | None = None


def read_video_title(raw: str, known: Known | None = None, event: str | None = None) -> VideoTitle:
    """What the title *raw* says; *event* is what is known of the event beside it."""
    known = known or Known()
    rest, named = without_event(raw, event)
    stream = _STREAM.match(rest)
    rest = rest[stream.end() :] if stream else rest
    line = (
        _quoted(rest, known)
        or (_between_bars(rest, known) if named or event else None)
        or _by_grammar(rest, known)
    )
    if stream and line.kind == "talk":
        line = replace(line, kind=_STREAMS.get(stream["kind"].lower(), "talk"))
    title = line.title.rstrip(_DECORATION) or line.title
    kind = kind_of_recording(line.kind, title)
    return VideoTitle(replace(line, raw=raw.strip(), title=title, kind=kind), named)


def kind_of_recording(kind: str, title: str) -> str:
    """The *kind* that a title gives away, of something recorded: nobody films the lunch break."""
    if _OF_THE_CHANNEL.match(title):
        return "other"
    intro = kind == "other" and title.lower().startswith("intro")
    return "talk" if intro or kind in INTERLUDES else kind


def without_event(raw: str, event: str | None = None) -> tuple[str, str | None]:
    """*raw* without the event it names in front or behind, and the event as it is spelt there.

    Whatever repeats *event* goes, with what else names one for certain.
    """
    text, named = raw.strip(), None
    told = frozenset(words(event)) if event else frozenset[str]()
    for _ in range(3 if len(text) <= _LONGEST else 0):
        found = next(
            (
                (rest, part)
                for rest, part, sure in outer_parts(text)
                if repeats(part, told) or reads_as_event(part, sure)
            ),
            None,
        )
        if not found:
            break
        text, named = found[0], named or found[1]
    return text, named


def outer_parts(text: str) -> Iterator[tuple[str, str, bool]]:
    """What is left of *text* without a part at either end, the part, and whether its place speaks for it."""
    for bracket in (_OPENING.search(text), _CLOSING.search(text)):
        if bracket:
            rest = f"{text[: bracket.start()]}{text[bracket.end() :]}".strip(_DECORATION)
            if rest:
                yield rest, bracket["part"].strip(), True
    joints = list(_JOINT.finditer(text))
    for joint in reversed(joints[-2:]):
        before, behind = text[: joint.start()].strip(_DECORATION), text[joint.end() :].strip()
        if before and behind and not _BAR.search(behind):
            yield before, behind, bool(_BAR.search(f" {joint[0]} "))
    for joint in joints[:2]:
        before, behind = text[: joint.start()].strip(), text[joint.end() :].strip(_DECORATION)
        if before and behind and joint[0].strip() not in (",", "at"):
            yield behind, before, len(joints) > 1 and joint[0].strip() in ("-", "–", "—", "|")


def repeats(part: str, told: frozenset[str]) -> bool:
    """Whether *part* is the event of the words *told* once more, perhaps shorter."""
    found = words(part)
    if not told or not found or len(part) > 80 or not told.issuperset(found):
        return False
    letters = [word for word in found if word.isalpha()]
    return len(letters) > 1 or (
        bool(letters) and (len(found) > 1 or bool(_COMPOUND.search(part)) or len(told) == 1)
    )


def reads_as_event(text: str, alone: bool = True) -> bool:
    """Whether *text* is the name of an event and nothing else.

    *alone* says that it stands by itself (a playlist's title, a bracket, behind a bar): then a name
    with a year is enough, and a name made for conferences needs none.
    """
    parts = text.split()
    if not 3 <= len(text) <= 80 or len(parts) > 9 or text[-1] in "?!":
        return False
    first = words(parts[0])
    if not first or first[0] in _GENERIC or any(word in _GENERIC for word in words(text)[1:3]):
        return False
    capital = all(not part.islower() or part.lower() in _SMALL for part in parts)
    named = bool(_COMPOUND.search(text) or _EVENT_WORD.search(text))
    if _YEAR.search(text):
        if named:
            return capital and not (_MONTH.search(text) and len(parts) < 3)
        letters = [word for word in words(text) if word.isalpha()]
        subject = all(is_subject_word(word) for word in letters)
        return alone and capital and not (subject or _MONTH.search(text)) and len(parts) <= 6
    return alone and capital and len(parts) <= 4 and bool(_COMPOUND.search(text))


def _between_bars(rest: str, known: Known) -> TitleLine | None:
    """A title with people behind the one bar that is left when the event is gone.

    There they need no proof.
    """
    parts = [part.strip() for part in _BAR.split(rest)]
    if len(parts) != 2 or not all(parts) or len(rest) > _LONGEST:
        return None
    return _with_people(parts[0], parts[1], known)


def _quoted(rest: str, known: Known) -> TitleLine | None:
    """A title in quotation marks with people beside it."""
    if len(rest) > _LONGEST:
        return None
    found = _QUOTED.match(rest) or _QUOTED_BEHIND.match(rest)
    if not found:
        return None
    front, _, people = found["people"].rpartition(" - ")
    people = people if _YEAR.search(front) else found["people"]
    return _with_people(found["title"], people, known)


def _with_people(title: str, people: str, known: Known) -> TitleLine | None:
    people = _DATED.sub("", people).strip()
    names = [name.strip() for name in re.split(r"\s*(?:,|&|\band\b)\s*", people)]
    if not _may_be_person(names[0]):
        return None
    here = tuple(name for name in names if _may_be_person(name))
    line = parse_title(f"x - {people}", replace(known, here=(*known.here, *here)))
    return with_credits(parse_title(title), line.credits) if line.title == "x" else None


def _may_be_person(name: str) -> bool:
    return (
        looks_like_name(name)
        and 2 <= len(name.split()) <= 4
        and not any(is_subject_word(word) for word in words(name))
    )


def _by_grammar(rest: str, known: Known) -> TitleLine:
    """*rest* by the grammar of titles, to which a bar is a dash."""
    undated = _DATED.sub("", rest) if len(rest) <= _LONGEST else rest
    dashed = _BAR.sub("-", undated)
    line = parse_title(dashed, known)
    if not line.credits:
        bare = parse_title(undated, known)
        return replace(bare, title=f"{bare.title}{rest[len(undated) :]}")
    begin = dashed.find(line.title)
    title = undated[begin : begin + len(line.title)] if begin >= 0 else line.title
    return replace(line, title=title)


def people_of_list(titles: Iterable[str]) -> frozenset[str]:
    """Keys of the names that stand where most titles of a list have people: all behind a dash, say.

    A list whose entries bear people in one place bears them there in all of them.
    """
    places: dict[tuple[str, int], list[str]] = {}
    for title in titles:
        if len(title) > _LONGEST:
            continue
        for joint in (" - ", " | ", ": ", " – ", " by "):
            if title.count(joint) == 1:
                for side, part in enumerate(title.split(joint)):
                    places.setdefault((joint, side), []).append(part.split(",")[0].strip())
    found: set[str] = set()
    for parts in places.values():
        sure = sum(begins_with_given_name(part) and _may_be_person(part) for part in parts)
        if sure >= 3 and 2 * sure >= len(parts):
            found.update(name_key(part) for part in parts if _may_be_person(part))
    return frozenset(found)


def event_of_list(title: str | None) -> str | None:
    """The event whose recordings a list of videos holds, if its *title* reads as one."""
    if not title or len(title) > 120:
        return None
    title = re.sub(
        r"^(?:videos?|recordings?)(?: (?:of|from)\s+|\s*[:|–—-]\s+)", "", title.strip(), flags=re.I
    )
    name = re.sub(
        r"[\s:|–—-]*[(\[]?\b(?:all |main |the )?(?:talks?|videos?|recordings?|sessions?|playlist|keynotes?"
        r"|presentations?|lightning talks|tutorials?|vorträge|charlas|palestras)\b[)\]]?\s*$",
        "", title.strip(), flags=re.IGNORECASE,
    ).strip(_DECORATION)  # fmt: skip
    return name if name and reads_as_event(name) else None
