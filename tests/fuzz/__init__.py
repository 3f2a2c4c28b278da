"""Text that a machine makes up, against everything that takes text: ``python -m tests.fuzz``.

What is tried stands in ``targets``; what was once found stands in ``found/TARGET/NAME`` and is tried
in every run of the tests, which need no fuzzer for that.
"""
