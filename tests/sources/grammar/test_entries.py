"""Types, levels, languages, links, people and states of exports in the words of the model."""

from __future__ import annotations

import pytest

from talkctl.record import Record
from talkctl.sources.grammar.entries import (
    Entry,
    Participant,
    kind_of_export,
    level_of,
    link_kind,
    record_of,
)
from talkctl.sources.grammar.moments import Place
from talkctl.sources.grammar.states import is_cancelled, take_cancelled
from talkctl.sources.grammar.tongues import language_named


def _read(title: str, *names: str, **fields: object) -> Record:
    people = tuple(Participant(name) for name in names)
    entry = Entry(1, 1, title, Place(), people=people)._replace(**fields)
    return record_of("x", "schedule-xml", None, "", entry)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("lecture", "talk"), ("Vortrag", "talk"), ("Talk (30 min)", "talk"), ("devroom", "talk"),
        ("lightning_talk", "lightning"), ("lightningtalk", "lightning"), ("podium", "panel"),
        ("Sponsored Lightning Talk (5 minutes)", "lightning"), ("Hands-on Workshop", "workshop"),
        ("Workshop (2 hours)", "workshop"), ("Tutorial - Advanced", "tutorial"), ("Keynote", "keynote"),
        ("45 min keynote", "keynote"), ("djset", "social"), ("Coffee Break", "break"),
        ("Breakout Session", "talk"), ("other", "other"), ("45 minutes", None), ("", None),
    ],
)  # fmt: skip
def test_types_are_kinds(said: str, kind: str | None) -> None:
    """Of frab, pretalx and Sessionize, with lengths and sponsors beside."""
    assert kind_of_export(said) == kind


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("Introductory and overview", "beginner"), ("Level 100", "beginner"), ("Anfänger", "beginner"),
        ("No experience necessary", "beginner"), ("Mostly intermediate", "intermediate"),
        ("Beginner to Intermediate", "beginner"), ("L300", "advanced"), ("Expert", "advanced"),
        ("All levels", "any"), ("Tout public", "any"), ("Beginner, Intermediate, Advanced", "any"),
        ("Company", None), ("", None),
    ],
)  # fmt: skip
def test_levels_are_levels(said: str, level: str | None) -> None:
    """In numbers and words; of two the first is meant, of all any."""
    assert level_of(said) == level


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("en", "en"), ("en-US", "en"), ("de_DE", "de"), ("de-formal", "de"), ("eng", "en"), ("ger", "de"),
        ("English", "en"), ("Deutsch", "de"), ("Français", "fr"), ("Brazilian Portuguese", "pt"),
        ("日本語", "ja"), ("English (UK)", "en"), ("English / German", None), ("Python", None), ("", None),
    ],
)  # fmt: skip
def test_languages_are_iso_codes(said: str, code: str | None) -> None:
    """Codes, regions and names in several languages; several at once are none."""
    assert language_named(said) == code


@pytest.mark.parametrize(
    ("label", "url", "kind"),
    [
        ("Video recording (WebM) - 60 MB", "https://v.example.org/x", "video"),
        ("Audio recording", "https://v.example.org/x.ogg", "audio"),
        ("Slides", "https://github.com/a/b/x.pdf", "slides"), ("Paper", "https://x.org/p.pdf", "paper"),
        ("", "https://x.org/p.pdf", "slides"), ("Source code", "https://x.org/src", "code"),
        ("Code of Conduct", "https://x.org/coc", "other"), ("Annual report", "https://x.org", "other"),
        ("", "https://github.com/a/b", "code"), ("Home", "https://x.org", "other"),
    ],
)  # fmt: skip
def test_links_are_told_by_their_words_then_by_their_address(
    label: str, url: str, kind: str
) -> None:
    """Words count whole: a report is no repository."""
    assert link_kind(label, url) == kind


@pytest.mark.parametrize(
    ("title", "rest", "cancelled"),
    [
        ("CANCELLED: Knots", "Knots", True), ("[Canceled] Knots", "Knots", True),
        ("Cancelled - Knots", "Knots", True), ("CANCELLED Knots", "Knots", True),
        ("Knots (abgesagt)", "Knots", True), ("Knots - CANCELLED", "Knots", True),
        ("Cancelled flights: a story", "Cancelled flights: a story", False),
        ("How we cancelled a project", "How we cancelled a project", False),
        ("Cancelled", "Cancelled", False),
    ],
)  # fmt: skip
def test_a_title_says_that_its_talk_is_cancelled(title: str, rest: str, cancelled: bool) -> None:
    """In brackets, before a colon or in capitals; a talk about it is none."""
    assert take_cancelled(title) == (rest, cancelled)


def test_states_say_that_a_talk_is_cancelled() -> None:
    """As pretalx, schema.org and others spell it."""
    said = ["canceled", "Cancelled", "https://schema.org/EventCancelled", "withdrawn"]
    assert all(is_cancelled(state) for state in said)
    assert not any(is_cancelled(state) for state in ("confirmed", "", None, 7, ["cancelled"]))


@pytest.mark.parametrize(
    ("raw", "title", "kind"),
    [
        ("Keynote: Knots", "Knots", "keynote"), ("[Keynote] Knots", "Knots", "keynote"),
        ("Keynote: Ada Splice", "Keynote", "keynote"), ("Knots - Ada Splice", "Knots", "talk"),
        ("Ada Splice: Knots", "Knots", "talk"), ("31K3 Keynote", "31K3 Keynote", "keynote"),
        ("Rust by Example", "Rust by Example", "talk"), ("Knots (Live)", "Knots (Live)", "talk"),
        ("Good knots need no tutorial", "Good knots need no tutorial", "talk"),
        ("Panel: Knots", "Knots", "panel"), ("(Rope) Tricks", "(Rope) Tricks", "talk"),
        ("Knots, with Bob Bight of Acme", "Knots, with Bob Bight of Acme", "talk"),
    ],
)  # fmt: skip
def test_titles_lose_what_stands_beside_them_anyway(raw: str, title: str, kind: str) -> None:
    """Kinds and the people whom the entry names; other people in a title are part of it."""
    record = _read(raw, "Ada Splice")
    assert (record.raw_title, record.title, record.kind) == (raw, title, kind)


def test_who_has_no_name_is_left_out_and_nobody_comes_twice() -> None:
    """Empty names, TBA, and the same person once more."""
    record = _read("Knots", "Ada Splice", " ", "TBA", "ada  splice")
    assert [credit.name for credit in record.speakers] == ["Ada Splice"]


@pytest.mark.parametrize(
    ("title", "names", "kind"),
    [
        ("Lunch", (), "break"), ("Welcome", (), "break"), ("Closing party", (), "social"),
        ("Keynote", (), "keynote"), ("Panel: Knots", ("Ada Splice",), "panel"),
    ],
)  # fmt: skip
def test_service_sessions_are_breaks_or_social_items(
    title: str, names: tuple[str, ...], kind: str
) -> None:
    """Unless the title says that they are more."""
    assert _read(title, *names, service=True).kind == kind


def test_abstract_and_description_are_one_text() -> None:
    """Under one another, unless they are the same."""
    both = _read("Knots", abstract="<p>One.</p>", description="Two.")
    same = _read("Knots", abstract="One.", description="<p>One.</p>")
    assert (both.abstract, same.abstract) == ("One.\n\nTwo.", "One.")
