"""Running talkctl as a user does: a process of its own, with streams and an exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

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
def talkctl(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run ``talkctl`` with these words, in a pipe and with a home folder that is empty."""
    home = tmp_path_factory.mktemp("home")
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("TALKCTL", "XDG_")) and name not in ("NO_COLOR", "FORCE_COLOR")
    }

    def run(*words: str, stdin: str = "", **environment: str) -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "talkctl", *words],
            cwd=ROOT,
            env={**clean, "HOME": str(home), "COLUMNS": "100", "TALKCTL_CONFIG": "", **environment},
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    return run
