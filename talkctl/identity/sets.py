"""Things put together into sets, some of which must stay apart."""

from __future__ import annotations

from collections import defaultdict


class Sets:
    """The numbers below *count*, each in a set of its own until united."""

    def __init__(self, count: int) -> None:
        self._set = list(range(count))
        self._members = {index: [index] for index in range(count)}
        self._foes: dict[int, set[int]] = defaultdict(set)

    def together(self, one: int, other: int) -> bool:
        """Whether two are in one set."""
        return self._set[one] == self._set[other]

    def set_of(self, one: int) -> int:
        """The lowest number in the set of *one*."""
        return self._set[one]

    def members(self, one: int) -> list[int]:
        """All that are in the set of *one*."""
        return self._members[self._set[one]]

    def keep_apart(self, one: int, other: int) -> None:
        """Let the sets of two never become one; does nothing if they are one already."""
        first, second = self._set[one], self._set[other]
        if first != second:
            self._foes[first].add(second)
            self._foes[second].add(first)

    def apart(self, one: int, other: int) -> bool:
        """Whether the sets of two have been kept apart."""
        return self._set[other] in self._foes[self._set[one]]

    def unite(self, one: int, other: int) -> bool:
        """Make the sets of two one, unless they are kept apart; whether they are one now."""
        first, second = sorted((self._set[one], self._set[other]))
        if first == second:
            return True
        if second in self._foes[first]:
            return False
        joining = self._members.pop(second)
        for index in joining:
            self._set[index] = first
        self._members[first] += joining
        for foe in self._foes.pop(second, ()):
            self._foes[foe].discard(second)
            self._foes[foe].add(first)
            self._foes[first].add(foe)
        return True

    def in_order(self) -> list[list[int]]:
        """All sets, by their lowest numbers."""
        return [sorted(self._members[lowest]) for lowest in sorted(self._members)]
