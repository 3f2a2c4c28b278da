"""What may go wrong, as one sentence, with the exit status that belongs to it.

Only :func:`talkctl.cli.main` turns these into words on stderr; everything else raises them.
"""

from collections.abc import Iterable
from enum import IntEnum
from pathlib import Path


class Status(IntEnum):
    """Exit statuses, as promised to people who script against talkctl."""

    ANSWERED = 0
    NOTHING_FOUND = 1
    USAGE = 2
    LIBRARY = 3
    IMPORT = 4
    INTERRUPTED = 130


class TalkctlError(Exception):
    """Something a person can understand and act on; its text is the sentence they read."""

    status = Status.LIBRARY


class UsageError(TalkctlError):
    """The question itself makes no sense: a wrong field, an unknown event, an unclear talk."""

    status = Status.USAGE


class LibraryError(TalkctlError):
    """The library cannot be read or written."""

    status = Status.LIBRARY


class OlderLibrary(LibraryError):
    """The library was written by an older talkctl and has to be brought up to date first."""

    def __init__(self, path: Path, version: int) -> None:
        super().__init__(f"The library {path} was written by an older talkctl (version {version}).")
        self.path = path
        self.version = version


class ImportRefused(TalkctlError):
    """A file was not imported, or not all of it."""

    status = Status.IMPORT


def unknown(what: str, value: str, known: Iterable[str]) -> str:
    """The sentence for a *value* that no *what* is called: the one it looks like, then all."""
    from difflib import get_close_matches

    names = list(known)
    typed = value.casefold()
    near = get_close_matches(typed, names, 1) or [it for it in names if typed in it.casefold()]
    meant = f" Did you mean {near[0]!r}?" if near and typed else ""
    more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
    listed = ", ".join(names[:_MOST]) + more
    return f"There is no {what} {value!r}.{meant} {what.capitalize()}s: {listed}."


_MOST = 60
"""No answer has as many fields; a library may have as many documents."""
