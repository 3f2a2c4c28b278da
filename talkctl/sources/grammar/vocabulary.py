"""Words that tell a person from a position, a company or a subject in capitals.

Nothing here decides alone: ``billing`` and ``titles`` weigh these words against what the rest of a
page says. All words are folded (no case, no accents).
"""

from __future__ import annotations

from talkctl.names import LEGAL_FORMS
from talkctl.text import fold

OCCUPATIONS = frozenset(
    "engineer architect director manager president ceo cto cio coo cfo ciso cso cpo vp svp evp"
    " lead leader head founder cofounder developer advocate evangelist scientist researcher"
    " professor consultant student fellow chief officer principal analyst administrator admin"
    " specialist designer strategist maintainer owner chair chairman chairwoman editor author"
    " writer journalist ambassador programmer freelancer freelance freiberufler freiberuflerin"
    " independiente independant independante intern lecturer trainer coach"
    " technologist sre swe gm dev dba sdet teacher instructor contractor entrepreneur coordinator"
    " organizer organiser contributor hacker postdoc eng dir mgr arch expert cdo cro cmo cco"
    " partner associate captain practitioner operator tester technician librarian investigator"
    " mentor tpm pm tl sysadmin devrel physicist statistician mathematician linguist lawyer"
    " attorney investor chairperson cochair secretary treasurer curator producer moderator"
    " entwickler entwicklerin leiter leiterin berater beraterin ingenieur ingenieurin"
    " geschaftsfuhrer geschaftsfuhrerin architektin grunder grunderin forscher forscherin"
    " ingenieure developpeur developpeuse directeur directrice responsable fondateur fondatrice"
    " chercheur chercheuse architecte consultante ingeniero ingeniera desarrollador"
    " desarrolladora directora fundador fundadora gerente investigadora arquitecto arquitecta"
    " engenheiro engenheira desenvolvedor desenvolvedora diretor diretora arquiteto arquiteta"
    " pesquisador pesquisadora utvikler utvecklare ontwikkelaar advisor adviser builder creator"
    " blogger educator scholar analista cientista cientifico cientifica profesor profesora professora"
    " docente".split()
)
"""Words at the end of a position: ``Staff Engineer``, ``Co-founder``."""

OPENING_OCCUPATIONS = frozenset(
    "vp svp evp ceo cto cio coo cfo ciso head director dir founder cofounder chief professor"
    " leiter leiterin directeur directrice responsable director directora diretor diretora jefe"
    " jefa gerente lead".split()
)
"""Words that open a position whose subject follows: ``VP Cloud``, ``Leiter Plattform``."""

RANKS = frozenset("senior sr junior jr staff principal lead chief associate exec executive".split())

ORGANISATION_WORDS = frozenset(
    "university institute foundation college school group labs laboratory systems technologies"
    " technology software solutions services bank networks cloud security data media corporation"
    " company center centre department ministry administration agency association alliance society"
    " council committee consulting partners ventures capital research industries international"
    " global communications studio studios digital platform computing analytics robotics web"
    " hospital government insurance energy airlines logistics telecom mobile online academy"
    " network project team universitat universite universidad universidade hochschule fachhochschule"
    " institut instituto stiftung verein works lab tech guild federation authority library museum"
    " collective initiative consortium syndicate holdings enterprises interactive entertainment"
    " financial finance health healthcare pharmaceuticals motors automotive electric electronics"
    " semiconductor aerospace games gaming commerce retail payments ai io".split()
) | (LEGAL_FORMS - {"as", "se", "co", "sa", "ag", "ab", "ug", "ev", "sl", "lp"})

NAMED_AFTER_PEOPLE = frozenset(
    {
        "morgan stanley", "charles schwab", "eli lilly", "philip morris", "ernst young",
        "robert bosch", "jp morgan", "j.p. morgan", "j.p. morgan chase", "jp morgan chase",
        "leroy merlin", "michael page", "thomas cook", "edward jones", "raymond james", "john deere",
        "max planck", "george washington", "robert half", "peter park", "jane street", "john lewis",
        "henry schein", "mary kay", "paul hartmann", "calvin klein", "ralph lauren", "jack henry",
        "gustav gans", "victoria beckham", "hugo boss", "jack wolfskin", "martin auer", "karl storz",
    }
)  # fmt: skip
"""Companies whose names are written as people's are."""

TO_COME = frozenset(
    ("to be announced", "to be confirmed", "to be determined", "por confirmar", "por definir",
     "a confirmar", "a definir", "a confirmer", "wird noch bekannt gegeben")
)  # fmt: skip

NOBODY = TO_COME.union(
    "tba tbd tbc tbh more others friends various guests multiple several all everyone many"
    " community speakers presenters panelists hosts organizers organisers et-al".split(),
    ("et al", "many more", "and more", "n.n", "n/a"),
)
"""What stands where a person's name is to come, or for people who are not named."""

SUBJECT_WORDS = frozenset(
    # little words that begin with a capital in titles
    "a an and or the of to in on for with without from by at as is are be can we you your our my"
    " their its it this that these those how what why when where who which not no yes do does don"
    " did will would should could may might must has have had into onto over under out up down off"
    " about after before between beyond across through within toward towards against along around"
    " here there now then than too so such but if else more most less least few many much all any"
    " some every each both other another same own one two three four five six seven eight nine ten"
    " zero first second third last next new old good better best bad worse worst great"
    # what talks do and are
    " introduction intro overview update updates review summary session sessions talk talks keynote"
    " keynotes panel workshop workshops tutorial tutorials lightning demo demos demonstration live"
    " lessons learned learnt lesson learning deep dive dives best practices practice practical guide"
    " part chapter episode edition recap opening closing welcome remarks ceremony awards community"
    " case study studies story stories tale tales journey road roadmap path way ways tour trip"
    " history future past present state today tomorrow yesterday year years day days hour hours"
    " minute minutes time times beginner beginners intermediate advanced basics fundamentals"
    " essentials concepts principles patterns antipatterns pattern anti pitfalls tips tricks"
    " secrets myths facts challenges challenge opportunities opportunity problems problem solution"
    " solutions questions answers question answer discussion meeting bof contributor maintainer"
    " experience experiences report hands under hood inside behind scenes building running scaling"
    " deploying managing using making getting moving going taking writing testing debugging"
    " monitoring securing understanding exploring improving automating operating designing"
    # what talks are about
    " kubernetes docker container containers cluster clusters cloud native service services mesh"
    " microservice microservices serverless function functions api apis app apps application"
    " applications network networks networking storage security secure identity policy policies"
    " data database databases stream streams streaming queue queues event events message messages"
    " log logs logging metric metrics trace traces tracing observability monitoring alerting"
    " machine deep artificial intelligence model models training inference gpu gpus edge iot device"
    " devices hardware software platform platforms infrastructure system systems distributed scale"
    " performance reliability resilience availability chaos failure failures disaster recovery"
    " backup migration upgrade upgrades deployment deployments delivery integration continuous"
    " pipeline pipelines automation configuration operator operators controller controllers resource"
    " resources scheduler scheduling runtime runtimes image images registry registries build builds"
    " tool tools tooling framework frameworks library libraries language languages code coding"
    " programming developer developers development engineering engineer engineers operations ops"
    " devops devsecops gitops finops team teams culture people human humans user users customer"
    " customers business enterprise startup startups open source project projects foundation"
    " standard standards specification protocol protocols architecture architectures design designs"
    " web mobile browser server servers client clients node nodes pod pods volume volumes secret"
    " secrets key keys proxy proxies gateway gateways ingress load balancing balancer dns certificate"
    " certificates authentication authorization encryption compliance governance risk attack attacks"
    " defense threat threats vulnerability vulnerabilities supply chain python java rust go golang"
    " javascript linux windows unix kernel ebpf wasm webassembly envoy istio linkerd helm prometheus"
    " grafana kafka spark hadoop postgres postgresql mysql redis mongodb cassandra etcd fluentd"
    " jaeger opentelemetry terraform ansible jenkins argo flux knative openshift openstack mesos"
    " julia pascal aurora iris hugo siri claude dex"
    " android ios react angular vue node django flask rails spring graphql rest grpc http https tls"
    # what positions and departments are called
    " marketing strategy product products sales finance legal research science innovation quality"
    " assurance support success technical technology technologies digital global regional"
    " international general special interest group groups working management leadership program"
    " programme programs fleet field solution experience advocacy relations information"
    # shapes, amounts, states
    " big small large little fast slow faster slower easy hard simple simpler complex safe safer"
    " modern legacy hybrid multi single dual public private remote local global virtual real world"
    " true false right wrong high low long short end start stop begin beginning full half empty"
    " free cheap smart dark light red green blue black white yellow love hate hope fear fun profit"
    " concert show power powers magic art craft science rise fall return revenge quest battle war wars peace"
    " game games play life death world worlds earth space sea sky fire water wind storm house home city"
    " school work works job jobs money time value cost costs price worth edition special".split()
)
"""Words of titles, subjects and departments. Whoever's name holds one begins with a given name."""

WORDS_THAT_ARE_NAMES = frozenset(
    "will may hope mark grant art bill rose grace joy jack frank christian august summer faith drew"
    " chase dean earl duke page max ray rich sky sunny guy dale glen lane hunter mason parker carter"
    " chip dash ruby jade pearl melody harmony crystal amber ginger olive basil sandy rocky dusty"
    " rob pat sue dot pam jet ram ali ava cam cy don gene june april jan lance miles noble norm pierce"
    " royal stone victor wade ward till ash demi".split()
)
"""Given names that are words as well: a word of titles behind them shows that they are."""

_WORDY_ENDINGS = (
    "tion", "tions", "ment", "ments", "ness", "ical", "ability", "ility", "ology", "ization",
    "isation", "izing", "ising", "ating", "ership", "ware", "ware", "ities", "ively", "fully",
)  # fmt: skip


_CHINESE_BEGINNINGS = ("x", "zh", "qi", "jia", "guo", "yong")
"""Beginnings of given names like Xiaoning and Zhiming, and of hardly any word of titles."""


def is_to_come(text: str) -> bool:
    """Whether *text* says that it is still to be told: ``TBA``, ``To be announced``, ``Speaker TBD``."""
    said = fold(text[:80]).strip(" .!()…")
    return said in TO_COME or said.rpartition(" ")[2] in ("tba", "tbd", "tbc")


def told(name: str | None) -> str | None:
    """*name*, unless it is empty or still to be told."""
    return name if name and not is_to_come(name) else None


def is_subject_word(word: str) -> bool:
    """Whether the folded *word* belongs to titles and subjects rather than to names."""
    return (
        word in SUBJECT_WORDS
        or (len(word) > 6 and word.endswith(_WORDY_ENDINGS))
        or (len(word) > 6 and word.endswith(("ing", "able", "less", "ful")))
    ) and not word.startswith(_CHINESE_BEGINNINGS)
