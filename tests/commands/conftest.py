"""Running talkctl as a user does: with streams, an exit status, and a home folder that is empty."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from tests.sandbox import Folder

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Done:
    """How a run ended: exit status and what stands on both streams."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """stdout, which holds JSON."""
        return json.loads(self.out)


Run = Callable[..., Done]


@pytest.fixture(scope="session")
def clean(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment that asks for nothing."""
    theirs = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("TALKCTL", "XDG_")) and name not in ("NO_COLOR", "FORCE_COLOR")
    }
    home = str(tmp_path_factory.mktemp("home"))
    return theirs | {"HOME": home, "COLUMNS": "100", "TALKCTL_CONFIG": ""}


@pytest.fixture(scope="session")
def process(clean: dict[str, str]) -> Run:
    """Run ``talkctl`` with these words as a process of its own, in a pipe."""

    def run(*words: str, stdin: str = "", **environment: str) -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "talkctl", *words],
            cwd=ROOT,
            env=clean | environment,
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture(scope="session")
def talkctl(clean: dict[str, str]) -> Run:
    """Run ``talkctl`` with these words within this process, which spares it the start."""

    def run(*words: str, stdin: str = "", **environment: str) -> Done:
        with mock.patch.dict(os.environ, clean, clear=True):
            done = Folder(ROOT).run(*words, stdin=stdin.encode(), **environment)
        return Done(done.status, done.out.decode(), done.err.decode())

    return run
