"""README's last section is right: a source and a format are added by what it says, and work."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BLOCKS = dict(
    re.findall(
        r"```python\n# (talkctl/\S+)\n(.*?)```",
        (ROOT / "README.md").read_text(encoding="utf-8"),
        re.DOTALL,
    )
)
SOURCE, RENDERER = "talkctl/sources/hallway.py", "talkctl/render/titles.py"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """talkctl with the source and the format of README put in."""
    root = tmp_path_factory.mktemp("house")
    ours = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "talkctl", root / "talkctl", ignore=ours)
    shutil.copytree(ROOT / "data", root / "data")
    for path, code in BLOCKS.items():
        (root / path).write_text(code, encoding="utf-8")
    _put_in(root / "talkctl/sources/__init__.py", "    html,\n", "    hallway,\n")
    _put_in(root / "talkctl/sources/__init__.py", "    html.SOURCE,\n", "    hallway.SOURCE,\n")
    line = '    "titles": "talkctl.render.titles:render",\n'
    _put_in(root / "talkctl/render/__init__.py", "RENDERERS = {\n", line)
    return root


def _put_in(path: Path, after: str, line: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(after) == 1
    path.write_text(text.replace(after, after + line), encoding="utf-8")


def _run(house: Path, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "talkctl", *words],
        cwd=house, env={**os.environ, "XDG_DATA_HOME": str(house)},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_what_readme_adds_is_read_and_written(house: Path) -> None:
    """A file in the new source's format is imported, and found in the new format."""
    (house / "corridor.hall").write_text("Ada Lovelace > Notes on an Engine\n", encoding="utf-8")
    _run(house, "import", str(house / "corridor.hall"))
    assert _run(house, "search", "lovelace", "--format", "titles") == "Notes on an Engine\n"
    assert "Ada Lovelace" in _run(house, "speaker", "ada lovelace")


def test_the_rules_of_the_house_hold_for_what_readme_adds(house: Path) -> None:
    """Its code is as readable as the rest: checked, formatted and typed as everything is."""
    shutil.copy(ROOT / "pyproject.toml", house)
    added = [str(house / path) for path in BLOCKS]
    assert set(BLOCKS) == {SOURCE, RENDERER}
    for check in (("ruff", "check"), ("ruff", "format", "--check"), ("mypy",)):
        done = subprocess.run(
            [sys.executable, "-m", *check, *added],
            cwd=house, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout
