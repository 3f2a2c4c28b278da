"""Lists of words that search goes by: those that tell nothing, and those used for one another.

Small words ask, link or fill: they tell no talk from another and are dropped from questions.

Kindred words are used for one another by people who half remember a talk. Each line of their list,
with what is set in below it, is a circle of words and phrases near to one another. They count for
little, so a talk which has the word itself always comes first. General words of the trade only; add
to it freely.
"""

from __future__ import annotations

from functools import cache

_ENGLISH = """
a about above after again all also am an and any anybody anyone anything are around as at be
became because been before being best better between both but by can cannot cant could did didnt
do does doesnt doing done dont during each either else etc ever every everyone everything few
find for from further get gets getting give given good got had has have havent having he help
her here hers him his how however i id if ill im in into is isnt it its itself ive just know
youve weve theyve youre theyre youll theyll wont couldnt shouldnt wouldnt wasnt werent hadnt aint
less let lets like look looking make makes making many may me might more most much must my
myself need needs neither new no nor not of off often on once one only onto or other our ours
ourselves out over own per please possible rather really s same say see seem she should show
shows since so some somebody someone something still such sure t take tell than that thats the
their theirs them themselves then there these they thing things this those through to together
too toward towards try trying under until up upon us use used useful uses using very via want
wants was wasnt way ways we were what whats when where whether which while who whom whose why
will with within without would yet you your yours yourself talk talks session sessions
presentation presentations speaker speakers video videos
"""
_SPANISH = """
al algo alguna algunas alguno algunos antes aqui asi como con contra cual cuales cuando cuanto
de del desde donde dos el ella ellas ellos en entre era eran es esa esas ese eso esos esta
estaba estan estas este esto estos fue fueron ha habia han hasta hay la las le les lo los mas me
mi mis mucho muchos muy nada ni nos nosotros o otra otras otro otros para pero poco por porque
que quien se sea ser si sin sobre son su sus tambien te tiene tienen toda todas todo todos tu
tus un una unas uno unos y ya yo
"""
_GERMAN = """
ab aber alle alles als am auch auf aus bei bin bis da dann das dass dem den denn der des dich die
dies diese dieser dir doch durch ein eine einem einen einer eines er es euch fuer fur gibt haben
hat hatte ich ihr ihre ihren im in ist kann kein keine koennen konnen machen macht man mehr mein
mich mir mit mochte nach nicht noch nur oder ohne schon sehr seine seinen sich sie sind so uber
ueber um und uns unser unsere vom von vor wann waren warum was weil welche welcher wenn werden wie
wieder wir wird wo zu zum zur
"""

_FILLERS = """
actually add allow allows always answer anyone ask avoid avoiding bad become begin behind believe
best better big bring brought buy called care carry cause certain choose choosing chosen close come
coming complete cope correct create created creating day days deal dealing decide decided deciding
deep different difficult easier easily easy effective enable end enough ensure entire exist expect
explain face fact fast feel fewer fit fix fixed fixing follow force four full general give given go
goes going gone good great handle handling happen happened happening happens happy hard heavy help
high higher hold huge important improve improved improving increase increasing instead interesting
involve involved involving keep keeping kept kind kinds large last later lead learn leave left less
let level little live long lot lots low lower made main makes manage managing many mean meaning
means middle mind more much multiple near nearly necessary next nice nobody number old once
ordinary own part parts people person pick place places point possible prefer prevent problem
problems proper properly provide put quick quickly quite ready real really reason reasons recent
reduce reduced reducing require right run running runs safely say second seen setting several
simple simply single small smaller solve solving someone sometimes soon sort special stand start
started starting stay step stop story strange stuff suddenly support supporting take taken taking
tell thing things think thought three time times tiny together told tried true turn two type
understand unknown using various wait want wanted whole wide wish work worked working works world
worry worth write writing written wrong year years young
"""

SMALL_WORDS = frozenset(f"{_ENGLISH} {_SPANISH} {_GERMAN}".split())
"""Folded, as the words of a query are."""

FOREIGN = frozenset(f"{_SPANISH} {_GERMAN}".split()) - frozenset(_ENGLISH.split())
"""Those that no English query has."""

FILLERS = frozenset(_FILLERS.split())
"""Words that fill a question without telling much: beside others they count half."""

_CIRCLES = """
laptop, desktop, workstation, locally, local machine, own machine, minikube, local development
beginner, newcomer, newbie, introduction, introductory, basics, fundamentals, 101, getting
  started, get started, primer, first steps
tutorial, walkthrough, hands on, step by step, workshop, lab
expert, advanced, deep dive, internals, under the hood, in depth
outage, downtime, incident, failure, disaster, unavailability, unavailable, goes down, went down,
  going down
availability, uptime, always on, high availability, highly available, reliability, resilience,
  resiliency, fault tolerance, redundancy
fail, failure, break, broken, dies, goes wrong, go wrong, went wrong, fault
maintenance, drain, eviction, disruption, reboot
repair, heal, self healing, automatic recovery, remediation
on call, pager, night, midnight, incident response, wake up
backup, back up, restore, recovery, disaster recovery, snapshot, lose data, data loss
attacker, attack, hacker, hack, threat, intruder, intrusion, breach, exploit, malicious,
  compromise, break in
security, secure, hardening, harden, vulnerability, protection, protect, safe, safety
vulnerability, cve, weakness, flaw, patch, disclosure
penetration testing, pentest, red team, ethical hacking
permission, authorization, access control, rbac, privilege, restrict, allowed
login, sign in, log in, authentication, single sign on, identity, oauth, openid
password, secret, credential, api key, keys, token, vault
encryption, encrypt, tls, certificate, cryptography, cipher
trust, provenance, signing, signature, supply chain, integrity, verified
untrusted, sandbox, sandboxing, isolation, isolate, virtualization
privacy, personal data, anonymity, gdpr, data protection
spam, phishing, fraud, scam, abuse
debugging, debug, troubleshooting, troubleshoot, diagnosing, diagnose, root cause, fix, find bugs
bug, defect, error, fault, issue tracker
crash, crashloopbackoff, panic, segfault, core dump, failure
monitoring, monitor, observability, observe, visibility, metrics, alerting, telemetry, health
  checks, instrumentation, prometheus
alert, alarm, alerting, notification, pager
logging, logs, log aggregation, log collection, log processing, fluentd
tracing, traces, trace, opentracing, opentelemetry, zipkin, jaeger, request flow, follow a request
dashboard, visualization, visualize, chart, graph, grafana, plot
profiling, profiler, flame graph, cpu usage
speed, fast, faster, quick, performance, latency, throughput, response time, optimize,
  optimization
slow, slowness, lag, delay, latency, bottleneck, performance, response time
load testing, stress test, benchmark, performance testing
memory, ram, heap, garbage collection, memory leak
cost, price, pricing, expensive, cheap, cheaper, savings, save, money, spend, spending, budget,
  economics, billing, bill, pay
utilization, efficiency, efficient, waste, overprovisioned, capacity, capacity planning, resource
  management
capacity, forecast, predict, prediction, sizing, planning
limits, quota, resource limits, rate limit, throttling
scaling, scale, autoscaling, scalability, at scale, elasticity, grow, growth, spike, peak
multiple, several, many, two, more than one, side by side, alongside, in parallel
cpu, memory, compute, resource limits, resource management, resource usage
large scale, huge, massive, thousands, millions, billions
upgrade, update, migration, new version, new release
migration, migrate, migrating, transition, switch, switching, port, porting, adoption, adopt,
  journey, moving, move
deploy, deployment, release, rollout, roll out, ship, shipping, launch, go live
rollback, roll back, revert, undo
zero downtime, without downtime, no downtime, rolling update, blue green, canary, gradual
traffic, routing, route, request, split, shift
canary, gradual rollout, progressive delivery, feature flag, a b testing
continuous delivery, continuous deployment, ci cd, pipeline, release automation, deploy
  automatically
continuous integration, build pipeline, build, jenkins, automated testing
testing, test, tests, validation, validate, verification, verify, check, lint, quality assurance,
  unit test
chaos, chaos engineering, fault injection, failure injection
static analysis, linter, linting, code quality, code review
automation, automate, automated, automatic, automatically, robot
configuration, configure, settings, config, parameters, configmap, environment variables
configuration management, ansible, puppet, chef, terraform
infrastructure as code, declarative, declaratively, gitops, provisioning, terraform
git, version control, pull request, merge request, source control, commit
yaml, manifest, template, templating, json, jsonnet
package manager, packaging, package, helm, chart, distribution, installer
installation, install, setup, set up, bootstrap, bootstrapping, provision, provisioning
dependency, dependencies, library, supply chain, vendoring
storage, volume, disk, persistence, persist, filesystem, file system
object storage, blob, s3, bucket
database, databases, datastore, sql, postgres, postgresql, mysql, nosql, mongodb, cassandra, query
query, index, indexing, search engine, full text
replication, replica, sharding, partition, distributed database
consistency, consensus, raft, paxos, distributed systems
transaction, commit, rollback, isolation level
cache, caching, redis, memcached
queue, messaging, message broker, message queue, kafka, rabbitmq, pub sub, event streaming
streaming, stream processing, real time, realtime, live data, events
event, events, event driven, event sourcing, trigger
stateful, statefulset, state, persistent
stateless, ephemeral, short lived, temporary
machine learning, deep learning, neural network, tensorflow, pytorch, artificial intelligence, ml,
  ai
model training, train model, training, train
inference, serving, prediction, predict
language model, chatbot, gpt, natural language processing, nlp, llm, chat, conversational
computer vision, image recognition, object detection, photo, picture, camera
speech, voice, audio, sound, speech recognition
recommendation, recommender, personalization, ranking
gpu, accelerator, nvidia, cuda, graphics card, hardware accelerators
big data, analytics, hadoop, spark, data pipeline, data processing, data warehouse, etl
data science, data scientist, notebook, jupyter, pandas, statistics, analysis
batch, job, jobs, hpc, high performance computing, supercomputer, simulation, cluster computing
research, researcher, scientist, science, academic, scientific
geography, map, maps, gis, geospatial, location
serverless, function as a service, functions, faas, lambda, event driven
platform as a service, paas, internal platform, self service, developer platform
virtual machine, vm, vms, hypervisor, virtualization, kvm
bare metal, baremetal, physical, hardware, on premises, on prem, data center, datacenter, in
  house, own servers, own hardware
cloud provider, public cloud, aws, azure, google cloud, gcp, amazon, vendor
lock in, vendor lock in, portability, portable, cloud agnostic, vendor neutral, interoperability
hybrid cloud, multi cloud, multicloud, multiple clouds, several clouds, different clouds, many
  clouds, cloud agnostic, cross cloud
multi cluster, federation, multiple clusters, several clusters, many clusters
multi tenancy, multi tenant, tenant, tenants, isolation, shared cluster, share a cluster, several
  teams, many teams, namespaces
network, networking, cni, communicate, communication, connect, connectivity, talk to each other
firewall, network policy, network policies, segmentation, zero trust, network isolation, restrict
  traffic, network traffic, allow traffic
load balancer, load balancing, ingress, proxy, traffic, reverse proxy
proxy, gateway, api gateway, ingress, envoy, nginx
service discovery, dns, naming, name resolution
service mesh, istio, linkerd, envoy, sidecar
service to service, between services, service mesh
expose, exposing, internet facing, outside world, ingress
cdn, edge, latency, content delivery
microservice, microservices, small services, smaller services, monolith decomposition, service
  oriented, distributed application
legacy, monolith, monolithic, brownfield, old application, existing application, traditional,
  mainframe, old
modernization, modernize, digital transformation, transformation, rewrite, refactoring, refactor
operator, controller, custom resource, crd, custom resource definition
extend, extension, extending, extensibility, plugin, plug in, customize, custom, add on
scheduler, scheduling, schedule, placement, bin packing
container, containers, docker, image, images, containerize, containerized
container runtime, containerd, cri o, oci, rkt, docker
dockerfile, image build, build images, container image, smaller images, minimal image
orchestration, orchestrator, kubernetes, swarm, mesos, nomad
registry, image repository, artifact
api, interface, endpoint, rest, graphql
rpc, grpc, remote procedure call, protobuf, interprocess communication
sdk, client library, client, bindings
command line, cli, terminal, shell, kubectl
user interface, ui, gui, dashboard, frontend, front end
usability, ease of use, user experience, ux, accessible, simple, easy to use
accessibility, screen reader, blind, disabled, wcag
web, browser, html, css, javascript, website, web page
mobile, phone, android, ios, smartphone, iphone
embedded, firmware, microcontroller, arduino, raspberry pi, device
edge, iot, internet of things, sensor, devices, smart home
kernel, linux, operating system, ebpf, syscall, system call
windows, microsoft windows
programming language, compiler, interpreter, syntax
go, golang, go language
java, jvm, jee, spring, kotlin
python, django, flask, pypi
javascript, node, nodejs, typescript, react
rust, memory safety, borrow checker
concurrency, concurrent, parallel, parallelism, async, asynchronous, threads, multithreading
functional programming, haskell, immutability
object oriented, design patterns, clean code
api design, versioning, backward compatibility, breaking change, compatibility, evolve, without
  breaking, over time
documentation, document, docs, documenting, readme, manual, technical writing, wiki
translation, localization, internationalization, i18n
team, culture, organization, organisation, company culture, collaboration, devops
developer productivity, developer experience, developer workflow, development workflow, tooling,
  inner loop
editor, ide, text editor, vim, emacs
manager, management, leadership, leader, lead
remote work, distributed team, work from home, home office
open source, community, contributor, contributing, contribute, maintainer, volunteer
governance, foundation, working group, special interest group, steering
licence, license, licensing, copyright, legal, law
standard, standards, specification, spec, standardization, certified, conformance, compatibility
diversity, inclusion, women, gender, underrepresented, code of conduct
career, hiring, hire, job, interview, recruiting
mentor, mentoring, mentorship, learning, onboarding
teaching, teach, teacher, education, course, student, students, school, schools, university,
  universities, classroom
history, past, origins, origin, evolution, retrospective
future, roadmap, what is next, whats next, vision, outlook, trends, road ahead, looking ahead,
  coming years
comparison, compare, versus, alternatives, alternative, choose, choosing, pros and cons, trade
  offs, tradeoffs
compliance, compliant, regulation, regulated, audit, auditing, governance, hipaa, gdpr, policy
policy, policies, rules, enforce, enforcement, admission control, governance
government, public sector, public administration, ministry, state agency
bank, banking, finance, financial, financial services, fintech, payment, payments, credit,
  insurance
health, healthcare, health care, medical, medicine, hospital, patient, clinical, hipaa
shop, retail, e commerce, ecommerce, online shop, fashion
media, news, newspaper, publishing, broadcaster, television, video streaming, film
game, gaming, games, game server, player
music, audio, spotify, sound
car, cars, vehicle, automotive, driving
travel, airline, booking, hotel, flight
telecom, telecommunications, telco, 5g, nfv, operator network
space, satellite, nasa, astronomy
energy, power consumption, green, carbon, sustainability, climate, environmental
humanitarian, charity, disaster relief, nonprofit, ngo
social media, social network, twitter, facebook
blockchain, bitcoin, ethereum, cryptocurrency, smart contract
startup, start up, small company, small team, founder
enterprise, large company, big company, big companies, corporation, established company
customers, clients, users, end users
war story, war stories, lessons learned, postmortem, horror story, mistakes, pitfalls, failures
case study, case studies, use case, user story, journey, experience, adopted, adoption, in
  production
best practices, patterns, do and dont, good practice, recommendations, tips, principles, guide
production, prod, in production, production ready, real world
update, project update, status, state of
funny, fun, humor, joke
scaffold, boilerplate, starter, quickstart
graceful degradation, circuit breaker, retry, retries, timeout, timeouts, overload
single point of failure, failover, redundancy, standby, replica
time series, metrics database, influxdb
elasticsearch, elk, kibana, search engine, log search
webhook, callback, notification, trigger
cron, timer, periodic, scheduled job
init system, systemd, supervisor
user, users, onboarding, directory, ldap
chatops, bot, slack
spreadsheet, excel, table
parsing, parser, grammar
encoding, unicode, character set
open data, public data, civic tech
reproducibility, reproducible, deterministic, hermetic
monorepo, repository, source code, codebase
technical debt, legacy code, maintainability
estimation, planning, roadmap, agile, scrum, kanban
ethics, bias, fairness, responsible
robotics, robot, drone, ros
hardware, chip, fpga, processor, cpu, arm, risc v
virtual reality, augmented reality, vr, ar, 3d
animation, graphics, rendering, opengl
web scraping, crawler, scraping
email, mail, smtp, newsletter
desktop application, gui, qt, gtk, electron
wireless, wifi, bluetooth, radio, lorawan
voting, election, e government, democracy
fundraising, funding, sponsor, donation, money
burnout, mental health, stress, wellbeing, work life balance
imposter syndrome, confidence, self esteem
public speaking, presentation skills, storytelling
negotiation, salary, promotion
"""

_ONE_A_LINE = "".join(f", {line},\n" for line in _CIRCLES.replace("\n  ", " ").split("\n"))


def kindred(phrase: str) -> list[str]:
    """Words and phrases that are used for *phrase*, given in single blanks."""
    if " " in phrase:
        return _of_phrases().get(phrase, [])
    found: dict[str, None] = {}
    at = _ONE_A_LINE.find(wanted := f", {phrase},")
    while at >= 0:
        start, end = _ONE_A_LINE.rfind("\n", 0, at) + 1, _ONE_A_LINE.index("\n", at)
        found |= dict.fromkeys(_ONE_A_LINE[start + 2 : end - 1].split(", "))
        at = _ONE_A_LINE.find(wanted, end)
    found.pop(phrase, None)
    return list(found)


@cache
def _of_phrases() -> dict[str, list[str]]:
    """What is used for each phrase: a query of many words asks after as many phrases."""
    found: dict[str, list[str]] = {}
    for line in _ONE_A_LINE.split("\n"):
        circle = line[2:-1].split(", ")
        for phrase in circle:
            if " " in phrase:
                found.setdefault(phrase, []).extend(it for it in circle if it != phrase)
    return found
