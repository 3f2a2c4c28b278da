"""Words that any talk may be announced with, whatever it is about: they make nothing related.

Unlike small words they mean something when somebody searches for them; but two talks are not
alike because both *discuss challenges* and *present a solution*.
"""

from __future__ import annotations

from functools import lru_cache

from talkctl.search.wordlists import SMALL_WORDS
from talkctl.store.lexicon import base

_OCCASION = """
abstract attend attendee audience bof brief briefly chat closing conference demo
demonstrate demonstration description devroom discuss discussion dive event experience feedback
hands hear intro introduce introduction introductory join journey keynote learn learned
lecture lesson lightning main meet meetup minute morning afternoon opening organizer outline
overview panel panelist participant participate past present presentation presented presenter
question answer qa recap remark room session share slide speak speaker stage story summary summit
take talk tip topic track trick tutorial update upcoming walk walkthrough watch webinar welcome
workshop year years today tomorrow week month day days hour hours date deck part parts
"""
_DOING = """
able accept accomplish achieve act add addition additional address adopt affect aim allow analyze
announce answer appear apply approach argue arise ask assume attempt avoid become began begin
believe benefit better bring broad broaden brought build building built call care carry case cause
change changing check choose choice clear clearly close combine come compare complete complex
complexity concept conclude consider consist contain continue contribute control cope cover create
creation current currently deal decide decision deep deeper define deliver demand depend describe
design detail determine develop developed difference different difficult difficulty directly
discover easier easily easy effect effective effectively efficient efficiently effort either
enable encounter end enhance enjoy ensure entire especially essential evaluate eventually evolve
exactly examine example exist existing expand expect explain explore extend extensive face
facilitate fact fail fall familiar far feature feel figure fill final finally fine finish fit fix
fly focus follow form forward found full fully function functionality future gain gap general
generally give goal goes going gone great greater ground grow growing grown growth guide handle
happen happy hard having heart help hidden high higher highlight highly hold hope huge idea ideal
identify illustrate impact implement implementation important improve improvement include
including increase increasing increasingly individual inside insight instead intend intended
interest interested interesting involve involved issue keep key kind knew knowledge known lack
large largely larger last late later latest lead leading learning leave left less let level life
like likely limit limitation line link list little live long longer look lose lot love low lower
maintain maintaining maintenance major majority make manage manner matter mean meaning meant
mention method mind minimal mix modern moment motivation move moving multiple narrow native
natural nature near nearly necessary need needed new newly next nice note notice number numerous
obtain obvious occur offer ongoing open opportunity option order original overall overcome own
particular particularly path people perfect perform person perspective picture piece place plan
planned play plenty point popular possibility possible potential power powerful practical practice
prepare presence pretty previous previously problem proceed process produce progress project
promise proper properly propose prove provide provider pull purpose push put quality quick quickly
quite raise range rapid rapidly rather reach read ready real reality realize really reason recent
recently recognize recommend reduce refer regular relate related relevant rely remain remove
replace report require required requirement research resolve respond rest result return reveal
review rich right rise road role run running save say scenario scratch second section see seek
seem seen self sense separate series serious serve set setup several short show showcase
shown side sign significant significantly similar simple simpler simplify simply since single
situation size small solid solution solve solved someone sometimes soon sort space special
specific specifically spend stand standard start started starting state status stay step stick
still stop straightforward strategy strength strong structure style subject success successful
successfully suggest suit suitable support supported sure surprise switch system systems take
target task team technical technique technology tell tend term thank think thought thousand tool
tooling total touch tour traditional transform transition true truly trust turn type typical
typically ultimate understand understanding unique unlike use used useful user usage utilize
valuable value variety various vast version view vision wait want wide widely willing wish wonder
work worked working world worth write writing written wrong wrote
active actively actual actually advance advanced advantage ahead alike alone along already
although among amount anyway apart area around aspect available average away back background bad
basic basically basics beginning behind beside beyond big bigger biggest bit body bottom busy
careful category central certain certainly challenge challenging chance characteristic common
commonly complementary completely component comprehensive concern condition confident connect
constantly content context contrast convenient cool correct course critical crucial curious daily
dedicated default dependent desire desired detailed dig direction discussed distinct drive driven
due dynamic early effect element else emerge emerging employ encourage engage enough entirely
environment equal even evolution evolving exact exciting extremely failure familiarity fast faster
favorite few finding first five flexible flexibility folk follower following forget former
four framework free frequently fresh friend friendly front fun fundamental fundamentally further
furthermore gather generation get given global good got group half hand handful hence hey hit
however hundred immediate immediately importance impossible inform information initial initially
intelligent interaction intermediate internal item itself job joint jump known landscape largest
later latter launch lay let leverage leveraging limited literally local locally look
maximum mainly man many maybe means meanwhile mechanism member middle million minimum miss
mission model modify module moreover most mostly multi must myself name namely non normal normally
nothing obviously offering ok old online onto open operate operating opinion opposite organize
otherwise outcome output outside pain painful paper past pattern pay perhaps period personal
phase plain platform pleasure plus poor pose position positive possibly prefer premise pressure
prior pro con product productive professional program proof public pure reader real
reasonable reflect reference regarding regardless region relation relationship relatively reliable
reliably resource response responsible reuse robust roadmap rule safe said sample scale scalable
scope score seamless seamlessly secondly select selected selection send serious shall
shift side simultaneously six skill slow smart smooth somewhat source specification
spread stable stuff subset such suddenly sufficient super supporting surface sustainable tackle
taking talking taught teach ten thanks therefore thing third though three throughout thus
tie time tiny title together top toward traditionally trend tried trivial try turned two
ubiquitous unfortunately unified universal usual usually variable versus very viable wave way
whatever whenever whereas whole whose wider will win within without wonderful word worry yes yet
weve youre youll theyre theyll theyve well wed hed heres theres arent wouldnt shouldnt couldnt
havent hasnt hadnt werent wont thatll whos whys youve
pre co ex anti sub de down away ago case times succeed attempt boxed fellow foremost nowadays risk
star stars document documents term terms expert expertise mature maturity million tons guy guys
based now made another couple amazing arrive joy cross service management machine native open
zero org com www http https html net eg ie etc vs pm am utc re ve ll don doesn isn
code software application app apps web site website page industry enterprise business company
organization customer vendor market community contributor developer engineer maintainer author
user engineering development ecosystem foundation infrastructure architecture library deploy
deployment production environment requirement implementation integration integrate operation
"""
_SPANISH = """
anos aprender asistentes aunque bien cada casos charla comunidad conocer crear cualquier cosas
dentro desarrollo ejemplo ejemplos entender equipo forma gran hablar hacer herramientas hoy manera
mejor menos mundo nueva nuevo ofrece parte permite ponencia posible problemas proyecto puede pueden
realizar sistema sistemas trabajo tratar traves usar usuarios utilizar varios veces ver vida
"""
_GERMAN = """
anwendung beispiel bereits bietet dabei dafur damit einfach einige entwickler entwicklung erklart
erste ersten fragen ganz gerade gezeigt gibt hier immer jahre jahren mal mochten moglich neue neuen
problem projekt software sowie statt system systeme teil thema themen unter verschiedene viel viele
vor vorstellung vortrag wahrend weitere welt wenig wichtig zeigen zeigt zwei zwischen
"""

_IN_PHRASES = frozenset(
    "aware based code computing continuous critical cross data defined delivery deployment driven"
    " end engine free group high integration language learning library light machine"
    " management model native open operating performance platform"
    " real scale server service software"
    " source stack state store structure system table team test time web world".split()
)
"""Beside a telling word they make a name of their own: ``machine learning``, ``cloud native``."""

FURNITURE = frozenset(f"{_OCCASION} {_DOING} {_SPANISH} {_GERMAN}".split())

_ENDINGS = (
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("d", ""),
    ("ed", ""),
    ("ied", "y"),
    ("ing", ""),
    ("ing", "e"),
)


@lru_cache(maxsize=20_000)
def is_furniture(word: str) -> bool:
    """Whether *word*, folded, says nothing of what a talk is about: small, common or a number."""
    return (
        len(word) < 2
        or word[0].isdigit()
        or word in SMALL_WORDS
        or word in FURNITURE
        or any(
            word.removesuffix(ending) + instead in FURNITURE
            for ending, instead in _ENDINGS
            if word.endswith(ending) and len(word) > len(ending) + 2
        )
        or base(word) in FURNITURE
    )


def makes_phrase(first: str, second: str) -> bool:
    """Whether two folded words, side by side, may be the name of one thing."""
    telling = (not is_furniture(first), not is_furniture(second))
    return all(telling) or (
        any(telling) and (first in _IN_PHRASES if telling[1] else second in _IN_PHRASES)
    )
