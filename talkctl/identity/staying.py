"""Who on talks that are kept stays who they are, and need not be told apart from anybody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from talkctl.identity.beyond import Billed, Kept, Spread
from talkctl.identity.figures import Figure
from talkctl.identity.past import PersonKey, RecordKey
from talkctl.identity.talks import Group


def without_staying(
    figures: list[Figure],
    groups: Sequence[Group],
    keys: Sequence[RecordKey],
    past: Mapping[PersonKey, str],
) -> tuple[list[Figure], dict[tuple[int, str], str], dict[str, str]]:
    """*figures* but for those who stay who they are; who is meant by their names, and their names."""
    left: list[Figure] = []
    on_talk: dict[tuple[int, str], str] = {}
    names: dict[str, str] = {}
    for figure in figures:
        kept = groups[figure.talk].kept
        who = _as_before(figure, kept, keys, past) if kept else None
        if who is None or not who.stays:
            left.append(figure)
        else:
            names[who.id] = who.name
            on_talk |= {(figure.talk, spelling): who.id for spelling in figure.spellings}
    return left, on_talk, names


def _as_before(
    figure: Figure, kept: Kept, keys: Sequence[RecordKey], past: Mapping[PersonKey, str]
) -> Billed:
    """Who *figure*, on a kept talk, was."""
    known = {past.get((keys[index], name)) for index, name in figure.places}
    for one in kept.people:
        if one.billed_as in figure.spellings:
            return one
    for one in kept.people:
        if one.id in known:
            return one
    raise Spread
