"""What the words of a query stand for, and what the reader is told of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from talkctl.search import spelling
from talkctl.search.abbreviations import in_full
from talkctl.search.abroad import in_english
from talkctl.search.answer import search
from talkctl.search.gathering import FAMILY, INFLECTED, OWN, Group, Meaning, kin
from talkctl.search.meaning import understand
from talkctl.search.question import Question, parse
from talkctl.store.catalog import Catalog
from tests.search.conftest import TALKS, library_of

RARE = (
    ("Stabel Tents", "talk", None, 1, None, None, "Two tents, several databases", (("Ann Stablee", "Acme"),)),
    ("Weather on Stages", "talk", None, 1, None, None, "Configured weather, tents, two.", (("Bo", "Acme"),)),
    ("What is Red?", "talk", None, 1, None, None, "Security of networks; colour, colors.", (("Di", "Acme"),)),
    ("Breading Fish", "talk", None, 1, None, None, "Configurations, two VMs in tents.", (("Cy Lo", "Acme"),)),
)  # fmt: skip


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    """A library in which one word stands more than a thousand times as often as words like it."""
    filler = tuple(
        (f"Stable Reading {n}", "talk", None, 2, None, None, "Reading.", (("Jane Doe", "Acme"),))
        for n in range(1010)
    )
    with library_of(tmp_path_factory.mktemp("crowded"), TALKS + RARE + filler) as opened:
        yield opened


def meaning_of(catalog: Catalog, text: str, exact: bool = False) -> Meaning:
    return understand(catalog.lookup, parse(text), exact)


def group_of(catalog: Catalog, text: str) -> Group:
    (group,) = meaning_of(catalog, text).informative
    return group


def answers(catalog: Catalog, text: str) -> set[str]:
    return {" ".join(phrase) for phrase in group_of(catalog, text).answers}


def test_a_rare_word_like_a_far_commoner_one_stands_for_both(crowded: Catalog):
    """It is looked for as typed and as the usual word, and the reader is told of that."""
    assert {"stabel", "stable"} <= answers(crowded, "stabel")
    assert meaning_of(crowded, "stabel").messages == ["stabel: also looked for stable"]


def test_talks_with_a_rare_word_as_typed_are_found(crowded: Catalog):
    """The word that was typed is not lost among the talks with the usual one."""
    found = search(crowded, Question("stabel", limit=0))
    assert "Stabel Tents" in [hit.talk.title for hit in found.hits]


@pytest.mark.parametrize("typed", ["stablee", "breading", '"stabel"', "title:stabel"])
def test_a_rare_word_that_is_meant_stands_for_itself(crowded: Catalog, typed: str):
    """A name, a word unlike any usual one, a phrase and a word for one field are as typed."""
    word = typed.removeprefix("title:").strip('"')
    assert word in answers(crowded, typed)
    assert "stable" not in answers(crowded, typed)


def test_asked_exactly_a_rare_word_stands_for_itself(crowded: Catalog):
    """``--exact`` adds nothing."""
    assert list(meaning_of(crowded, "stabel", exact=True).groups[0].answers) == [("stabel",)]


def test_in_a_small_library_no_word_is_suspected(catalog: Catalog):
    """A word that some talk has is itself, however like it is to another."""
    assert meaning_of(catalog, "dog").corrected == {}
    assert meaning_of(catalog, "weaving").messages == []


def test_what_stands_beside_the_other_words_is_preferred(catalog: Catalog):
    """Of likely readings of a slip that is taken which some title has beside the rest."""
    assert meaning_of(catalog, "polity enforcement").corrected == {"polity": "policy"}
    assert meaning_of(catalog, "polices bespoke").corrected == {"polices": "policies"}


def test_a_beginning_is_completed_unless_a_usual_word_is_nearer(catalog: Catalog):
    """``tensorf`` begins a word; ``clustrs`` begins none and is a slip."""
    assert meaning_of(catalog, "tensorf").corrected == {"tensorf": "tensorflow"}
    assert meaning_of(catalog, "clustrs").corrected == {"clustrs": "clusters"}


@pytest.mark.parametrize("typed", ["wedding", "vaccine", "winter"])
def test_words_of_everyday_life_are_not_bent(catalog: Catalog, typed: str):
    """A word everybody knows is meant, although the library has words like it."""
    assert spelling.corrections(catalog.lookup, typed)
    assert meaning_of(catalog, typed).corrected == {}


def test_words_of_other_languages_are_understood(catalog: Catalog):
    """A word of the trade in Spanish or German stands for the English one."""
    assert answers(catalog, "almacenamiento") == {"storage"}
    assert group_of(catalog, "für Richtlinien").typed == "richtlinien"
    for group in meaning_of(catalog, "aprendizaje automático").groups:
        assert ("machine", "learning") in group.answers


def test_what_the_library_has_itself_is_not_translated(catalog: Catalog):
    """A Spanish word that some talk has finds that talk."""
    assert answers(catalog, "seguridad") == {"seguridad"}
    assert in_english("seguridad") == ["security"]


def test_a_word_mostly_written_as_one_counts_as_one(catalog: Catalog):
    """``config map`` is ``configmap`` before it is either half."""
    for group in meaning_of(catalog, "config map").informative:
        best = max(group.answers, key=lambda phrase: group.answers[phrase])
        assert best == ("configmap",)


def test_two_words_mostly_written_as_one_may_be_typed_in_the_plural(catalog: Catalog):
    """``config maps`` is as much ``configmap`` as it is ``configmaps``, and more than ``settings``."""
    for group in meaning_of(catalog, "config maps").informative:
        assert group.answers["configmap",] == group.answers["configmaps",] > OWN
    for group in (
        meaning_of(catalog, "hot dog").informative + meaning_of(catalog, "node js").informative
    ):
        assert ("hotdog",) not in group.answers


def test_phrases_have_their_kindred(catalog: Catalog):
    """What is used for ``service mesh`` answers both of its words, and counts little."""
    for group in meaning_of(catalog, "service mesh").informative:
        assert 0 < group.answers[("istio",)] < 0.5


def test_messages_keep_the_order_of_the_words(catalog: Catalog):
    """What is said of each word is said in the order they were typed."""
    told = meaning_of(catalog, "tensorf zzzz kubernets").messages
    typed = [word for message in told if (word := message.split(":")[0]) != "tensorflow"]
    assert typed == ["tensorf", "zzzz", "kubernets"]


def test_nouns_made_of_verbs_are_kin(crowded: Catalog):
    """``configuration`` is of the family of ``configure``, although their stems differ."""
    near = {"configured": INFLECTED, "configurations": FAMILY}
    assert kin(crowded.lookup, "configure") == near
    assert kin(crowded.lookup, "configuration")["configured"] == FAMILY


def test_abbreviations_are_found_in_their_plural(crowded: Catalog):
    """``vm`` stands for ``vms``, and so does what it is short for."""
    assert ("vms",) in group_of(crowded, "vm").answers
    assert all(("vms",) in it.answers for it in meaning_of(crowded, "virtual machines").informative)


def test_small_words_tell_something_together(catalog: Catalog):
    """Each word of ``what is next`` says nothing; together they ask for the road ahead."""
    (group,) = meaning_of(catalog, "what is next").informative
    assert ("road", "ahead") in group.answers


def test_phrases_with_short_words_are_read_in_full():
    """``ml`` beside other words is what it is short for."""
    assert in_full(("infra", "as", "code")) == ("infrastructure", "as", "code")
    assert in_full(("k8s", "api")) == ("kubernetes", "api")


def test_a_word_mostly_written_as_two_is_looked_for_so(crowded: Catalog):
    """One talk runs two words together that many write apart."""
    assert ("stable", "reading") in group_of(crowded, "stablereading").answers


def test_a_slip_in_what_is_written_with_a_hyphen_is_seen_through(catalog: Catalog):
    """Who runs two words together may make a slip as well."""
    for typed in ("multitennant", "multitenat", "mulititenant"):
        assert ("multi", "tenant") in group_of(catalog, typed).answers
    assert ("multi", "tenant") not in group_of(catalog, "multitude").answers


def test_fillers_bring_no_company(crowded: Catalog):
    """By itself ``two`` is looked for as ``several`` too, beside other words it is not."""
    assert "several" in answers(crowded, "two")
    filler, _ = meaning_of(crowded, "two tents").groups
    assert ("several",) not in filler.answers


def test_an_anagram_is_likely_where_neighbours_changed_places():
    """Two slips in another order make one known word of another, and prove nothing."""
    assert not spelling.likely_slip("dealership", "leadership", 2)
    assert spelling.likely_slip("enovy", "envoy", 1)


def test_words_are_found_as_they_are_spelt_elsewhere(crowded: Catalog):
    """Who writes in British English finds what was written in American English, and the other way."""
    for typed in ("colour", "colours", "color"):
        assert {"colour", "colors"} <= answers(crowded, typed)
    assert meaning_of(crowded, "colour").messages == []


def test_a_hyphen_joins_what_mostly_stands_together(crowded: Catalog):
    """``stable-reading`` is one thing; tents that are two by chance are looked for as two words."""
    assert len(meaning_of(crowded, "stable-reading").groups) == 1
    assert [group.typed for group in meaning_of(crowded, "two-tents").groups] == ["two", "tents"]


def test_a_slip_in_a_small_word_tells_nothing(catalog: Catalog):
    """``wiht`` is ``with``, and ``usinr`` sooner ``using`` than a word that nobody has heard of."""
    for typed in ("istio wiht envoy", "istio teh envoy"):
        assert [group.typed for group in meaning_of(catalog, typed).informative] == [
            "istio",
            "envoy",
        ]


def test_a_short_word_is_no_slip_of_a_small_one(catalog: Catalog):
    """``foo`` is a word of the trade, not ``for``."""
    assert meaning_of(catalog, "foo istio").corrected.get("foo") != "for"


def test_in_a_pair_a_word_of_everyday_life_means_itself(catalog: Catalog):
    """``landlord`` leads to tenants in a question; who asks for two words wants a landlord."""
    for typed, itself in (("landlord istio", True), ("landlord secrets istio", False)):
        landlord = meaning_of(catalog, typed).groups[0]
        assert ("tenant",) in landlord.answers
        assert landlord.of_another_life == itself


def test_a_foreign_phrase_is_read_as_one(crowded: Catalog):
    """By itself ``base`` is no database, ``base de datos`` is one."""
    base, small, _ = meaning_of(crowded, "base de datos").groups
    assert small.small
    assert ("databases",) in base.answers
    assert ("databases",) not in group_of(crowded, "base").answers


def test_a_foreign_word_that_is_english_by_chance_is_read_in_its_language(crowded: Catalog):
    """``red`` is a colour, and in Spanish company a network."""
    assert ("networks",) not in group_of(crowded, "red").answers
    _, small, net = meaning_of(crowded, "seguridad de red").groups
    assert small.small
    assert {("red",), ("networks",)} <= net.answers.keys()


def test_english_for_a_foreign_word_counts_less_than_the_word_where_talks_have_it(
    crowded: Catalog,
):
    """Who asks in Spanish gets the Spanish talk first, and then those in English."""
    safe = meaning_of(crowded, "seguridad de red").groups[0].answers
    assert safe["security",] < safe["seguridad",]


def test_small_foreign_words_that_mean_something_together_are_read_as_one(crowded: Catalog):
    """``qué es`` asks what a thing is, and some talk may be called so."""
    first, second, _ = meaning_of(crowded, "qué es envoy").groups
    assert ("what", "is") in first.answers
    assert second.small


def test_a_short_form_that_is_known_is_no_slip(crowded: Catalog):
    """Everybody knows what ``vcs`` is, though no talk here says it: it is not taken for ``vms``."""
    assert spelling.corrections(crowded.lookup, "vcs")
    assert answers(crowded, "vcs") == set()
