"""Records of talks: what a title says, and what stands below it or beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from talkctl.language import language
from talkctl.model import Link, Note
from talkctl.record import Bio, Record
from talkctl.sources.grammar.kinds import kind_of_type, level_named
from talkctl.sources.grammar.titles import TitleLine, titled, with_credits
from talkctl.sources.grammar.tongues import language_named
from talkctl.sources.notes.chapter import Chapter
from talkctl.sources.notes.facts import Content
from talkctl.sources.source import prose
from talkctl.when import parse_length

_BETWEEN_TAGS = re.compile(r"[,、;]\s*|\s(?=#)")


def record_of(
    line: int, title: TitleLine, content: Content, chapter: Chapter, links: Iterable[Link]
) -> Record:
    """The talk whose *title* stands in that *line*, with its *links* and the *content* below it."""
    title = with_credits(title, title.credits or content.people)
    facts = content.facts
    abstract = prose(content.abstract)
    alone = title.credits[0].name if len(title.credits) == 1 else None
    bio = "\n".join(content.bios)
    told = [*filter(None, [facts.get("rating")]), *content.notes, *([] if alone else content.bios)]
    record = titled(chapter.record(line, max(content.last, line)), title)
    return chapter.at(record, content.when)._replace(
        kind=(title.kind == "talk" and kind_of_type(facts.get("kind", ""))) or title.kind,
        level=title.level or level_named(facts.get("level", "")),
        language=language_named(facts.get("language")) or language(abstract),
        event=record.event or facts.get("event"),
        room=facts.get("room") or record.room,
        track=facts.get("track") or record.track,
        duration=parse_length(facts.get("duration", "")),
        abstract=abstract,
        tags=tags_in(facts.get("tags", "")),
        bios=(Bio(alone, bio),) if alone and bio else (),
        links=tuple(dict.fromkeys([*links, *content.links])),
        notes=tuple(Note(text, language(text), chapter.document) for text in told),
    )


def tags_in(text: str) -> tuple[str, ...]:
    """The tags that *text* lists, each once."""
    tags = (tag.strip(" #") for tag in _BETWEEN_TAGS.split(text))
    return tuple(dict.fromkeys(filter(None, tags)))


def in_one_language(records: list[Record]) -> list[Record]:
    """*records* whose notes are in the writer's language where they are too short to tell it."""
    everything = "\n".join(note.text for record in records for note in record.notes)
    known = {note.language for record in records for note in record.notes if note.language}
    writers = known.pop() if len(known) == 1 else None if known else language(everything)
    return [
        record._replace(
            notes=tuple(
                note._replace(language=writers) if _is_in_latin_words(note) else note
                for note in record.notes
            )
        )
        for record in records
    ]


def _is_in_latin_words(note: Note) -> bool:
    """Whether a note whose language is unclear has words that the writer's language can be of."""
    code = note.text.startswith(("```", "~~~"))
    return not (note.language or code) and not any(
        letter.isalpha() and letter > "\u024f" for letter in note.text
    )
