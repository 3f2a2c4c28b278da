"""``python -m tests``: everything that has to hold, one after the other, ending with the tests."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHECKS = {
    "ruff": ("-m", "ruff", "check", "--quiet", "."),
    "formatting": ("-m", "ruff", "format", "--check", "--quiet", "."),
    "types": ("-m", "mypy", "--no-error-summary"),
    "imports": ("-c", "import importlinter.cli as cli; raise SystemExit(cli.lint_imports())"),
}
TESTS = ("-m", "pytest")


def main() -> int:
    """Run all checks and the tests, also after one has failed; 1 if any did."""
    failed = [name for name, check in CHECKS.items() if not _holds(name, check)]
    tests = subprocess.run([sys.executable, *TESTS], cwd=ROOT, check=False)
    for name in failed:
        print(f"{name}: failed, see above", file=sys.stderr)
    return 1 if failed or tests.returncode else 0


def _holds(name: str, check: tuple[str, ...]) -> bool:
    done = subprocess.run(
        [sys.executable, *check], cwd=ROOT, check=False, capture_output=True, text=True
    )
    print(f"{name}: {'failed' if done.returncode else 'ok'}", flush=True)
    if done.returncode:
        print(done.stdout + done.stderr, flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
