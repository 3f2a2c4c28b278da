"""Where the library is: the one asked for, the user's own, or the bundled catalogue."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from talkctl.errors import LibraryError
from talkctl.store import APPLICATION_ID

_PACKAGE = Path(__file__).resolve().parent.parent
_BUNDLED = (_PACKAGE / "data" / "talks.db", _PACKAGE.parent / "data" / "talks.db")
"""Inside an installed package, and in a checkout. Found by path: the modules made for finding
package data take longer to load than a search takes."""


def library_path(asked: str | None, environment: Mapping[str, str] = os.environ) -> Path:
    """The library to read: *asked*, else ``TALKCTL_DB``, else the user's own, else the bundled."""
    named = named_library(asked, environment)
    if named is not None:
        return named
    own = own_library_path(environment)
    return own if own is not None and own.is_file() else bundled_path()


def named_library(asked: str | None, environment: Mapping[str, str] = os.environ) -> Path | None:
    """The library that the command line or ``TALKCTL_DB`` names, if one of them does."""
    if asked == "":
        raise LibraryError("--db names no library: it is empty.")
    named = asked or environment.get("TALKCTL_DB")
    if not named:
        return None
    return Path(named).expanduser() if named.startswith("~") else Path(named)


def own_library_path(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Where the user's own library is kept, whether or not there is one yet.

    ``None`` where the account has no home folder.
    """
    return _in_home("LOCALAPPDATA", "XDG_DATA_HOME", (".local", "share"), "talks.db", environment)


def config_path(environment: Mapping[str, str] = os.environ) -> Path | None:
    """The user's configuration, whether or not there is one; ``None`` where there can be none.

    ``TALKCTL_CONFIG`` names another file, or none where it is empty.
    """
    if (named := environment.get("TALKCTL_CONFIG")) is not None:
        return Path(named).expanduser() if named else None
    return _in_home("APPDATA", "XDG_CONFIG_HOME", (".config",), "config.toml", environment)


def _in_home(
    windows: str, xdg: str, usual: tuple[str, ...], name: str, environment: Mapping[str, str]
) -> Path | None:
    """The file called *name* in the folder of talkctl where the platform keeps such files."""
    home = environment.get("HOME") or environment.get("USERPROFILE")
    if sys.platform == "darwin":
        folder = Path(home, "Library", "Application Support") if home else None
    elif sys.platform == "win32":
        local = environment.get(windows)
        folder = Path(local) if local else None
    else:
        # https://specifications.freedesktop.org/basedir-spec: a relative path is to be ignored.
        named = environment.get(xdg, "")
        folder = Path(named) if named.startswith("/") else None
        folder = folder or (Path(home, *usual) if home else None)
    return folder / "talkctl" / name if folder else None


def bundled_path() -> Path:
    """The catalogue that comes with talkctl."""
    return next((path for path in _BUNDLED if path.is_file()), _BUNDLED[0])


def is_library(path: Path) -> bool:
    """Whether the file at *path* may be replaced: it is one of ours, told by its header.

    https://www.sqlite.org/fileformat2.html has the application id at byte 68.
    """
    if not path.is_file():
        return False
    with path.open("rb") as file:
        header = file.read(100)
    return not header or header[68:72] == APPLICATION_ID.to_bytes(4, "big")
