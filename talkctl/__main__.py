"""Where a process begins: ``talkctl`` and ``python -m talkctl``.

Most of the time of an answer goes into loading modules, and much of that into looking for garbage
among them, where there is none. So the collector waits; commands that work for long wake it.
"""

import gc

gc.disable()

from talkctl.cli import main  # noqa: E402

if __name__ == "__main__":
    main()
