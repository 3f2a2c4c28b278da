"""What a shell offers behind ``talkctl`` and a tab: commands, options, and values of the library.

Somebody waits for every tab, so nothing of the program itself is loaded: its commands and options
stand in ``commands.tsv``, which ``python -m tests.readme`` writes. The script of a shell hands over
the line before the cursor and puts up what comes back.
"""

from __future__ import annotations

import os
import sys

VARIABLE = "_TALKCTL_COMPLETE"
"""What scripts set: ``bash``, ``zsh`` or ``fish``; ``source_bash`` and so on ask for the script."""


def main() -> None:
    """Answer the shell and end the process. What goes wrong offers nothing, and says nothing."""
    try:
        text = _asked(os.environ[VARIABLE], sys.argv[1:])
        sys.stdout.buffer.write(text.encode("utf-8", errors="surrogateescape"))
        sys.stdout.flush()
    except Exception:
        if os.environ.get("TALKCTL_DEBUG"):
            raise
    os._exit(0)


def _asked(what: str, told: list[str]) -> str:
    from talkctl.completion import shells

    if what.startswith("source_"):
        return shells.script(what.removeprefix("source_"))
    return shells.ANSWERS[what](told)
