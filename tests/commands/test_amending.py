"""One setting is changed, and the file stays its owner's: remarks, order, and what is set beside it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkctl.commands.amending import amended

from .conftest import Run

WRITTEN = """\
# mine
theme = "dark"  # at night
tz="local"

[columns] # for tables
search = [
  "id",  # always
  "title",
]
events = ["id"]
"""


@pytest.mark.parametrize(
    ("name", "value", "gone", "come"),
    [
        ("theme", "light", 'theme = "dark"  # at night', 'theme = "light"  # at night'),
        ("tz", "UTC+2", 'tz="local"', 'tz="UTC+2"'),
        ("columns.events", ("id", "name"), 'events = ["id"]', 'events = ["id", "name"]'),
        ("pager", 'less -S "x" \\', "", 'pager = "less -S \\"x\\" \\\\"\n'),
        ("theme", None, 'theme = "dark"  # at night\n', ""),
        ("columns.search", ("id",), WRITTEN[WRITTEN.index("search") : -16], 'search = ["id"]\n'),
        ("columns.orgs", ("id",), 'events = ["id"]\n', 'events = ["id"]\norgs = ["id"]\n'),
    ],
)  # fmt: skip
def test_one_line_changes(name: str, value: str | None, gone: str, come: str) -> None:
    """The rest is there to the letter, whichever way the value was laid out."""
    new = amended(WRITTEN, name, value)
    if gone:
        assert new == WRITTEN.replace(gone, come, 1)
    else:
        assert new.replace(come, "") == WRITTEN
    assert amended(new, name, value) == new


@pytest.mark.parametrize(
    "text",
    [
        "", "# only a remark", 'theme = "dark"\r\ntz = "local"\r\n', 'columns.search = ["id"]\n',
        '"theme" = "dark"', "theme = '''dark'''\n", '[columns]\n"search" = ["id"]\n',
        'theme = "a # b"  # c\n', '# theme = "auto"\n[columns]\n', 'columns = {search = ["id"]}\n',
        'pager = """\n# theme = 1\n"""\n', '# theme = "auto"\r\n', '[other]\n# theme = "auto"\n',
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "light"),
        ("theme", None),
        ("columns.search", ("id", "title")),
        ("columns.search", None),
    ],
)
def test_what_is_written_is_what_was_asked_for(text: str, name: str, value: str | None) -> None:
    """However the file is laid out, it then says so."""
    new = amended(text, name, value)
    assert "\n" not in new.replace("\r\n", "") or "\r\n" not in text
    before, after = tomllib.loads(text), tomllib.loads(new)
    table, _, key = name.rpartition(".")
    place = after.get(table, {}) if table else after
    assert place.get(key) == (list(value) if isinstance(value, tuple) else value)
    for other in before.keys() - {"columns", name}:
        assert after[other] == before[other]


def test_what_is_new_stands_below_its_remark() -> None:
    """In a file whose lines end as they do on Windows, too; never inside of a text or a table."""
    text = '# theme = "auto"  # or dark\r\n# theme = "mono"\r\ntz = "local"\r\n'
    new = text.replace("dark\r\n", 'dark\r\ntheme = "dark"\r\n')
    assert amended(text, "theme", "dark") == new
    for text in ('pager = """\n# theme = 1\n"""\n', 'tz = "local"\n'):
        assert amended(text, "theme", "dark") == text + 'theme = "dark"\n'
    table = '[other]\n# theme = "auto"\n'
    assert amended(table, "theme", "dark").replace("\n\n", "\n") == 'theme = "dark"\n' + table


@given(
    st.lists(st.sampled_from(WRITTEN.splitlines(keepends=True)[:4]), unique=True),
    st.sampled_from(["theme", "tz", "event"]),
    st.none() | st.text(st.characters(exclude_categories=["Cs"])),
)
def test_any_text_can_be_a_value_and_is_read_back(
    lines: list[str], name: str, value: str | None
) -> None:
    """Quotes, line ends, signs of control: the file says the very value, and keeps its remarks."""
    text = "".join(lines)
    new = amended(text, name, value)
    assert tomllib.loads(new).get(name) == value
    assert name not in tomllib.loads(amended(new, name, None))
    assert ("# mine" in new) == ("# mine" in text)


def test_settings_are_set_and_taken_back(talkctl: Run, tmp_path: Path) -> None:
    """A new file explains itself; what holds is said, and what a variable overrules."""
    path = tmp_path / "talkctl" / "config.toml"
    here = {"TALKCTL_CONFIG": str(path)}
    assert "theme was not set" in talkctl("config", "unset", "theme", **here).err
    assert not path.exists()
    done = talkctl("config", "set", "theme", "light", **here)
    assert (done.status, done.out, done.err) == (0, "", "theme is light.\n")
    lines = path.read_text().splitlines()
    assert lines[lines.index('theme = "light"') - 1].startswith("# theme = ")
    assert talkctl("config", "set", "columns.search", "id, title", **here).status == 0
    told = {row["setting"]: row["value"] for row in talkctl("config", "--json", **here).json}
    assert (told["theme"], told["columns.search"]) == ("light", "id,title")
    assert talkctl("config", "get", "theme", **here).out == "light\n"
    assert talkctl("config", "get", "columns.search", **here).out == "id,title\n"
    nothing = talkctl("config", "get", "event", **here)
    assert (nothing.status, nothing.out) == (1, "")
    overruled = talkctl("config", "set", "theme", "mono", TALKCTL_THEME="dark", **here)
    assert overruled.err == "theme is dark: TALKCTL_THEME overrules the file.\n"
    assert talkctl("config", "unset", "theme", **here).err == "theme is auto unless it is set.\n"
    assert 'theme = "mono"' not in path.read_text()


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (("set", "them", "dark"), "Did you mean 'theme'?"),
        (("unset", "them"), "Did you mean 'theme'?"),
        (("get", "them"), "Did you mean 'theme'?"),
        (("set", "theme", "ligt"), "Did you mean 'light'?"),
        (("set", "columns.search", "titel"), "Did you mean 'title'?"),
        (("set", "columns.search", ""), "search is a list of fields"),
        (("set", "tz", "Berlin"), "Europe/Berlin"),
        (("set", "theme"), "config set needs VALUE"),
    ],
)
def test_nothing_wrong_is_written(
    talkctl: Run, tmp_path: Path, words: tuple[str, ...], meant: str
) -> None:
    """A slip in the name or the value is answered, and there is no file for it."""
    path = tmp_path / "config.toml"
    done = talkctl("config", *words, TALKCTL_CONFIG=str(path))
    assert (done.status, meant in done.err, path.exists()) == (2, True, False)
    assert talkctl("config", "set", "theme", "dark", TALKCTL_CONFIG="").status == 2
