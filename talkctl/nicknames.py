"""First names that are short for one another without one beginning like the other."""

from __future__ import annotations

_CIRCLES = """
alex, alexander, alexandra, sasha
andy, drew, andrew
becky, rebecca
beth, liz, lisa, betty, elizabeth
bill, billy, will, william
bob, bobby, rob, robert
chris, kris, christopher, christian, christine, christina, kristina, kristin
cathy, kathy, kate, katie, katherine, catherine, kathryn
chuck, charlie, charles
dave, david
dick, rick, ricky, rich, richard
dimitri, dmitri, dmitry, dima
ed, eddie, ted, edward
eric, erik, erich
frank, francis, francisco
fred, frederick
geoff, jeff, geoffrey, jeffrey
greg, gregory
hank, harry, henry
jack, john, johnny, jon, jonathan
jenny, jen, jennifer
jerry, gerald
jim, jimmy, james
joe, joey, joseph, josef
larry, lawrence, laurence
maggie, meg, peggy, margaret
mark, marc, marcus
mike, mick, michael, micheal, mikhail
nate, nathan, nathaniel
nick, nicholas, nicolas
pepe, jose
phil, philip, phillip
ray, raymond
ron, ronald
sandy, alexandra
stefan, steffen, stephan
steve, steven, stephen
sue, susan
tom, tommy, thomas
tony, anthony, antonio
vince, vinny, vincent
"""

_SAME_NAME: dict[str, set[str]] = {}
for _line in _CIRCLES.strip().splitlines():
    _circle = _line.split(", ")
    for _name in _circle:
        _SAME_NAME.setdefault(_name, set()).update(_circle)


def nicknames(name: str) -> set[str]:
    """The other forms of a first name."""
    return _SAME_NAME.get(name, set()) - {name}
