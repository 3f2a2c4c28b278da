"""What was said in recordings is found after what is written, with its second."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from talkctl.model import Match
from talkctl.search.answer import search
from talkctl.search.question import Filters, Question
from talkctl.store import index
from talkctl.store.catalog import Catalog
from tests.search.conftest import fill

SAID = {
    1: ("Hello and welcome.", "A mesh has sidecars.", "Each sidecar eats memory."),
    3: ("Today: the admission webhook.", "A webhook that fails closed.", "Thank you all."),
    4: ("Scraping is pulling.", "Nobody likes a webhook here.", "Also: kubernetes and sidecar."),
    5: ("A heap dump of a sidecar", "is what the kubelet makes.", "Istio hardly matters."),
}
"""What is said in talks, by number, six seconds to a line."""


def heard(path: Path, said: dict[int, tuple[str, ...]]) -> Path:
    """A library at *path* in which some talks have a transcript."""
    db = sqlite3.connect(path)
    fill(db)
    db.execute("UPDATE link SET url = 'https://youtu.be/abcdefghijk' WHERE record = 3")
    for talk, lines in said.items():
        db.execute("UPDATE talk SET transcript = 1 WHERE number = ?", (talk,))
        db.executemany(
            "INSERT INTO segment VALUES (?, ?, ?, ?, ?)",
            [(talk, n, 700 + 6.5 * n, 706 + 6.5 * n, text) for n, text in enumerate(lines)],
        )
    index.build_index(db)
    db.commit()
    db.close()
    return path


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    """The small library, with transcripts."""
    with Catalog(heard(tmp_path_factory.mktemp("heard") / "talks.db", SAID)) as opened:
        yield opened


def found(catalog: Catalog, text: str, **more: object) -> list[str]:
    """The first words of the titles of the talks that answer."""
    hits = search(catalog, Question(text, **more)).hits  # type: ignore[arg-type]
    return [hit.talk.title.split()[0] for hit in hits]


def match(catalog: Catalog, text: str, place: int = 0, field: str | None = None) -> Match:
    """Why the talk at *place* answers."""
    return search(catalog, Question(text, field=field)).hits[place].match


def test_what_begins_so_is_left_out_where_it_is_said(catalog: Catalog) -> None:
    """An excluded beginning leaves out the talks that say a word with it."""
    assert found(catalog, "sidecar -transcript:mem*") == found(
        catalog, "sidecar -transcript:memory"
    )


def test_either_is_said_or_stands_in_a_field(catalog: Catalog) -> None:
    """What is asked for in one field is not looked for in what is said."""
    assert set(found(catalog, "transcript:webhook OR title:istio")) == {
        "Enforcing", "Operating", "Istio:", "Istio's",
    }  # fmt: skip
    assert found(catalog, "title:webhook OR speaker:wilkie") == ["Operating"]


def test_a_talk_that_only_says_a_word_is_found_with_its_second(catalog: Catalog) -> None:
    """The answer has what is said, when, and the recording's address from there on."""
    assert match(catalog, "closed") == Match(
        fields=("transcript",),
        terms=("closed",),
        snippet="… webhook. A webhook that fails closed. Thank you all.",
        at=706,
        url="https://youtu.be/abcdefghijk?t=706",
    )


def test_what_is_written_comes_before_what_is_said(catalog: Catalog) -> None:
    """However often a talk says a word, one that has it in a text is before it."""
    assert found(catalog, "istio") == ["Istio:", "Istio's", "Debugging"]
    assert match(catalog, "istio").at is None
    assert match(catalog, "istio", 2).fields == ("transcript",)


def test_scores_fall_from_1(catalog: Catalog) -> None:
    """Down to the talks that merely say the words, of which none has 0."""
    for text in ("istio", "sidecar", "kubernetes sidecar", "webhook kubernetes"):
        scores = [hit.score for hit in search(catalog, Question(text)).hits]
        assert scores == sorted(scores, reverse=True)
        assert scores[0] == 1
        assert min(scores) > 0


def test_texts_and_speech_answer_a_query_together(catalog: Catalog) -> None:
    """A talk with one word in its title that says the other has both; it tells of the other."""
    assert found(catalog, "prometheus scraping")[0] == "Operating"
    told = match(catalog, "prometheus scraping")
    assert told.fields == ("title", "abstract", "transcript")
    assert told.at == 700


def test_a_word_that_is_said_is_never_changed(catalog: Catalog) -> None:
    """No correction of a word that a recording has, and none towards one."""
    answer = search(catalog, Question("kubelet"))
    assert [hit.talk.title.split()[0] for hit in answer.hits] == ["Debugging"]
    assert answer.messages == ()
    assert found(catalog, "kubelte") != ["Debugging"]


def test_forms_of_a_word_are_heard(catalog: Catalog) -> None:
    """Who asks for sidecars is told of a sidecar."""
    assert set(found(catalog, "webhooks")) == {"Enforcing", "Operating"}
    assert match(catalog, "webhooks").terms == ("webhook",)


def test_only_what_is_said_can_be_asked_for(catalog: Catalog) -> None:
    """By a field of the query, or for all words at once."""
    assert found(catalog, "transcript:istio") == ["Debugging"]
    assert found(catalog, "istio", field="transcript") == ["Debugging"]
    assert found(catalog, "the istio of heap", field="transcript") == ["Debugging"]
    assert match(catalog, "istio", field="transcript").fields == ("transcript",)
    assert found(catalog, "sidecar heap", field="transcript") == ["Debugging"]
    assert found(catalog, 'transcript:"fails closed"') == ["Enforcing"]
    assert found(catalog, "transcript:webh*") == ["Enforcing", "Operating"]
    assert found(catalog, "transcript:prometheus") == []


def test_what_is_said_narrows_what_is_written(catalog: Catalog) -> None:
    """Talks on policies that speak of webhooks, and talks that do not speak of them."""
    assert found(catalog, "policies transcript:webhook")[0] == "Enforcing"
    assert "Enforcing" not in found(catalog, "opa -transcript:webhook")
    assert found(catalog, "opa -transcript:webhook") == ["Istio's"]
    assert found(catalog, "title:prometheus transcript:webhook") == ["Operating"]


def test_leaving_out_what_is_said_is_a_question_too(catalog: Catalog) -> None:
    """All talks but those that say it."""
    every = set(found(catalog, "-transcript:unsaid", limit=0))
    assert every - set(found(catalog, "-transcript:webhook", limit=0)) == {"Enforcing", "Operating"}


def test_filters_hold_for_what_is_said(catalog: Catalog) -> None:
    """A talk that does not pass is not found by its words either."""
    assert found(catalog, "sidecar", filters=Filters(level=("beginner",))) == ["Debugging"]
    assert "Debugging" not in found(catalog, "sidecar -title:debugging")


def test_words_in_one_breath_come_before_words_far_apart(tmp_path: Path) -> None:
    """Between talks that only say all the words, those that say them together are first."""
    apart = ("gizmo", *["and so on"] * 6, "gadget")
    with Catalog(heard(tmp_path / "talks.db", {4: apart, 7: ("gizmo and", "gadget")})) as catalog:
        assert found(catalog, "gizmo gadget") == ["ConfigMaps", "Operating"]


def test_any_order_holds_what_is_said_too(catalog: Catalog) -> None:
    """Sorted by title or date, and turned round, the same talks are found."""
    by_title = found(catalog, "istio", sort="title")
    assert by_title == sorted(found(catalog, "istio"))
    assert found(catalog, "istio", reverse=True) == found(catalog, "istio")[::-1]
    assert found(catalog, "-transcript:webhook", sort="title")[0] == "ConfigMaps"


def test_every_talk_is_listed_where_there_is_no_limit(catalog: Catalog) -> None:
    """All are found, and counted, where all are asked for."""
    answer = search(catalog, Question("sidecar", limit=0))
    assert (len(answer.hits), answer.total, answer.total_is_exact) == (3, 3, True)


def test_common_words_are_looked_for_talk_by_talk(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same talks answer where a word is too common to be listed."""
    rare = {text: set(found(catalog, text)) for text in ("sidecar", "webhook sidecar", "a is")}
    monkeypatch.setattr("talkctl.search.speech._COMMON", 1)
    assert {text: set(found(catalog, text)) for text in rare} == rare
    assert len(found(catalog, "webhook", limit=1)) == 1


def test_a_library_without_transcripts_says_so(tmp_path: Path) -> None:
    """Who asks for what is said there is told why nothing is found."""
    with Catalog(heard(tmp_path / "talks.db", {})) as catalog:
        answer = search(catalog, Question("istio", field="transcript"))
        assert answer.hits == ()
        assert answer.messages == ("No talk here has a transcript.",)
        assert found(catalog, "istio -transcript:mesh") == ["Istio:", "Istio's"]


def test_words_can_be_asked_for_in_any_field(catalog: Catalog) -> None:
    """All of them there, but for small words; a field that is named stays."""
    assert found(catalog, "weaving the mesh", field="title") == ["Istio:"]
    assert set(found(catalog, "styra", field="org")) == {"Istio's", "Enforcing"}
    assert found(catalog, "borg", field="bio") == ["Istio:"]
    assert found(catalog, "borg", field="title") == []
    assert found(catalog, "speaker:sandall opa", field="abstract")[0] in ("Istio's", "Enforcing")
