"""Where a process begins: ``talkctl`` and ``python -m talkctl``.

Most of the time of an answer goes into loading modules, and much of that into looking for garbage
among them, where there is none. So the collector waits; commands that work for long wake it.
"""

import gc
import os

gc.disable()

try:
    from talkctl.cli import main
except KeyboardInterrupt:
    os._exit(130)

if __name__ == "__main__":
    main()
