"""Files that strangers made: what they hold, how they are packed, what they are called."""

from __future__ import annotations

import gzip
import json
import os
import socket
from pathlib import Path
from unittest import mock

from tests.attacks.attack import imported, looked_at, on, quiet, talk
from tests.sandbox import Done, Folder

_HEAD = '<?xml version="1.0"?><!DOCTYPE s [{}]>'
_XML = (
    '<schedule><conference><title>Tide &{0};</title></conference><day date="2031-05-06">'
    '<room name="A"><event id="1"><title>Queues &{0};</title><start>10:00</start>'
    "<duration>0:30</duration></event></room></day></schedule>"
)
_HTML = "<html><head><title>x</title></head><body><h1>Queues &{0};</h1><p>Details</p></body></html>"
_LAUGHS = '<!ENTITY a "lol lol lol">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)
_OUTSIDE = '<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1:9/"> %p;'


def _import(folder: Folder, name: str, content: str | bytes, *more: str) -> Done:
    return folder.run("import", folder.file(name, content), "--json", *more)


def _told(folder: Folder) -> str:
    return folder.run("export", "--format", "json").out.decode()


def laughs(folder: Folder) -> None:
    for name, body in (("a.xml", _XML), ("a.html", _HTML)):
        page = _HEAD.format(_LAUGHS) + body.format("j")
        for form in ([], ["--as", "html"], ["--as", "schedule-xml"], ["--as", "notes"]):
            assert _import(folder, name, page, *form).status in (0, 4)
    assert len(_told(folder)) < 100_000


def outside(folder: Folder) -> None:
    for name, body in (("b.xml", _XML), ("b.html", _HTML)):
        page = _HEAD.format(_OUTSIDE) + body.format("x")
        for form in ([], ["--as", "html"], ["--as", "schedule-xml"]):
            _import(folder, name, page, *form)
    assert "root:" not in _told(folder)


def included(folder: Folder) -> None:
    rst = ".. include:: /etc/passwd\n\n.. raw:: html\n   :file: /etc/passwd\n\n`x <javascript:a>`_"
    video = {"title": "Queues", "description": rst, "speakers": ["Bo Ek"], "recorded": "2031-05-06",
             "videos": [{"type": "youtube", "url": "https://youtu.be/qyYWscNY7P8"}]}  # fmt: skip
    assert _import(folder, "tide/videos/queues.json", json.dumps(video)).status == 0
    ics = ("BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:1", "SUMMARY:Bends - Bo Ek",
           "DTSTART:20310506T100000Z", "ATTACH:file:///etc/passwd",
           "DESCRIPTION;ALTREP=\"file:///etc/passwd\":&x;", "END:VEVENT", "END:VCALENDAR")  # fmt: skip
    assert _import(folder, "a.ics", "\r\n".join(ics)).status == 0
    assert "root:" not in _told(folder)


def for_ever(folder: Folder) -> None:
    for rule in (
        "FREQ=SECONDLY",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;COUNT=999999999",
    ):
        ics = ("BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:1", "SUMMARY:Bends - Bo Ek",
               "DTSTART:20310506T100000Z", f"RRULE:{rule}", "END:VEVENT", "END:VCALENDAR")  # fmt: skip
        assert _import(folder, "a.ics", "\r\n".join(ics)).status in (0, 4)
    assert _told(folder).count('"slug"') < 2000


def deep(folder: Folder) -> None:
    for pile in ("[" * 200_000, '{"a":' * 200_000, "[" * 90_000 + "]" * 90_000):
        for form in ([], ["--as", "talkctl"], ["--as", "schedule-json"], ["--as", "yt-dlp"]):
            page = f'[{{"title": "Queues", "event": {pile}'
            assert _import(folder, "deep.json", page, *form).status == 4
    assert folder.run("db", "check").status == 0


def numbers(folder: Folder) -> None:
    for number in ("9" * 100_000, "1e999", "-0", "NaN", "-Infinity", "1" + "0" * 400, "0.1e-9999"):
        text = json.dumps([talk("Queues", duration=7, day=8)])
        _import(folder, "n.json", text.replace("7", number).replace("8", number))
    (one,) = json.loads(folder.run("search", "title:queues", "--json").out)
    assert one["duration"] is None or 0 <= one["duration"] < 10_000
    assert b"NaN" not in folder.run("export").out


def ids(folder: Folder) -> None:
    same = [talk(title, id="a") for title in ("Ropes of Sand", "Quiet Queues", "Tin Bells")]
    odd = [talk(f"Odd {n}", id=one) for n, one in enumerate(
        ("i" * 1_000_000, "--help", "../../x", "\x1b[31m", 10**400, None, "", "'; DROP"))]  # fmt: skip
    twice = '[{"title": "Two", "title": "Names Twice", "event": {"name": "TideConf"}}]'
    assert imported(folder, *same, name="same.json").status == 0
    assert imported(folder, *odd, name="odd.json").status == 0
    assert _import(folder, "twice.json", twice).status == 0
    told = _told(folder)
    for title in ("Ropes of Sand", "Quiet Queues", "Tin Bells", "Names Twice", "Odd 7"):
        assert title in told
    given = folder.run("search", "--event", "tideconf", "--format", "ids", "-n0").out.split()
    assert all(len(one) == 7 and one.isalnum() for one in given)
    assert folder.run("db", "check").status == 0


def one_line(folder: Folder) -> None:
    giant = folder.path / "giant.txt"
    with giant.open("wb") as file:
        file.truncate(1 << 30)
    done = folder.run("import", "giant.txt")
    assert (done.status, b"larger than 256 MB" in done.err) == (4, True)
    with mock.patch("talkctl.intake.files.LARGEST", 1 << 16):
        done = folder.run("import", "-", stdin=b"a" * (1 << 17))
    assert (done.status, b"larger than" in done.err) == (4, True)
    for piece in ('{"title":"', "[", "<p>", "a,b,", "# ", "BEGIN:VCALENDAR "):
        assert _import(folder, "line", piece * (4_000_000 // len(piece))).status == 4


def bombs(folder: Folder) -> None:
    bomb = gzip.compress(b"\0" * (64 << 20))
    with mock.patch("talkctl.intake.decoding.LARGEST", 1 << 20):
        done = _import(folder, "bomb.json.gz", bomb)
    assert (done.status, b"unpacks to more than" in done.err) == (4, True)
    for content in (gzip.compress(gzip.compress(b"# x")), gzip.compress(b"x")[:-9], b"PK\x03\x04zip",
                    b"\x1f\x8b", gzip.compress(b"PK\x03\x04")):  # fmt: skip
        assert _import(folder, "bomb.gz", content).status == 4


def wide(folder: Folder) -> None:
    columns = ",".join(f"title {n}" for n in range(50_000))
    _import(folder, "wide.csv", f"{columns}\n{columns}\n")
    _import(folder, "long.csv", f'title,speaker,event\n"{"x" * 2_000_000}",A B,TideConf\n')
    assert _import(folder, "nul.csv", "title,speaker,event\nKn\0ots,A,B\n").status == 4
    assert folder.run("db", "check").status == 0


def paths(folder: Folder) -> None:
    names = (
        "../../../../tmp/owned",
        "/etc/passwd",
        "..",
        ".",
        "a\0b",
        "C:\\x",
        "a/../../b",
        "\n",
        "~",
    )
    talks = [
        talk(f"{name} queues", event={"name": name}, date=f"2031-05-0{n + 1}",
             links=[{"kind": "video", "url": "https://youtu.be/qyYWscNY7P8"[:-1] + str(n)}])
        for n, name in enumerate(names)
    ]  # fmt: skip
    imported(folder, *talks)
    before = set(folder.path.parent.iterdir())
    assert folder.run("export", "--format", "pyvideo", "-o", "videos").status == 0
    written = [path for path in (folder.path / "videos").rglob("*") if path.is_file()]
    assert len(written) > len(names)
    home = (folder.path / "videos").resolve()
    assert all(path.resolve().is_relative_to(home) and not path.is_symlink() for path in written)
    assert set(folder.path.parent.iterdir()) == before


def file_names(folder: Folder) -> None:
    page = "# TideConf 2031\n\n## Quiet Queues {} - Bo Ek, Kelp\n"
    for n, name in enumerate(
        ("\x1b[31mred\x1b]0;x\x07.md", "\u202edm.exe.md", "a\nb.md", "-n.md", "--help.md", "'; DROP.md",
         os.fsdecode(b"\xff\xfe.md"), "%s{}.md", "[red]x[].md")
    ):  # fmt: skip
        (folder.path / "pages").mkdir(exist_ok=True)
        (folder.path / "pages" / name).write_text(page.format(n))
    done = on(folder, True, "import", "pages")
    assert done.status == 0, done
    assert quiet(True, done)
    for terminal, shown in looked_at(folder):
        assert quiet(terminal, shown), shown
    for name in json.loads(folder.run("sources", "--json").out):
        assert folder.run("sources", "--", name["document"]).status in (0, 1, 2)


def endless(folder: Folder) -> None:
    os.mkfifo(folder.path / "pipe")
    (folder.path / "loop").symlink_to("loop")
    (folder.path / "round").mkdir()
    (folder.path / "round" / "again").symlink_to(folder.path / "round")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")
        for path in (
            "pipe",
            "loop",
            "socket",
            "/dev/zero",
            "/dev/tty",
            "round",
            "/proc/self/mem",
            "",
        ):
            if path.startswith("/") and not Path(path).exists():
                continue
            done = folder.run("import", path)
            assert done.status == 4, (path, done)


def outputs(folder: Folder) -> None:
    (folder.path / "loop").symlink_to("loop")
    for path, name in (
        ("nowhere/x.json", "json"), ("loop", "json"), (".", "csv"), ("page.md/x.ics", "ics"),
        ("/dev/full", "json"), ("page.md", "pyvideo"), ("x" * 300, "json"), ("/proc/x", "json"),
    ):  # fmt: skip
        done = folder.run("export", "--format", name, "-o", path)
        assert done.status in (2, 3), (path, done)
        assert done.err.count(b"\n") == 1
    assert (folder.path / "page.md").read_text().startswith("# KnotCon")
