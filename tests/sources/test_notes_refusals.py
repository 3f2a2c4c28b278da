"""What looks like notes and is none: projects, change logs, diaries, licences, essays."""

from __future__ import annotations

import pytest

from talkctl.sources import notes

PROJECT = """# tidewatch

[![build](https://img.example.org/b.svg)](https://ci.example.org/tidewatch)

Watches tides. See the [demo video](https://youtu.be/demo0001).

## Installation

```
pip install tidewatch
```

## Usage

- `tidewatch --port 80` - starts the server
- [Tern](https://github.com/tern/tern) by Jane Doe, used for parsing

## Authors

- Jane Doe (Kelp Works)
- John Roe, Maintainer, Tern Labs

## License

MIT - see LICENSE
"""
CHANGES = """# Changelog

## [1.2.0] - 2021-03-04

- Fix the gauge - Jane Doe, Acme
- Panel: redraw when resized (John Roe, Tern Labs)

## [1.1.0] - 2020-12-01

### Added

- Video export by Jane Doe
"""
ESSAY = """---
title: How we moved to a monorepo
author: Jane Doe
date: 2020-05-06
tags: [git, tools]
---

# How we moved to a monorepo

By Jane Doe

It took us a year - longer than we hoped.

## What went wrong

- everything
- twice

## What we would do again

> Start small.
"""
LICENCE = """# MIT License

Copyright (c) 2020 Jane Doe, Acme Inc.

Permission is hereby granted - free of charge - to any person obtaining a copy.

## Disclaimer

* THE SOFTWARE IS PROVIDED "AS IS"
"""
DIARY = """# 2021-03-04

- bought milk
- called Jane Doe

# 2021-03-05

- rain
"""
API = """# URL

## `url.parse(text)`

- `text` {string} The URL, with `author: 'foo'`.
- Returns: an object

## Class: URL

By default, `port:localAddress` or `host` is used.
"""
MEETING = """# Team meeting 2022-03-14

Attendees: Jane Doe, John Roe

## Roadmap - Jane Doe, Acme

- Q2 goals

## Budget – John Roe

- slides: https://intranet.example/budget.pdf
"""
DINNER = """# Friday dinner, 12 May 2023

## Soup - Grandma Rosa

- onions

## Roast – Uncle Ben, slow

- 3 hours at 160
"""
POEM = "Roses are red - violets are blue,\nsugar is sweet (and so are you).\n"
every_other = pytest.mark.parametrize(
    "text",
    [PROJECT, CHANGES, ESSAY, LICENCE, DIARY, API, MEETING, DINNER, POEM],
    ids=["project", "changes", "essay", "licence", "diary", "api", "meeting", "dinner", "poem"],
)


@every_other
def test_what_is_about_something_else_is_not_claimed(text: str) -> None:
    """A false claim is worse than a miss: such files are left to whoever knows them."""
    assert not notes.sniff(text)


@every_other
def test_what_is_about_something_else_holds_no_talk(text: str) -> None:
    """Read as notes all the same, it gives no record and one remark that says so."""
    reading = notes.parse("page.md", text)
    assert reading.records == ()
    assert [mark.reason for mark in reading.remarks] == ["no talk in these notes"]


def test_notes_without_a_talk_are_claimed_and_said_to_have_none() -> None:
    """A page that calls itself notes on an event is notes, even if no talk is in it."""
    text = "# Notes from KnotCon 2018\n\nI was ill and heard nothing.\n"
    assert notes.sniff(text)
    assert [mark.reason for mark in notes.parse("a.md", text).remarks] == ["no talk in these notes"]
