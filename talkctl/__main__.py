"""Where a process begins: ``talkctl`` and ``python -m talkctl``.

Most of the time of an answer goes into loading modules, and much of that into looking for garbage
among them, where there is none. So the collector waits; commands that work for long wake it. A
shell that asks what it can offer gets its answer without the rest of the program.
"""

import gc
import os

gc.disable()

try:
    if "_TALKCTL_COMPLETE" in os.environ:
        from talkctl.completion import main
    else:
        from talkctl.cli import main
except KeyboardInterrupt:
    os._exit(130)

if __name__ == "__main__":
    main()
