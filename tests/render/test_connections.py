"""How related talks, topics, organisations and people look, and what every format makes of them."""

from __future__ import annotations

import re
from io import StringIO
from pathlib import Path

import pytest
from rich.cells import cell_len

from talkctl.model import Hit, Match, PersonBio
from talkctl.render import render
from talkctl.render.answer import Answer, Item, Paper
from talkctl.render.objects import person_object, related_object, talk_object
from talkctl.render.table.people import told_apart

from .samples import TORIN
from .talks import HERON, ISTIO, MIXER, NETFLIX

GOLDEN = Path(__file__).parent / "golden"
HOSTILE = "\x1b[31m[/x]\x07\u202e|=1+1\n<b>"

RELATED = Answer(
    "related",
    (
        related_object(
            Hit(MIXER, 0.71234, Match(("title", "speakers"), ("istio", "polic"))),
            "also by Torin Sandall; both about Istio, policies",
        ),
        related_object(Hit(ISTIO, 0.5, Match((), ("istio",))), "both about Istio"),
    ),
    title="Related to: How Netflix Is Solving Authorization",
)
TOPICS = Answer(
    "topics",
    (
        {"topic": "service mesh", "talks": 16, "elsewhere": 0, "score": 43.0,
         "examples": ["q7k2m9x", "abcdefg"], "titles": [ISTIO.title, MIXER.title]},
        {"topic": "Istio", "talks": 1400, "elsewhere": 3, "score": 3.9,
         "examples": ["q7k2m9x"], "titles": [ISTIO.title]},
    ),
    notes=("181 talks, against 490 others.",),
)  # fmt: skip


def _org(name: str, **more: object) -> Item:
    item: Item = {
        "id": "treasure-data", "name": name, "aliases": ["TreasureData, Inc."], "talk_count": 3,
        "certain_count": 2, "speaker_count": 4, "event_count": 1,
        "levels": [{"name": "beginner", "talks": 2}, {"name": "advanced", "talks": 1}],
        "people": [
            {"id": f"p{n}", "name": who, "talks": 4 - n}
            for n, who in enumerate(("Ann Arbor", "Bo Derek", "Cy Young", "Di Ana"))
        ],
        "events": [{"id": "kubecon-na-2017", "name": "KubeCon", "talks": 3}],
    }  # fmt: skip
    return item | more


ORGS = Answer("orgs", (_org("Treasure Data"), _org("Hooli", aliases=[], levels=[], people=[])))
ORG = Answer("org", (_org("Treasure Data", talks=[talk_object(ISTIO), talk_object(NETFLIX)]),))
PAGE = Answer(
    "person",
    (
        person_object(
            TORIN._replace(
                bios=(*TORIN.bios, PersonBio("He writes poems, and reads them aloud.", "a.txt")),
                talks=(MIXER, NETFLIX, HERON, ISTIO._replace(event=None)),
            )
        ),
    ),
    asides={TORIN.id: "Policy Agent, authorization"},
)
ODD = [
    Answer("related", (related_object(Hit(ISTIO._replace(title=HOSTILE), 1.0, Match()), HOSTILE),)),
    Answer("topics", ({"topic": HOSTILE, "talks": 1, "elsewhere": 0, "score": 0.0,
                       "examples": ["x"], "titles": [HOSTILE]},)),
    Answer("orgs", (_org(HOSTILE),)),
    Answer("org", (_org(HOSTILE, talks=[]),)),
]  # fmt: skip
ANSWERS = {"related": RELATED, "topics": TOPICS, "orgs": ORGS, "org": ORG, "person-page": PAGE}


def _written(answer: Answer, format_: str, width: int = 80) -> str:
    paper = Paper(StringIO(newline=""), width)
    render(answer, format_, paper)
    return paper.stream.getvalue()


@pytest.mark.parametrize("kind", ["table.80", "table.120", "plain", "csv", "markdown"])
@pytest.mark.parametrize("name", ANSWERS)
def test_connections_look_as_they_did(name: str, kind: str, regenerate: bool) -> None:
    """A view is the one that somebody looked at, and no byte of a format changes."""
    format_, _, width = kind.partition(".")
    written = _written(ANSWERS[name], format_, int(width or 80))
    golden = GOLDEN / f"{name}.{width + '.txt' if width else format_}"
    if regenerate:
        golden.write_bytes(written.encode())
    assert written.encode() == golden.read_bytes()


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 200])
@pytest.mark.parametrize("answer", [*ANSWERS.values(), *ODD])
def test_connections_keep_to_the_width(answer: Answer, width: int) -> None:
    """Whatever pages say: no line is wider than the screen, no control reaches the terminal."""
    written = _written(answer, "table", width)
    assert max(map(cell_len, written.splitlines())) <= width
    for format_ in ("table", "plain", "csv", "markdown"):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", _written(answer, format_))


def test_a_bio_told_shorter_elsewhere_stands_once() -> None:
    """With both sources; bios that differ stand both."""
    long = {"text": "Ann builds bridges and paints them red, mostly.", "source": "a.txt"}
    short = {"text": "Ann builds bridges, and paints them.", "source": "b.txt"}
    other = {"text": "Ann collects stamps.", "source": "b.txt"}
    assert told_apart([short, long, other]) == [long | {"source": "a.txt, b.txt"}, other]
    assert told_apart([]) == []
