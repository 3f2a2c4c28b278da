"""How fast, how large and how good: ``python -m tests.benchmarks``; no part of the tests."""
