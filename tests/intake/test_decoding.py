"""Bytes become text, whatever they are, and nothing costs more than it may."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkctl.errors import ImportRefused
from talkctl.intake import decoding
from talkctl.intake.decoding import decode

TEXT = "Müller spricht über Größe – “now”\r\n"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("cp1252"), "windows-1252"),
        (gzip.compress(TEXT.encode()), "utf-8"),
    ],
)
def test_text_comes_out_of_every_usual_encoding(content: bytes, encoding: str) -> None:
    """Marks, declarations and the bytes themselves say which it is; gzip is looked into."""
    decoded = decode("page.txt", content)
    assert (decoded.text, decoded.encoding) == (TEXT, encoding)


def test_a_guess_is_told() -> None:
    """What the file does not say itself is not passed off as certain."""
    assert decode("a", TEXT.encode()).told
    assert not decode("a", TEXT.encode("cp1252")).told


def test_a_declaration_is_believed() -> None:
    """XML and HTML may name an encoding that the bytes alone do not show."""
    xml = '<?xml version="1.0" encoding="koi8-r"?><a>Привет</a>'
    assert decode("a.xml", xml.encode("koi8-r")).text == xml
    html = '<html><meta charset="shift_jis"><p>日本語のトーク</p></html>'
    assert decode("a.html", html.encode("shift_jis")).text == html


def test_what_was_encoded_twice_is_read_as_it_was() -> None:
    """Whole lines are mended and told of; a line with any letter that is right stays as it is."""
    text = "Müller spricht über Größe – jetzt\n"
    twice = text.encode().decode("cp1252").encode()
    assert decode("a", twice) == (text, "UTF-8 encoded twice", False)
    about = "Why é comes out as Ã©\n"
    assert decode("a", about.encode()) == (about, "utf-8", True)
    mixed = about.encode() + twice
    assert decode("a", mixed).text == about + text


def test_a_calendar_may_fold_a_letter() -> None:
    """Who counts bytes folds within letters; the letter is kept, and so is the number of lines."""
    folded = "BEGIN:VCALENDAR\r\nSUMMARY:Größe\r\n".encode().replace(b"\xb6", b"\r\n \xb6")
    assert decode("a.ics", folded).text == "BEGIN:VCALENDAR\r\nSUMMARY:Grö\r\n ße\r\n"


def test_text_cut_off_in_a_letter_is_kept() -> None:
    """A download that ends in the middle of a letter loses that letter and no more."""
    assert decode("a", "Größe ö".encode()[:-1]).text == "Größe "


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\x03\x04rest", "zip archive"),
        (gzip.compress(gzip.compress(b"text")), "archive within an archive"),
        (gzip.compress(TEXT.encode())[:-10], "end too early"),
        (b"\x1f\x8b broken", "gzip data are broken"),
        (b"\x00\x01\x02\x03 image", "not text"),
        (b"SQLite format 3\x00", "a database"),
    ],
)
def test_what_is_no_text_is_refused_by_name(content: bytes, reason: str) -> None:
    """One sentence says which file it is and what it is instead."""
    with pytest.raises(ImportRefused, match=f"page.bin: .*{reason}"):
        decode("page.bin", content)


def test_a_bomb_is_given_up_before_it_goes_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unpacking stops at the largest size a file may have."""
    monkeypatch.setattr(decoding, "LARGEST", 1 << 20)
    with pytest.raises(ImportRefused, match="unpacks to more than"):
        decode("bomb.gz", gzip.compress(b"\n" * (50 << 20)))


@given(st.binary(max_size=300))
def test_whatever_the_bytes_are_there_is_text_or_a_sentence(content: bytes) -> None:
    """Nothing else is ever raised."""
    said = ""
    try:
        assert isinstance(decode("any", content).text, str)
    except ImportRefused as refused:
        said = str(refused)
    assert said == "" or said.startswith("any: ")
