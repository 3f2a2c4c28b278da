"""The library on disk: ``schema`` declares it, ``build`` writes it, ``catalog`` reads it."""
