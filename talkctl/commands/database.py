"""The library as a file: ``db``, ``db build``."""

# No ``from __future__ import annotations`` here: Typer reads these annotations when it runs.

import gc
from pathlib import Path
from typing import Annotated, Any

import typer

from talkctl.commands.desk import sit_down
from talkctl.commands.options import Look, command
from talkctl.errors import ImportRefused, Status

CORRECTIONS = "corrections.toml"
"""The file of corrections: in the folder of documents, or beside that folder."""

app = typer.Typer(
    name="db",
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
@command
def where(context: typer.Context, look: Look) -> Status | None:
    """Show where the library is, its version and size; build one from documents.

    \b
    Examples:
      talkctl db
      talkctl db build data/sources --output data/talks.db
    """
    if context.invoked_subcommand:
        return None
    from talkctl.store import figures

    with sit_down(look) as desk:
        desk.answer("rows", [_described(figures.stats(desk.catalog))], single=True)
    return Status.ANSWERED


def _counted(path: Path) -> str:
    from talkctl.store import figures
    from talkctl.store.catalog import Catalog

    with Catalog(path) as catalog:
        found = figures.stats(catalog)
    return f"{found['talks']} talks, {found['people']} people, {found['events']} events"


def _described(stats: dict[str, Any]) -> dict[str, Any]:
    return {**stats["library"], "talks": stats["talks"], "people": stats["people"]}


@app.command()
@command
def build(
    sources: Annotated[Path, typer.Argument(metavar="FOLDER", help="The documents to read.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="PATH", help="The library to write.")
    ],
) -> Status:
    """Build a library from a folder of documents, and say what each gave.

    Facts that no page states are taken from corrections.toml in the folder or beside it. The same
    documents give the same library.

    \b
    Example:
      talkctl db build data/sources --output data/talks.db
    """
    from talkctl.commands.documents import read_documents, read_facts
    from talkctl.identity import assemble
    from talkctl.render.screen import open_screen
    from talkctl.store.build import write_library

    gc.enable()
    screen = open_screen()
    documents = read_documents(sources, leave_out=(CORRECTIONS, output.name))
    if not documents:
        raise ImportRefused(f"There are no documents in {sources}.")
    beside = (sources / CORRECTIONS, sources.parent / CORRECTIONS)
    facts = next((path for path in beside if path.is_file()), None)
    corrections = None
    if facts:
        document, corrections = read_facts(facts)
        documents.append(document)
    catalogue = assemble(documents, corrections)
    write_library(output, catalogue)
    for document in catalogue.documents:
        screen.say(
            f"{document.name}: {document.format}, {len(document.records)} records,"
            f" {len(document.remarks)} remarks"
        )
    screen.say(f"{output}: {_counted(output)}")
    return Status.ANSWERED
