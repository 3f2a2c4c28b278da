"""Words that people use for one another when they half remember a talk.

Each line is a circle of words and phrases near to one another. They count for little, so a talk
which has the word itself always comes first. General words of the trade only; add to it freely.
"""

from __future__ import annotations

_CIRCLES = """
laptop, desktop, workstation, locally, local machine, minikube
beginner, newcomer, introduction, introductory, basics, fundamentals, 101, getting started, primer
tutorial, walkthrough, hands on, step by step, workshop
outage, downtime, incident, failure, disaster, unavailability
availability, uptime, reliability, resilience, resiliency, fault tolerance
backup, back up, restore, recovery, snapshot
attacker, hacker, attack, threat, intruder, exploit
security, hardening, vulnerability, protection
permission, authorization, access control, rbac
login, authentication, single sign on, identity
password, secret, credential
encryption, tls, certificate
debugging, troubleshooting, diagnosing, root cause
crash, crashloopbackoff, panic, failure
monitoring, observability, metrics, alerting, telemetry
logging, logs, log aggregation
tracing, traces, opentracing, opentelemetry
dashboard, visualization, grafana
speed, fast, performance, latency, throughput
slow, latency, bottleneck
load testing, benchmark, performance testing
cost, price, expensive, cheap, savings, economics, billing
scaling, autoscaling, scalability, at scale
upgrade, update, migration
deploy, release, rollout, ship
rollback, roll back, revert, undo
zero downtime, rolling update, blue green, canary
continuous delivery, continuous deployment, pipeline, release automation
continuous integration, build pipeline, jenkins
testing, test, validation, verification
configuration, settings, config
storage, volume, disk, persistence
database, datastore, sql, postgres, mysql
queue, messaging, message broker, kafka, event streaming
stateful, statefulset, persistent
machine learning, deep learning, neural network, tensorflow, artificial intelligence
model training, train model, training
gpu, accelerator, nvidia
big data, analytics, hadoop, spark, data pipeline
batch, job, hpc, high performance computing
serverless, function as a service, faas, lambda
virtual machine, vm, hypervisor
bare metal, baremetal, on premises, on prem, data center, datacenter
hybrid cloud, multi cloud, multiple clouds
multi cluster, federation, multiple clusters
multi tenancy, multi tenant, isolation
network, networking, cni
load balancer, ingress, proxy, traffic
service mesh, istio, linkerd, sidecar
microservice, monolith decomposition
legacy, monolith, brownfield
package manager, helm, chart
operator, controller, custom resource
scheduler, scheduling, bin packing
api, interface, endpoint
command line, cli, terminal
dashboard, user interface, ui
container, docker, image
registry, image repository
team, culture, organization, organisation
open source, community, contributor, contributing
diversity, inclusion
career, hiring, job
history, past, origins
future, roadmap, what is next
compliance, regulation, audit, governance, hipaa, gdpr
government, public sector
bank, finance, financial services, fintech
health, healthcare, medical, hospital
game, gaming
edge, iot, internet of things
windows, microsoft windows
war story, lessons learned, postmortem, horror story
case study, journey, experience
best practices, patterns, do and dont
"""

_KINDRED: dict[str, list[str]] = {}
for _line in _CIRCLES.strip().splitlines():
    _circle = _line.split(", ")
    for _word in _circle:
        _KINDRED.setdefault(_word, []).extend(other for other in _circle if other != _word)


def kindred(phrase: str) -> list[str]:
    """Words and phrases that are used for *phrase*, given in single blanks."""
    return _KINDRED.get(phrase, [])
