"""``python -m tests.wheel``: build what is released, and use it where there is no repository.

The wheel is built from the source distribution, so that one has all that the other needs. It is
installed into a fresh environment of every Python that can be found and is new enough.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OLDEST = (3, 11)
_PAGE = "# KnotCon 2031\n\n## Knots Untied - Jane Doe, Acme\n\n- [Video](https://x.example/knots)\n"


def main() -> int:
    """Build, list and try; 1 if anything is missing or does not answer."""
    parser = argparse.ArgumentParser("python -m tests.wheel", description=__doc__)
    parser.add_argument("--outdir", type=Path, help="keep what was built here")
    kept = parser.parse_args().outdir
    with tempfile.TemporaryDirectory() as name:
        built = Path(name, "dist")
        _run([sys.executable, "-m", "build", "--outdir", str(built), str(ROOT)])
        (wheel,), (source,) = built.glob("*.whl"), built.glob("*.tar.gz")
        missing = [*_missing_in_wheel(wheel), *_missing_in_source(source)]
        for path in missing:
            print(f"missing: {path}")
        print(f"{wheel.name}: {len(zipfile.ZipFile(wheel).namelist())} files; {source.name}")
        found = dict(sorted(pythons()))
        for version, python in found.items():
            _try(python, wheel, Path(name, f"wheel-{version}"))
            print(f"Python {version}: the wheel installs and answers", flush=True)
        newest = max(found, key=lambda version: [int(part) for part in version.split(".")])
        _try(found[newest], source, Path(name, "source"))
        print(f"Python {newest}: so does the source distribution")
        if kept:
            shutil.copytree(built, kept, dirs_exist_ok=True)
    return 1 if missing else 0


def pythons() -> Iterator[tuple[str, str]]:
    """Every Python that is new enough, one for each version, and how it is called."""
    named = [path for n in range(OLDEST[1], 30) if (path := shutil.which(f"python3.{n}"))]
    kept = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
    for path in [sys.executable, *named, *map(str, sorted(kept.glob("*/bin/python")))]:
        code = "import sys; print(*sys.version_info[:2], sep='.')"
        told = subprocess.run([path, "-c", code], capture_output=True, text=True, check=False)
        version = told.stdout.strip()
        if told.returncode == 0 and tuple(map(int, version.split("."))) >= OLDEST:
            yield version, path


def _missing_in_wheel(wheel: Path) -> list[str]:
    """What the package and ``pyproject.toml`` promise and the wheel does not hold."""
    held = set(zipfile.ZipFile(wheel).namelist())
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = settings["tool"]["hatch"]["build"]["targets"]["wheel"]
    wanted = {path.relative_to(ROOT).as_posix() for path in (ROOT / "talkctl").rglob("*.py")}
    wanted |= set(asked["force-include"].values())
    shared = {path.partition(".data/data/")[2] for path in held}
    lost = [path for path in asked.get("shared-data", {}).values() if path not in shared]
    return sorted(wanted - held) + lost + [path for path in held if path.startswith("tests")]


def _missing_in_source(source: Path) -> list[str]:
    """What is in the repository and not in the source distribution, and is needed to work on it."""
    with tarfile.open(source) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    listed = subprocess.run(
        ["git", "ls-files", "talkctl", "data", "tests", "pyproject.toml", "README.md", "LICENSE"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [path for path in listed.stdout.splitlines() if path not in held]


def _try(python: str, package: Path, folder: Path) -> None:
    """Install *package* into an environment in *folder* and ask it things from there."""
    _run([python, "-m", "venv", str(folder)])
    _run(
        [str(folder / "bin" / "pip"), "install", "-q", "--disable-pip-version-check", str(package)]
    )
    (folder / "page.md").write_text(_PAGE, encoding="utf-8")

    def ask(*words: str) -> str:
        return _run([str(folder / "bin" / "talkctl"), *words], folder)

    assert ask("--version").startswith("talkctl ")
    assert json.loads(ask("search", "istio", "--json"))[0]["title"].startswith("Istio")
    assert json.loads(ask("speaker", "torin", "sandal", "--json"))[0]["name"] == "Torin Sandall"
    assert len(json.loads(ask("schedule", "--event", "cloudnativecon", "--json"))) > 5
    assert json.loads(ask("import", "page.md", "--json"))[0]["new"] == 1
    assert json.loads(ask("search", "knots", "untied", "--json"))[0]["title"] == "Knots Untied"
    assert "Istio" in ask("search", "istio", "--format", "table")
    assert "Security" in ask("search", "sicherheit", "--format", "table")
    ask("export", "--format", "ics", "-o", "talks.ics")
    ask("db", "check")


def _run(words: list[str], folder: Path | None = None) -> str:
    """stdout of a process that must end well, in *folder* as its home, without the repository."""
    surroundings = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("TALKCTL", "XDG_", "PYTHON"))
    }
    if folder:
        surroundings["HOME"] = str(folder)
    done = subprocess.run(
        words,
        cwd=folder or ROOT.parent,
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(words)}: status {done.returncode}\n{done.stderr[-2000:]}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
