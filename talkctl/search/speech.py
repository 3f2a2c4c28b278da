"""What was said in recordings as an answer: which talks say the words of a query, and when.

A talk that has all the words in its texts comes before one that only says them. Next come those
that have some and say the others, and those that say all in one breath; then talks whose texts have
most of the words; last those that say all of them here and there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from talkctl.links import at_second
from talkctl.model import Match, Talk
from talkctl.search.find import in_given_order
from talkctl.search.gathering import OWN, Group, Meaning
from talkctl.search.question import SPOKEN, Restriction
from talkctl.search.rank import (
    Found,
    Ranking,
    evidence_of,
    expression,
    places_in_talks,
    ranked,
    read_up,
    scored,
    words_of,
)
from talkctl.search.snippets import best_place, cut
from talkctl.store import transcripts
from talkctl.store.lexicon import words
from talkctl.store.lookup import Lookup, any_of, any_phrase, has_facet
from talkctl.text import one_line

_COMMON = 2000
"""What is said in so many utterances is looked for talk by talk, and no further than needed."""

_MOST_ASKED, _NO_LIMIT = 300, 2**31
"""Unless all are wanted, so many talks are asked for what is common, which takes about 15 ms."""

_MOST_READ = 300
"""So many talks are read to rank them by their texts, which takes about 30 ms."""

_HAS_TRANSCRIPT = has_facet("has", ("transcript",))


# Which talks


def with_said(
    lookup: Lookup, meaning: Meaning, narrowed: Restriction, texts: Ranking, limit: int, whole: bool
) -> Ranking:
    """The ranking by *texts*, of which the first *limit* are wanted, and the talks that say it.

    Without a limit they are as many as can be looked for at once; with *whole*, all.
    """
    groups = meaning.informative
    order = texts.order[: limit or _MOST_READ]
    texts = texts._replace(found=read_up(lookup, meaning, texts.found, order))
    if limit and len(order) == limit and all(_written(texts, talk) for talk in order):
        said = all(_is_said(lookup, group) for group in groups)
        return texts._replace(exact=texts.exact and not said)
    return _merged(lookup, texts, _Complete(lookup, groups, narrowed, limit, whole))


def ranking_of_said(
    lookup: Lookup, meaning: Meaning, narrowed: Restriction, limit: int, whole: bool
) -> Ranking:
    """The talks that say what must be said, those first whose texts have the rest of the query."""
    asked = meaning.informative
    spoken = _Complete(lookup, meaning.spoken, narrowed, 0 if asked else limit, whole)
    if not asked:
        return _merged(lookup, Ranking([], {}, 0), spoken)
    texts = narrowed.within(f"{_HAS_TRANSCRIPT} AND {any_of(map(expression, asked))}")
    talks = [talk for talk in lookup.matching(texts) if talk in spoken.scores][:_MOST_READ]
    places = places_in_talks(lookup, words_of(asked), talks)
    found = [evidence_of(group, places, None) for group in asked]
    ranking = scored(lookup, meaning, found, set(talks))
    both = _Complete(lookup, [*asked, *meaning.spoken], narrowed, limit, whole)
    return _merged(lookup, ranking, both)


def every(lookup: Lookup, narrowed: Restriction) -> Ranking:
    """All talks that pass, the newest first."""
    order = in_given_order(lookup, narrowed.expression, "date", False, 0)
    return Ranking(order, dict.fromkeys(order, 1.0), len(order))


def without_unspoken(lookup: Lookup, unspoken: Iterable[Group], ranking: Ranking) -> Ranking:
    """*ranking* without the talks that say what must not be said."""
    said = {
        talk
        for group in unspoken
        if (asked := _said_expression(group))
        for talk in transcripts.talks_saying(lookup.db, asked)
    }
    order = [talk for talk in ranking.order if talk not in said]
    gone = len(ranking.order) - len(order)
    return ranking._replace(order=order, total=ranking.total - gone)


class _Part(NamedTuple):
    """Where one group is met: talks with it in their texts, and those that say it, how often.

    What is *common* is to be looked for talk by talk.
    """

    written: set[int]
    said: dict[int, int]
    common: str | None


class _Complete:
    """The talks in which every group is written or said, one of them said, with their scores.

    *together* are those that say all in one utterance, and in how many; *exact* is whether these
    are all of them.
    """

    def __init__(
        self, lookup: Lookup, groups: Sequence[Group], narrowed: Restriction, limit: int,
        whole: bool,
    ) -> None:  # fmt: skip
        self.lookup, self.limit = lookup, limit
        self.left = _NO_LIMIT if whole else _MOST_ASKED
        self.exact = True
        self.together: dict[int, int] = {}
        self.scores: dict[int, float] = {}
        parts = list(self._parts(groups, narrowed))
        if len(parts) < len(groups):
            return
        passing = set(lookup.matching(narrowed.within(_HAS_TRANSCRIPT)))
        for part in parts:
            if not part.common:
                passing.intersection_update(part.written | part.said.keys())
        self._say_together(groups, passing)
        for talk in self._meeting(parts, passing):
            self.scores[talk] = self._score(talk, parts)

    def _parts(self, groups: Sequence[Group], narrowed: Restriction) -> Iterator[_Part]:
        """The parts of *groups*, up to the first that nothing meets."""
        db = self.lookup.db
        for group in groups:
            own = {phrase: weight for phrase, weight in group.answers.items() if weight >= OWN}
            written: set[int] = set()
            if own and group.column != SPOKEN:
                asked = f"{_HAS_TRANSCRIPT} AND {expression(group.answering(own))}"
                written.update(self.lookup.matching(narrowed.within(asked)))
            said_so = _said_expression(group)
            if said_so and transcripts.how_often(db, said_so, _COMMON) == _COMMON:
                yield _Part(written, {}, said_so)
                continue
            said = transcripts.talks_saying(db, said_so) if said_so else {}
            if not written and not said:
                return
            yield _Part(written, said, None)

    def _say_together(self, groups: Sequence[Group], passing: set[int]) -> None:
        every = [_said_expression(group) for group in groups]
        if all(every):
            asked = " AND ".join(filter(None, every))
            found = transcripts.talks_saying(self.lookup.db, asked, _COMMON)
            self.together = {talk: times for talk, times in found.items() if talk in passing}

    def _meeting(self, parts: Sequence[_Part], passing: set[int]) -> Iterator[int]:
        """Those of *passing* that meet the common parts too, as many as may be asked."""
        common = [part for part in parts if part.common]
        found = 0
        for talk in sorted(passing, key=lambda it: (-self.together.get(it, 0), -it)):
            if all(talk in part.written for part in parts):
                continue
            if talk not in self.together and common:
                if not self.left or 0 < self.limit <= found:
                    self.exact = False
                    return
                self.left -= 1
                if not all(self._meets(talk, part) for part in common):
                    continue
            found += 1
            yield talk

    def _meets(self, talk: int, part: _Part) -> bool:
        return talk in part.written or bool(
            transcripts.utterances(self.lookup.db, talk, part.common or "")
        )

    def _score(self, talk: int, parts: Sequence[_Part]) -> float:
        """The more the oftener the words are said, and all the more together; below 1."""
        times = [part.said.get(talk, 1) for part in parts]
        often = sum(count / (count + 3) for count in times) / len(times)
        together = self.together.get(talk, 0)
        return 0.4 * often + 0.6 * together / (together + 2)


def _merged(lookup: Lookup, texts: Ranking, complete: _Complete) -> Ranking:
    """One ranking of what is written and what is said."""
    last = max(
        (place for place, talk in enumerate(texts.order, 1) if _written(texts, talk)), default=0
    )
    head, tail = texts.order[:last], texts.order[last:]
    known = set(texts.order)
    new = {talk: score for talk, score in complete.scores.items() if talk not in known}
    facts = {number: (title, date) for number, title, date in lookup.titles(new)}
    best = ranked({talk: score for talk, score in new.items() if talk in facts}, facts)
    mixed = [talk for talk in tail if talk in complete.scores]
    raised = mixed + [talk for talk in best if talk in complete.together]
    rest = [talk for talk in tail if talk not in complete.scores]
    apart = [talk for talk in best if talk not in complete.together]
    scores = {talk: texts.scores[talk] for talk in (*head, *rest)}
    highest = min((scores[talk] for talk in head), default=None)
    below = max((scores[talk] for talk in rest), default=None)
    if highest is None:
        highest = 1.0 if below is None else 1.1 * below
    _spread(scores, raised, highest, 0.5 * highest if below is None else below)
    lowest = min(scores.values(), default=highest)
    _spread(scores, apart, lowest, 0.5 * lowest)
    order = [*head, *raised, *rest, *apart]
    return texts._replace(
        order=order, scores=scores, total=texts.total + len(best),
        exact=texts.exact and complete.exact,
    )  # fmt: skip


def _spread(scores: dict[int, float], talks: Sequence[int], above: float, below: float) -> None:
    """Give *talks*, best first, scores that fall from *above* to *below*."""
    step = (above - below) / (len(talks) + 1)
    for place, talk in enumerate(talks, 1):
        scores[talk] = above - place * step


def _written(ranking: Ranking, talk: int) -> bool:
    """Whether the texts of *talk*, as far as they were read, answer the whole query themselves."""
    return bool(ranking.found) and all(_answers(one.get(talk)) for one in ranking.found)


def _answers(found: Found | None) -> bool:
    return found is not None and found.best >= OWN


def _is_said(lookup: Lookup, group: Group) -> bool:
    asked = _said_expression(group)
    return asked is not None and transcripts.is_said(lookup.db, asked)


def _said_expression(group: Group) -> str | None:
    """The full-text expression for utterances that answer *group*, if any can."""
    phrases = _phrases(group)
    return any_phrase(phrases) if phrases else None


def _phrases(group: Group) -> list[tuple[str, ...]]:
    if group.column not in (None, SPOKEN):
        return []
    own = [phrase for phrase, weight in group.answers.items() if weight >= OWN]
    free = [it for it in (*own, tuple(group.typed.split())) if it and it not in group.bound]
    return list(dict.fromkeys([*free, *group.heard]))


# When


def heard(
    lookup: Lookup, meaning: Meaning, found: Sequence[Found | None], number: int, talk: Talk,
    match: Match,
) -> Match:  # fmt: skip
    """*match* of a talk with what is said of the query that the talk's texts, *found*, lack."""
    pairs = list(zip(meaning.informative, found, strict=True))
    pairs += [(group, None) for group in meaning.spoken]
    lacking = [group for group, one in pairs if not _answers(one)]
    tally: dict[int, float] = defaultdict(float)
    for group in lacking:
        if asked := _said_expression(group):
            said = transcripts.utterances(lookup.db, number, asked)
            for place in said:
                # What is said once tells the moment better than what is said all the time.
                tally[place] += 1 + 1 / len(said)
    if not tally:
        return match
    best = min(tally, key=lambda it: (-tally[it], it))
    groups = [group for group, _ in pairs]
    return _told(transcripts.utterance(lookup.db, best), groups, talk, match)


def _told(
    utterance: transcripts.Utterance, groups: Iterable[Group], talk: Talk, match: Match
) -> Match:
    texts = [one_line(segment.text) for segment in utterance.segments]
    terms = _terms(texts[utterance.first : utterance.last + 1], groups)
    passage = " ".join(texts)
    place = best_place(passage, terms)
    if place is None:
        return match
    segments = zip(accumulate(len(text) + 1 for text in texts), utterance.segments, strict=True)
    second = int(next(segment.start for end, segment in segments if place < end))
    recording = utterance.recording or _recording(talk)
    return match._replace(
        fields=(*match.fields, SPOKEN),
        terms=tuple(sorted({*match.terms, *terms})),
        snippet=cut(passage, place),
        at=second,
        url=at_second(recording, second) if recording else None,
    )


def _recording(talk: Talk) -> str | None:
    videos = (link.url for link in talk.links if link.kind == "video")
    return next((url for url in videos if url.lower().startswith(("http://", "https://"))), None)


def _terms(texts: Iterable[str], groups: Iterable[Group]) -> set[str]:
    """The words of *texts* that answer one of *groups*."""
    wanted = {word for group in groups for phrase in _phrases(group) for word in phrase}
    beginnings = tuple(word[:-1] for word in wanted if word.endswith("*"))
    said = {word for text in texts for word in words(text)}
    return {word for word in said if word in wanted or (beginnings and word.startswith(beginnings))}
