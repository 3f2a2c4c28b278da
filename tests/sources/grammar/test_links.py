"""Addresses are repaired where the slip is plain, and lead to what they lead to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkctl.sources.grammar.links import bare_address, kind_of_link, repair_address


@pytest.mark.parametrize(
    "raw",
    [
        "https://youtu.be/x", "ttps://youtu.be/x", "htps://youtu.be/x", "https//youtu.be/x",
        "https:/youtu.be/x", "https:youtu.be/x".replace(":", ":/"), "hhttps://youtu.be/x",
        "htttps://youtu.be/x", "https;//youtu.be/x", "https:// youtu.be/x", "https//:youtu.be/x",
        "http://https://youtu.be/x", "g https://youtu.be/x", "xhttps://youtu.be/x",
        "<https://youtu.be/x>", " https://youtu.be/x ", "youtu.be/x", "://youtu.be/x",
    ],
)  # fmt: skip
def test_every_way_of_missing_a_scheme_is_mended(raw: str) -> None:
    """What can only mean one address is that address."""
    assert repair_address(raw) == "https://youtu.be/x"


@pytest.mark.parametrize(
    "raw", ["", "#", "https://", "https", "slides/.pdf", "javascript:x()", "   "]
)
def test_what_leads_nowhere_is_no_address(raw: str) -> None:
    """A template's empty target is nothing to follow."""
    assert repair_address(raw) is None


@pytest.mark.parametrize("raw", ["slides/a talk (1).pdf", "../x.pptx", "http://example.org/x"])
def test_what_is_right_stays_as_it_is(raw: str) -> None:
    """Paths of the writer's own and plain addresses are not touched."""
    assert repair_address(raw) == raw


@pytest.mark.parametrize(
    ("label", "url", "kind"),
    [
        ("", "https://youtu.be/x", "video"),
        ("Aufzeichnung", "https://example.org/x", "video"),
        ("Diapositivas", "https://example.org/x", "slides"),
        ("", "talk.pdf", "slides"),
        ("code", "https://example.org/x", "code"),
        ("", "https://github.com/a/b", "code"),
        ("", "https://example.org/x.mp3", "audio"),
        ("", "https://arxiv.org/abs/1", "paper"),
        ("the programme", "https://example.org/", "page"),
        ("", "file.bin", "other"),
        ("", "https://www.youtube.com/@knots", "page"),
        ("video", "https://www.youtube.com/playlist?list=x", "page"),
    ],
)
def test_a_link_has_a_kind(label: str, url: str, kind: str) -> None:
    """Host, label and ending say what is behind a link, in that order."""
    assert kind_of_link(label, url) == kind


def test_a_line_is_an_address_only_if_it_is_nothing_else() -> None:
    """A word with a dot in it is no address, and prose around one makes it prose."""
    assert bare_address("  ttps://youtu.be/x ") == "https://youtu.be/x"
    assert bare_address("see https://youtu.be/x") is None
    assert bare_address("node.js") is None


@given(st.text(max_size=100))
def test_no_text_breaks_the_repair(raw: str) -> None:
    """Whatever stands in brackets is an address or it is not."""
    url = repair_address(raw)
    assert url is None or url.strip() == url
