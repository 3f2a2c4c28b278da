"""What a query asks for holds for every talk that answers it, however its parts are combined."""

from __future__ import annotations

import contextlib
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from talkctl.errors import UsageError
from talkctl.search.answer import answered
from talkctl.search.question import SORTS, TEXT_FIELDS, Filters, Findings, Question
from talkctl.store.catalog import Catalog
from talkctl.text import words

WORDS = st.sampled_from(
    "istio mesh service policy policies kubernetes prometheus node.js debuging tensorf seguridad"
    " talk the wilkie google austin zzzz CI/CD k8s-native Don't C++ 2017 volcano políticas und"
    " hot-dogs machine learning * - ( ' ) OR ^ NEAR \x00 \ue000 {title} a".split()
)
PHRASES = st.sampled_from(
    ["service mesh", "machine learning", "Policy Enforcement", "hot dogs", "no such thing", ""]
)
LEFT_OUT = st.sampled_from(["mesh", "service mesh", "policies", "google", "zzzz", "kub*", "mi*"])
FACTS = st.sampled_from(
    ["year:2016", "kind:keynote", "-kind:workshop", "level:beginner", "has:video", "-has:notes"]
)
FILTERS = st.fixed_dictionaries(
    {
        "event": st.sampled_from([(), (), (), ("nodeconf",), ("kubecon austin", "nodeconf")]),
        "speaker": st.sampled_from([(), (), (), ("torin",), ("wilkie", "sandal")]),
        "org": st.sampled_from([(), (), (), ("google",), ("styra", "ibm")]),
        "kind": st.sampled_from([(), (), (), ("talk",), ("workshop", "keynote")]),
        "level": st.sampled_from([(), (), (), ("beginner",)]),
        "year": st.sampled_from([(), (), (), ("2016",), ("2016", "2017")]),
        "has": st.sampled_from([(), (), (), ("video",), ("video", "abstract")]),
    }
).map(lambda chosen: Filters(**chosen))


class Asked(NamedTuple):
    """A query in its parts, so that an answer can be held against each of them."""

    plain: list[str]
    phrases: list[str]
    left_out: list[str]
    beginnings: list[str]
    within: list[tuple[str, str]]
    facts: list[str]
    order: int

    @property
    def text(self) -> str:
        """The query, its parts in some order."""
        parts = [
            *self.plain,
            *(f'"{it}"' for it in self.phrases),
            *(f'-"{it}"' if " " in it else f"-{it}" for it in self.left_out),
            *(f"{it}*" for it in self.beginnings),
            *(f"{field}:{word}" for field, word in self.within),
            *self.facts,
        ]
        turn = self.order % len(parts) if parts else 0
        return " ".join(parts[turn:] + parts[:turn])


ASKED = st.builds(
    Asked,
    plain=st.lists(WORDS.filter(lambda it: it != "OR"), max_size=3),
    phrases=st.lists(PHRASES, max_size=1),
    left_out=st.lists(LEFT_OUT, max_size=2),
    beginnings=st.lists(st.sampled_from(["kube", "mic", "pol", "zz"]), max_size=1),
    within=st.lists(
        st.tuples(st.sampled_from(list(TEXT_FIELDS)), st.sampled_from(["istio", "google", "tom"])),
        max_size=1,
    ),
    facts=st.lists(FACTS, max_size=1),
    order=st.integers(0, 9),
)


def texts(catalog: Catalog, talk_id: str) -> dict[str, list[str]]:
    """The words of a talk by field, as the index has them."""
    ((number,),) = catalog.db.execute("SELECT number FROM talk WHERE id = ?", (talk_id,))
    ((_, passages),) = catalog.lookup.passages([number])
    return {field: words(passage) for field, passage in passages.items()}


def stands(phrase: str, passages: dict[str, list[str]]) -> bool:
    """Whether the words of *phrase*, or a beginning, stand side by side in one of the passages."""
    wanted = f" {' '.join(words(phrase))}{' ' * (not phrase.endswith('*'))}"
    return any(wanted in f" {' '.join(passage)} " for passage in passages.values())


def holds(catalog: Catalog, asked: Asked, found: Findings) -> None:
    """Check each hit against each part of the query."""
    for hit in found.hits:
        passages = texts(catalog, hit.talk.id)
        assert all(stands(phrase, passages) for phrase in asked.phrases if phrase)
        assert not any(stands(phrase, passages) for phrase in asked.left_out)
        assert all(stands(f"{beginning}*", passages) for beginning in asked.beginnings)
        for field, _ in asked.within:
            if (column := TEXT_FIELDS[field]) != "transcript":
                assert column in passages


@given(
    asked=ASKED,
    filters=FILTERS,
    limit=st.integers(0, 4),
    sort=st.sampled_from(SORTS),
    reverse=st.booleans(),
    exact=st.booleans(),
    shortcuts=st.booleans(),
)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=250
)
def test_parts_filters_and_orders_hold_in_any_combination(
    catalog: Catalog, asked: Asked, filters: Filters, limit: int, sort: str, reverse: bool,
    exact: bool, shortcuts: bool,
):  # fmt: skip
    """Phrases stand in each hit, what is left out does not, filters narrow, and nothing raises."""
    question = Question(asked.text, filters, limit, sort, reverse, exact)
    found = answered(catalog, question, shortcuts)
    assert found == answered(catalog, question, shortcuts)
    assert len(found.hits) <= (limit or len(found.hits))
    assert len({hit.talk.id for hit in found.hits}) == len(found.hits) <= found.total
    if sort == "relevance" and not reverse:
        scores = [hit.score for hit in found.hits]
        assert scores == sorted(scores, reverse=True)
    holds(catalog, asked, found)
    every = answered(catalog, question._replace(filters=Filters(), limit=0), shortcuts)
    assert {hit.talk.id for hit in found.hits} <= {hit.talk.id for hit in every.hits}
    for hit in found.hits:
        assert hit.talk.kind in (filters.kind or (hit.talk.kind,))
        assert hit.talk.level in (filters.level or (hit.talk.level,))


@given(*[WORDS.filter(lambda it: it.isalnum() and it != "OR")] * 2)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_either_asks_for_no_less(catalog: Catalog, one: str, other: str):
    """What answers a word answers ``a OR b`` too."""
    alone, either = (
        answered(catalog, Question(asked, limit=0), shortcuts=False).hits
        for asked in (one, f"{one} OR {other}")
    )
    assert {hit.talk.id for hit in alone} <= {hit.talk.id for hit in either}


@given(st.text(max_size=20), st.sampled_from(Filters._fields))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_filter_with_any_value_is_met_or_refused(catalog: Catalog, value: str, name: str):
    """Whatever a filter is given, it narrows or names what it could have been; no other error."""
    many = value if name in ("since", "until") else (value,)
    with contextlib.suppress(UsageError):
        answered(catalog, Question("istio", Filters(**{name: many})), shortcuts=False)
