"""What short forms stand for: learnt from the library, by rule, or from a small table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, islice, product

from talkctl.search.wordlists import SMALL_WORDS
from talkctl.store.lexicon import singular
from talkctl.store.lookup import Lookup

_LONG_FORMS = {
    "2fa": ("two factor authentication", "multi factor authentication"),
    "a11y": ("accessibility",),
    "acl": ("access control list",),
    "ai": ("artificial intelligence",),
    "aks": ("azure kubernetes service",),
    "api": ("application programming interface",),
    "apm": ("application performance monitoring",),
    "app": ("application",),
    "ar": ("augmented reality",),
    "asg": ("auto scaling group", "autoscaling group"),
    "auth": ("authentication", "authorization"),
    "authn": ("authentication",),
    "authz": ("authorization",),
    "aws": ("amazon web services",),
    "bi": ("business intelligence",),
    "ca": ("certificate authority",),
    "cd": ("continuous delivery", "continuous deployment"),
    "cdn": ("content delivery network",),
    "cert": ("certificate",),
    "certs": ("certificate",),
    "ci": ("continuous integration",),
    "cicd": ("continuous integration", "continuous delivery", "ci cd"),
    "cli": ("command line",),
    "cncf": ("cloud native computing foundation",),
    "cni": ("container network interface",),
    "config": ("configuration",),
    "cr": ("custom resource",),
    "crd": ("custom resource definition",),
    "cri": ("container runtime interface",),
    "csi": ("container storage interface",),
    "cv": ("computer vision",),
    "db": ("database",),
    "dba": ("database administrator",),
    "dbms": ("database management system", "database"),
    "dc": ("data center", "datacenter"),
    "ddos": ("denial of service",),
    "dev": ("developer", "development"),
    "devex": ("developer experience",),
    "dl": ("deep learning",),
    "dns": ("domain name system",),
    "docs": ("documentation",),
    "dr": ("disaster recovery",),
    "dx": ("developer experience",),
    "e2e": ("end to end",),
    "ebpf": ("bpf",),
    "ec2": ("elastic compute cloud",),
    "ecs": ("elastic container service",),
    "eks": ("elastic kubernetes service",),
    "elb": ("elastic load balancer",),
    "env": ("environment",),
    "etl": ("extract transform load",),
    "faas": ("function as a service", "serverless"),
    "fs": ("file system", "filesystem"),
    "gc": ("garbage collection",),
    "gce": ("google compute engine",),
    "gcp": ("google cloud platform", "google cloud"),
    "gke": ("google kubernetes engine", "google container engine"),
    "gpu": ("graphics processing unit",),
    "gui": ("user interface",),
    "ha": ("high availability", "highly available"),
    "hpa": ("horizontal pod autoscaler",),
    "hpc": ("high performance computing",),
    "hsm": ("hardware security module",),
    "i18n": ("internationalization",),
    "iaas": ("infrastructure as a service",),
    "iac": ("infrastructure as code",),
    "iam": ("identity and access management", "identity management"),
    "ide": ("development environment",),
    "ids": ("intrusion detection",),
    "infra": ("infrastructure",),
    "io": ("input output",),
    "iot": ("internet of things",),
    "jit": ("just in time",),
    "js": ("javascript",),
    "k8": ("kubernetes",),
    "k8s": ("kubernetes",),
    "kms": ("key management service",),
    "kube": ("kubernetes",),
    "l10n": ("localization",),
    "l4": ("layer 4",),
    "l7": ("layer 7",),
    "lb": ("load balancer", "load balancing"),
    "llm": ("large language model",),
    "lts": ("long term support",),
    "lxc": ("linux containers",),
    "mfa": ("multi factor authentication",),
    "ml": ("machine learning",),
    "mq": ("message queue",),
    "mtls": ("mutual tls",),
    "multi": ("multiple",),
    "mvp": ("minimum viable product",),
    "nat": ("network address translation",),
    "nfs": ("network file system",),
    "nfv": ("network function virtualization",),
    "nlp": ("natural language processing",),
    "oci": ("open container initiative",),
    "oidc": ("openid connect",),
    "oom": ("out of memory",),
    "opa": ("open policy agent",),
    "ops": ("operations",),
    "orm": ("object relational mapping",),
    "os": ("operating system",),
    "osb": ("open service broker",),
    "oss": ("open source",),
    "otel": ("opentelemetry",),
    "p2p": ("peer to peer",),
    "paas": ("platform as a service",),
    "pdb": ("pod disruption budget",),
    "perf": ("performance",),
    "pg": ("postgresql",),
    "pii": ("personal data",),
    "pki": ("public key infrastructure",),
    "poc": ("proof of concept",),
    "postgres": ("postgresql",),
    "pr": ("pull request",),
    "prem": ("premises", "premise"),
    "prod": ("production",),
    "psp": ("pod security policy",),
    "psql": ("postgresql",),
    "pv": ("persistent volume",),
    "pvc": ("persistent volume claim",),
    "qa": ("quality assurance",),
    "qos": ("quality of service",),
    "rag": ("retrieval augmented generation",),
    "rbac": ("role based access control",),
    "rca": ("root cause analysis",),
    "rdbms": ("relational database",),
    "repo": ("repository",),
    "rl": ("reinforcement learning",),
    "roi": ("return on investment",),
    "rpc": ("remote procedure call",),
    "saas": ("software as a service",),
    "sbom": ("software bill of materials",),
    "sdk": ("software development kit",),
    "sdn": ("software defined networking",),
    "sec": ("security",),
    "sig": ("special interest group",),
    "sla": ("service level agreement",),
    "sli": ("service level indicator",),
    "slo": ("service level objective",),
    "soa": ("service oriented architecture",),
    "spec": ("specification",),
    "sre": ("site reliability engineering", "site reliability engineer"),
    "ssl": ("tls",),
    "sso": ("single sign on",),
    "svc": ("service",),
    "tco": ("total cost of ownership",),
    "tdd": ("test driven development",),
    "tf": ("tensorflow",),
    "tls": ("transport layer security",),
    "ts": ("typescript",),
    "ui": ("user interface",),
    "ux": ("user experience",),
    "vcs": ("version control",),
    "vm": ("virtual machine",),
    "vpa": ("vertical pod autoscaler",),
    "vpc": ("virtual private cloud",),
    "vpn": ("virtual private network",),
    "vr": ("virtual reality",),
    "waf": ("web application firewall",),
    "wasm": ("webassembly",),
}
"""What everybody in the trade knows and therefore no text explains; add to it freely."""

_NUMBERS = {
    **{word: str(number) for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )},
    "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70",
    "eighty": "80", "ninety": "90", "hundred": "100", "thousand": "1000",
}  # fmt: skip
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


def longer_words(lookup: Lookup, word: str) -> list[str]:
    """The single words that *word* is short for: ``prem`` for *premises*."""
    return [longer for longer in stands_for(lookup, word) if " " not in longer]


def stood_for(lookup: Lookup, phrase: Sequence[str]) -> list[str]:
    """The short forms that stand for *phrase*, however its nouns are numbered."""
    (found,) = each_stood_for(lookup, [phrase])
    if len(phrase) == 1 and len(phrase[0]) >= 7:
        word = phrase[0]
        numeronym = f"{word[0]}{len(word) - 2}{word[-1]}"
        used = lookup.counts((numeronym,))
        if used and _written_out(lookup, word[0], len(word) - 2, word[-1]) == [word]:
            found.append(numeronym)
    return found


def each_stood_for(lookup: Lookup, phrases: Iterable[Sequence[str]]) -> list[list[str]]:
    """The short forms that are no numeronyms, for each of *phrases*."""
    spelt = [list(map(" ".join, spellings(phrase))) for phrase in phrases]
    learnt = lookup.short_forms(chain(*spelt))
    return [
        list(dict.fromkeys(chain(*(learnt[it] + _SHORT_FORMS.get(it, []) for it in longs))))
        for longs in spelt
    ]


def in_other_number(lookup: Lookup, word: str) -> list[str]:
    """An abbreviation that is known in its plural, or one that is a plural without it: ``vms``."""
    if not _LONGEST_SHORT >= len(word) > 1:
        return []
    one = word if stands_for(lookup, word) else word.removesuffix("s")
    other = f"{word}s" if one == word else one
    possible = other not in SMALL_WORDS and (one == word or stands_for(lookup, one))
    return list(lookup.counts((other,))) if possible else []


def in_full(phrase: Iterable[str]) -> tuple[str, ...]:
    """*phrase* with the short forms of single words written out: ``infra as code``."""
    longest = {word: _LONG_FORMS.get(word, (word,))[0] for word in phrase}
    return tuple(word if " " in longest[word] else longest[word] for word in phrase)


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
    return list(islice(product(*map(_numbers, phrase)), _MOST_SPELLINGS))


@lru_cache(maxsize=1024)
def _numbers(word: str) -> tuple[str, ...]:
    """*word*, and its singular and plural where it is long enough to have them."""
    one = singular(word)
    numbers = dict.fromkeys((word, one, f"{one}s")) if len(word) > 2 else (word,)
    return tuple(it for it in numbers if it == word or it not in SMALL_WORDS)
