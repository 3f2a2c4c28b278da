"""``related``, ``topics``, ``orgs``, ``speaker`` and ``speakers`` as somebody types them."""

from __future__ import annotations

from .conftest import Run
from .test_contract import PERSON_KEYS, TALK_KEYS


def test_related_gives_talks_with_score_match_and_reason(talkctl: Run) -> None:
    """Ten unless told, scores falling, a reason beside each; the talk itself is not among them."""
    done = talkctl("related", "istio-weaving-the-service-mesh", "--json")
    assert done.status == 0
    assert [list(talk) for talk in done.json] == [[*TALK_KEYS, "score", "match", "reason"]] * 10
    assert all(talk["reason"] for talk in done.json)
    assert "istio-weaving-the-service-mesh" not in {talk["slug"] for talk in done.json}
    scores = [talk["score"] for talk in done.json]
    assert scores == sorted(scores, reverse=True)
    few = talkctl("related", "weaving", "the", "service", "mesh", "-n", "3", "--format", "ids")
    assert few.out.split() == [talk["id"] for talk in done.json[:3]]


def test_the_closest_talks_come_in_the_order_asked_for(talkctl: Run) -> None:
    """The same ten whatever the order, and --reverse turns it round."""
    closest = talkctl("related", "j2bnfg4", "--json").json
    titles = [talk["title"] for talk in closest]
    ordered = talkctl("related", "j2bnfg4", "--sort", "title", "--json").json
    assert [talk["title"] for talk in ordered] == sorted(titles)
    assert talkctl("related", "j2bnfg4", "--reverse", "--json").json == closest[::-1]
    turned = talkctl("related", "j2bnfg4", "--sort", "title", "--reverse", "--json").json
    assert turned == ordered[::-1]
    assert talkctl("related", "j2bnfg4", "--sort", "size").status == 2


def test_related_ends_each_line_with_its_reason(talkctl: Run) -> None:
    """In a pipe, behind what scripts cut off the front; markdown has it too."""
    words = ("related", "istio-weaving-the-service-mesh", "-n", "2")
    lines = talkctl(*words).out.splitlines()
    assert len(lines) == 2
    assert all("both about" in line.split("\t")[-1] for line in lines)
    assert "both about" in talkctl(*words, "--format", "markdown").out


def test_events_are_those_of_the_talks_that_pass(talkctl: Run) -> None:
    """All filters hold for one talk; their counts stay those of the whole event."""
    every = {event["id"]: event for event in talkctl("events", "--json").json}
    found = talkctl("events", "--speaker", "torin sandall", "--org", "styra", "--json").json
    assert found == [every["kubecon-na-2017"]]
    assert [event["id"] for event in talkctl("events", "--year", "2016", "--json").json] == [
        "cloudnativecon-2016"
    ]
    none = talkctl("events", "--year", "2016", "--kind", "keynote", "--json")
    assert (none.status, none.json, none.err) == (0, [], "No talk passes these filters.\n")


def test_related_to_nothing_is_status_1(talkctl: Run) -> None:
    """JSON is still an array; several talks at once are a usage error."""
    done = talkctl("related", "zzzxqv", "--json")
    assert (done.status, done.json) == (1, [])
    ids = talkctl("search", "istio", "-n", "2", "--format", "ids").out.split()
    assert talkctl("related", *ids).status == 2


def test_topics_are_rows_with_examples(talkctl: Run) -> None:
    """Each topic with its numbers; what an event was about differs from what the library is."""
    rows = talkctl("topics", "--event", "kubecon-na-2017", "--json", "-n", "5").json
    assert [list(row) for row in rows] == [
        ["topic", "talks", "elsewhere", "score", "examples", "titles"]
    ] * len(rows)
    assert rows
    assert rows != talkctl("topics", "--json", "-n", "5").json
    assert talkctl("topics", "--event", "zzzz").status == 2


def test_orgs_list_and_tell(talkctl: Run) -> None:
    """The list has numbers, a name brings people and talks, and an unknown one status 1."""
    rows = talkctl("orgs", "--json", "-n", "3").json
    assert [row["talk_count"] for row in rows] == sorted(
        (row["talk_count"] for row in rows), reverse=True
    )
    (google,) = talkctl("orgs", "google", "--json").json
    assert google["talk_count"] == len(google["talks"]) == rows[0]["talk_count"]
    assert {"id", "name", "talks"} == set(google["people"][0])
    nothing = talkctl("orgs", "goggle", "--json")
    assert (nothing.status, nothing.json) == (1, [])
    assert "The nearest: Google" in nothing.err


def test_speakers_of_an_organisation_are_its_own_people(talkctl: Run) -> None:
    """Not those who only share a talk with them; by number of talks, or by name."""
    people = talkctl("speakers", "--org", "styra", "--json").json
    assert [person["id"] for person in people] == ["torin-sandall"]
    assert list(people[0]) == PERSON_KEYS
    names = talkctl("speakers", "--sort", "name", "-n", "20", "--format", "plain").out.splitlines()
    sorted_names = [line.split("\t")[1] for line in names]
    assert sorted_names == sorted(sorted_names, key=str.casefold)
    assert talkctl("speakers", "--sort", "shoes").status == 2


def test_a_person_is_a_page(talkctl: Run) -> None:
    """What they return to, for whom, with whom, by event, and in their own words."""
    page = talkctl("speaker", "torin", "sandall", "--format", "table").out
    for part in ("speaks of", "spoke for", "with ", "TALKS", "BIO", "kubecon"):
        assert part in page
    assert list(talkctl("speaker", "torin", "sandall", "--json").json[0]) == [*PERSON_KEYS, "score"]
