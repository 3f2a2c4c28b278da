"""When two spellings of a name are one person's, and what looks like a name at all."""

from __future__ import annotations

import re
from functools import lru_cache

from talkctl.text import fold, words

_HONOURS = frozenset(
    "dr mr mrs ms mx prof professor sir dame rev phd md msc bsc mba jr sr ii iii iv esq".split()
)
_PARTICLES = frozenset(
    "de da do dos das del della di du des la le les el al bin ibn ben van von der den ten ter"
    " zu zum zur af av y e st san mc mac o abu".split()
)
_BRACKETED = re.compile(r"\([^()]*\)|“[^”]*”|\"[^\"]*\"")
_INITIALS = re.compile(r"\b(?:\w\.\s?){2,}")
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[-'’.·])*$")
_WIDE_SCRIPT = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+(?:[\s·][\u3040-\u9fff]+)?$")

_GIVEN_NAMES = frozenset(
    "aaron abby abdul adam adrian ahmed aisha akash alan alana albert alberto alejandro alena alex"
    " alexander alexandra alexis alice alina allison amanda amber amir amit amy ana anand andre"
    " andrea andreas andrei andrew andy angela anil anita ankit ann anna anne annette anthony anton"
    " antonio anya aparna april arjun armon arthur arun ashley audrey barbara bart beatriz ben"
    " benjamin bernd beth bill bob boris brad brandon brendan brian bridget bruce bryan caleb camille"
    " carl carla carlos carmen carol caroline catherine cecilia charles charlotte chen cheryl chloe"
    " chris christian christina christine christoph christopher claire clara claudia clayton colin"
    " craig cristina daisuke dan dana daniel daniela dave david dawn dean deborah deepak denis"
    " dennis derek diana diane diego dmitri dmitry dominic donald donna doug douglas duncan edward"
    " elena eli elisabeth elizabeth ellen emil emily emma eric erica erik erin ernesto ethan eugene"
    " eva evan evelyn fabio fabrizio fatima felix fernando florian frances francesca francesco"
    " francis francisco frank fred frederic gabriel gabriela gareth gary george gerald gerard gina"
    " giovanni giulia grace graham greg gregory guido guillaume gustavo hannah hans harry heather"
    " helen henrik henry hiroshi holly hugo ian igor ilya ines ingrid irina isaac isabel ivan jack"
    " jackie jacob jaime james jamie jan jane janet jason javier jay jean jeff jeffrey jennifer"
    " jenny jeremy jerome jessica jesus jill jim joan joana joanna joao joe joel johan johannes john"
    " jon jonas jonathan jordan jorge jose joseph josh joshua juan juha julia julian julie julien"
    " jun jürgen justin kai karen karl karthik kate katherine kathryn katie katrin keith kelly"
    " kelsey ken kenneth kevin kim klaus kris kristen kristin kumar kyle lachlan lars laura lauren"
    " laurent leah lee lena leo leon leonardo leslie li lin linda lisa liu liz lorenzo louis louise"
    " luca lucas lucia luis lukas luke lynn magnus maria marc marcel marco marcus margaret maria"
    " marie marina mario mark markus marta martin martina mary mateo matt matteo matthew matthias"
    " maurice max maya megan mei melissa michael michal michel michelle miguel mike mikhail milan"
    " mohamed mohammed molly monica nadia nancy naoki natalia natalie nathan neha neil nick"
    " nicholas nico nicolas nicole nikhil nikita nina noah nora oleg oliver olivia omar oscar owen"
    " pablo pamela paolo pat patricia patrick paul paula pavel pedro peter petra phil philip philipp"
    " philippe pierre piotr priya rachel rafael raj rajesh ralph ramesh randy raphael raul ravi ray"
    " rebecca renata ricardo richard rick rita rob robert roberto robin roger rohit roland roman ron"
    " rosa roy ruben russell ruth ryan sally sam samantha samuel sandra sanjay sara sarah scott sean"
    " sebastian sergei sergey sergio shane shannon sharon shawn sheila silvia simon simone sofia"
    " sonia sophie stefan stefano stella stephan stephanie stephen steve steven stuart sue sunil"
    " susan suzanne sven svetlana takashi tamara tania tanya tatiana ted teresa terry theo theresa"
    " thomas tim timo timothy tina tobias todd tom tomas tony tracy travis trevor tyler uwe valentina"
    " valerie vanessa vera veronica victor victoria vijay vincent vikram virginia vivek vladimir"
    " walter wei wendy will william wolfgang xavier yan yasmin yoko yuki yuri yves zhang zoe".split()
)
"""Given names common enough that a capitalised word which is one is taken for a person."""


@lru_cache(maxsize=65536)
def name_parts(name: str) -> tuple[str, ...]:
    """The folded words of *name* that tell people apart: no titles, nicknames, suffixes or dots.

    ``Dr. Jane “JJ” O’Neil-Doe Jr`` gives ``jane``, ``oneil``, ``doe``; ``A.J. Lee`` gives ``aj``,
    ``lee``.
    """
    bare = _BRACKETED.sub(" ", name)
    bare = _INITIALS.sub(lambda found: re.sub(r"[.\s]", "", found[0]) + " ", bare)
    parts = tuple(part for part in words(bare) if part not in _HONOURS)
    return parts or tuple(words(name))


def name_key(name: str) -> str:
    """*name* with its parts run together in their order, particles and spacing ignored."""
    return "".join(name_parts(name))


def same_person(one: str, other: str) -> bool:
    """Whether two spellings are certainly one name, written more or less fully.

    Order, accents, titles and spacing do not count. Names between the first and the last may be
    shortened or left out: ``Frank B Greco Jr`` is ``Frank Basil Greco``, ``Ahmet Balkan`` is
    ``Ahmet Alp Balkan``.
    """
    first, second = name_parts(one), name_parts(other)
    if not first or not second:
        return False
    if "".join(first) == "".join(second):
        return True
    if sorted(first) == sorted(second):
        return True
    if len(first) < 2 or len(second) < 2:
        return False
    if first[0] != second[0] or first[-1] != second[-1]:
        return False
    middle, other_middle = first[1:-1], second[1:-1]
    if len(middle) > len(other_middle):
        middle, other_middle = other_middle, middle
    return all(any(_abbreviates(a, b) for b in other_middle) for a in middle)


def _abbreviates(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def plausibly_same(one: str, other: str) -> bool:
    """Whether two spellings may be one person, when both stand in the account of one talk.

    Looser than :func:`same_person`: a first name alone, a short form (``Vish`` and ``Vishnu``) or
    a slip of the pen (``Micheal`` and ``Michael``) is enough there.
    """
    if same_person(one, other):
        return True
    first, second = name_parts(one), name_parts(other)
    if not first or not second:
        return False
    if len(first) == 1 or len(second) == 1:
        short, full = (first, second) if len(first) == 1 else (second, first)
        return short[0] in (full[0], full[-1])
    if first[-1] == second[-1] and _short_form(first[0], second[0]):
        return True
    return slips(one, other) <= 2


def _short_form(one: str, other: str) -> bool:
    short, full = sorted((one, other), key=len)
    return full.startswith(short) and (len(short) > 2 or len(short) == 1)


def slips(one: str, other: str) -> int:
    """How many slips of the pen lie between two names: an exchange of neighbours is one."""
    from rapidfuzz.distance import OSA

    return OSA.distance(name_key(one), name_key(other))


def looks_like_name(text: str) -> bool:
    """Whether *text* is written as people's names are: two to five capitalised words.

    A single word is never enough, nor is anything with digits or sentence marks in it.
    """
    text = _BRACKETED.sub(" ", text).strip()
    if _WIDE_SCRIPT.fullmatch(text):
        return 2 <= len(text.replace(" ", "")) <= 8
    tokens = text.split()
    if not 2 <= len(tokens) <= 5:
        return False
    capitals = 0
    for token in tokens:
        if not _NAME_WORD.match(token):
            return False
        if fold(token).strip(".") in _PARTICLES:
            continue
        if not (token[0].isupper() or (token[0].isalpha() and not token[0].islower())):
            return False
        capitals += 1
    return capitals >= 1


def begins_with_given_name(text: str) -> bool:
    """Whether the first word of *text* is a common given name."""
    found = words(text)
    return bool(found) and found[0] in _GIVEN_NAMES


def initials(name: str) -> str:
    """The capitals with which a page abbreviates *name*: ``XH`` for Xuefeng Han."""
    parts = [part for part in re.split(r"[\s.-]+", name) if part]
    return "".join(part[0].upper() for part in parts)
