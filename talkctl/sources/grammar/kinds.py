"""What kind of session a title gives away, and the level it states.

Keynote: Slack Water          keynote, the prefix is no part of the title
⚡ Lightning Talk: Barnacles   lightning
Community Awards              awards
Doors open, pizza & drinks    social, if nobody is billed
Helm Chart Patterns [I]       intermediate; other brackets are part of the title
"""

from __future__ import annotations

import re

from talkctl.text import fold, words

_LEVEL_WORD = (
    r"Beginners?|Introductory|Novice|Intermediate|Advanced|Expert|Any|All|Anfänger|Fortgeschrittene"
)
_LEVELS = {
    "b": "beginner", "i": "intermediate", "a": "advanced",
    "beginner": "beginner", "beginners": "beginner", "introductory": "beginner",
    "introduction": "beginner", "novice": "beginner", "easy": "beginner", "basic": "beginner",
    "intermediate": "intermediate", "medium": "intermediate", "mid": "intermediate",
    "advanced": "advanced", "expert": "advanced", "experienced": "advanced",
    "any": "any", "all": "any", "everyone": "any", "anfanger": "beginner",
    "fortgeschrittene": "advanced", "principiante": "beginner", "principiantes": "beginner",
    "basico": "beginner", "iniciante": "beginner", "debutant": "beginner", "mittel": "intermediate",
    "intermedio": "intermediate", "intermediario": "intermediate", "intermediaire": "intermediate",
    "avanzado": "advanced", "avancado": "advanced", "avance": "advanced",
}  # fmt: skip
_LEVEL_TAG = re.compile(
    rf"(?:(?<=\s)|^|(?=\S+\s*(?:$|[-–—])))(?:\[(?P<letter>(?-i:[BIA]))\](?=\s|$)"
    rf"|\[(?P<word>{_LEVEL_WORD})(?:\s+(?:Skill\s+)?Levels?)?\]"
    rf"|\((?P<skill>{_LEVEL_WORD})(?:\s+(?:Skill\s+)?Levels?)\)"
    rf"|\((?:(?:Skill\s+)?Level:\s*)?(?P<bare>{_LEVEL_WORD})\)(?=\s*(?:$|[-–—]\s|\()))",
    re.IGNORECASE,
)

_KIND_PREFIXES = {
    "keynote": "keynote", "keynote session": "keynote", "sponsored keynote": "keynote",
    "opening keynote": "keynote", "closing keynote": "keynote", "keynotes": "keynote",
    "keynote address": "keynote", "keynote talk": "keynote", "invited keynote": "keynote",
    "keynote panel": "keynote", "plenary": "keynote", "opening plenary": "keynote",
    "closing plenary": "keynote", "plenary talk": "keynote", "plenary lecture": "keynote",
    "invited talk": "talk", "contributed talk": "talk", "panel": "panel", "panel discussion": "panel",
    "panel session": "panel", "workshop": "workshop", "tutorial": "tutorial",
    "lightning talk": "lightning", "lightning": "lightning", "lightning talks": "lightning",
    "project lightning talk": "lightning", "sponsored lightning talk": "lightning",
    "poster": "poster", "poster session": "poster", "salon": "salon",
    "technical salon": "salon", "talk": "talk", "session": "talk",
    "table ronde": "panel", "mesa redonda": "panel", "podiumsdiskussion": "panel",
    "podium": "panel", "podiumsgespräch": "panel", "tavola rotonda": "panel",
    "laboratorio": "workshop", "lecture": "talk", "vorlesung": "talk",
    "atelier": "workshop", "taller": "workshop", "oficina": "workshop",
    "vortrag": "talk", "charla": "talk", "palestra": "talk", "training": "workshop",
    "charla magistral": "keynote", "charla inaugural": "keynote", "conferencia magistral": "keynote",
    "ponencia magistral": "keynote", "conferencia inaugural": "keynote",
    "palestra magna": "keynote", "keynote-vortrag": "keynote", "keynote douverture": "keynote",
    "keynote de cloture": "keynote", "conference douverture": "keynote",
    "conference de cloture": "keynote", "eroffnungsvortrag": "keynote", "基調講演": "keynote",
    "painel": "panel", "panel de discusion": "panel", "schulung": "workshop", "formation": "workshop",
    "charla relampago": "lightning", "blitzvortrag": "lightning", "charlas relampago": "lightning",
    "presentations eclair": "lightning", "conferences eclair": "lightning",
    "blitzvortrage": "lightning", "ignite": "lightning", "ignites": "lightning",
    "palestras relampago": "lightning", "minicurso": "tutorial",
}  # fmt: skip
_PREFIX = re.compile(
    r"[\W_]{0,4}(?P<kind>[^\W\d_]+(?:[ '’-][^\W\d_]+){0,2})(?:\s#?\d{1,2})?(?P<joint>\s?:|\s[-–—])\s+(?=\S)"
)
_IN_BRACKET = re.compile(r"\[\s*(?P<kind>[^\[\]]{4,30}?)\s*\]\s*[:–—-]?\s*(?=\S)")

_BRACKETED_BEHIND = re.compile(
    r"(?<=\S)\s*[\[(](?P<kind>keynote|lightning(?: talk)?|panel(?: discussion)?"
    r"|podiumsdiskussion|mesa redonda|table ronde)[\])]$",
    re.IGNORECASE,
)
_ORDINAL = r"^(?:\w{1,2}[.)]\s+)?"
_KIND_TITLES = (
    (
        "keynote",
        re.compile(
            _ORDINAL + r"(?:opening |closing )?keynotes?\b(?!s? (?:speakers?))|[:–—-] keynote$",
            re.I,
        ),
    ),
    ("awards", re.compile(r"\bawards?(?: ceremony| presentation)?$", re.I)),
    ("lightning", re.compile(_ORDINAL + r"lightning talks?\b", re.I)),
    ("salon", re.compile(r"\bsalon$", re.I)),
    ("panel", re.compile(r"\bpanel(?: discussion)?(?:$|:| [-–—])", re.I)),
    ("workshop", re.compile(r"\bworkshop$|\(workshop\)", re.I)),
    ("tutorial", re.compile(r"\btutorial$|\(tutorial\)", re.I)),
    ("poster", re.compile(r"^poster session|\bposters?$", re.I)),
)
_KIND_INTERLUDES = (
    ("break", re.compile(
        r"^(?:\w+ )?(?:break(?:s|fast)?|lunch(?:eon)?|brunch|coffee|tea)\b(?! (?:with|and) .* talk)"
        r"|^(?:pre-?|on-?site )?regist(?:ration|er|rierung)\b|^check-?in\b|^badge pick|^akkreditierung\b"
        r"|^(?:credenciamento|acreditaci[oó]n|cafezinho|fika|lanche|merienda|goûter)\b"
        r"|^(?:\w+-?)?(?:kaffee)?pau[sz]e\b|^mittag(?:essen|spause)?\b|^(?:d[ée]jeuner|dîner)\b|^almoço\b"
        r"|^caf[ée]s?(?:$| (?:y|e|et|und)\b)"
        r"|^(?:registro|credenciamento|acreditaci[óo]n(?:es)?|acreditação|anmeldung)$"
        r"|^(?:almuerzo|comida|descanso|intervalo|pausa|pranzo|colazione|frühstück|kaffee)\b", re.I)),
    ("social", re.compile(
        r"\b(?:reception|picnic|social$|show (?:and|&) tell|hack night|happy hour"
        r"|after-?party|social (?:time|event|hour)|booth crawl|pub crawl"
        r"|mixer|karaoke|game night|drinks|pints|dinner|pizzas?|beers?|snacks|fun run|party|raffle"
        r"|giveaways?)\b"
        r"|^(?:(?:more )?networking|\w+ social (?:at|in)\b|sociali[sz]|socials?$"
        r"|mingl|meet (?:and|&) greet|hang ?out|stick around)"
        r"|^doors? (?:open|close)|^(?:arrivals?|welcome drinks|apéro|apero|einlass|türöffnung|ankommen"
        r"|inloop|borrel|breakout rooms?)\b"
        r"|\b(?:meeting|event|meetup|evening|doors|hall|expo|exhibits?)"
        r" (?:starts?|ends?|begins?|closes?|opens?)$"
        r"|^(?:speakers?|talks?|presentations?) (?:starts?|begins?)$|^(?:talks?|presentations)$"
        r"|^(?:wrap[- ]?up|goodbyes?|farewells?|the end|close|closing time|end|food)\b(?! of)"
        r"|^(?:arrive|accueil|fin$|cierre|encerramento|ausklang|schluss$|ende$|buffet|cocktail\b|pot\b"
        r"|pub\b(?! ?sub)|drinks|umtrunk|(?:get|come)[- ]together|tacos"
        r"|burgers|bbq|apéritif|cena\b|abendessen|souper|repas|vino\b"
        r"|(?:\w+ ){0,2}prizes?(?: (?:draw|giving))?$|.*\b(?:door prizes?|with prizes)\b|5 à 7\b"
        r"|sorteos?\b|sorteios?\b|verlosung|tombola"
        r"|doors\b|venue (?:opens|closes)|chill out|after ?work)"
        r"|(?:\b(?:et|und|y|e|and)|[&+,])"
        r" (?:networking|mingling|pizzas?|drinks|beers?|apéro|bier|cervezas?)$", re.I)),
    ("other", re.compile(
        r"^(?:q ?(?:&|and|\+) ?a(?:,.*)?|questions? (?:and|&) answers?"
        r"|(?:open |group )?discussions?|open mic|diskussion|debate|questions"
        r"|(?:perguntas|preguntas|questions|fragen)[ /](?:e|y|et|und|r[ée]ponses)\b.*)"
        r"(?: session| time)?(?: (?:and|&) \w+)?[!.]*$"
        r"|^(?:(?:opening|closing|closing words|opening words|begrüßung|eröffnung|verabschiedung"
        r"|bienvenid[ao]s?|inauguración|clausura|bienvenue|mot de bienvenue|boas[- ]vindas|abertura|benvenuto"
        r"|bem-vindos"
        r"|introducción|organi[sz]er (?:intro|welcome))(?:$|[ ,&:!]+.*(?=$)))"
        r"|^(?:welcome|introductions?|intros?|announcements?|opening remarks?|closing remarks?"
        r"|land acknowledge?ments?|housekeeping|kick-?off)"
        r"(?:$|\s*\(|[ ,&:!]+(?:and|&|by|from|to|remarks?|note|welcome|intro\w*"
        r"|announcements?|the|everyone|housekeeping)\b.*|!*$)", re.I)),
)  # fmt: skip
_TYPE_LINE = re.compile(
    r"(?:^|\b)(?:(?P<keynote>keynotes?)|(?P<workshop>workshops?)|(?P<tutorial>tutorials?)"
    r"|(?P<lightning>lightning(?: talks?)?)|(?P<panel>panels?)|(?P<poster>posters?)"
    r"|(?P<break>breaks?|meals?|registration)|(?P<social>social(?: events?)?|networking|party))\b",
    re.IGNORECASE,
)
_PART = re.compile(r"\s*[(\[](?:part )?(?:\d\d?|I{1,3})(?: ?(?:/|of) ?\d\d?)?[)\]]$", re.IGNORECASE)
_LONGEST = 2000


def take_level(text: str) -> tuple[str, str | None]:
    """*text* without its level tag, and the level; other brackets are part of the text."""
    found = _LEVEL_TAG.search(text) if len(text) <= _LONGEST else None
    if not found:
        return text, None
    word = found["letter"] or found["word"] or found["skill"] or found["bare"]
    rest = f"{text[: found.start()].rstrip()} {text[found.end() :].lstrip()}"
    return rest.strip(), _LEVELS[fold(word)]


def level_named(word: str) -> str | None:
    """The level that *word* names, as in ``Experience level: Beginner``."""
    first = re.split(r"[\s(,/]", fold(word).strip(), maxsplit=1)[0]
    return _LEVELS.get(first) if len(first) > 1 else None


def grade_alone(text: str) -> str | None:
    """The level that *text* names and nothing else: ``Débutant``, ``All Skill Levels``."""
    first, *others = words(text[:60]) or [""]
    alone = {"skill", "level", "levels", "niveau", "niveaux", "nivel"}.issuperset(others)
    return level_named(first) if alone else None


def take_kind(text: str) -> tuple[str, str | None]:
    """*text* without ``Keynote:``, ``[Keynote]`` or the like, and the kind that this names."""
    bracket = _IN_BRACKET.match(text[:80])
    if bracket and (kind := _KIND_PREFIXES.get(fold(bracket["kind"]))):
        return text[bracket.end() :].strip(), kind
    found = _PREFIX.match(text[:80])
    named = fold(found["kind"]) if found else ""
    last = re.split(r"[ -]", named)[-1]
    kind = _KIND_PREFIXES.get(named) or (last if last in ("keynote", "salon") else None)
    if not found or not kind:
        return text, None
    if not found["joint"].endswith(":") and kind in ("talk", "poster", "salon"):
        return text, None
    return text[found.end() :].strip(), kind


def take_kind_behind(title: str) -> tuple[str, str | None]:
    """*title* without ``(keynote)`` at its end, and the kind that this names."""
    behind = _BRACKETED_BEHIND.search(title) if len(title) <= _LONGEST else None
    if not behind:
        return title, None
    return title[: behind.start()], _KIND_PREFIXES[fold(behind["kind"])]


def kind_named(title: str) -> str | None:
    """The kind that *title* is the name of, as ``Keynote`` or ``Lightning Talks``."""
    return _KIND_PREFIXES.get(fold(title).strip(" :-–—")) if len(title) < 60 else None


def kind_of(title: str, has_people: bool) -> str:
    """The kind that a title without prefix gives away; only what bills nobody is an interlude."""
    if len(title) > _LONGEST:
        return "talk"
    title = _PART.sub("", title) or title
    for kind, form in _KIND_TITLES if has_people else (*_KIND_TITLES, *_KIND_INTERLUDES):
        if form.search(title):
            return kind
    return kind_named(title) or "talk"


def kind_of_type(line: str) -> str | None:
    """The kind that a programme's type or track line names: ``Keynote Sessions``, ``Workshop``."""
    found = _TYPE_LINE.search(line) if len(line) <= 80 else None
    return next((kind for kind, word in found.groupdict().items() if word), None) if found else None
