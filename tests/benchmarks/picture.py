"""The small picture in README: what share of slipped questions each tool answers rightly.

python -m tests.benchmarks --part peers --sizes 10000 --json measured.json
python -m tests.benchmarks.picture measured.json data/benchmark.svg
"""

from __future__ import annotations

import json
import re
import sys
from html import escape
from pathlib import Path
from typing import Any

_COLUMN = "first result right, one slip"
_OURS = "talkctl"
_ROW, _TOP, _LEFT, _BAR, _WIDTH = 22, 34, 190, 380, 660


def main() -> int:
    """Draw the last table of measured answers to slips, which is of the largest library."""
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    tables = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    table = [table for table in tables if _COLUMN in table["columns"]][-1]
    Path(sys.argv[2]).write_text(draw(table), encoding="utf-8")
    return 0


def draw(table: dict[str, Any]) -> str:
    """A bar for each engine of *table*, the best first, ours in colour."""
    place = table["columns"].index(_COLUMN)
    shares = sorted(((_number(row[place]), str(row[0])) for row in table["rows"]), reverse=True)
    talks = re.search(r"[\d,]+ talks", table["title"])
    size = f", {talks[0]}" if talks else ""
    height = _TOP + _ROW * len(shares) + 8
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}"'
        ' font-family="sans-serif" font-size="13">',
        f'<rect width="{_WIDTH}" height="{height}" rx="6" fill="#ffffff"/>',
        f'<text x="12" y="20" fill="#333333">{escape(_COLUMN)}{escape(size)}</text>',
    ]
    for number, (share, name) in enumerate(shares):
        lines += _bar(_TOP + number * _ROW, name, share)
    return "\n".join([*lines, "</svg>", ""])


def _bar(top: int, name: str, share: float) -> list[str]:
    colour = "#2266aa" if name == _OURS else "#b8c4d0"
    return [
        f'<text x="{_LEFT - 8}" y="{top + 14}" text-anchor="end" fill="#333333">'
        f"{escape(name)}</text>",
        f'<rect x="{_LEFT}" y="{top + 2}" width="{max(1, share * _BAR / 100):.0f}" height="16"'
        f' fill="{colour}"/>',
        f'<text x="{_LEFT + share * _BAR / 100 + 6:.0f}" y="{top + 14}" fill="#333333">'
        f"{share:.0f} %</text>",
    ]


def _number(cell: str) -> float:
    return float(cell.rstrip(" %"))


if __name__ == "__main__":
    sys.exit(main())
