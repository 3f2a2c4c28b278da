"""What the columns of a spreadsheet are, by the names that people give them.

    Title, Talk title, Vortrag, Título de la charla      the title
    Speaker 1, Speaker 2 company                         people in order, each with what is theirs
    Start (CET), Duration [min]                          the bracket names a zone or a unit

English, German, French, Spanish and Portuguese; a name may stand with "name", "url" or a number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from talkctl.text import words

_NAMES = {
    "title": "title|talk|talk title|session|session title|session name|talk name|presentation"
    "|presentation title|paper title|topic|titel|vortrag|vortragstitel|thema|sitzung|titre"
    "|titre de la conference|sujet|intitule|expose|titulo|charla|ponencia|titulo de la charla|palestra"
    "|titulo da palestra|sessao|sesion|proposal title|proposal|submission title|activity|beitrag",
    "title_perhaps": "name|event name|event title|subject|what|programme item|item|conference title"
    "|what it was about|what about",
    "subtitle": "subtitle|sub title|untertitel|sous titre|subtitulo",
    "speakers": "speaker|speakers|speaker name|speaker names|speaker full name|presenter|presenters"
    "|presenter name|presenter names|presented by|author|authors|by|who|lecturer|people|person"
    "|persons|referent|referentin|referenten|referent in|referentinnen|sprecher|sprecherin|sprecher"
    " in|sprecherinnen|vortragende|vortragender|dozent|dozentin|orateur|orateurs|oratrice"
    "|intervenant|intervenants|intervenante|conferencier|conferenciers|auteur|auteurs|ponente"
    "|ponentes|orador|oradores|oradora|conferencista|autor|autores|autoren|palestrante"
    "|palestrantes|apresentador|apresentadores|owner|instructor|instructors|main speaker"
    "|primary speaker|full name|speaker full names|submitter|wer|qui|quien|quem",
    "more_speakers": "co speaker|co speakers|cospeaker|cospeakers|co presenter|co presenters"
    "|co author|co authors|second speaker|additional speakers|other speakers",
    "first_name": "first name|firstname|given name|speaker first name|vorname|prenom|nombre",
    "last_name": "last name|lastname|surname|family name|speaker last name|nachname|nom|apellido"
    "|apellidos|sobrenome",
    "moderators": "moderator|moderators|moderation|moderatorin|session chair|chair|chairs"
    "|moderador|moderadora|moderateur|animateur|facilitator|facilitators",
    "panelists": "panelist|panelists|panellist|panellists|podium|panel members",
    "hosts": "host|hosts|gastgeber|hosted by|anfitrion",
    "org": "org|organisation|organization|company|affiliation|affiliations|employer|institution"
    "|speaker company|speaker organization|speaker organisation|speaker affiliation|firma"
    "|unternehmen|entreprise|societe|organizacion|organizacao|empresa|instituicao|institucion"
    "|companies|company name|organization name",
    "orgs": "orgs",
    "job": "job|job title|position|speaker title|speaker job title|tagline|tag line|speaker tagline"
    "|funktion|rolle|role|fonction|poste|cargo|puesto",
    "year": "year|jahr|annee|ano|anno|jaar",
    "start": "start|start time|starts|starts at|begin|begins|begin time|beginning|start date time"
    "|start datetime|start date and time|session start|from|time start|scheduled at|scheduled|beginn"
    "|anfang|startzeit|von|debut|heure de debut|heure debut|inicio|hora de inicio|hora inicio"
    "|comeco|start at|event start|start date start time",
    "local_start": "local start",
    "time": "time|clock|times|uhrzeit|zeit|heure|heures|horaire|hora|horario|when|wann|time slot"
    "|timeslot|slot|session time|date time|datetime|date and time|time range|hour",
    "end": "end|ends|ends at|end time|end date time|end datetime|end date and time|session end"
    "|finish|until|to|time end|ende|endzeit|bis|fin|heure de fin|heure fin|hora de fin|hora fin|fim"
    "|termino|event end|stop",
    "local_end": "local end",
    "date": "date|session date|talk date|date presented|presented on|datum|fecha|data|start date"
    "|event date|held on|recorded|recorded on",
    "end_date": "end date|enddatum",
    "day": "day|jour|dia|weekday|wochentag|conference day|day number",
    "tag": "tag",
    "room": "room|rooms|location|venue|hall|place|stage|where|auditorium|room location|raum|saal|ort"
    "|zimmer|salle|lieu|sala|lugar|local|room name|buhne|wo|ou",
    "track": "track|tracks|stream|track name|category|kategorie|categorie|categoria|themenbereich"
    "|parcours|trilha|session track|theme|strand|primary track|devroom",
    "level": "level|levels|skill level|audience level|difficulty|experience level|experience"
    "|niveau|nivel|schwierigkeit|schwierigkeitsgrad|python level|talk level|session level"
    "|expertise|target audience level|difficulte|dificultad|dificuldade",
    "abstract": "abstract|summary|short description|short abstract|kurzbeschreibung|resume"
    "|zusammenfassung|resumen|resumo|abstrakt|session abstract|talk abstract|outline|blurb|elevator"
    " pitch",
    "description": "description|details|long description|beschreibung|descripcion|descricao|text"
    "|content|inhalt|talk description|session description|full description|body|about",
    "duration": "duration|length|minutes|duration minutes|duration min|min|mins|length minutes"
    "|scheduled duration|dauer|lange|laenge|duree|duracion|duracao|duration in minutes|runtime"
    "|minuten",
    "seconds": "duration seconds|length seconds|duration s|seconds|duration in seconds",
    "links": "link|links|url|urls|href|address|addresses|materials|resources",
    "page": "page|website|web site|webpage|talk url|session url|session link|talk link|talk page"
    "|session page|webseite|enlace|lien|pagina|event url|permalink|page url|details url",
    "video": "video|videos|recording|recordings|recording link|recording url|video url|video link"
    "|youtube|youtube url|youtube link|aufzeichnung|grabacion|enregistrement|gravacao|vimeo"
    "|live link|watch|yt|replay",
    "slides": "slides|slide|slides url|slides link|slide url|slide link|slide deck|deck"
    "|presentation url|presentation link|presentation file|folien|diapositivas|diapos|laminas"
    "|slide decks|slideshare",
    "code": "code|repo|repository|github|code url|source code|git",
    "paper": "paper|paper url|pdf|publication|doi|arxiv",
    "event": "event|conference|conference name|veranstaltung|konferenz|evenement|evento|congreso"
    "|conferencia|meetup|edition",
    "language": "language|lang|sprache|langue|idioma|lingua|talk language|session language",
    "kind": "kind|type|format|session type|session format|talk type|talk format|art|typ|tipo|formato"
    "|event type|submission type|proposal type|type of session|type de session|tipo de charla"
    "|vortragsart|session kind",
    "tags": "tags|keywords|keyword|topics|labels|schlagworte|stichworte|schlagworter|mots cles"
    "|etiquetas|palabras clave|palavras chave|themen|tag list",
    "published": "published|published at|published on|publication date|upload date|uploaded"
    "|veroffentlicht|date published|publie|publicado",
    "status": "status|state|proposal state|zustand|estado|etat",
    "notes": "notes|note|comment|comments|bemerkung|bemerkungen|notizen|anmerkung|anmerkungen"
    "|remarques|notas|remarks|my notes",
    "bio": "bio|biography|bios|speaker bio|speaker bios|speaker biography|biografie|biographie"
    "|biografia|about the speaker|about speaker|uber die person",
    "id": "id|talk id|session id|proposal id|submission id|nr|no|number|nummer|uid",
    "code_id": "submission code|proposal code|talk code|session code",
    "guid": "guid|uuid",
    "timezone": "timezone|time zone|tz|zeitzone|fuseau horaire|zona horaria|fuso horario|zone",
    "city": "city|stadt|ville|ciudad|cidade",
    "ignored": "slug|picked|sources|score|email|emails|speaker email|e mail|owner email|twitter"
    "|mastodon|linkedin|phone|photo|image|profile picture|avatar|capacity|created|created at|updated"
    "|updated at|date submitted|submitted|speaker id|speaker ids|speaker code|is confirmed"
    "|is informed|confirmed|speakers count|row|index|gender|pronouns|owner notes",
}  # fmt: skip
_FIELDS = {name: field for field, names in _NAMES.items() for name in names.split("|")}
_GERMAN = frozenset(
    "titel vortrag referent referentin sprecher uhrzeit zeit raum saal beginn ende dauer beschreibung"
    " thema ort von bis".split()
)
_BRACKET = re.compile(r"[(\[](?P<inside>[^()\[\]]{1,40})[)\]]")
_DIGITS = re.compile(r"\b(\d{1,2})\b")
_LONGEST_NAME = 60
_FEWEST = 2
_LINK_WORDS = frozenset("lien link url enlace".split())
_PAIRS = {pair: pair for pair in ("org and job", "job and org", "speakers and org")} | {
    "speakers and start": "speakers and org",
    "event and room": "event",
}
"""Columns of two things. What is said to be ``from`` in that of people is where they work."""


class Column(NamedTuple):
    """What a column is; *number* where several stand side by side, *unit* what brackets say."""

    field: str | None
    number: int | None = None
    unit: str | None = None
    name: str = ""


def columns_of(header: Sequence[str]) -> tuple[Column, ...]:
    """What each column under *header* is; ``field`` is ``None`` for one nobody understands."""
    columns = [_column(name) for name in header]
    fields = {column.field for column in columns}
    german = any(_GERMAN.intersection(words(name[:_LONGEST_NAME])) for name in header)
    for index, column in enumerate(columns):
        field = column.field
        if field == "title_perhaps":
            if "title" not in fields:
                field = "title"
                fields.add("title")
            else:
                field = "event" if "event" in words(column.name) else None
        elif field == "tag":
            field = "day" if german else "tags"
        elif field == "code_id" or (
            field == "code" and "slides" not in fields and column.name.strip() in ("Code", "CODE")
        ):
            field = "code_id"
        columns[index] = column._replace(field=field)
    return tuple(columns)


def _column(name: str) -> Column:
    if len(name) > _LONGEST_NAME:
        return Column(None, name=name)
    bracket = _BRACKET.search(name)
    unit = bracket["inside"].strip() if bracket else None
    bare = _BRACKET.sub(" ", name) if unit and unit.lower() not in ("s", "n", "in") else name
    digits = _DIGITS.search(bare)
    number = int(digits[1]) if digits else None
    key = " ".join(word for word in words(_DIGITS.sub(" ", bare)) if word not in ("s", "n"))
    field = _FIELDS.get(key) or _FIELDS.get(" ".join(words(name))) or _two_in_one(bare)
    field = field or _FIELDS.get(" ".join(word for word in key.split() if word not in _LINK_WORDS))
    if field == "duration" and unit and words(unit)[:1] in (["s"], ["sec"], ["seconds"], ["secs"]):
        field = "seconds"
    return Column(field, number, unit, name)


def _two_in_one(name: str) -> str | None:
    """What a column is that has two things in each cell: ``Company / Role``, ``Speaker / Company``."""
    fields = (_FIELDS.get(" ".join(words(part)), "") for part in re.split(r"[/&,]", name))
    return _PAIRS.get(" and ".join(fields))


def is_header(cells: Sequence[str]) -> bool:
    """Whether *cells* head the columns of talks: a title and something else, and little unknown."""
    named = [cell for cell in cells if cell]
    if len(named) < _FEWEST or any(len(cell) > _LONGEST_NAME for cell in named):
        return False
    fields = [column.field for column in columns_of(cells) if column.name]
    understood = [field for field in fields if field]
    telling = set(understood) - {"ignored", "id", "notes", "links", "tags", "city"}
    return (
        "title" in telling
        and len(telling) >= _FEWEST
        and (2 * len(understood) >= len(named) or len(telling) > 3)
        and len(set(named)) == len(named)
    )
