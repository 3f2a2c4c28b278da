"""What is fuzzed, in one list: a name, where to begin, and what must hold of any bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from talkctl.errors import ImportRefused, UsageError
from talkctl.intake.decoding import decode
from talkctl.intake.documents import read_file
from talkctl.intake.files import Found
from talkctl.model import Appearance, EventName, Hit, Link, Match, Note, Talk
from talkctl.render import RENDERERS, render
from talkctl.render.answer import Answer, Paper
from talkctl.render.objects import hit_object, talk_object
from talkctl.search.answer import search
from talkctl.search.people import find_people
from talkctl.search.question import Filters, Question
from talkctl.search.resolve import resolve
from talkctl.sources import SOURCES
from talkctl.sources.source import Source
from talkctl.store.catalog import Catalog
from talkctl.store.location import bundled_path
from tests.sandbox import folder_of_its_own
from tests.sources.mutations import keeps_its_word

ROOT = Path(__file__).resolve().parents[2]
_SAMPLES = ROOT / "tests" / "sources" / "samples"
_GOLDEN = ROOT / "tests" / "render" / "golden"
_AT_MOST = 6000
"""Bytes of a seed: a fuzzer learns more from a thousand short texts than from one long one."""


class Target(NamedTuple):
    """Something that takes text: *check* raises where bytes make it break a promise."""

    name: str
    seeds: Callable[[], Iterator[bytes]]
    check: Callable[[bytes], None]


# Sources


def _source(source: Source) -> Target:
    def check(content: bytes) -> None:
        keeps_its_word(source, content.decode("utf-8", errors="replace"))

    return Target(f"source-{source.name}", lambda: _pages_of(source.name), check)


_WRITTEN = {"talkctl": ("json", "jsonl", "csv"), "pyvideo": ("pyvideo",),
            "icalendar": ("ics",), "schedule-json": ("schedule-json",)}  # fmt: skip
_BY_HAND = {
    "captions": (
        "WEBVTT\nKind: captions\nLanguage: en\n\nNOTE\nSpeaker: Jane Doe\n\n1\n00:00:01.000 --> "
        "00:00:02.000 align:start\n<v Jane>knots<00:00:01.400><c> untied</c>\n",
        "1\n00:00:00,000 --> 00:00:02,389\nhello everyone\n\n2\n00:00:02,389 --> 00:00:02,399\nhello\n",
    ),
    "yt-dlp": (
        '{"_type": "playlist", "id": "PL1", "title": "KnotCon", "extractor": "youtube:tab", "entries":'
        ' [{"_type": "url", "ie_key": "Youtube", "id": "dQw4w9WgXcA", "title": "Knots - Jane Doe"}]}',
        '{"id": "qyYWscNY7P8", "title": "Knots - Jane Doe, Acme", "extractor": "youtube", "duration":'
        ' 9.6, "upload_date": "20171215", "webpage_url": "https://youtu.be/qyYWscNY7P8", "chapters":'
        ' [{"start_time": 1, "end_time": 2, "title": "Ends"}], "tags": ["a"]}',
    ),
}


def _pages_of(name: str) -> Iterator[bytes]:
    for path in sorted((_SAMPLES / name).rglob("*")):
        if path.is_file() and not (path.suffix == ".json" and path.with_suffix("").is_file()):
            yield path.read_bytes()[:_AT_MOST]
    for path in sorted((ROOT / "data" / "sources").glob(f"{name}-*")):
        yield path.read_bytes()[:_AT_MOST]
    for ending in _WRITTEN.get(name, ()):
        for path in sorted(_GOLDEN.glob(f"*.{ending}")):
            yield path.read_bytes()[:_AT_MOST]
    yield from (text.encode() for text in _BY_HAND.get(name, ()))


# Whole files


def _every_page() -> Iterator[bytes]:
    for source in SOURCES:
        yield from islice(_pages_of(source.name), 1)


def _packed() -> Iterator[bytes]:
    import gzip

    yield gzip.compress(b"# Knots\n- A talk - Jane Doe", mtime=0)
    for encoding in ("utf-16", "utf-32", "cp1252", "koi8-r", "shift_jis"):
        yield f'<?xml version="1.0" encoding="{encoding}"?><a>Ä</a>'.encode(encoding, "replace")
    yield b"\xef\xbb\xbf# Knots"


def _decodes(content: bytes) -> None:
    try:
        decode("page", content).text.encode("utf-8", errors="surrogatepass")
    except ImportRefused as refused:
        _names_the_page(refused)


def _names_the_page(refused: ImportRefused) -> None:
    assert str(refused).startswith("page: ")


def _reads(content: bytes) -> None:
    try:
        document = read_file(Found("page", None), content).document
    except ImportRefused as refused:
        _names_the_page(refused)
        return
    for record in document.records:
        assert 1 <= record.first_line <= record.last_line <= document.lines


def _joins(content: bytes) -> None:
    """A library that anything was imported into is sound, and shows it in every way."""
    with folder_of_its_own() as folder:
        (folder.path / "page").write_bytes(content)
        folder.run("import", "page")
        folder.run("search", "--json", "-n0", "--event", "page")
        folder.run("doctor")
        assert folder.run("db", "check").status == 0


# Questions


def _queries() -> Iterator[bytes]:
    for line in (
        "service mesh", '"service mesh" OR istoi -netflix', "title:istio speaker:sandall has:video",
        "k8s-native node.js c++ CI/CD Don't (", "pre* year:2017 level:advanced NEAR(a b)",
        "mesh\nkubecon\nsandal\ngoogle\ntalk\nbeginner\nsalon\nx\nx\nen\n2017\n2\n10:00\n2017-12-08",
    ):  # fmt: skip
        yield line.encode()


@cache
def _catalog() -> Catalog:
    return Catalog(bundled_path())


def _answers(content: bytes) -> None:
    """The first line is a query, a name and a talk; each further line the value of a filter."""
    text, *values = content.decode("utf-8", errors="replace").split("\n")
    fields = iter(values)
    chosen = {
        name: value if name in ("since", "until") else (value,)
        for name, value in zip(Filters._fields, fields, strict=False)
        if value
    }
    catalog = _catalog()
    for question in (Question(text), Question(text, Filters(**chosen), exact=True)):
        try:
            found = search(catalog, question)
        except UsageError:
            continue
        assert all(0 < hit.score <= 1 for hit in found.hits if text.strip())
    find_people(catalog, text)
    resolve(catalog, text)


# Answers

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_REORDERING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SHAPES = ("talks", "schedule", "talk", "related", "export")


def _talks() -> Iterator[bytes]:
    for title in ("Knots", "=1+1", "[/bold] [link=https://x.io]x", "\x1b]8;;https://x.io\x07x"):
        yield "\0".join(
            (title, "2024-05-06T10:00:00+02:00", "2024-05-06T10:30:00+02:00", "Europe/Berlin",
             "2024-05-06", "Aula", "Track", "On knots.", "KnotCon", "Jane Doe", "Acme", "tag",
             "https://x.io/a.pdf")
        ).encode()  # fmt: skip


def _talk(content: bytes) -> tuple[Talk, list[str]]:
    parts = content.decode("utf-8", errors="surrogateescape").split("\0")
    texts = [*parts, *[""] * (13 - len(parts))]
    given = [text or None for text in texts]
    who = Appearance("x", texts[9], texts[9], "speaker", given[8], given[10], len(texts[9]) % 2 > 0)
    talk = Talk(
        "abcdefg", "slug", texts[0], start=given[1], end=given[2], timezone=given[3],
        date=given[4], room=given[5], track=given[6], abstract=given[7],
        event=EventName("event", texts[8]) if given[8] else None,
        speakers=(who,) if given[9] else (), tags=(texts[11],) if given[11] else (),
        links=tuple(Link(kind, texts[12], texts[12]) for kind in ("slides", "video")) if given[12] else (),
        notes=(Note(texts[7], None, texts[0]),) if given[7] else (),
    )  # fmt: skip
    return talk, texts


def _is_written(content: bytes) -> None:
    """Every format writes it, without a control, and what has lines has as many as talks."""
    talk, texts = _talk(content)
    item = hit_object(Hit(talk, 0.5, Match(("title",), (texts[0],), {}, texts[7])))
    for number, name in enumerate(RENDERERS):
        shape = _SHAPES[(len(content) + number) % len(_SHAPES)]
        paper = Paper(StringIO(newline=""), 20 + len(content) % 100)
        render(Answer(shape, (item,), marks={talk.id: texts[5]}), name, paper)
        written = paper.stream.getvalue()
        assert not _CONTROLS.search(written.replace("\r\n", "\n")), name
        if name in ("table", "plain", "csv", "tsv", "markdown", "ids", "svg"):
            assert not _REORDERING.search(written), name
        if name in ("plain", "tsv", "ids"):
            assert written.count("\n") == 1 + (name == "tsv"), name
    encoded = _as_json(talk_object(talk))
    assert json.loads(encoded) == talk_object(talk)


def _as_json(item: dict[str, object]) -> bytes:
    paper = Paper(StringIO(newline=""))
    render(Answer("talks", (item,), single=True), "json", paper)
    return paper.stream.getvalue().encode("utf-8", errors="backslashreplace")


# Command lines


def _lines() -> Iterator[bytes]:
    for line in (
        "search knots --event knotcon --json", "speaker jane", "schedule --grid --day 3",
        "show knots --sources --format markdown", "export -o talks.csv", "export --format pyvideo -o v",
        "import page.md --dry-run --as notes --event X --tz UTC", "import page.md", "pick knots",
        "note knots hello", "rate knots 5", "agenda --buffer 10m --format ics", "doctor --decisions",
        "merge knots untied", "undo", "event knotcon-2031 --city Y --tz UTC", "db check", "unpick knots",
        "open knots --print --at 1:02", "related knots -n 3", "topics --event knotcon", "seen knots",
        "orgs -n 5", "stats --json", "sources page.md --changes", "schema talk", "db reset --yes",
        "speakers --org acme --sort talks --reverse", "schedule --now --at 10:00", "--version",
        "search --has video --from 2016 --fields id,title --format tsv -- -x", "alias jane-doe y",
        "split knots page.md", "db rebuild", "db build pages -o x.db", "search --level beginner",
    ):  # fmt: skip
        yield line.replace(" ", "\n").encode()


def _ends_well(content: bytes) -> None:
    """Each line is a word of one command line, run in a folder of its own."""
    with folder_of_its_own() as folder:
        folder.run(*inside(content.decode("utf-8", errors="surrogateescape").split("\n")))


_OUTSIDE = str.maketrans("/~\0", "___")


def inside(words: Sequence[str]) -> list[str]:
    """*words* that name no path outside of the folder they are used in."""
    return [word.translate(_OUTSIDE).replace("..", "__") for word in words]


TARGETS = (
    *map(_source, SOURCES),
    Target("decoding", _packed, _decodes),
    Target("reading", _every_page, _reads),
    Target("importing", _every_page, _joins),
    Target("query", _queries, _answers),
    Target("renderers", _talks, _is_written),
    Target("commands", _lines, _ends_well),
)
