"""Tag lines are free text; job and organisation are taken from them only where they are sure."""

from __future__ import annotations

import pytest

from talkctl.sources.sessionize.directory import job_and_org_of


@pytest.mark.parametrize(
    ("line", "job", "org"),
    [
        ("Staff Engineer at Acme", "Staff Engineer", "Acme"),
        ("Staff Engineer @ Acme", "Staff Engineer", "Acme"),
        ("Head of Ropes at iRope", "Head of Ropes", "iRope"),
        ("CTO, 99knots", "CTO", "99knots"),
        ("VP, Platform, Acme", "VP, Platform", "Acme"),
        ("PhD Student at University of Tarn, Pier", "PhD Student", "University of Tarn, Pier"),
        ("Software Engineer II, Acme", "Software Engineer II", "Acme"),
        ("Member of Technical Staff at Acme", "Member of Technical Staff", "Acme"),
        ("Software Engineer @Acme", "Software Engineer", "Acme"),
        ("Staff Engineer, Acme, Inc.", "Staff Engineer", "Acme, Inc."),
        ("Data engineer, Acme (Ropes)", "Data engineer", "Acme (Ropes)"),
        ("Data Scientist, knots and bends GmbH", "Data Scientist", "knots and bends GmbH"),
        ("Acme, Android Developer", "Android Developer", "Acme"),
        ("Co-Founder - Pinch of Salt", "Co-Founder", "Pinch of Salt"),
        ("Senior Advocate at Acme | Java Champion", "Senior Advocate", "Acme"),
        ("Developer Advocate, Acme, knot fan", "Developer Advocate", "Acme"),
        ("Head of Ropes at Bolt and Google Developer Expert", "Head of Ropes", "Bolt"),
        ("Rope builder at Acme Studio", "Rope builder", "Acme Studio"),
        ("Principal Software Engineer", "Principal Software Engineer", None),
        ("Knot Developer, Microsoft MVP", "Knot Developer", None),
        ("Works at Acme", None, "Acme"),
        ("Ann Anchor - Cloud Architect", "Cloud Architect", None),
        ("I like long walks on the pier", None, None),
        ("Looking at clouds", None, None),
        ("Sailor at heart", None, None),
        ("Engineer, speaker, blogger, cake addict, not in that order.", None, None),
        ("@ann", None, None),
        ("", None, None),
    ],
)
def test_what_a_tag_line_says(line: str, job: str | None, org: str | None) -> None:
    """Positions, organisations, honours and jokes are told from one another."""
    assert job_and_org_of(line, "Ann Anchor") == (job, org)
