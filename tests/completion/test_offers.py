"""What is offered where: commands, options and the values of a library."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkctl.cli import run
from talkctl.completion.grammar import PATH
from talkctl.completion.offer import offer
from talkctl.completion.words import quoted, read
from tests import completions

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _bundled(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library is the catalogue of this checkout."""
    monkeypatch.setenv("TALKCTL_DB", str(ROOT / "data" / "talks.db"))


def offered(line: str) -> list[str]:
    """The values offered at the end of *line*."""
    typed = read(line)
    return [value for value, _ in offer(typed.words, typed.last).candidates]


def test_the_table_is_what_the_program_takes() -> None:
    """``python -m tests.readme`` writes it."""
    assert Path(PATH).read_text(encoding="utf-8") == completions.table()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("sch", ["schedule", "schema"]),
        ("db re", ["rebuild", "reset"]),
        ("search --le", ["--level"]),
        ("search --json --js", []),
        ("search --level b", ["beginner"]),
        ("search --level=b", ["beginner"]),
        ("search -n 3 --level b", ["beginner"]),
        ("search --kind KEY", ["keynote"]),
        ("search --event kube", ["kubecon-na-2017"]),
        ("search --event Kube", ["KubeCon + CloudNativeCon North America 2017"]),
        ("search --event 'KubeCon + Cl", ["KubeCon + CloudNativeCon North America 2017"]),
        ("search --speaker torin", ["torin-sandall"]),
        ("search --speaker Torin", ["Torin Sandall"]),
        ("search --speaker sandal", ["torin-sandall"]),
        ("search --org 'red h", ["Red Hat"]),
        ("search --room gra", ["Grand Ballroom B"]),
        ("search --language e", ["en"]),
        ("search --has v", ["video"]),
        ("search --has vi --has s", ["slides"]),
        ("search --sort r", ["relevance"]),
        ("speakers --sort n", ["name"]),
        ("search --fields id,titl", ["id,title"]),
        ("events --fields tal", ["talk_count"]),
        ("search --format sch", ["schedule-json"]),
        ("events --format sch", []),
        ("export --format py", ["pyvideo"]),
        ("search --in transc", ["transcript"]),
        ("search lev", ["level:"]),
        ("search level:b", ["level:beginner"]),
        ("search event:kube", ["event:kubecon-na-2017"]),
        ("show j2b", ["j2bnfg4"]),
        ("show j2bnfg4 istio-w", ["istio-weaving-the-service-mesh"]),
        ("show weaving", ["istio-weaving-the-service-mesh"]),
        ("pick j2b", ["j2bnfg4"]),
        ("speaker torin", ["torin-sandall"]),
        ("orgs styr", ["Styra"]),
        ("sources note", ["notes-kubecon-na-2017-day-3.md"]),
        ("merge torin", ["torin-sandall"]),
        ("alias torin", ["torin-sandall"]),
        ("event smooth", ["smooth-operator-building-delivering"]),
        ("schema s", ["speaker"]),
        ("rate j2bnfg4 ", ["1", "2", "3", "4", "5"]),
        ("import --as sess", ["sessionize"]),
        ("schedule --tz Europe/Berl", ["Europe/Berlin"]),
        ("event kubecon-na-2017 --tz America/Chic", ["America/Chicago"]),
        ("config s", ["set"]),
        ("config set th", ["theme"]),
        ("config unset columns.se", ["columns.search"]),
        ("config set theme d", ["dark"]),
        ("config set tz Europe/Berl", ["Europe/Berlin"]),
        ("config set event kube", ["kubecon-na-2017"]),
        ("config set columns.search id,titl", ["id,title"]),
        ("config set columns.nonsense ", []),
        ("search --event nothing-is-called-so", []),
        ("search -- --le", []),
        ("nonsense ", []),
    ],
)  # fmt: skip
def test_what_begins_so_is_offered(line: str, expected: list[str]) -> None:
    """Commands, options, and values of every kind, in any case; names where a name is begun."""
    assert offered(line) == expected


def test_talks_are_offered_with_their_titles() -> None:
    """An id says little; the title beside it says which talk it is."""
    assert offer(["show"], "j2b").candidates == [("j2bnfg4", "Istio: Weaving the Service Mesh")]
    assert len(offer(["show"], "").candidates) == 100


def test_what_can_be_taken_back_is_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``unpick`` offers what is picked, ``undo`` the decisions that hold."""
    library = tmp_path / "talks.db"
    shutil.copyfile(ROOT / "data" / "talks.db", library)
    monkeypatch.setenv("TALKCTL_DB", str(library))
    assert offered("unpick ") == offered("undo ") == []
    for words in (("pick", "j2bnfg4"), ("alias", "torin-sandall", "T. S.")):
        assert run(list(words)) == 0
    assert offer(["unpick"], "j").candidates == [("j2bnfg4", "Istio: Weaving the Service Mesh")]
    assert offered("unpick weav") == ["j2bnfg4"]
    assert offer(["undo"], "").candidates == [("1", "Torin Sandall is also called T. S.")]
    assert run(["undo"]) == 0
    assert offered("undo ") == []


def test_of_many_the_last_one_is_offered_too() -> None:
    """What a shell puts in for all candidates must be what all talks have in common."""
    found = offered("show ")
    assert len({one[0] for one in found}) > 1
    people = offered("speaker ")
    assert len(people) == 101
    assert people[-1] == max(people)


@pytest.mark.parametrize("path", ["/nowhere/talks.db", str(ROOT / "README.md"), str(ROOT)])
def test_a_library_that_cannot_be_read_offers_nothing(path: str) -> None:
    """Missing, no library, a folder: not a word on either stream, and status 0."""
    for words in (("show", ""), ("search", "--event", "k")):
        done = subprocess.run(
            [sys.executable, "-m", "talkctl", *words], cwd=ROOT, capture_output=True, check=False,
            env={**os.environ, "_TALKCTL_COMPLETE": "fish", "TALKCTL_DB": path},
        )  # fmt: skip
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_a_library_named_on_the_line_is_asked(tmp_path: Path) -> None:
    """``--db`` counts for what is offered behind it."""
    missing = tmp_path / "none.db"
    with pytest.raises(Exception, match="unable to open"):
        offered(f"search --db {missing} --event k")


def test_completion_loads_neither_typer_nor_the_program() -> None:
    """A tab waits for Python, SQLite and a table."""
    code = (
        "import os, sys; os.environ['_TALKCTL_COMPLETE'] = 'zsh';"
        "from talkctl.completion import shells; shells.ANSWERS['zsh'](['show', 'ist']);"
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert not loaded & {"typer", "rich", "talkctl.cli", "talkctl.commands.show", "rapidfuzz"}
    assert "sqlite3" in loaded


@given(st.lists(st.text()), st.text(), st.sampled_from(["", '"', "'"]))
def test_what_is_quoted_is_read_back(words: list[str], last: str, quote: str) -> None:
    """Any text survives being written for a shell and read from its line."""
    whole = " ".join(f"'{quoted(word, chr(39))}'" for word in words)
    typed = read(f"{whole} {quote}{quoted(last, quote)}")
    assert typed.words == tuple(words)
    assert typed.last == last


@given(st.text())
def test_no_line_is_an_error(line: str) -> None:
    """Whatever stands before the cursor, something sensible or nothing is offered."""
    typed = read(line, ":=")
    assert typed.last.startswith(typed.kept)
    offer(typed.words, typed.last)
