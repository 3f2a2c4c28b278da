"""Lists of words that search goes by: those that tell nothing, and those used for one another.

Small words ask, link or fill: they tell no talk from another and are dropped from questions.

Kindred words are used for one another by people who half remember a talk. Each line of their list,
with what is set in below it, is a circle of words and phrases near to one another. They count for
little, so a talk which has the word itself always comes first. General words of the trade only; add
to it freely.
"""

from __future__ import annotations

from functools import cache
from os.path import dirname, join

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

AMBIGUOUS = frozenset("den die dies hat man war".split())
"""Those that are words of their own in English: small only in the company of other foreign ones."""

FILLERS = frozenset(_FILLERS.split())
"""Words that fill a question without telling much: beside others they count half."""

_LEADS_TO = " > "


def kindred(phrase: str) -> list[str]:
    """Words and phrases that are used for *phrase*, given in single blanks, or that it leads to."""
    text = _thesaurus()
    found: dict[str, None] = {}
    at = text.find(wanted := f", {phrase},")
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, text.index("\n", at)
        asked, leads, near = text[start:end].partition(_LEADS_TO)
        if at - start < len(asked):
            found |= dict.fromkeys((near if leads else asked)[2:-1].split(", "))
        at = text.find(wanted, end)
    found.pop(phrase, None)
    return list(found)


@cache
def _thesaurus() -> str:
    """The lines of the list, each with a comma before and behind every phrase."""
    with open(join(dirname(__file__), "thesaurus.txt"), encoding="utf-8") as lines:
        text = lines.read().replace("\n  ", " ").replace(_LEADS_TO, f",{_LEADS_TO}, ")
    return "".join(f", {line},\n" for line in text.split("\n") if line and line[0] != "#")
