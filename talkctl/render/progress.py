"""How far a long piece of work has come, for a person who waits at a terminal."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from talkctl.render.screen import Screen

_PATIENCE = 1.0
"""Seconds after which a person wants to know how far it is."""

Step = Callable[[str], None]
"""To be called when a piece is done, with the name of the next one."""


@contextmanager
def progress(screen: Screen, what: str, total: int) -> Iterator[Step]:
    """A bar with rates on stderr that appears when the work takes longer than a second."""
    if not screen.stderr.isatty():
        yield lambda _name: None
        return
    bar: list[Any] = []
    begun = time.monotonic()
    done = 0

    def step(name: str) -> None:
        nonlocal done
        done += 1
        if not bar and time.monotonic() - begun < _PATIENCE:
            return
        if not bar:
            bar.append(_bar(screen, what, total))
        shown, task = bar[0]
        shown.update(task, completed=done, name=name)

    try:
        yield step
    finally:
        if bar:
            bar[0][0].stop()


def _bar(screen: Screen, what: str, total: int) -> tuple[Any, Any]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TextColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        """Pieces a second."""

        def render(self, task: Any) -> Text:
            return Text(f"{task.speed:,.0f}/s" if task.speed else "")

    class Name(ProgressColumn):
        """The piece in hand; a file's name is data and no markup."""

        def render(self, task: Any) -> Text:
            return Text(str(task.fields["name"])[-40:], style="dim")

    console = Console(file=screen.stderr, no_color=not screen.colour)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Rate(), Name())
    shown = Progress(*columns, console=console, transient=True)
    shown.start()
    return shown, shown.add_task(what, total=total, name="")
