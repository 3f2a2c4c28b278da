"""What a person is called: the name to show, the id that follows from it, the other names, and
which names are so common that two people at two companies may both bear them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from talkctl.givennames import begins_with_given_name
from talkctl.identity.beyond import Taken
from talkctl.identity.corrections import Corrections
from talkctl.identity.events import DECIDED
from talkctl.identity.figures import Figure
from talkctl.names import name_key, name_parts, same_person
from talkctl.record import Alias
from talkctl.text import fold, slug

_HONOUR = re.compile(
    r"^(?:(?:(?:dr|prof|mr|mrs|ms|mx|sir)\.?|(?:ing|dipl)\.)[\s-]+)+|,?\s+(?:ph\.?\s?d|[mbd]\.?sc|mba)\.?$",
    re.IGNORECASE,
)
_ODD_CASE = re.compile(r"[a-z][A-Z]+\b|^[A-Z\W]{6,}$|^[a-z\W\d]+$|,")
"""Letters in a case that names are not written in: ``CzarkowskI``, all capitals, all small."""


def best_name(cluster: list[Figure]) -> str:
    """The name to show: written as names are, as often billed as any, and in full."""
    counts = Counter(name for figure in cluster for name in figure.spellings)
    spellings = {_HONOUR.sub("", name).strip() or name: count for name, count in counts.items()}
    first = next(iter(spellings))
    kin = [name for name in spellings if same_person(name, first)] or [first]

    def rank(name: str) -> tuple[bool, int, int, int]:
        full = sum(len(part) for part in name_parts(name))
        return bool(_ODD_CASE.search(name)), -full, -spellings[name], kin.index(name)

    return min(kin, key=rank)


def free_id(name: str, taken: Taken) -> str:
    """The id that follows from *name*, with a number behind it if it is *taken*."""
    base = slug(name)
    identifier, number = base, 2
    while identifier in taken:
        identifier, number = f"{base}-{number}", number + 1
    return identifier


def other_names(
    name: str, cluster: list[Figure], corrections: Corrections, given: Sequence[str]
) -> tuple[Alias, ...]:
    """Every name of a person but *name*, with where it is from; *given* are those of the user."""
    found = {
        spelling: document
        for figure in cluster
        for spelling, document in figure.spellings.items()
        if spelling != name
    }
    known = {name_key(name), *(name_key(spelling) for spelling in found)}
    for facts in corrections.people:
        if known.intersection(name_key(other) for other in (facts.name, *facts.aliases)):
            for other in (facts.name, *facts.aliases):
                if fold(other) != fold(name):
                    found.setdefault(other, corrections.document)
    for other in given:
        if fold(other) != fold(name):
            found.setdefault(other, DECIDED)
    return tuple(Alias(spelling, document) for spelling, document in sorted(found.items()))


_GIVEN = frozenset(
    "adam alan alex alexander alexandra ali alice amanda amit amy ana andre andrea andreas"
    " andrew andy anna anne anthony antonio ben benjamin bill bob brian carlos charles chen chris"
    " christian christopher claudia dan daniel daniela dave david dmitry ed edward elena emily"
    " emma eric erik fabio fernando florian francesco francisco frank gary george greg hans henry"
    " ian igor ivan jack jacob jake james jan jane jason javier jean jeff jennifer jessica jim"
    " jing joao joe johannes john jonathan jose joseph josh joshua juan julia julian justin karl"
    " kate kevin kim klaus kumar laura lee lei li linda lisa liu lucas luis lukas marc marco"
    " maria mario mark markus martin mary matt matteo matthew matthias max mei michael michel"
    " michelle miguel mike min ming mohamed mohammed nick nicole nicolas oliver olivier pablo"
    " patrick paul paulo pavel pedro peng peter phil philip philipp pierre priya rachel rahul raj"
    " ravi richard rob robert roberto ryan sam samuel sandra sara sarah scott sean sebastian"
    " sergey simon sophie stefan stephen steve steven sun sunil susan thomas tim tobias tom tony"
    " victor vijay wang wei will william xiao xin yan yang yi ying yu yuki zhang".split()
)
_FAMILY = frozenset(
    "adams ahmed alexander ali allen alvarez anderson bailey baker becker bennett brown butler"
    " campbell carter chan chang chen cheng chung clark clarke collins cook cooper costa cox cruz"
    " das davies davis desai diaz dubois edwards evans fernandez ferreira fischer flores foster"
    " garcia gao gomez gonzalez gray green gupta hall han hansen harris he hernandez hill"
    " hoffmann howard hu huang hughes ito ivanov jackson jain james jansen jensen johansson"
    " johnson jones joshi kapoor kelly khan kim king klein koch kumar lee lewis li lim lin liu"
    " long lopez lu ma martin martinez meyer mehta miller mitchell moore morgan morris muller"
    " mueller murphy myers nair nelson nguyen nielsen novak oliveira ortiz park parker patel"
    " pereira perez peters petrov phillips popov powell price ramirez rao reddy reed reyes"
    " richards richardson richter rivera roberts robinson rodriguez rogers ross rossi russell"
    " sanchez sanders santos sato schmidt schmitt schneider schroder schulz scott shah sharma"
    " silva singh smirnov smith song souza stewart sun suzuki tan tanaka tang taylor thomas"
    " thompson torres tran turner walker wang ward watanabe watson weber white williams wilson"
    " wolf wong wood wright wu xu yamamoto yang young yu zhang zhao zheng zhou zhu zimmermann".split()
)


def is_common(name: str) -> bool:
    """Whether two people may bear *name*: both parts are common, or one is not told.

    It follows from the name alone, so that nobody becomes two people when others come.
    """
    parts = name_parts(name)
    if len(parts) == 1:
        return parts[0] in _GIVEN or begins_with_given_name(name)
    if len(parts) != 2:
        return False
    first, last = parts
    if len(first) == 1 or len(last) == 1:
        return True
    return (first in _GIVEN and last in _FAMILY) or (last in _GIVEN and first in _FAMILY)
