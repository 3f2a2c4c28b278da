"""The library on disk: ``schema`` declares it, ``build`` writes it, ``catalog`` reads it."""

APPLICATION_ID = 0x74616C6B
"""Kept in ``PRAGMA application_id``: the letters ``talk``, by which ``file`` and we know our own."""

VERSION = 2
"""Kept in ``PRAGMA user_version``; a library with a higher one is from a newer talkctl."""
