"""What was once found stays mended, and the targets hold where a fuzzer begins."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkctl.commands import COMMANDS
from talkctl.render import RENDERERS
from tests.fuzz.targets import TARGETS, Target, inside
from tests.sandbox import folder_of_its_own

FOUND = sorted((Path(__file__).parent / "found").glob("*/*"))
CHECKS = {target.name: target.check for target in TARGETS}


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_was_found_stays_mended(path: Path) -> None:
    """Each file is a text that once broke its target; its name says what is odd about it."""
    CHECKS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_every_target_has_something_to_begin_with(target: Target) -> None:
    """Its seeds break nothing, whole or cut off in the middle."""
    seeds = list(target.seeds())
    assert seeds
    for seed in seeds:
        target.check(seed)
    target.check(seeds[0][: len(seeds[0]) // 2])


_OPTIONS = (
    "--event", "--speaker", "--org", "--kind", "--level", "--room", "--track", "--tag", "--year",
    "--language", "--day", "--from", "--to", "--has", "--sort", "--limit", "-n", "--format", "--at",
    "--fields", "--tz", "--next", "--buffer", "--as", "--output", "-o", "--in", "--city", "--name",
)  # fmt: skip
_SWITCHES = (
    "--json", "--reverse", "--exact", "--grid", "--now", "--print", "--sources", "--own", "--yes",
    "--dry-run", "--changes", "--decisions", "--slides", "--transcript", "--color", "-h", "--", "-",
)  # fmt: skip
_VALUES = (
    "knots", "jane doe", "knotcon", "acme", "page.md", "talks.db", "talk", "beginner", "2031", "1",
    "10:00", "2031-05-06", "saturday", "30m", "video", "title", "id,title", "UTC", "Mars/Olympus",
    "0", "-1", "99999999999999999999", "x.json", "x/y.json", "build", "check", "rebuild", "reset",
    "notes", "'; DROP TABLE talk; --", '"', "NEAR(", "title:", "a OR", "*", "\x1b[31m", "\u202e",
    "", " ", "[/]", "💥" * 50, *RENDERERS,
)  # fmt: skip
_any_word = st.text(st.characters(exclude_categories=(), exclude_characters="\0"), max_size=20)
_words = st.one_of(st.sampled_from(_VALUES), st.sampled_from(_SWITCHES), _any_word)
_pieces = st.one_of(
    st.tuples(_words), st.tuples(st.sampled_from(_OPTIONS), st.sampled_from(_VALUES))
)
lines = st.builds(
    lambda command, pieces: [command, *(word for piece in pieces for word in piece)],
    st.sampled_from([*COMMANDS, *COMMANDS, "", "serach"]),
    st.lists(_pieces, max_size=5),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(lines, min_size=1, max_size=4), st.binary(max_size=60))
def test_no_command_line_makes_a_traceback(commands: list[list[str]], stdin: bytes) -> None:
    """Whatever is typed one after the other ends with a status that is documented and a word.

    Nothing is written but where the words say, and the library is sound afterwards.
    """
    with folder_of_its_own() as folder:
        for command in commands:
            folder.run(*inside(command), stdin=stdin)
        assert folder.run("db", "check").status == 0
