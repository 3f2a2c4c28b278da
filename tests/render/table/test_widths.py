"""Views on narrow and wide screens, in every script: nothing sticks out, columns stay straight."""

from __future__ import annotations

from io import StringIO

import pytest
from wcwidth import wcswidth

from talkctl.render import render
from talkctl.render.answer import Answer, Item, Paper

from ..samples import ANSWERS

WIDTHS = (20, 30, 40, 59, 80, 140)
TITLES = (
    "云原生安全：服务网格在生产环境中的实践与思考",
    "مقدمة في شبكات الخدمات للمبتدئين",
    "Café Zoë with co\u0301mbi\u0301ning ma\u0301rks a\u0308ll over the place",
    "👨‍👩‍👧‍👦 Families of 🏳️‍🌈 Clusters 🇩🇪🇪🇸 and 👍🏽 Thumbs ❤️ 1️⃣",
    "नमस्ते क्लाउड नेटिव दुनिया",
    "쿠버네티스 운영자를 위한 안내서",
    "A plain title that is long enough to be broken once or twice",
)


def _written(answer: Answer, width: int) -> list[str]:
    paper = Paper(StringIO(newline=""), width)
    render(answer, "table", paper)
    return paper.stream.getvalue().splitlines()


def _ids(value: object) -> set[str]:
    """Every id, slug, address and command in an answer: what is copied and so never broken."""
    if isinstance(value, dict):
        named = {str(value[key]) for key in ("id", "slug", "url", "mend") if value.get(key)}
        return named.union(*map(_ids, value.values()))
    return set().union(*map(_ids, value)) if isinstance(value, list | tuple) else set()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", [name for name in ANSWERS if not name.startswith("hard")])
def test_nothing_is_wider_than_the_screen(name: str, width: int) -> None:
    """No line of any view sticks out, but for what may not be broken because it is copied."""
    answer = ANSWERS[name]
    whole = _ids(answer.items)
    wide = [line for line in _written(answer, width) if wcswidth(line) > width]
    assert not [line for line in wide if not any(one in line for one in whole)]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["search", "show", "tide", "tide-grid", "tide-agenda"])
def test_an_id_is_never_cut(name: str, width: int) -> None:
    """Whatever gives way, one can copy the id of each talk."""
    text = "\n".join(_written(ANSWERS[name], width))
    assert all(talk["id"] in text for talk in ANSWERS[name].items)


def _talks() -> tuple[Item, ...]:
    talk = ANSWERS["search"].items[0]
    return tuple(
        talk | {"title": title, "id": f"k{place}xxxxx", "match": None, "room": title[:9]}
        for place, title in enumerate(TITLES)
    )


@pytest.mark.parametrize("width", [60, 80, 140])
def test_columns_stand_straight_in_every_script(width: int) -> None:
    """The second person of each talk begins in the same column of the screen as the heading."""
    lines = _written(ANSWERS["search"]._replace(items=_talks()), width)
    begins = wcswidth(lines[0][: lines[0].index("speakers")])
    found = [wcswidth(line[: line.index("Louis Ryan")]) for line in lines if "Louis Ryan" in line]
    assert found == [begins] * len(TITLES)


@pytest.mark.parametrize("width", [58, 80, 140])
def test_a_programme_stands_straight_in_every_script(width: int) -> None:
    """So does what comes after rooms and titles in a schedule, which is not laid out by Rich."""
    talks = tuple(
        talk | {"start": f"2031-03-28T10:{place}0:00+01:00", "date": "2031-03-28"}
        for place, talk in enumerate(_talks()[:6])
    )
    lines = _written(ANSWERS["schedule"]._replace(items=talks), width)
    firsts = [line for line in lines if "xxxxx" in line]
    behind = [wcswidth(line[: line.index(title[:3])]) for line, title in _shown(firsts)]
    assert len(set(behind)) == 1
    assert len(behind) == 6


def _shown(lines: list[str]) -> list[tuple[str, str]]:
    """Each line behind its id, with the title that is told there in the last column."""
    pairs = zip(lines, TITLES, strict=False)
    return [(line[::-1].replace(title[:3][::-1], "###", 1)[::-1], "###") for line, title in pairs]


@pytest.mark.parametrize("width", WIDTHS)
def test_every_script_fits_every_width(width: int) -> None:
    """Titles in any script are broken where they have to be, and nothing sticks out."""
    for name in ("search", "schedule", "show"):
        lines = _written(ANSWERS[name]._replace(items=_items(name)), width)
        whole = _ids(ANSWERS[name].items)
        wide = [line for line in lines if wcswidth(line) > width]
        assert not [line for line in wide if not any(one in line for one in whole)], name


def _items(name: str) -> tuple[Item, ...]:
    one = ANSWERS[name].items[0]
    return tuple(one | {"title": title} for title in TITLES)
