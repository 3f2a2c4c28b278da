"""talkctl, the command-line talk explorer."""

__version__ = "0.2.0"
