"""Where talkctl runs: streams that are closed, terminals that are old, homes that are not there."""

from __future__ import annotations

import os
import resource
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from itertools import product
from pathlib import Path
from typing import Any

from tests.attacks.attack import imported, talk
from tests.sandbox import Done, Folder, unwatched

ROOT = Path(__file__).resolve().parents[2]


def process(
    folder: Folder, *words: str, before: tuple[str, ...] = (), limit: int | None = None,
    env: dict[Any, Any] | None = None,
) -> Done:  # fmt: skip
    """Run ``talkctl`` with *words* as a process of its own, behind the words *before*.

    No file may grow beyond *limit* bytes.
    """

    def prepare() -> None:
        if limit is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    for name, value in (env or {}).items():
        if value is None:
            surroundings.pop(name, None)
        else:
            surroundings[name] = value
    with unwatched():
        done = subprocess.run(
            [*before, sys.executable, "-m", "talkctl", *words], cwd=folder.path, env=surroundings,
            timeout=60, check=False, preexec_fn=prepare, stdin=subprocess.DEVNULL, capture_output=True,
        )  # fmt: skip
    ended = Done(done.returncode, done.stdout, done.stderr)
    assert b"Traceback" not in ended.err, ended
    return ended


def on_a_terminal(folder: Folder, *words: str, columns: int = 80, **environment: str) -> bytes:
    """What ``talkctl`` with *words* shows on a terminal of that width; it must end well."""
    import fcntl
    import pty
    import struct
    import termios

    mine, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    with unwatched():
        running = subprocess.Popen(
            [sys.executable, "-m", "talkctl", *words], cwd=folder.path, stdin=its, stdout=its,
            stderr=its, close_fds=True,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        )  # fmt: skip
    os.close(its)
    shown = _all_that(mine, until=time.monotonic() + 30)
    running.kill()  # where it has ended this does nothing
    status = running.wait()
    assert status in (0, 1), (words, status, shown[-300:])
    assert b"Traceback" not in shown
    return shown


def _all_that(terminal: int, until: float) -> bytes:
    """What is written to *terminal* before it is closed, or until then."""
    shown = b""
    with suppress(OSError):
        while select.select([terminal], [], [], max(0, until - time.monotonic()))[0]:
            shown += os.read(terminal, 65536)
    os.close(terminal)
    return shown


def closed_streams(folder: Folder) -> None:
    for closed in product((False, True), repeat=3):
        signs = ("<&-", ">&-", "2>&-")
        ends = " ".join(sign for sign, wanted in zip(signs, closed, strict=True) if wanted)
        _shell(folder, f"search knots {ends}", (0,))
    _shell(folder, "import page.md <&- >&- 2>&-", (0,))


def full_streams(folder: Folder) -> None:
    _shell(folder, "search knots >/dev/full", (3,))
    _shell(folder, "search knots 2>/dev/full", (0,))
    _shell(folder, "import page.md >/dev/full 2>/dev/full", (3,))
    _shell(folder, "--help >/dev/full", (3,))


def _shell(folder: Folder, line: str, statuses: tuple[int, ...]) -> None:
    with unwatched():
        done = subprocess.run(
            ["bash", "-c", f"{sys.executable} -m talkctl {line}"], cwd=folder.path,
            env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False, timeout=60,
        )  # fmt: skip
    assert done.returncode in statuses, (line, done)
    assert b"Traceback" not in done.stderr, (line, done.stderr)
    assert b"Exception ignored" not in done.stderr, (line, done.stderr)


def pipe_closed(folder: Folder) -> None:
    imported(folder, *(talk(f"Queue {n}", abstract="x" * 500) for n in range(400)))
    for line in ("export", "search queue -n0", "schedule", "export --format csv"):
        _shell(folder, f"{line} | head -c 100 >/dev/null; exit ${{PIPESTATUS[0]}}", (0,))


def interrupted(folder: Folder) -> None:
    folder.file("many.md", "# KnotCon 2031\n" + "".join(
        f"\n## Bend {n} - Ann Poe {n}, Bolt\n\nwords {n}\n" for n in range(3000)))  # fmt: skip
    before = folder.run("stats", "--json").out
    statuses = set()
    for delay in (0.1, 0.4):
        for words in (("import", "many.md"), ("search", "knots", "-n0")):
            with unwatched():
                running = subprocess.Popen(
                    [sys.executable, "-m", "talkctl", *words], cwd=folder.path,
                    env={**os.environ, "PYTHONPATH": str(ROOT)},
                    stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
                )  # fmt: skip
            time.sleep(delay)
            running.send_signal(signal.SIGINT)
            _, err = running.communicate(timeout=30)
            assert b"talkctl/" not in err, err
            # Before talkctl begins, Python says in its own way that it was interrupted.
            if b"KeyboardInterrupt" not in err:
                statuses.add(running.returncode)
    assert statuses <= {0, 130}, statuses
    assert folder.run("db", "check").status == 0
    if folder.run("search", "bend", "--exact").status == 1:
        assert folder.run("stats", "--json").out == before


def old_terminals(folder: Folder) -> None:
    imported(folder, talk("Schöne 日本語 🏳️‍🌈 queues " * 3, room="Großer Saal", abstract="é " * 200))
    for words in (("search", "queues"), ("show", "queues"), ("speaker", "bo"), ("stats",), ("--help",),
                  ("schedule", "--grid", "--event", "meetup"), ("events",), ("doctor",)):  # fmt: skip
        for columns in (20, 1):
            done = folder.run(*words, terminal=True, TERM="dumb", COLUMNS=str(columns))
            assert done.status in (0, 1, 2)
            assert b"\x1b" not in done.text.encode()
    shown = on_a_terminal(folder, "search", "queues", columns=20, TERM="dumb")
    assert b"\x1b" not in shown
    on_a_terminal(folder, "search", "queues", columns=20, TERM="unheard-of", TALKCTL_PAGER="cat")
    on_a_terminal(folder, "stats", columns=20, TERM="", LC_ALL="C")


def no_locale(folder: Folder) -> None:
    imported(folder, talk("Schöne 日本語 queues", speakers=[{"name": "Jörg Ö"}]))
    odd = {"LC_ALL": "C", "LANG": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0",
           "PYTHONCOERCECLOCALE": "0"}  # fmt: skip
    for words in (("search", "queues", "--json"), ("search", "jörg"), ("show", "queues"),
                  ("search", "zzz\udcff"), ("import", "page.md")):  # fmt: skip
        done = process(folder, *words, env=odd)
        assert done.status in (0, 1), (words, done)
        done.out.decode("utf-8")
    assert "Schöne 日本語" in process(folder, "search", "queues", "--json", env=odd).out.decode()


def no_home(folder: Folder) -> None:
    for home in (None, "/nonexistent/nobody", "page.md", ""):
        env = {"HOME": home, "TALKCTL_DB": None, "XDG_DATA_HOME": None, "XDG_CONFIG_HOME": None}
        assert process(folder, "search", "istio", "-n1", env=env).status == 0, home
    for home in (None, "/proc/1/nothing", str(folder.path / "page.md")):
        env = {"HOME": home, "TALKCTL_DB": None, "XDG_DATA_HOME": None}
        done = process(folder, "pick", "weaving", "service", "mesh", env=env)
        assert (done.status, done.err.count(b"\n")) == (3, 1), done


def variables(folder: Folder) -> None:
    odd = os.fsdecode(b"\xff\x1b[31m")
    for name, value in (
        ("COLUMNS", "9" * 5000), ("COLUMNS", "²"), ("COLUMNS", "-5"), ("LINES", "0"), ("TERM", odd),
        ("COLUMNS", "99999999"), ("NO_COLOR", odd), ("FORCE_COLOR", odd), ("TALKCTL_PAGER", odd),
        ("PAGER", "'unbalanced"), ("TZ", ":/etc/passwd"), ("TZ", odd), ("XDG_DATA_HOME", odd),
        ("LANG", odd), ("BROWSER", odd), ("XDG_CONFIG_HOME", odd), ("PYTHONHASHSEED", "0"),
    ):  # fmt: skip
        for words in (("search", "knots"), ("schedule", "--now")):
            done = folder.run(*words, terminal=True, **{"PAGER": "cat", name: value})
            assert done.status in (0, 1, 2), (name, done)
            assert len(done.out) < 1_000_000
    done = folder.run("search", "knots", TALKCTL_DB=odd)
    assert (done.status, done.err.count(b"\x1b")) == (3, 0)


def shell_signs(folder: Folder) -> None:
    """A browser and a pager of our own write down what they were given."""
    browser = folder.path / "browser"
    browser.write_text('#!/bin/sh\nprintf "%s\\n" "$#" "$@" > given\n')
    browser.chmod(0o755)
    address = "https://x.example/$(touch$IFS'owned');`touch$IFS-owned`&&touch|owned%s"
    imported(folder, talk("Queues", links=[{"kind": "video", "url": address}]))
    done = process(folder, "open", "queues", env={"BROWSER": f"{browser} %s"})
    assert done.status == 0, done
    for _ in range(50):
        if (folder.path / "given").exists():
            break
        time.sleep(0.05)
    count, *given = (folder.path / "given").read_text().splitlines()
    assert (count, given) == ("1", [address]), given
    on_a_terminal(folder, "search", "-n0", TALKCTL_PAGER="cat; touch owned", LINES="2")
    on_a_terminal(folder, "search", "-n0", PAGER="cat $(touch owned) | touch owned", LINES="2")
    assert not (folder.path / "owned").exists()


def other_schemes(folder: Folder) -> None:
    for address in ("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "-new-tab",
                    "HTTPS:/x", "vbscript:x", "ssh://-oProxyCommand=x/"):  # fmt: skip
        links = [{"kind": kind, "url": address} for kind in ("video", "slides", "page")]
        imported(folder, talk("Queues", links=links))
        for option in ([], ["--slides"], ["--page"]):
            done = folder.run("open", "queues", *option)
            assert done.status == 1, (address, done)
            assert b"opened" not in done.err
