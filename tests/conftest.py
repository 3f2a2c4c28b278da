"""What all tests share: the switch that writes golden files anew."""

from __future__ import annotations

import os

import pytest

os.environ["TALKCTL_CONFIG"] = ""
"""No test reads the settings of whoever runs it."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """``pytest --regenerate`` writes golden files instead of comparing with them."""
    parser.addoption(
        "--regenerate", action="store_true", help="write golden files instead of comparing"
    )


@pytest.fixture
def regenerate(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written."""
    return bool(request.config.getoption("--regenerate"))
