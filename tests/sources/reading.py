"""Records as the plain objects that golden files hold."""

from __future__ import annotations

from typing import Any


def as_objects(value: Any) -> Any:
    """*value* with its records, however deep, as dictionaries and its tuples as lists."""
    if hasattr(value, "_asdict"):
        return {name: as_objects(part) for name, part in value._asdict().items()}
    return [as_objects(part) for part in value] if isinstance(value, tuple | list) else value
