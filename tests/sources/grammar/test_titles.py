"""What a title line says is read as a person reads it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkctl.model import KINDS
from talkctl.record import Credit
from talkctl.sources.grammar.billing import Known
from talkctl.sources.grammar.titles import parse_title


@pytest.mark.parametrize(
    ("line", "title", "people"),
    [
        ("Effective Knots - Jane Doe, Acme", "Effective Knots", ["Jane Doe"]),
        ("Knots – A Love Story — Jane Doe", "Knots – A Love Story", ["Jane Doe"]),
        ("Knots & Ropes - Best Practices", "Knots & Ropes - Best Practices", []),
        ("GitOps - Operations by Pull Request - Ann Poe, Bolt",
         "GitOps - Operations by Pull Request", ["Ann Poe"]),
        ("Knots (Jane Doe, Acme)", "Knots", ["Jane Doe"]),
        ("Deep Knots, com Jane Doe (Acme)", "Deep Knots", ["Jane Doe"]),
        ("Deep Knots / Jane Doe (Acme)", "Deep Knots", ["Jane Doe"]),
        ("Input / Output", "Input / Output", []),
        ("Knots for all, Dr. Jane Doe (Acme)", "Knots for all", ["Dr. Jane Doe"]),
        ("Knots: a guide, Jane Doe, Engineer @ Acme", "Knots: a guide", ["Jane Doe"]),
        ("Knots, Ropes, Engineer", "Knots, Ropes, Engineer", []),
        ("Fireside chat: Shipping knots with Jane Doe (CEO, Acme)",
         "Fireside chat: Shipping knots", ["Jane Doe"]),
        ("Making Knots Boring (again)", "Making Knots Boring (again)", []),
        ("Knots by Jane Doe", "Knots", ["Jane Doe"]),
        ("Security by Design", "Security by Design", []),
        ("« Nœuds » par Ximenia Quux", "« Nœuds »", ["Ximenia Quux"]),
        ("Ximenia Quux (Acme): „Knoten“", "„Knoten“", ["Ximenia Quux"]),
        ("Vortrag von Jane Doe: „Knoten“", "Vortrag von Jane Doe: „Knoten“", []),
        ("Jane Doe, Acme: Knots", "Knots", ["Jane Doe"]),
        ("Jane Doe - Knots", "Knots", ["Jane Doe"]),
        ("Red Hat: Knots", "Red Hat: Knots", []),
        ("Kata Containers: Knots", "Kata Containers: Knots", []),
        ("Knots - with Jane Doe, Acme", "Knots", ["Jane Doe"]),
        ("Knots - Jane Doe,", "Knots", ["Jane Doe"]),
        ("Knots - Jane Doe & TBA", "Knots", ["Jane Doe"]),
        ("Knots-Jane Doe, Acme", "Knots-Jane Doe, Acme", []),
        ("Knots -Jane Doe, Acme", "Knots", ["Jane Doe"]),
        ("Knots - Speaker TBA", "Knots", []),
        ("Knots - Speaker TBA, Acme", "Knots", []),
        ("Knots - Jane Doe, MIT & Ann Poe, Acme", "Knots", ["Jane Doe", "Ann Poe"]),
        ("Knots - Xiaoning Ding, Acme", "Knots", ["Xiaoning Ding"]),
        ("Knots - Xavier Roca i Puig, Acme", "Knots", ["Xavier Roca i Puig"]),
        ("結び目 - 山田 太郎", "結び目", ["山田 太郎"]),
        ("結び目 - 入門", "結び目 - 入門", []),
        ("Knots - H. G. Xyzzy", "Knots", ["H. G. Xyzzy"]),
        ("Knots - Wolodymyr Xyzzy, PhD", "Knots", ["Wolodymyr Xyzzy, PhD"]),
        ("[Cancelled] Knots - Jane Doe, Acme", "Knots", ["Jane Doe"]),
        ("Jane Doe, CTO, Acme", "Jane Doe, CTO, Acme", ["Jane Doe"]),
        ("Will Rust Replace Rope?", "Will Rust Replace Rope?", []),
        ("Knots by Jane Doe (Tarn Swift)", "Knots", ["Jane Doe"]),
        ("Jane Doe: A day in the life of a rigging engineer",
         "A day in the life of a rigging engineer", ["Jane Doe"]),
        ("Jane Doe (Acme): Knots for Developers", "Knots for Developers", ["Jane Doe"]),
        ("Jane Doe: Senior Rigging Engineer", "Jane Doe: Senior Rigging Engineer", []),
        ("Jane Rope Concert: The Return", "Jane Rope Concert: The Return", []),
        ("Twine Splicer (incubating): A Loom", "Twine Splicer (incubating): A Loom", []),
        ("Knots | Jane Doe | Acme", "Knots", ["Jane Doe"]),
        ("Knots - Oskar", "Knots", ["Oskar"]),
        ("Knots by Rosa & Jane Doe", "Knots", ["Rosa", "Jane Doe"]),
        ("Faster Knots - Julia", "Faster Knots - Julia", []),
        ("Knots - Ruby", "Knots - Ruby", []),
        ("Welcome by Oskar", "Welcome by Oskar", []),
        ("“Knots” – by Jane Doe (Acme)", "“Knots”", ["Jane Doe"]),
        ("Fireside chat with Jane Doe, Partner, Acme", "Fireside chat", ["Jane Doe"]),
        ("Pair Splicing with Jane Rope", "Pair Splicing with Jane Rope", []),
        ("“Knots” with Jane Doe (Acme)", "“Knots”", ["Jane Doe"]),
        ("Knots (TBC)", "Knots", []),
        ("Knots - TBA", "Knots", []),
        ("Knots with the TBA Protocol", "Knots with the TBA Protocol", []),
    ],
)  # fmt: skip
def test_only_what_bills_people_is_cut_from_a_title(
    line: str, title: str, people: list[str]
) -> None:
    """A dash, a bracket, ``by`` or a colon cuts the line where people stand, and nowhere else."""
    read = parse_title(line)
    assert (read.title, [credit.name for credit in read.credits]) == (title, people)


@pytest.mark.parametrize(
    ("line", "title", "kind"),
    [
        ("Keynote: Knots - Jane Doe, Acme", "Knots", "keynote"),
        ("Opening Keynote: Knots", "Knots", "keynote"),
        ("Keynote - Jane Doe, Acme", "Keynote", "keynote"),
        ("KEYNOTE: Knots", "Knots", "keynote"),
        ("Midnight Keynote: Knots", "Knots", "keynote"),
        ("Keynote d’ouverture : les nœuds", "les nœuds", "keynote"),
        ("Charla magistral: Nudos", "Nudos", "keynote"),
        ("RopeDays 2022: Keynote by Jane Doe", "RopeDays 2022: Keynote", "keynote"),
        ("Palestra 2: Nós", "Nós", "talk"),
        ("Dumplings & networking", "Dumplings & networking", "social"),
        ("Panel: Knots - Moderated by Jane Doe, Acme", "Knots", "panel"),
        ("Rope Panel - Moderated by Jane Doe, Acme", "Rope Panel", "panel"),
        ("Nudos - Panel moderado por Jane Doe, Acme", "Nudos - Panel", "panel"),
        ("⚡ Lightning Talk: Knots", "Knots", "lightning"),
        ("Lightning Talks", "Lightning Talks", "lightning"),
        ("Workshop: Knots", "Knots", "workshop"),
        ("Rope Workshop (2/2)", "Rope Workshop (2/2)", "workshop"),
        ("Tutorial: Knots", "Knots", "tutorial"),
        ("Training: Knots", "Knots", "workshop"),
        ("Painel: Nós", "Nós", "panel"),
        ("Opening Plenary: Knots", "Knots", "keynote"),
        ("Invited talk: Knots", "Knots", "talk"),
        ("Knots (keynote)", "Knots", "keynote"),
        ("Knots (keynote) - Jane Doe, Acme", "Knots", "keynote"),
        ("Opening keynote with Dr. Jane Doe", "Opening keynote", "keynote"),
        ("Keynote: Jane Doe", "Keynote", "keynote"),
        ("Panel: Knots - hosted by Jane Doe with John Roe", "Knots", "panel"),
        ("Conferencia magistral: Nudos", "Nudos", "keynote"),
        ("Registrierung", "Registrierung", "break"),
        ("Table ronde : les nœuds", "les nœuds", "panel"),
        ("Knot Salon - hosted by Jane Doe, Acme", "Knot Salon", "salon"),
        ("Community Awards", "Community Awards", "awards"),
        ("Registration + Badge Pick-up", "Registration + Badge Pick-up", "break"),
        ("Coffee Break", "Coffee Break", "break"),
        ("Doors open, pizza & drinks", "Doors open, pizza & drinks", "social"),
        ("Welcome & introductions", "Welcome & introductions", "other"),
        ("Welcome to Knots - Jane Doe, Acme", "Welcome to Knots", "talk"),
        ("Coffee and Knots - Jane Doe, Acme", "Coffee and Knots", "talk"),
        ("Intro: Knots", "Intro: Knots", "talk"),
    ],
)
def test_a_title_gives_its_kind_away(line: str, title: str, kind: str) -> None:
    """A prefix names the kind and is no title; whoever bills nobody may be an interlude."""
    read = parse_title(line)
    assert (read.title, read.kind) == (title, kind)


@pytest.mark.parametrize(
    ("line", "title", "level"),
    [
        ("Knots [I] - Jane Doe, Acme", "Knots", "intermediate"),
        ("Knots - Jane Doe, Acme [B]", "Knots", "beginner"),
        ("Knots - Jane Doe, Acme (Any Skill Level)", "Knots", "any"),
        ("Knots [Advanced] - Jane Doe", "Knots", "advanced"),
        ("Knots (Intermediate) - Jane Doe, Acme", "Knots", "intermediate"),
        ("Knots (Intermediate) (Jane Doe, Acme)", "Knots", "intermediate"),
        ("Knots [DISA STIG]", "Knots [DISA STIG]", None),
        ("Knots [i]", "Knots [i]", None),
        ("Arrays: a[I] is all You Need", "Arrays: a[I] is all You Need", None),
        ("Knots [Part 2]", "Knots [Part 2]", None),
        ("Knots (Advanced) for All", "Knots (Advanced) for All", None),
    ],
)
def test_a_level_tag_is_told_from_other_brackets(line: str, title: str, level: str | None) -> None:
    """Level letters and words make a level; any other bracket belongs to the title."""
    read = parse_title(line)
    assert (read.title, read.level) == (title, level)


@pytest.mark.parametrize(
    ("line", "roles"),
    [
        ("Panel: Knots - Moderated by Jane Doe, A; Ann Poe, B & John Roe, C",
         ["moderator", "panelist", "panelist"]),
        ("Panel: Knots - Moderator: Jane Doe, A; Panelists: Ann Poe & John Roe, C",
         ["moderator", "panelist", "panelist"]),
        ("Panel: Who ties? Moderator: Jane Doe (A). Panelists: Ann Poe (B), John Roe (C)",
         ["moderator", "panelist", "panelist"]),
        ("Mesa redonda: Nudos. Modera: Jane Doe. Participan: Ann Poe (B), John Roe (C)",
         ["moderator", "panelist", "panelist"]),
        ("Rope Panel - Moderated by Jane Doe, A & Ann Poe, B", ["moderator", "moderator"]),
        ("Rope Panel - Moderated by Jane Doe, A with Panelists Ann Poe, B; John Roe, C",
         ["moderator", "panelist", "panelist"]),
        ("Podiumsdiskussion: Knoten - Moderation: Jane Doe, A; Ann Poe, B",
         ["moderator", "panelist"]),
        ("Knot Salon - Hosted by Jane Doe & Ann Poe, B", ["host", "host"]),
        ("Panel: Knots - Jane Doe, A & Ann Poe, B", ["panelist", "panelist"]),
    ],
)  # fmt: skip
def test_everyone_has_the_role_that_is_named(line: str, roles: list[str]) -> None:
    """Moderators, hosts and panellists are told apart; on a panel the rest sit on it."""
    assert [credit.role for credit in parse_title(line).credits] == roles


def test_a_name_the_page_knows_is_billed_even_in_one_word() -> None:
    """What cards or bios name is a person wherever it stands on the title line."""
    read = parse_title("Knots - wookey", Known(here=("wookey",)))
    assert (read.title, [credit.name for credit in read.credits]) == ("Knots", ["wookey"])


@given(st.text(max_size=200))
def test_any_line_has_a_title_of_its_own_letters(line: str) -> None:
    """No text makes the reading fail; a title is never empty unless the line is."""
    read = parse_title(line)
    assert read.kind in KINDS
    assert bool(read.title) == bool(line.strip())
    assert read.raw == line.strip()


def test_a_kind_may_stand_in_brackets_or_behind_the_people() -> None:
    """``[Panel] Knots`` and ``Jane Doe: Panel: Knots`` are panels named ``Knots``."""
    for line in ("[Panel] Knots - Jane Doe, Acme", "Jane Doe (Acme): Panel: Knots"):
        found = parse_title(line)
        assert (found.title, found.kind) == ("Knots", "panel")
        assert [credit.role for credit in found.credits] == ["panelist"]


@pytest.mark.parametrize("line", ["Q&A", "Q & A", "Questions and Answers"])
def test_time_for_questions_is_no_talk(line: str) -> None:
    """Where nothing but questions are announced, nobody gives a talk."""
    assert parse_title(line).kind == "other"
    assert parse_title(f"Knots {line}").kind == "talk"


def test_a_team_is_billed_like_a_person() -> None:
    """A team known by capitals stands for people; a team by its colour does not."""
    known = Known(common=frozenset({"knots", "are"}))
    assert [c.name for c in parse_title("Knots - BSDX Team", known).credits] == ["BSDX Team"]
    assert parse_title("Dinner (Gold Team)", known).credits == ()


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Samosas and mingling", "social"),
        ("Vendor Hall Opens", "social"),
        ("Lucky door prize: a ticket to KnotCon", "social"),
        ("Quiz with prizes from Acme", "social"),
        ("5 à 7 de clôture", "social"),
        ("Dîner", "break"),
        ("Farewells", "social"),
        ("Land acknowledgement and announcements", "other"),
        ("Présentations éclair", "lightning"),
        ("How the prize draw service scales", "talk"),
        ("Shards, Mingling and Chains", "talk"),
        ("The Vendor Hall Opens Its Data", "talk"),
    ],
)
def test_what_bills_nobody_may_be_no_talk(line: str, kind: str) -> None:
    """Whoever is billed gives a talk, whatever it is called."""
    assert parse_title(line).kind == kind
    assert parse_title(f"{line} - Jane Doe, Acme").kind not in ("social", "break", "other")


def test_a_town_employs_people_and_is_none_of_them() -> None:
    """Unlike a Finn of that name."""
    assert parse_title("Nœuds - Animée par Jane Doe, Ville de Lévis").credits == (
        Credit("Jane Doe", "moderator", None, "Ville de Lévis"),
    )
    assert [one.name for one in parse_title("Knots - Jane Doe, Ville Virtanen").credits] == [
        "Jane Doe", "Ville Virtanen",
    ]  # fmt: skip


def test_who_leads_a_panel_may_stand_behind_those_on_it() -> None:
    """Both are billed, and neither is part of the title."""
    found = parse_title(
        'Panel: "Ropes?" with Jane Doe (Acme) and John Roe (Bolt), moderated by Ann Poe'
    )
    assert found.title == '"Ropes?"'
    assert [(one.name, one.org, one.role) for one in found.credits] == [
        ("Jane Doe", "Acme", "panelist"), ("John Roe", "Bolt", "panelist"), ("Ann Poe", None, "moderator"),
    ]  # fmt: skip
    alone = parse_title("Panel: Ropes with Many Ends, moderated by Ann Poe")
    assert (alone.title, [one.name for one in alone.credits]) == (
        "Ropes with Many Ends",
        ["Ann Poe"],
    )
