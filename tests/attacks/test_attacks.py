"""Every attack of the table, through the command line."""

from __future__ import annotations

import os

import pytest

from tests.attacks.attack import Attack
from tests.attacks.table import ATTACKS
from tests.sandbox import folder_of_its_own


@pytest.mark.skipif(os.name != "posix", reason="needs the streams and the devices of POSIX")
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_nothing_breaks_it(attack: Attack) -> None:
    """What must happen happens; there is no traceback, and every status is a documented one."""
    with folder_of_its_own() as folder:
        attack.check(folder)
