"""``python -m talkctl`` is ``talkctl``."""

from talkctl.cli import main

main()
