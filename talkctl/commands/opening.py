"""``open``: a talk's recording, slides or page in the browser."""

# No ``from __future__ import annotations`` here: these annotations are read when it runs.

import re
from typing import Annotated

from talkctl.commands.choosing import named_talks
from talkctl.commands.desk import QuietLook, sit_down
from talkctl.commands.parameters import argument, option
from talkctl.errors import Status, UsageError
from talkctl.links import at_second, printable_address
from talkctl.model import Link, Talk


def open_(
    talk: Annotated[
        list[str],
        argument(metavar="TALK…", help="An id or its beginning, a slug, words; - for stdin."),
    ],
    look: QuietLook,
    slides: Annotated[bool, option("--slides", help="The slides.")] = False,
    page: Annotated[bool, option("--page", help="The page in the programme.")] = False,
    at: Annotated[
        str | None,
        option("--at", metavar="MM:SS", help="From this time of the recording."),
    ] = None,
    only_print: Annotated[
        bool, option("--print", help="Write the address and open nothing.")
    ] = False,
) -> Status:
    """Open a talk's recording in the browser.

    \b
    Examples:
      talkctl open kafka operator --print
      talkctl open xh5udtw --slides --print
      talkctl open xh5udtw --at 12:34
    """
    if slides and page:
        raise UsageError("--slides and --page do not go together.")
    wanted = "slides" if slides else "page" if page else "video"
    second = _seconds(at) if at is not None else None
    if second is not None and wanted != "video":
        raise UsageError("--at says a time of the recording; slides and pages have none.")
    with sit_down(look) as desk:
        named = named_talks(desk, talk)
        found = 0
        for one in desk.catalog.talks(named.numbers):
            link = _link(one, wanted, anywhere=only_print)
            if link is None:
                desk.say(f"{one.title}: {_none_known(one, wanted)}")
                continue
            found += 1
            address = printable_address(link.url)
            address = address if second is None else at_second(address, second)
            if only_print:
                desk.screen.write(address + "\n")
            else:
                _open(address)
                desk.say(f"{one.title}: opened {address}")
        for word in named.missing:
            desk.say(f"There is no talk {word!r}.")
    complete = found == len(named.numbers) and not named.missing
    return Status.ANSWERED if found and complete else Status.NOTHING_FOUND


def _link(talk: Talk, kind: str, anywhere: bool = False) -> Link | None:
    """The talk's first address of that kind that a browser can go to, else *anywhere* the first."""
    links = [link for link in talk.links if link.kind == kind]
    there = next((link for link in links if _web(link.url)), None)
    return there or (links[0] if anywhere and links else None)


def _web(address: str) -> bool:
    return re.match(r"https?://[^\s]", address, re.IGNORECASE) is not None


_CALLED = {"video": "recording", "slides": "slides", "page": "page"}
_OPTIONS = {"video": "open", "slides": "open --slides", "page": "open --page"}


def _none_known(talk: Talk, wanted: str) -> str:
    others = [kind for kind in _CALLED if kind != wanted and _link(talk, kind)]
    known = ", ".join(f"{_CALLED[kind]}: talkctl {_OPTIONS[kind]} {talk.id}" for kind in others)
    verb = "are" if wanted == "slides" else "is"
    if there := _link(talk, wanted, anywhere=True):
        return f"its {_CALLED[wanted]} {verb} {there.url!r}, which is no address on the web."
    return f"no {_CALLED[wanted]} {verb} known." + (f" Known: {known}" if known else "")


def _seconds(text: str) -> int:
    """The second that ``754``, ``12:34`` or ``1:02:03`` means."""
    if not re.fullmatch(r"\d{1,6}|(?:\d{1,3}:)?\d{1,3}:\d{2}", text):
        raise UsageError(f"--at {text}: write minutes and seconds, such as 12:34.")
    second = 0
    for part in text.split(":"):
        second = second * 60 + int(part)
    return second


def _open(address: str) -> None:
    import webbrowser

    if not webbrowser.open(address):
        raise UsageError(f"No browser could be started; the address is {address}")
