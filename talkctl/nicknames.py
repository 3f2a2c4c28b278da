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

_ABROAD = """
alexander, alexandre, alejandro, alessandro, aleksander, aleksandar, aleksandr, oleksandr
alice, alicia, alisa
andrew, andreas, andre, andrei, andrey, andriy, andrea, andres, ondrej
anna, anne, ana, ann, hannah, hana
anthony, antonio, antoine, anton
catherine, katharina, katarina, catalina, ekaterina, kateryna, katrin, karin
charles, carlos, karl, carl, carlo, karel
christopher, cristobal, christoph, krzysztof
claude, claudio, klaus, nicolas, nikolaus, nikolai, nicola, mykola, nick, niklas
daniel, daniele, danilo, danil
david, davide, dawid
dmitry, dmytro, dimitri, dimitris
edward, eduardo, eduard, edoardo
elizabeth, elisabeth, isabel, elisa, elisabetta, eliza
emily, emilia, amelia
eugene, eugenio, evgeny, yevgeny, yevhen, evgeni
francis, francisco, francois, francesco, franz, frank
frederick, federico, friedrich, frederic, fredrik, fryderyk
george, jorge, georg, georges, giorgio, yuri, yuriy, jerzy, jiri, georgios
guillaume, william, wilhelm, guillermo, willem, guglielmo
helen, helena, elena, olena, alena, yelena, ilona
henry, henri, heinrich, enrique, enrico, hendrik, henrik
igor, ihor
james, jacob, jacques, jaime, jakob, jakub, diego, santiago, giacomo
joan, joanna, johanna, juana, giovanna, jane, jana, ivana
john, jean, juan, johann, johannes, jan, ivan, giovanni, joao, hans, ian, sean, evan, johan
joseph, jose, giuseppe, josef, jozef, yusuf
julia, julie, giulia, yulia, iuliia
julian, julien, giuliano, julio, julius
laura, lora, laure
lawrence, laurent, lorenzo, lorenz, lars
louis, luis, luigi, ludwig, lewis, lluis
luke, luca, lucas, lukas, lukasz, luc
mark, marc, marcus, markus, marco, marek, marcos
mary, maria, marie, mariya, miriam
matthew, mathieu, matteo, mateo, matthias, mateusz, matej, matt
michael, michel, miguel, mikhail, michele, mykhailo, michal, mikael, mihai
natalie, natalia, nataliya, natasha
olga, helga, olha
paul, pablo, paolo, pavel, pawel, pavlo, paulo
peter, pierre, pedro, pietro, piotr, petr, petro, pieter
philip, philippe, felipe, filippo, filip
ralph, raul, raoul, rolf
raphael, rafael, raffaele, rafal
richard, ricardo, riccardo, ryszard
robert, roberto, ruprecht
roger, rogerio, rudiger
sergei, sergey, sergio, serge, serhii, sergiy
simon, simone, szymon
sophie, sofia, sophia, zofia
stephen, steven, stefan, stephan, stefano, esteban, etienne, istvan, szczepan
susan, susanna, suzanne, zuzana
theodore, fyodor, teodor, fedor
theresa, teresa, therese
thomas, tomas, tomasz, tommaso
victor, viktor, vittorio
vladimir, volodymyr, wlodzimierz
xavier, javier, saverio
"""
"""What one first name is in other languages: people write the form they know best."""


def _circles(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for line in text.strip().splitlines():
        circle = line.split(", ")
        for name in circle:
            found.setdefault(name, set()).update(circle)
    return found


_SAME_NAME = _circles(_CIRCLES)


def nicknames(name: str) -> set[str]:
    """The other forms of a first name."""
    return _SAME_NAME.get(name, set()) - {name}


def names_abroad(name: str) -> set[str]:
    """What a first name is in other languages."""
    return _circles(_ABROAD).get(name, set()) - {name}
