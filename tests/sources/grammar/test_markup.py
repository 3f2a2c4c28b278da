"""HTML in texts becomes what a reader would see."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkctl.sources.grammar.markup import one_line, plain_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One <b>two</b>,\nthree.</p>\n\n<p>Four<br/>five</p>", "One two, three.\n\nFour\nfive"),
        ("<ul><li>One</li><li><p>Two</p></li></ul>after", "- One\n- Two\n\nafter"),
        ("<ol><li>One<li>Two</ol>", "1. One\n2. Two"),
        ("<ul><li>One<ul><li>Inner</ul><li>Two</ul>", "- One\n  - Inner\n- Two"),
        ("<h3>Head</h3>text <a href='x'>link</a>.", "Head\n\ntext link."),
        ("<pre>a\n  b</pre><p>c</p>", "a\n  b\n\nc"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("Intro\n\nSecond\n* a\n* b\n<ul><li>c</ul>", "Intro\n\nSecond\n* a\n* b\n\n- c"),
        ("Knots<br />and <b>bends</b>\r\n\r\n* one\r\n* two", "Knots\nand bends\n\n* one\n* two"),
        ("&lt;p&gt;escaped &amp;amp; so&lt;/p&gt;", "escaped & so"),
        ("<!-- hidden --><p>seen</p><script>x()</script><style>p{}</style>", "seen"),
        ("<p></p> <br>", None),
    ],
)  # fmt: skip
def test_html_is_read_as_a_browser_shows_it(html: str, text: str | None) -> None:
    """Paragraphs, lists, line breaks and preformatted text keep their shape; tags are gone."""
    assert plain_text(html) == text


@pytest.mark.parametrize(
    "text",
    [
        "List<String>, a < b and c > d",
        "**Bold** and `code`:\n\n* one\n  * two\n\n1. three",
        "A & B, AT&T, &copy=3, x&y;z",
        "Use <template> and <T extends Knot>",
    ],
)
def test_what_is_no_html_stays_as_it_is(text: str) -> None:
    """Markdown, generics and comparisons are no tags."""
    assert plain_text(text) == text


def test_entities_are_letters_in_plain_text_too() -> None:
    """``Q&amp;A`` is read so in titles and in texts without tags."""
    assert plain_text("Q&amp;A &#8211; now") == "Q&A – now"
    assert one_line(" Q&amp;A\n now ") == "Q&A now"


@given(text=st.text(alphabet="<>/ pulibr&;-!\n*1.a", max_size=200))
def test_no_text_makes_it_raise(text: str) -> None:
    """What comes out has no blank ends and never two blank lines."""
    plain = plain_text(text)
    assert plain is None or (plain == plain.rstrip() and "\n\n\n" not in plain)


@pytest.mark.parametrize(
    "piece", ["<", "<p>", "<p", "<!--", "<ul><li>", "&lt;p", " ", "\n ", "<pre>"]
)
def test_a_megabyte_of_anything_is_read_at_once(piece: str) -> None:
    """No text takes longer than its length is worth."""
    begin = process_time()
    plain_text("<p>" + piece * (1_000_000 // len(piece)) + "</p>")
    assert process_time() - begin < 3
