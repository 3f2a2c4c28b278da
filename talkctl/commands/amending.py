"""A file of settings with one of them changed, and everything else left as somebody wrote it.

What is written is read again before it is kept: a file that is laid out in a way that this cannot
change is refused, and changed by nobody but its owner.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Sequence
from typing import Any

from talkctl.errors import UsageError

Value = str | tuple[str, ...]

_TABLE = re.compile(r"\s*\[+\s*(?P<name>[^\[\]]*?)\s*\]")
_ON_ONE_LINE = re.compile(
    r"""(?P<name>\s*[^=#]+=\s*)(?:"(?:[^"\\]|\\.)*"|'[^']*'|\[[^\]#]*\])(?P<rest>\s*(?:\#.*)?)$"""
)


def amended(text: str, name: str, value: Value | None) -> str:
    """*text* in which *name* (``theme``, ``columns.search``) is *value*, or is not said at all."""
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    end = "\r\n" if text.partition("\n")[0].endswith("\r") else "\n"
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += end
    said = _span(lines, name)
    if said:
        first, after = said
        lines[first:after] = [] if value is None else [_again("".join(lines[first:after]), value)]
    elif value is not None:
        _insert(lines, name, value, end)
    new = "".join(lines)
    if _read(new) != _wanted(text, name, value):
        raise UsageError(f"{name} stands in the file in a way of its own; talkctl config --edit.")
    return new


def _read(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _wanted(text: str, name: str, value: Value | None) -> dict[str, Any]:
    table, _, key = name.rpartition(".")
    found = tomllib.loads(text)
    place = found.setdefault(table, {}) if table else found
    place.pop(key, None)
    if value is not None:
        place[key] = value if isinstance(value, str) else list(value)
    if table and not place and table not in tomllib.loads(text):
        del found[table]
    return found


def _written(value: Value) -> str:
    """*value* as TOML writes it, which is as JSON does but for one sign."""
    made = json.dumps(value if isinstance(value, str) else list(value), ensure_ascii=False)
    return made.replace("\x7f", "\\u007f")


def _again(line: str, value: Value) -> str:
    """The *line* with another value, and the remark behind it."""
    body = line.rstrip("\r\n")
    found = _ON_ONE_LINE.match(body)
    name, rest = (
        found.group("name", "rest") if found else (f"{body.partition('=')[0].rstrip()} = ", "")
    )
    return f"{name}{_written(value)}{rest}{line[len(body) :]}"


def _span(lines: Sequence[str], name: str) -> tuple[int, int] | None:
    """From which line to before which one *name* is given its value."""
    table = ""
    for number, line in enumerate(lines):
        if head := _TABLE.match(line):
            table = head["name"].strip("\"'")
        named = re.match(r"\s*([\w\"'. -]+?)\s*=", line)
        if named and _joined(table, named[1]) == name:
            return number, _end(lines, number)
    return None


def _joined(table: str, name: str) -> str:
    parts = [part.strip().strip("\"'") for part in name.split(".")]
    return ".".join([table, *parts] if table else parts)


def _end(lines: Sequence[str], first: int) -> int:
    """Behind the last line of what begins at *first*: a list may go on for several."""
    for after in range(first + 1, len(lines)):
        if _read("".join(lines[first:after])) is not None:
            return after
    return len(lines)


def _insert(lines: list[str], name: str, value: Value, end: str) -> None:
    """Where the file speaks of *name* in a remark, below that; else where its table begins."""
    table, _, key = name.rpartition(".")
    new = f"{key} = {_written(value)}{end}"
    heads = [(n, head["name"]) for n, line in enumerate(lines) if (head := _TABLE.match(line))]
    if table:
        begin = next((n for n, one in heads if one == table), None)
        if begin is None:
            lines += [end] * bool(lines and lines[-1].strip())
            lines.append(f"[{table}]{end}")
            begin = len(lines) - 1
        lines.insert(begin + 1, new)
        return
    last = heads[0][0] if heads else len(lines)
    remark = re.compile(rf"\s*#\s*{re.escape(key)}\s*=")
    place = next((n + 1 for n, line in enumerate(lines[:last]) if remark.match(line)), last)
    lines.insert(place, new)
