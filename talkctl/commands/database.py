"""The library as a file: ``db``, and ``build``, ``check``, ``rebuild``, ``reset`` of one."""

# No ``from __future__ import annotations`` here: these annotations are read when it runs.

import gc
from pathlib import Path
from typing import Annotated, Any

from talkctl.commands.desk import Db, Look, sit_down
from talkctl.commands.parameters import argument, option
from talkctl.errors import ImportRefused, LibraryError, Status
from talkctl.render.screen import open_screen
from talkctl.text import counted


def where(look: Look) -> Status:
    """Show where the library is, its version and size; build one from documents.

    \b
    Examples:
      talkctl db
      talkctl db build data/sources --output data/talks.db
    """
    from talkctl.store import figures

    with sit_down(look) as desk:
        desk.answer("rows", [_described(figures.stats(desk.catalog))], single=True)
    return Status.ANSWERED


def _counted(path: Path) -> str:
    from talkctl.store import figures
    from talkctl.store.catalog import Catalog

    with Catalog(path) as catalog:
        found = figures.stats(catalog)
    people = f"{found['people']:,} {'person' if found['people'] == 1 else 'people'}"
    return f"{counted(found['talks'], 'talk')}, {people}, {counted(found['events'], 'event')}"


def _described(stats: dict[str, Any]) -> dict[str, Any]:
    return {**stats["library"], "talks": stats["talks"], "people": stats["people"]}


def build(
    sources: Annotated[Path, argument(metavar="FOLDER", help="The documents to read.")],
    output: Annotated[Path, option("--output", "-o", metavar="PATH", help="The library to write.")],
) -> Status:
    """Build a library from a folder of documents, and say what each gave.

    Facts that no page states are taken from corrections.toml in the folder or beside it. The same
    documents give the same library.

    \b
    Example:
      talkctl db build data/sources --output data/talks.db
    """
    from talkctl.identity import assemble
    from talkctl.intake.documents import CORRECTIONS, read_documents, read_facts
    from talkctl.store.build import write_library

    gc.enable()
    screen = open_screen()
    documents = read_documents(sources, leave_out=(CORRECTIONS, output.name))
    if not documents:
        raise ImportRefused(f"There are no documents in {sources}.")
    beside = (sources / CORRECTIONS, sources.parent / CORRECTIONS)
    facts = next((path for path in beside if path.is_file()), None)
    corrections, kept = None, {}
    if facts:
        document, corrections, text = read_facts(facts)
        documents.append(document)
        kept = {CORRECTIONS: text}
    catalogue = assemble(documents, corrections)
    write_library(output, catalogue, kept)
    for document in catalogue.documents:
        screen.say(
            f"{document.name}: {document.format}, {counted(len(document.records), 'record')},"
            f" {counted(len(document.remarks), 'remark')}"
        )
    screen.say(f"{output}: {_counted(output)}")
    return Status.ANSWERED


def check(look: Look) -> Status:
    """Prove that the library is sound.

    \b
    Example:
      talkctl db check
    """
    from talkctl.store import soundness

    with sit_down(look) as desk:
        checks = soundness.check(desk.catalog.db)
        desk.answer("rows", [one._asdict() for one in checks])
        wrong = sum(one.wrong > 0 for one in checks)
        if wrong:
            desk.say(f"{desk.catalog.path} is not sound: {wrong} checks failed.")
        else:
            desk.say(f"{desk.catalog.path} is sound.")
    return Status.LIBRARY if wrong else Status.ANSWERED


def rebuild(db: Db = None) -> Status:
    """Draw the conclusions from what was imported once more: which records are one talk, whose names.

    Ids, picks, notes and decisions stay.

    \b
    Example:
      talkctl db rebuild
    """
    from talkctl.intake import joining
    from talkctl.store.writing import library_to_write, writing

    gc.enable()
    library = library_to_write(db)
    with writing(library) as connection:
        joining.rebuild(connection)
    open_screen().say(f"{library}: {_counted(library)}")
    return Status.ANSWERED


def reset(
    db: Db = None,
    yes: Annotated[bool, option("--yes", help="Do not ask.")] = False,
) -> Status:
    """Start over with the bundled catalogue; the library there was is kept beside it.

    \b
    Example:
      talkctl db reset
    """
    from talkctl.intake import joining
    from talkctl.store.location import named_library, own_library_path
    from talkctl.store.writing import keep_copy, writing

    named = named_library(db)
    if named is not None and not named.exists():
        raise LibraryError(f"There is no library at {named}.")
    library = named or own_library_path()
    screen = open_screen()
    if library is None or not library.exists():
        screen.say("There is no library of your own; the bundled catalogue is as it comes.")
        return Status.ANSWERED
    question = f"Start over? {library} has {_counted(library)}."
    if not yes and not screen.asks(question):
        screen.say("Nothing was changed.")
        return Status.ANSWERED
    gc.enable()
    kept = keep_copy(library)
    with writing(library) as connection:
        joining.start_over(connection)
    screen.say(f"{library} is the bundled catalogue again; what it was is kept as {kept.name}.")
    return Status.ANSWERED
