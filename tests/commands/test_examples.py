"""What help shows as examples can be typed as it stands, in the library that comes with talkctl."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Iterator

import pytest

from tests import manual, readme
from tests.sandbox import Folder, folder_of_its_own

from .conftest import ROOT

COMMANDS = dict(readme.all_commands())
IDLE = ("import", "merge", "undo", "db build", "db reset")
"""What these take is nobody's but the reader's own."""


@pytest.fixture
def folder() -> Iterator[Folder]:
    """A folder with a copy of that library for one's own."""
    with folder_of_its_own() as found:
        shutil.copyfile(ROOT / "data" / "talks.db", found.path / "talks.db")
        yield found


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in IDLE])
def test_examples_answer(folder: Folder, name: str) -> None:
    """Each of them alone; what begins or goes on in another program is left out of it."""
    for line in manual.examples_of(COMMANDS[name]):
        words = shlex.split(line)[1:]
        if {"|", ">", "--edit", "build"} & set(words):
            continue
        done = folder.run(*words)
        assert done.status == 0, done
        assert done.text.strip(), line
