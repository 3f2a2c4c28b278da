"""Text that strangers wrote, in the fields of talks, and text that is typed."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO

from talkctl.model import KINDS
from tests.attacks.attack import (
    REORDERING,
    all_over,
    imported,
    looked_at,
    on,
    quiet,
    talk,
)
from tests.sandbox import Folder

_ESCAPES = (
    "\x1b[31m\x1b[2J \x1b]0;owned\x07 \x1b]52;c;ZXZpbA==\x07 \x1bPq\x1b\\ \x9b31m \x9d0;x\x9c"
    " \x07\x08\x7f"
)
_LINK = "\x1b]8;;https://evil.example\x1b\\here\x1b]8;;\x1b\\"
_REORDERED = "\u202egnp.exe\u202c \u2066x\u2069 \u200f\u061c"
_MARKUP = "[bold red]x[/] [/] [link=https://evil.example]y[/link] [@click=app.quit]z"


def escapes(folder: Folder) -> None:
    imported(folder, all_over(_ESCAPES))
    for terminal, done in looked_at(folder):
        assert quiet(terminal, done), done


def links(folder: Folder) -> None:
    imported(folder, all_over(_LINK))
    for terminal, done in looked_at(folder):
        assert quiet(terminal, done), done
        assert "\x1b]" not in done.text


def reordered(folder: Folder) -> None:
    imported(folder, all_over(_REORDERED))
    for terminal, done in looked_at(folder):
        assert not (terminal and REORDERING.search(done.text)), done
        assert not REORDERING.search(done.err.decode())


def reordered_json(folder: Folder) -> None:
    imported(folder, talk(f"Quiet {_REORDERED} Queues", abstract=_REORDERED))
    piped = on(folder, False, "search", "queues", "--json")
    shown = on(folder, True, "search", "queues", "--json")
    assert "\u202e" in piped.out.decode()
    assert "\\u202e" in shown.out.decode()
    assert json.loads(piped.out) == json.loads(shown.out)


def markup(folder: Folder) -> None:
    imported(folder, talk(f"Queues {_MARKUP}"))
    table = on(folder, True, "show", "queues", "bold").out.decode()
    assert "evil.example]y[/link]" in re.sub(r"\s|\x1b\[[\d;]*m", "", table)
    for terminal, done in looked_at(folder):
        assert quiet(terminal, done), done


def in_markdown(folder: Folder) -> None:
    imported(
        folder, talk("Queues](javascript:alert(1)) <script>alert(2)</script> | ![p](http://x)")
    )
    page = on(folder, False, "export", "--event", "tideconf", "--format", "markdown").out.decode()
    assert not re.search(r"(?<!\\)<script", page)
    assert not re.search(r"(?<!\\)\]\((?!https://x\.example)", page), page


def formulas(folder: Folder) -> None:
    signs = ("=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", " =1", "＝1")
    imported(folder, *(talk(f"{sign} queues {n}", room=sign) for n, sign in enumerate(signs)))
    for name, separator in (("csv", ","), ("tsv", "\t")):
        text = on(folder, False, "export", "--format", name).out.decode()
        for row in csv.reader(StringIO(text), delimiter=separator):
            assert not [cell for cell in row if cell.strip().startswith(("=", "+", "-", "@"))], row


_SYNTAX = (
    "'", '"', "'; DROP TABLE talk; --", '" OR 1=1 --', "title:", "title:*", "NEAR(a b, 2)", "a NOT",
    "AND", "OR OR", "(((", "^a", "{title abstract}: x", "rowid:1", "a*b*", "-", "--", "*", "%", "_",
    "x' UNION SELECT * FROM meta", "\\", "\ufffe", "a\x1a", "[a-z]*", "1e999",
)  # fmt: skip
_FILTERS = (
    "--event", "--speaker", "--org", "--kind", "--level", "--room", "--track", "--tag",
    "--language", "--year", "--day", "--from", "--to", "--has", "--sort", "--fields",
)  # fmt: skip
_FIELDS = ("title", "speaker", "org", "event", "abstract", "notes", "bio", "level", "kind", "room",
           "year", "has")  # fmt: skip


def syntax(folder: Folder) -> None:
    before = (folder.path / "talks.db").read_bytes()
    for n, text in enumerate(_SYNTAX):
        for option in _FILTERS[n % 2 :: 2]:
            assert folder.run("search", f"{option}={text}").status in (0, 1, 2)
        for field in _FIELDS[n % 2 :: 2]:
            assert folder.run("search", "--", f"{field}:{text}").status in (0, 1, 2)
        for command in ("search", "speaker", "show", "related", "open", "export", "orgs"):
            assert folder.run(command, "--", text).status in (0, 1, 2)
    assert (folder.path / "talks.db").read_bytes() == before


def syntax_kept(folder: Folder) -> None:
    for text in ("'; DROP TABLE talk; --", '" OR 1=1 --', "%s {0} \\x"):
        assert folder.run("note", "knots", "--", text).status == 0
        assert folder.run("alias", "jane doe", text).status in (0, 2)
        assert folder.run("event", "knotcon-2031", "--name", text).status in (0, 2)
    assert folder.run("db", "check").status == 0
    told = folder.run("show", "knots", "--json").out.decode()
    assert "DROP TABLE talk" in told


def typed(folder: Folder) -> None:
    odd = _ESCAPES.replace("\0", "") + _REORDERED
    for words in (
        ("search", odd), ("speaker", odd), ("show", odd), ("search", "--event", odd), (odd,),
        ("search", "--db", odd), ("search", "--format", odd), ("search", "--fields", odd),
        ("import", odd), ("search", f"--{odd}"), ("merge", odd, odd), ("sources", odd),
        ("export", "--tz", odd), ("schedule", "--tz", odd), ("open", odd), ("schema", odd),
        ("search", "-n", odd), ("schedule", "--at", odd), ("agenda", "--buffer", odd),
        ("import", "page.md", "--as", odd), ("import", "page.md", "--tz", odd),
    ):  # fmt: skip
        done = on(folder, True, *words)
        assert quiet(True, done), done
        assert not REORDERING.search(done.text), done


def like_options(folder: Folder) -> None:
    titles = ("--help queues", "-n queues", "--db=/etc/passwd queues", "- queues", "-- queues")
    imported(folder, *(talk(title, id=title) for title in titles))
    ids = folder.run("search", "--event", "tideconf", "--format", "ids", "-n0").out.decode()
    assert len(ids.split()) == len(titles)
    shown = folder.run("show", "-", "--json", stdin=ids.encode())
    assert [one["title"].split()[-1] for one in json.loads(shown.out)] == ["queues"] * len(titles)
    assert folder.run("show", "-", stdin=b"--help\n--db=/etc/passwd\n-\n").status == 1
    assert b"Usage" not in folder.run("search", "--", "--help").out


def half_letters(folder: Folder) -> None:
    text = json.dumps([all_over("\ud83d \udfff")])
    folder.run("import", folder.file("half.json", text))
    for _, done in looked_at(folder):
        assert done.text is not None


def floods(folder: Folder) -> None:
    imported(folder, talk("Queues " + "\u0301" * 5_000), talk("Long " + "x" * 50_000))
    for terminal, done in looked_at(folder):
        assert quiet(terminal, done)
    assert len(on(folder, True, "search", "long").out) < 200_000


def everything_known(folder: Folder) -> None:
    imported(folder, talk("Queues", kind="rm -rf", level="../.."))
    (one,) = json.loads(folder.run("show", "queues", "--json").out)["records"]
    assert one["kind"] in KINDS
    assert one["level"] is None
