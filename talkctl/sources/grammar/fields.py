"""Fields of JSON exports, which hold what they hold: whatever is asked for, something sane comes back.

"Aspen", {"en": "Aspen", "de": "Espe"}, {"id": 7, "name": "Aspen"}      text: Aspen
7, 7.0                                                                  text: 7
null, [], true                                                          text: nothing
"""

from __future__ import annotations

from typing import Any

_NAMES = ("name", "title", "label", "en", "en-US", "en-us", "text", "value")
_DEEPEST = 3


def text_of(value: Any) -> str:
    """The text that *value* is or is named by, English first where it is in several languages."""
    for _ in range(_DEEPEST):
        if isinstance(value, dict):
            named = (value[name] for name in _NAMES if value.get(name))
            value = next(named, None) or next((one for one in value.values() if one), None)
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    return str(int(value)) if isinstance(value, int) or value.is_integer() else str(value)


def field(part: Any, *names: str) -> str:
    """The text of the first of the fields *names* of *part* that has something in it."""
    if not isinstance(part, dict):
        return ""
    return next((text for name in names if (text := text_of(part.get(name)).strip())), "")


def objects(value: Any) -> list[dict[str, Any]]:
    """The objects that *value* is a list of; the values, where it is an object of objects."""
    if isinstance(value, dict):
        value = list(value.values())
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def texts(value: Any) -> tuple[str, ...]:
    """The texts in the list *value*, or between the commas of a text."""
    if isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, list):
        return ()
    return tuple(text for one in value if (text := text_of(one).strip()))


def is_true(value: Any) -> bool:
    """Whether *value* is true, or says so in words."""
    return value is True or (isinstance(value, str) and value.strip().lower() in ("true", "yes"))


def string(value: Any) -> str | None:
    """*value* if it is a text with something in it, without blanks around it."""
    return value.strip() or None if isinstance(value, str) else None


def strings(value: Any) -> tuple[str, ...]:
    """All texts with something in them that *value*, a list, holds, each once."""
    if not isinstance(value, list):
        return ()
    return tuple(dict.fromkeys(text for one in value if (text := string(one))))
