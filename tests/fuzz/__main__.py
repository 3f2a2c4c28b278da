"""``python -m tests.fuzz``: let a fuzzer that watches which code runs look for text that breaks it.

Each target is a process of its own with a bound on time and memory. Text that breaks a promise is
written to a file, and the command that tries it again is said; ``--input FILE`` tries one file.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Sequence
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from typing import Any

KEPT = Path("build", "fuzz")
"""Where texts that break something are written."""

_SLOWEST = 20
"""Seconds that one text may take, under a fuzzer and on a machine that does other things too."""
_MEMORY = 1500
"""Megabytes that a process may take, with what it has loaded."""
_LONGEST = 8192
"""Bytes of a text."""


def main() -> int:
    """Fuzz what the command line names, or all; 1 if anything broke."""
    arguments = _arguments()
    if arguments.input:
        _try(arguments.target, arguments.input)
        return 0
    try:
        import atheris
    except ImportError:
        print("Nothing is fuzzed: there is no atheris here (pip install '.[fuzz]').")
        return 0
    with atheris.instrument_imports(include=["talkctl"]):
        with redirect_stderr(StringIO()):
            from tests.fuzz.targets import TARGETS

        chosen = [one for one in TARGETS if one.name in (arguments.target or one.name)]
        print(f"{'target':22}{'inputs':>9}{'edges':>7}{'MB':>6}")
        return max(
            [_fuzzed(atheris, target, arguments.seconds, arguments.seed) for target in chosen],
            default=2,
        )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tests.fuzz", description=__doc__)
    parser.add_argument("target", nargs="*", help="names of targets; all if none is named")
    parser.add_argument("--seconds", type=int, default=3, help="for each target")
    parser.add_argument("--seed", type=int, default=0, help="the same texts again; 0 is others")
    parser.add_argument("--input", type=Path, help="a file to try on the target, without a fuzzer")
    return parser.parse_args()


def _try(names: Sequence[str], file: Path) -> None:
    from tests.fuzz.targets import TARGETS

    for target in TARGETS:
        if target.name in names:
            target.check(file.read_bytes())


def _fuzzed(atheris: Any, target: Any, seconds: int, seed: int) -> int:
    folder = KEPT / target.name
    folder.mkdir(parents=True, exist_ok=True)
    before = set(folder.iterdir())
    with tempfile.TemporaryDirectory() as corpus, tempfile.TemporaryFile("w+b") as log:
        for number, text in enumerate(target.seeds()):
            Path(corpus, f"{number:04}").write_bytes(text[:_LONGEST])
        options = {
            "max_total_time": seconds, "seed": seed, "timeout": _SLOWEST, "rss_limit_mb": _MEMORY,
            "max_len": _LONGEST, "print_final_stats": 1,
            "artifact_prefix": f"{folder.resolve()}/",
        }  # fmt: skip
        words = ["fuzz", *(f"-{name}={value}" for name, value in options.items()), corpus]
        child = os.fork()
        if child == 0:
            os.dup2(log.fileno(), 1)
            os.dup2(log.fileno(), 2)
            atheris.Setup(words, target.check)
            atheris.Fuzz()
            os._exit(0)
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        log.seek(0)
        told = log.read().decode(errors="replace")
    figures = (r"number_of_executed_units: (\d+)", r" cov: (\d+)", r"peak_rss_mb: +(\d+)")
    inputs, edges, memory = (_last(figure, told) for figure in figures)
    print(f"{target.name:22}{inputs:>9}{edges:>7}{memory:>6}", flush=True)
    if not ended:
        return 0
    broken = re.search(
        r"=== Uncaught.*?(?=\n==\d+== ERROR)|ERROR: libFuzzer: \S.*", told, re.DOTALL
    )
    print(broken[0] if broken else told[-2000:])
    for path in sorted(set(folder.iterdir()) - before):
        print(f"again: python -m tests.fuzz {target.name} --input {path}", flush=True)
    return 1


def _last(pattern: str, text: str) -> str:
    return next(iter(re.findall(pattern, text)[-1:]), "–")


if __name__ == "__main__":
    sys.exit(main())
