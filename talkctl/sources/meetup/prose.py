"""Talks of which an invitation tells in its prose, where neither agenda nor labels name them.

First up is Jane Doe of Acme with "Deep Water".            a person, and behind a verb the title
John Roe, CTO at Bolt, who ties knots, will present "…"    what somebody is, right behind the name
We welcome Ann Poe. Her talk, "Ropes at Sea", …            whoever was named last
"""

from __future__ import annotations

import re

from talkctl.givennames import begins_with_given_name
from talkctl.names import name_parts
from talkctl.sources.grammar.billing import Known, is_person
from talkctl.sources.meetup.items import Item
from talkctl.sources.meetup.labels import plain
from talkctl.sources.source import Line

_TITLE = re.compile(r"[\"“„«]\s?(?P<title>[^\W_a-z][^\"“”„«»]{4,150}?)[,.]?\s?[\"”“»]")
_TOLD = re.compile(
    r"\b(?:with|present(?:s|ing)?|give|gives|giving|titled|called|entitled|on|about|talk(?:,? is)?|session"
    r"|mit|über|präsentiert|zeigt|vortrag|avec|présente(?:ra)?|sur|con|sobre|presenta(?:rá)?|com|charla)\s*,?\s*$",
    re.IGNORECASE,
)
"""What leads to a title."""
_NO_TALK = re.compile(
    r"\b(?:books?|novel|film|movie|song|album|buch|livre|libro|livro"
    r"|known for|famous|previous(?:ly)?|earlier|last|20\d\d)\b",
    re.IGNORECASE,
)
"""What says that a title is of something else, or of another day."""
_OWN = re.compile(
    r"\b(?:his|her|their|ihr|sein|sa|su)\s(?:\w+\s)?"
    r"(?:talk|session|presentation|vortrag|conférence|présentation|charla|palestra)[\w ]{0,10},?\s*$",
    re.IGNORECASE,
)
"""What leads to the title of whoever was named before."""
_CAPITAL = r"[^\W\d_a-z][\w'’-]*\.?"
_NAME = re.compile(
    rf"(?:(?:Dr|Prof)\.\s){{0,2}}{_CAPITAL}(?:\s(?:de|da|van|von|der|den|la)){{0,2}}"
    rf"(?:\s{_CAPITAL}){{1,3}}(?<!\.)"
)
_PLACE = re.compile(
    r"(?:,? (?:of|from|at|von|de) (?:(?:the|der|dem) )?|, | \()"
    r"(?P<what>(?-i:[^\W\d_a-z])[^.;:!?\"“„«()]{2,80}?)"
    r"(?=,?\s(?!(?:of|at|for|the|de|für|bei|am)\b)(?-i:[a-zß-ÿ])|[,.;!)]|$)",
    re.IGNORECASE,
)
"""What somebody is, and where, right behind the name."""
_SENTENCE = re.compile(r"(?<=\w{3}[.!?])\s+(?=[^\W\d_a-z])")


def talks_told(lines: list[Line], known: Known) -> list[Item]:
    """The talks of whose titles in quotation marks *lines* say who gives them."""
    found: list[Item] = []
    last = ""
    for line in lines[:100]:
        here = len(found)
        for sentence in _SENTENCE.split(plain(line.text)[:3000]):
            title = None if _NO_TALK.search(sentence) else _TITLE.search(sentence)
            before = (sentence[: title.start()] if title else sentence).rstrip()
            people = _people_in(before, known)
            last = people[-1] if people else last
            one = people[0] if len(people) == 1 else ""
            beside = one and before.rstrip("),:–—- ").endswith(one.rpartition(", ")[2])
            speaker = one if beside or _TOLD.search(before) else ""
            speaker = speaker or (last if _OWN.search(before) else "")
            if title and speaker and " " in title["title"]:
                labels = {"title": title["title"], "speaker": speaker}
                found.append(Item(line, labels=labels, last=line.number))
        if len(found) == here + 1:
            found[-1].lines.append(line)
    return found


def _people_in(text: str, known: Known) -> list[str]:
    """The people whom *text* surely names, with what it says of them right behind."""
    found = []
    for name in _NAME.finditer(text):
        others = name[0].partition(" ")[2]  # behind the word that opens the sentence
        sure = next((one for one in (name[0], others) if _is_surely(one, known)), None)
        if sure:
            placed = _PLACE.match(text, name.end())
            found.append(f"{sure}, {placed['what']}" if placed else sure)
    return found


def _is_surely(name: str, known: Known) -> bool:
    """Whether somebody has that *name*, of more than one word, by a given name or as the page says."""
    given = begins_with_given_name(" ".join(name_parts(name))) and is_person(name, known)
    return len(name_parts(name)) > 1 and (given or known.is_person(name))
