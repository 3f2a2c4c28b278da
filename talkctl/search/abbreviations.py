"""What short forms stand for: learnt from the library, by rule, or from a small table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice, product

from talkctl.store.lexicon import singular
from talkctl.store.lookup import Lookup

_LONG_FORMS = {
    "ai": ("artificial intelligence",),
    "api": ("application programming interface",),
    "app": ("application",),
    "auth": ("authentication", "authorization"),
    "authn": ("authentication",),
    "authz": ("authorization",),
    "cd": ("continuous delivery", "continuous deployment"),
    "cert": ("certificate",),
    "certs": ("certificate",),
    "ci": ("continuous integration",),
    "cicd": ("continuous integration", "continuous delivery", "ci cd"),
    "cli": ("command line",),
    "cni": ("container network interface",),
    "config": ("configuration",),
    "cr": ("custom resource",),
    "crd": ("custom resource definition",),
    "cri": ("container runtime interface",),
    "csi": ("container storage interface",),
    "cv": ("computer vision",),
    "db": ("database",),
    "dev": ("developer", "development"),
    "dl": ("deep learning",),
    "dns": ("domain name system",),
    "docs": ("documentation",),
    "dr": ("disaster recovery",),
    "ebpf": ("bpf",),
    "env": ("environment",),
    "faas": ("function as a service", "serverless"),
    "gke": ("google kubernetes engine", "google container engine"),
    "gpu": ("graphics processing unit",),
    "gui": ("user interface",),
    "ha": ("high availability", "highly available"),
    "hpa": ("horizontal pod autoscaler",),
    "hpc": ("high performance computing",),
    "iac": ("infrastructure as code",),
    "iam": ("identity and access management", "identity management"),
    "infra": ("infrastructure",),
    "iot": ("internet of things",),
    "js": ("javascript",),
    "k8": ("kubernetes",),
    "kube": ("kubernetes",),
    "lb": ("load balancer", "load balancing"),
    "llm": ("large language model",),
    "ml": ("machine learning",),
    "mtls": ("mutual tls",),
    "nlp": ("natural language processing",),
    "oidc": ("openid connect",),
    "ops": ("operations",),
    "os": ("operating system",),
    "oss": ("open source",),
    "perf": ("performance",),
    "repo": ("repository",),
    "spec": ("specification",),
    "postgres": ("postgresql",),
    "pr": ("pull request",),
    "prod": ("production",),
    "prem": ("premises", "premise"),
    "pv": ("persistent volume",),
    "pvc": ("persistent volume claim",),
    "qos": ("quality of service",),
    "rbac": ("role based access control",),
    "sla": ("service level agreement",),
    "sli": ("service level indicator",),
    "slo": ("service level objective",),
    "sre": ("site reliability engineering", "site reliability engineer"),
    "sso": ("single sign on",),
    "ssl": ("tls",),
    "sec": ("security",),
    "tf": ("tensorflow",),
    "tls": ("transport layer security",),
    "ts": ("typescript",),
    "ui": ("user interface",),
    "ux": ("user experience",),
    "vm": ("virtual machine",),
    "wasm": ("webassembly",),
}
"""What everybody in the trade knows and therefore no text explains; add to it freely."""

_NUMBERS = dict(
    zip(
        "zero one two three four five six seven eight nine ten eleven twelve".split(),
        map(str, range(13)),
        strict=True,
    )
)
_DIGITS = {digit: word for word, digit in _NUMBERS.items()}

_SHORT_FORMS: dict[str, list[str]] = {}
for _short, _longs in _LONG_FORMS.items():
    for _long in _longs:
        _SHORT_FORMS.setdefault(_long, []).append(_short)

_SERVICE = re.compile(r"([a-z]{1,4})aas$")
_NUMERONYM = re.compile(r"([a-z])([1-9]\d?)([a-z])$")
_MOST_SPELLINGS = 16
_LONGEST_SHORT = 5
_MOST_LEARNT = 3
"""Of what the texts say an abbreviation stands for, the rest is slips and chance."""


def stands_for(lookup: Lookup, word: str) -> list[str]:
    """The words or phrases, in single blanks, that *word*, being short, may stand for."""
    found = lookup.long_forms(word)[:_MOST_LEARNT] + list(_LONG_FORMS.get(word, ()))
    if service := _SERVICE.match(word):
        heads = [phrase for phrase in _LONG_FORMS.get(service[1], ()) if " " not in phrase]
        found += [f"{head} as a service" for head in heads]
    if numeronym := _NUMERONYM.match(word):
        found += _written_out(lookup, numeronym[1], int(numeronym[2]), numeronym[3])
    found += [table[word] for table in (_NUMBERS, _DIGITS) if word in table]
    return list(dict.fromkeys(found))


def stood_for(lookup: Lookup, phrase: Sequence[str]) -> list[str]:
    """The short forms that stand for *phrase*, however its nouns are numbered."""
    found: list[str] = []
    for spelling in spellings(phrase):
        long = " ".join(spelling)
        found += lookup.short_forms(long) + _SHORT_FORMS.get(long, [])
    if len(phrase) == 1 and len(phrase[0]) >= 7:
        word = phrase[0]
        numeronym = f"{word[0]}{len(word) - 2}{word[-1]}"
        used = lookup.counts((numeronym,))
        if used and _written_out(lookup, word[0], len(word) - 2, word[-1]) == [word]:
            found.append(numeronym)
    return list(dict.fromkeys(found))


def in_other_number(lookup: Lookup, word: str) -> list[str]:
    """An abbreviation that is known in its plural, and one in the plural without it: ``vms``."""
    if not _LONGEST_SHORT >= len(word) > 1:
        return []
    one = word.removesuffix("s")
    other = one if one != word else f"{one}s"
    return list(lookup.counts((other,))) if stands_for(lookup, one) else []


def _written_out(lookup: Lookup, first: str, between: int, last: str) -> list[str]:
    """The commonest word with so many letters between its first and its last."""
    fitting = [
        word for word in lookup.pack("term", (between + 2,), first)
        if word.endswith(last) and word.isalpha()
    ]  # fmt: skip
    counts = lookup.counts(fitting)
    return sorted(fitting, key=lambda word: (-counts.get(word, 0), word))[:1]


def spellings(phrase: Iterable[str]) -> list[tuple[str, ...]]:
    """*phrase* with each of its longer words in singular and plural."""
    choices = []
    for word in phrase:
        one = singular(word)
        choices.append((word,) if len(word) < 3 else tuple(dict.fromkeys((word, one, one + "s"))))
    return list(islice(product(*choices), _MOST_SPELLINGS))
