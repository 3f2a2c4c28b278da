"""Words that tell next to nothing of what is asked: those that ask, link, point or fill.

Small words tell no talk from another and are dropped from questions.
"""

from __future__ import annotations

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
aca acerca ademas ahi ahora al algo alguien alguna algunas alguno algunos alla alli ambos ante antes
aqui asi aunque bajo bien busco cada casi charla charlas como con conferencia conferencias conmigo
contra cosa cosas cual cuales cualquier cualquiera cuando cuanta cuantas cuanto cuantos cuya cuyo
dame damos de debe debemos deben deberia debo decir deja dejan dejar del desde dime donde dos
durante el ella ellas ello ellos en entonces entre era eramos eran eres es esa esas ese eso esos
esta estaba estabamos estamos estan estando estar estas este esto estos estoy forma formas fue
fueron fui fuimos funciona funcionan funcionar gustaria ha haber habia habla hablan hablar habra
hace hacemos hacen hacer hacerla hacerlo hacerse haces hacia haciendo haga hagan hago han hasta hay
hecho hemos hicimos hizo hubo la las le les llega llegar lleva llevar lo los luego manera maneras
mas me mediante mejor mejores menos mi mientras mio mis modo mucho muchos muy nada nadie necesita
necesitamos necesitan necesitas necesito ni ningun ninguna ninguno ningunos nos nosotros nuestra
nuestras nuestro nuestros nunca o otra otras otro otros para pero poco podemos poder podria
podriamos podrian pone ponemos ponen ponencia ponencias poner por porque pudo pueda puedan puede
pueden puedes puedo pues que queda quedar queremos querer quien quienes quiere quieren quieres
quiero quisiera sabe saben saber se sea seguir segun ser sera seran seria serian si sido siempre
siendo sigue siguen sin sino sirve sirven sobre solamente solo somos son soy su sus suyo tambien
tampoco tanto te tendra tenemos tener tengo tenia teniendo tiene tienen toda todas todavia todo
todos tras tu tus tuvimos tuvo un una unas uno unos usada usado usamos usan usando usar usarla
usarlo usas uso usos usted ustedes utiliza utilizado utilizan utilizando utilizar utilizo vamos vaya
veces vez vosotros voy vuestro y ya yo
"""
_GERMAN = """
ab aber alle allein allem allen alles als am anhand anstatt auch auf aus ausserhalb bei beim
benotige benotigt benutzen benutzt bereits besser beste besten bester bevor bin bis bist bitte bloss
brauche brauchen braucht bzw da dabei dafur damit danke dann daran darauf daraus darf daruber darum
das dass davon dazu dein deine deinen dem den denen denn der deren des deshalb dessen desto deswegen
dich die dies diese diesem diesen dieser dieses dinge dir doch dort dran drauf drin durch durfen
durfte ebenso eigentlich ein eine einem einen einer eines einmal er erst es etwa etwas euch eure
fuer funktionieren funktioniert fur ganz geben gebraucht gegen gehen geht gemacht genau genutzt
gerade gern gerne getan gewesen gibt gut gute guten guter habe haben habt hast hat hatte hatten
heute hier hinter ich ihm ihn ihnen ihr ihre ihren im immer in innerhalb ins irgendwas irgendwie ist
je jede jedem jeden jeder jedes jemand jene jetzt kann kannst kein keine koennen kommen kommt konnen
konnte konnten lasse lassen lasst mache machen machst macht man manche manchmal mehr mein meine
meinem meinen meiner mich mir mit mittels mochte mochten mogen muss mussen musste mussten nach
nachdem neben nicht nichts nie niemals niemand noch nur nutze nutzen nutzt obwohl oder oft ohne raus
rein sache sachen sagen sagt schon sehr seid sein seine seinem seinen seit selbst sich sie sind so
sogar solche soll sollen sollst sollte sollten sondern statt trotz trotzdem tue tun tut uber
uberhaupt ueber um und uns unser unsere unserem unseren unserer unter usw verwende verwenden
verwendet viel vom von vor vortrag vortrage wahrend wann waren warst warum was weil weise weiss
welche welchem welchen welcher welches wem wen wenig weniger wenn wer werden wessen wie wieder wir
wird wirklich wirst wissen wo wofur woher wohin wollen wollt wollte wollten womit woran worden worum
wozu wurde wurden wurdest zeigen zeigt zu zum zur zusammen zwar zwischen
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
means middle mind more much multiple near nearly necessary next nice nobody number old once ordinary
own part parts people person pick place places point possible prefer prevent problem problems proper
properly provide put quick quickly quite ready real really reason reasons recent reduce reduced
reducing require right run running runs safely say second seen setting several simple simply single
small smaller solve solving someone sometimes soon sort special stand start started starting stay
step stop story strange stuff suddenly support supporting take taken taking tell thing things think
thought three time times tiny together told tried true turn two type understand unknown using
various versus vs wait want wanted whole wide wish work worked working works world worry worth write
writing written wrong year years young
"""

SMALL_WORDS = frozenset(f"{_ENGLISH} {_SPANISH} {_GERMAN}".split())
"""Folded, as the words of a query are."""

FOREIGN = frozenset(f"{_SPANISH} {_GERMAN}".split()) - frozenset(_ENGLISH.split())
"""Those that no English query has."""

AMBIGUOUS = frozenset("bin den des die dies dir dos era es gut ha hat man mit solo tun war".split())
"""Those that are words of their own in English: small only in the company of other foreign ones."""

FILLERS = frozenset(_FILLERS.split())
"""Words that fill a question without telling much: beside others they count half."""

POINTING = frozenset(
    "a an the my our your his her its their this that these those some any".split()
)
"""Words that point at a thing without telling what it is: phrases are the same without them."""
