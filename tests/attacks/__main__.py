"""``python -m tests.attacks``: do all that the table lists and write it with what came of it."""

from __future__ import annotations

import sys
from time import process_time

from tests.attacks.table import ATTACKS
from tests.sandbox import folder_of_its_own


def main() -> int:
    """Write the table as Markdown; 1 if anything broke."""
    print(
        "| what is done | where it enters | what must happen | result | processor |\n|---|---|---|---|---|"
    )
    broken = 0
    for attack in ATTACKS:
        begun = process_time()
        try:
            with folder_of_its_own() as folder:
                attack.check(folder)
            result = "holds"
        except Exception as error:
            result = f"broken: {type(error).__name__}: {' '.join(str(error).split())[:300]}"
            broken += 1
        cells = (attack.done, attack.enters, attack.must, result, f"{process_time() - begun:.2f} s")
        print("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |", flush=True)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
