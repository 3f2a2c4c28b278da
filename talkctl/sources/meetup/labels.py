"""What the lines of a Meetup page are: labels, headings, buttons of the site, asides."""

from __future__ import annotations

import re

from talkctl.sources.grammar.billing import is_nobody
from talkctl.sources.grammar.events import OF_EVENT
from talkctl.sources.grammar.markup import without_pictogram
from talkctl.sources.grammar.titles import parse_title

_LABELLED = re.compile(
    r"(?:(?:(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)|main|featured)\s+)?"
    r"(?P<label>Speakers?|Presenters?|Facilitators?|Orateur\w*|Referent\w*|Ponentes?|Intervenant\w*|Sprecher\w*"
    r"|Palestrantes?|(?:Talk|Session|Presentation|Präsentation)?\s?Titl?e|Titre|Título|Titel|Topic"
    r"|Talk|Session(?=\s*\d)|Thema|Sujet|Tema|Presentation|Vortrag|Charla|Palestra"
    r"|Présentation|Abstract|Description|Summary|Beschreibung|Résumé|Resumen|Resumo|Descripción"
    r"|(?:Talk|Session) (?:Abstract|Description|Summary)|Synopsis|About (?:the|this) talk"
    r"|Role|Position|Job(?: title)?|Company|Organi[sz]ation|Affiliation|Firma|Unternehmen|Empresa)"
    r"(?P<number>\s*(?:#|No\.?|n°)?\s?\d+)?(?:\s*\((?=[^)]{0,30}min)[^)]{0,30}\))?"
    r"\s*(?P<joint>:|[-–—.)]\s|$)\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_OPENINGS = {
    "affiliation": tuple("role position job compan organi affil firma untern empresa".split()),
    "speaker": tuple(
        "speaker presenter facilitator orateur referent ponente interven sprecher palestrante".split()
    ),
    "abstract": tuple("abstract desc summ besch rés resu synop about".split()),
}
"""How labels begin that are none of titles."""
_SPEAKERS = re.compile(
    r"(?:(?:about |meet )?(?:the |our )?speakers|about (?:the |our )?panell?ists|speaker (?:profile|bio)s?"
    r"|(?:über )?(?:die |unsere )?(?:vortragenden|referent\w*en"
    r"|referierenden|sprecher(?:innen|\W?innen)?)|(?:sobre )?(?:los |las |l[oa]s )?ponentes"
    r"|(?:à propos des |les )?(?:orateurs|intervenants)|(?:sobre )?(?:os )?palestrantes)\s*:?$",
    re.IGNORECASE,
)
"""What heads the part of a page that says who the speakers are."""
_OF_TALK = re.compile(
    r"(?:(?:about|zu[mr]?|über|sobre|à propos de)?\s*(?:the |de[nr] |la |el )?(?:talk|vortrag|session"
    r"|charla|présentation)|(?:talk )?(?:abstract|description|summary)|beschreibung|zusammenfassung|inhalt"
    r"|resumen|résumé)\s*[:–-]?\s+(?P<title>\S.*?)\s*:?$",
    re.IGNORECASE,
)
_DETAILS = re.compile(
    rf"(?:{OF_EVENT}|About|Agenda|Schedule"
    r"|Program(?:me)?|Programm|Programa|Ablauf|Tagesordnung|Cronograma|Timetable|Timeline"
    r"|(?:Tonight['’]s |Evening |Tentative |Rough |The )?(?:agenda|schedule|programme?)"
    r"|What['’]s on|(?:About )?The talks|Talks|(?:Zu den )?Vorträgen?|Charlas"
    r"|Line-?up|The plan|Plan|-{3,}|={3,}|_{3,}|\*{3,})"
    r"(?:\s*\([^()]{1,30}\))?\s*:?$",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"(?:Skip to (?:main )?content|Meetup(?: logo| home)?|Search events|English"
    r"|Event (?:host )?photo|Past event"
    r"|Log in|Sign up|Sign in|Public (?:event|group)|Online event|In-person event"
    r"|Find events|Start a new group|Event Location|Share|Save|RSVP(?: closed)?|Going|Not going"
    r"|Report this event|See all|Copy link|Add to calendar|Print|Tweet|Attend|Register|Follow"
    r"|Virtual event|Hybrid event|This event has passed|Free|Every (?:week|month)\b.*|Event ended"
    r"|Needs a location|Link visible for attendees|Waitlist(?: open)?|Show map|Hide map|Read more"
    r"|Overview|Event lasts\b.*"
    r"|Eventbrite|Discover|Create Events|Help Center|Explore events|Presented by|Subscribe|Featured in\b.*"
    r"|Home|My events|Evento?|See more events|Show more|Join this group|Contact|\d+ (?:spots?|seats?) left)$",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?:(?:our |thanks? (?:to |you )?(?:our )?|about (?:our |the )?)?"
    r"(?:sponsors?|venue|location|parking|directions|hosts?|organi[sz]ers?|partners?|group|chapter)"
    r"(?: information| info)?|(?:hosted|organi[sz]ed|presented) by|tags"
    r"|how to (?:get there|find us)|getting there|address|where|when"
    r"|attendees?(?: \(\d+\))?|speakers|photos?(?: \(\d+\))?|comments?(?: \(\d+\))?|discussions?|about us"
    r"|join or login to comment\.?|similar events|related topics|you may also like|code of conduct|rsvps?"
    r"|accessibility|contact"
    r"|call for (?:speakers|papers|talks)|food|follow us.*|social media|event dashboard|language"
    r"|(?:more )?events in\b.*|members are also interested in|group links|\d+ attendees?|host(?:s|ed by)?"
    r"|covid(?:-19)?(?: policy| rules)?|health and safety|anfahrt|ort|adresse|teilnehmer \(\d+\)|sponsoren"
    r"|date and time|fecha y hora|date et heure|datum und uhrzeit|data e hora"
    r"|lieu|accès|participants? \(\d+\)|lugar|ubicación|dirección"
    r"|patrocinador(?:es)?|asistentes \(\d+\)"
    r"|organizador(?:es)?|facilitators?|prizes|raffle prizes|remote attendance|live ?stream|registration"
    r"|security|entrance|wi-?fi|notes?|nb|important|stay in touch|links|sponsored by|venue sponsor"
    r"|food sponsor|cost|price|admission|eintritt|want to speak\??|interested in speaking\??|tickets)"
    r"(?:\s*:(?P<rest>.*))?$",
    re.IGNORECASE,
)
"""What heads a part of the page that is about the house and not about the talks."""

_EMPHASIS = re.compile(
    r"(?<!\w)(?P<mark>[*_])(?=\S)(?P<inside>[^*_]{1,300}?)(?<=\S)(?P=mark)(?!\w)"
)
_QUOTED_MAIL = re.compile(r"^>{1,3}\s+(?=\S)")
_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_BRACKET_BEHIND = re.compile(r"\s*\([^()]{1,30}\)$")
_NUMBERED = re.compile(r"(?:\(?\d{1,2}[.)]|[•*·–➡→●○◦‣⁃-])\s+(?P<what>\S.*)$")
NUMBER_ALONE = re.compile(
    r"(?:talk|speaker|session|presentation|présentation|vortrag|charla|palestra)"
    r"\s*(?:#|n°|no\.?)?\s*(?P<number>\d{1,2})",
    re.IGNORECASE,
)
"""What names a talk by nothing but its number."""
LONGEST = 500


def plain(text: str) -> str:
    """*text* without the marks of emphasis that Meetup's own editor leaves, and without a
    pictogram in front."""
    text = bare(text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(r"\g<inside>", text.replace("**", "").replace("__", "").strip())
    return _HEADING.sub("", text)


def bare(text: str) -> str:
    """*text* without outer blanks, marks of a quoted mail, and a pictogram in front."""
    return without_pictogram(_QUOTED_MAIL.sub("", text.strip()))


def label_of(text: str) -> re.Match[str] | None:
    """The label that *text* opens with, if it is one and not a title of that name."""
    found = _LABELLED.match(text) if len(text) <= LONGEST else None
    if not found:
        return None
    numbered = found["number"] or found["ordinal"]
    if found["joint"] != ":" and (not numbered or is_nobody(found["value"])):
        return None
    return found


def label_name(label: re.Match[str]) -> str:
    """Whether a label is of a ``speaker``, their ``affiliation``, a ``title`` or an ``abstract``."""
    word = label["label"].lower()
    opened = (name for name, openings in _OPENINGS.items() if word.startswith(openings))
    ends = word.endswith(("abstract", "description", "summary"))
    return next(opened, "abstract" if ends else "title")


def unnumbered(text: str) -> str:
    """*text* without ``Talk 2:`` in front."""
    label = label_of(text)
    return label["value"] if label and label["value"] and label_name(label) == "title" else text


def entry_of_list(text: str) -> str | None:
    """What stands on a line behind a number or a bullet."""
    found = _NUMBERED.match(text) if len(text) <= LONGEST else None
    return found["what"].strip() if found else None


def is_details(text: str) -> bool:
    """Whether *text* heads the part of the page that tells of the event."""
    return bool(_DETAILS.match(text))


def is_about_speakers(text: str) -> bool:
    """Whether *text* heads the part of the page that says who the speakers are."""
    return len(text) <= 60 and bool(_SPEAKERS.match(text))


def title_told_of(text: str) -> str | None:
    """The title in ``Abstract: Deep Water``, ``Zum Vortrag „Deep Water“:``."""
    found = _OF_TALK.match(text) if len(text) <= 260 else None
    return found["title"] if found else None


def is_site(text: str) -> bool:
    """Whether *text* is a button or a notice of the site."""
    return bool(_SITE.match(text))


def aside_of(text: str) -> re.Match[str] | None:
    """The heading of a part about the house, if *text* is one."""
    return _ASIDE.match(text)


def title_key(text: str) -> str:
    """What two spellings of one title have in common: people, numbers, labels and what stands in
    brackets behind it aside."""
    from talkctl.text import key

    title = parse_title(unnumbered(entry_of_list(text) or text)).title
    return key(_BRACKET_BEHIND.sub("", title)) or key(title)
