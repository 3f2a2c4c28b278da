"""A file of settings with one of them changed, and everything else left as somebody wrote it."""

from __future__ import annotations

import re

from tomlkit import TOMLDocument, item, parse, table
from tomlkit.items import Item

Value = str | tuple[str, ...]


def amended(text: str, name: str, value: Value | None) -> str:
    """*text*, which is TOML, with *name* (``theme``, ``columns.search``) at *value*, or not said.

    What is new stands below a remark that speaks of it, else where its table ends.
    """
    lines = text.replace("\r\n", "\n")
    document = parse(lines)
    heading, _, key = name.rpartition(".")
    if value is None:
        (document.get(heading, {}) if heading else document).pop(key, None)
    elif heading:
        document.setdefault(heading, table())[key] = _item(value)
    else:
        document = document if key in document else _with_place(document, lines, key)
        document[key] = _item(value)
    new = document.as_string()
    return new if lines == text else new.replace("\n", "\r\n")


def _item(value: Value) -> Item:
    return item(value if isinstance(value, str) else list(value))


def _with_place(document: TOMLDocument, text: str, key: str) -> TOMLDocument:
    """*document*, which is *text*, with a place for *key* below a remark that speaks of it."""
    remark = re.compile(rf"^[ \t]*#[ \t]*{re.escape(key)}[ \t]*=.*$", re.MULTILINE)
    made = parse(remark.sub(rf'\g<0>\n{key} = ""', text, count=1))
    # The remark may be one in a table, or no more than a line of a text.
    return made if key in made else document
