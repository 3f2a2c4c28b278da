"""Words that people mean as they stand: of everyday life, and of those that most know."""

from __future__ import annotations

from importlib.resources import files

import pytest

from talkctl.search import everyday

COMMON = files("talkctl.search").joinpath("english.txt").read_text(encoding="utf-8")


def test_the_list_is_pleasant_to_read():
    """Whoever adds to it sees the words in order, in lines that fit."""
    for line in COMMON.splitlines():
        assert len(line) <= 100, line
        assert line == line.rstrip(), line
    assert COMMON.split() == sorted(set(COMMON.split()))


@pytest.mark.parametrize("word", ["contract", "contracts", "hiring", "studies", "knew"])
def test_common_words_are_english(word: str):
    assert everyday.english(word)


@pytest.mark.parametrize("word", ["databas", "servic", "kubernetes", "isito", "promethues"])
def test_slips_and_names_are_not_english(word: str):
    assert not everyday.english(word)
