"""Front matter: what a page says of itself above its text, in YAML or in TOML.

---                                       +++
title: "Tides as a Service"               title = "Tides as a Service"
speakers: [Jane Doe, John Roe]            speakers = ["Jane Doe", "John Roe"]
speakers:                                 [[speakers]]
  - name: Jane Doe                        name = "Jane Doe"
    company: Acme                         company = "Acme"
summary: >                                summary = \"\"\"
  over several                            over several
  lines                                   lines\"\"\"
---                                       +++

Only as much of either language is read as front matter uses; what else stands there is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from talkctl.sources.source import Line
from talkctl.text import fold

_KEY = re.compile(r"(?P<key>[\w.-]{1,60})\s*[:=](?:\s+(?P<value>.*)|\s*$|(?<==)(?P<tight>\S.*))")
_ITEM = re.compile(r"\s*-\s+(?P<value>\S.*)$|\s*-\s*$")
_TABLE = re.compile(r"\[\[?(?P<key>[\w.-]{1,60})\]\]?\s*$")
_MARKS = ("---", "+++")
_MOST_LINES = 300
_BLOCKS = (">", "|", ">-", "|-", ">+", "|+")

Item = dict[str, str]
"""One value of a list; a value that is no object stands under the empty key."""


@dataclass(slots=True)
class Front:
    """What front matter says: under each key, in small letters, its values; and its lines."""

    values: dict[str, list[Item]] = field(default_factory=dict)
    lines: tuple[int, ...] = ()

    def text(self, *keys: str) -> str:
        """The first plain value under the first of *keys* that has one."""
        found = (item[""] for key in keys for item in self.values.get(key, ()) if item.get(""))
        return next(found, "")

    def texts(self, *keys: str) -> tuple[str, ...]:
        """All plain values under the first of *keys* that has any."""
        for key in keys:
            found = tuple(item[""] for item in self.values.get(key, ()) if item.get(""))
            if found:
                return found
        return ()

    def items(self, *keys: str) -> tuple[Item, ...]:
        """All values under the first of *keys* that has any, objects included."""
        return next((tuple(self.values[key]) for key in keys if self.values.get(key)), ())


def read_front(lines: Sequence[Line]) -> Front:
    """The front matter with which *lines* begin; empty where they begin otherwise."""
    start = next((n for n, line in enumerate(lines[:50]) if not line.blank), None)
    mark = lines[start].text.strip().lstrip("\ufeff") if start is not None else ""
    if start is None or mark not in _MARKS:
        return Front()
    end = next(
        (
            n
            for n in range(start + 1, min(start + _MOST_LINES, len(lines)))
            if lines[n].text.rstrip() in ((mark, "...") if mark == "---" else (mark,))
        ),
        None,
    )
    if end is None or end == start + 1:
        return Front()
    inside = lines[start + 1 : end]
    if mark == "---" and not _looks_like_yaml(inside):
        return Front()
    reader = _Reader()
    for line in inside:
        reader.take(line.text[:5000])
    return Front(reader.values, tuple(line.number for line in lines[start : end + 1]))


def _looks_like_yaml(lines: Sequence[Line]) -> bool:
    """Whether a key stands first: two rules with prose between them are no front matter."""
    first = next((line.text for line in lines if line.text.strip()[:1] not in ("", "#")), "")
    return bool(_KEY.match(first))


class _Reader:
    """Front matter in the making, line by line."""

    def __init__(self) -> None:
        self.values: dict[str, list[Item]] = {}
        self.key = ""
        self.table = ""
        self.block: list[str] | None = None
        self.until = ""

    def take(self, text: str) -> None:
        """Read one line."""
        if self.block is not None and self._goes_on(text):
            return
        plain = text.strip()
        if not plain or plain.startswith("#"):
            return
        item = _ITEM.match(text)
        nested = text[:1].isspace()
        if item and self.key and not self.table:
            self._add_item((item["value"] or "").strip())
        elif (table := _TABLE.match(plain)) and not nested:
            self._open_table(table["key"], plain.startswith("[["))
        elif nested and self.key and not self.table:
            self._add_field(plain)
        elif found := _KEY.match(plain):
            self._add_key(fold(found["key"]), (found["value"] or found["tight"] or "").strip())

    def _goes_on(self, text: str) -> bool:
        """Whether a value over several lines still goes on with *text*."""
        assert self.block is not None
        if self.until:
            head, closed, _ = text.partition(self.until)
            self.block.append(head.strip())
            if not closed:
                return True
        elif not text.strip() or text[:1].isspace():
            self.block.append(text.strip())
            return True
        whole = "\n".join(self.block).strip(" \n,")
        closed_list = self.until == "]"
        values = _list_of(whole) if closed_list else [{"": whole}] if whole else []
        self.values.setdefault(self.key, []).extend(values)
        ended, self.block, self.until = bool(self.until), None, ""
        return ended

    def _open_table(self, key: str, several: bool) -> None:
        self.table = fold(key)
        if several:
            self.values.setdefault(self.table, []).append({})
        else:
            self.table = "" if key in ("params", "extra", "taxonomies") else self.table

    def _add_key(self, key: str, value: str) -> None:
        if self.table:
            items = self.values.setdefault(self.table, [])
            if not items:
                items.append({})
            items[-1][key] = _plain(value)
            return
        self.key = key
        if value in _BLOCKS:
            self.block = []
        elif value.startswith(('"""', "'''")):
            self.until = value[:3]
            self.block = []
            self._goes_on(value[3:])
        elif value.startswith("[") and "]" not in value:
            self.until, self.block = "]", [value[1:]]
        elif value:
            self.values.setdefault(key, []).extend(_list_of(value))

    def _add_item(self, value: str) -> None:
        found = _KEY.match(value) if not value.startswith(("[", "'", '"')) else None
        item = {fold(found["key"]): _plain(found["value"] or "")} if found else {"": _plain(value)}
        self.values.setdefault(self.key, []).append(item)

    def _add_field(self, plain: str) -> None:
        found = _KEY.match(plain)
        items = self.values.setdefault(self.key, [])
        if not found:
            if items and "" in items[-1]:
                items[-1][""] = f"{items[-1]['']} {_plain(plain)}"
            return
        if not items:
            items.append({})
        items[-1][fold(found["key"])] = _plain(found["value"] or found["tight"] or "")


def _list_of(value: str) -> list[Item]:
    """The values of ``[a, "b, c"]``, or the one value that *value* is."""
    if value.startswith("[") and value.rstrip(" ,").endswith("]") and "](" not in value:
        value = value.rstrip(" ,")[1:-1]
    elif "\n" not in value:
        return [{"": _plain(value)}]
    parts = re.findall(r"\"[^\"]*\"|'[^']*'|[^,\n]+", value)
    return [{"": plain} for part in parts if (plain := _plain(part.strip()))]


def _plain(value: str) -> str:
    """*value* without quotes, and without a comment behind it."""
    value = value.strip()
    if len(value) > 1 and value[0] in "\"'":
        end = value.rfind(value[0])
        if end > 0 and value[end + 1 :].strip()[:1] in ("", "#", ","):
            inside = value[1:end]
            return inside.replace("''", "'") if value[0] == "'" else inside.replace('\\"', '"')
        return value
    return re.sub(r"\s#\s.*$", "", value).strip()
