"""Lines that say by a word in front what they are about.

Speaker: Jane Doe, Acme          - **Speakers:** Jane Doe & John Roe      * __When__: 10:30
講者：許宏翔                     【讲师】张伟                             Room: 2 | Track: Data
🎤 Jane Doe, Acme                🕑 Thu 14:15 – 15:00 · 🚪 Hall 2         pictograms for the words
"""

from __future__ import annotations

import re
from typing import NamedTuple

from talkctl.text import fold

_WORDS = {
    "people": "speaker|speakers|speaker(s)|presenter|presenters|presenter(s)|presented by|talk by"
    "|given by|speaking|session by|by|who|with|author|authors|author(s)|lecturer|lecturers"
    "|instructor|instructors|facilitator|facilitators|guest|guests|ponente|ponentes|expositor"
    "|expositora|expositores|orador|oradora|oradores|conferencista|charlista|disertante|autor"
    "|autora|autores|palestrante|palestrantes|apresentador|apresentadora|orateur|oratrice|orateurs"
    "|oratrices|orateur(s)|intervenant|intervenante|intervenants|intervenantes|intervenant(s)"
    "|conferencier|conferenciere|conferenciers|auteur|auteure|auteurs|presente par|sprecher"
    "|sprecherin|sprecherinnen|sprecher:in|sprecher*in|sprechende|referent|referentin|referenten"
    "|referentinnen|referent:in|referent*in|referierende|vortragende|vortragender|vortragenden"
    "|autorin|autoren|spreker|sprekers|talare|relatore|relatrice|relatori|foredragsholder|prelegent"
    "|prelegentka|prednasejici|講者|讲者|講師|讲师|演讲者|演講者|演讲人|演講人|主讲人|主講人|主讲"
    "|主講|分享人|分享者|分享嘉宾|嘉宾|嘉賓|演讲嘉宾|登壇者|登壇|発表者|発表|スピーカー|話者|演者"
    "|話し手|連壇者|발표자|연사|강연자|докладчик|докладчики|спикер|спикеры",
    "moderator": "moderator|moderators|moderated by|modera|moderan"
    "|moderiert|mediacao|mediador|mediadora|animation|anime par"
    "|animee par|interviewer|interviewerin|moderador|moderadora|moderateur|moderatrice|moderation"
    "|moderatorin|host|hosts|hosted by|主持人|主持|司会|モデレーター|モデレータ|사회자",
    "panelist": "participa|participan|participantes|participants|teilnehmer|teilnehmende"
    "|teilnehmerinnen|painelista|painelistas|debatedores|panelist|panelists|panellists|panel|panelistas|パネリスト|嘉宾们|与谈人|與談人",
    "org": "company|organization|organisation|affiliation|employer|firma|unternehmen|empresa"
    "|entreprise|azienda|bedrijf",
    "title": "title|talk title|session title|titel|titulo|titre|titolo|题目|題目|标题|標題|主题"
    "|主題|议题|議題"
    "|演讲题目|演講題目|タイトル|題名|テーマ|演題|제목|название|тема",
    "when": "recorded|recorded on|aufgenommen am|grabado|grabada"
    "|when|date and time|date & time|date/time|date|datum|dates|day|fecha|fecha y hora"
    "|dia|data|data e hora"
    "|quand|cuando|wann|time|times|time slot|slot|zeit|uhrzeit|termin|hora|horario|heure|horaire|ora"
    "|orario|tijd|tid"
    "|日期|时间|時間|日時|日付|日程|開催日|開催日時|時刻|일시|날짜|시간|дата|время|scheduled",
    "room": "where|room|hall|stage|raum|saal|buhne|salle|scene|sala|auditorio|auditorium|zaal"
    "|venue|location|place|aula|auditoire|horsaal|lokal|mistnost"
    "|ort|wo|lieu|lugar|local|luogo|donde|会場|部屋|ルーム|場所|会议室|會議室|地点|地點|场地|場地|教室|장소"
    "|место|зал",
    "track": "track|stream|strand|trilha|pista|schiene|parcours|トラック|分会场|分論壇|专场|專場|트랙|трек",
    "level": "level|skill level|audience level|niveau|nivel|livello|difficulty|レベル|难度|難度",
    "language": "language|sprache|langue|idioma|lengua|lingua|lingua do evento|taal|言語|语言|語言|язык",
    "tags": "tags|tag|keywords|keyword|topics|schlagworte|schlagworter|stichworte|mots-cles"
    "|mots cles|etiquetas"
    "|palavras-chave|categories|タグ|标签|標籤|关键词|關鍵字",
    "duration": "duration|length|len|mins|minutes|minuten|dauer"
    "|lange|duree|duracion|duracao|durata|時長|时长|所要時間|длительность",
    "event": "event|conference|konferenz|veranstaltung|tagung|evento|congreso|conferencia"
    "|congresso|evenement"
    "|conference name|大会|大會|会议|活动|活動|イベント|カンファレンス|행사",
    "kind": "type|session type|format|talk type|art|vortragsart|tipo|formato|种类|類型|类型|種別",
    "abstract": "abstract|description|session description|talk description|beschreibung|inhalt"
    "|kurzbeschreibung|opis|popis"
    "|descripcion|descricao|descrizione|resumen de la charla|摘要|简介|簡介|议题简介|議程簡介"
    "|概要|セッション概要",
    "bio": "bio|about the speaker|about the speakers|speaker bio|biography|about the presenter"
    "|uber den referenten"
    "|uber die referentin|sobre el ponente|sobre la ponente"
    "|sobre los ponentes|sobre las ponentes|sobre o palestrante|讲师介绍|講者介紹|讲者介绍|講師介紹|嘉宾介绍"
    "|登壇者紹介|プロフィール|a propos de l'orateur|講者簡介|讲师简介",
}  # fmt: skip
_NAMES = {fold(word): name for name, words in _WORDS.items() for word in words.split("|")}
_WEAK = frozenset(
    "by with who author authors author(s) autor autora autores autorin autoren auteur auteure auteurs"
    " guest guests".split()
)
_LABELLED = re.compile(
    r"[^\w\[【(]{0,6}(?:[【\[](?P<boxed>[^\W\d_][^\[\]【】]{0,30})[】\]]\s*[:：]?"
    r"|(?P<label>[^\W\d_][^:：|\[\]]{0,34}?)\s?(?:#?\d{1,2}(?=\s*[:：](?!\d)))?\s*[:：])\s*(?P<value>.*)$"
)
_DASHED = re.compile(r"(?P<label>[^\W\d_]{4,20})\s+[-–—]\s+(?P<value>\S.*)$")
_PICTURED = {
    "people": "🎤🎙🗣👤👥🧑👩👨🙋💁",
    "when": "📅📆🗓⏰⏱⌚🕰🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛🕜🕝🕞🕟🕠🕡🕢🕣🕤🕥🕦🕧",
    "room": "📍🚪🏛🏢🏟📌",
    "tags": "🏷",
}
_PICTOGRAMS = {picture: name for name, pictures in _PICTURED.items() for picture in pictures}
_PICTURE = re.compile(rf"\W{{0,3}}?(?P<picture>[{''.join(_PICTOGRAMS)}])\ufe0f?\s+(?P<value>\S.*)$")
_SEVERAL = re.compile(r"\s+[|·•‖/]\s+|\s*｜\s*")
_SLASHED = re.compile(
    r"[^\w(]{0,4}(?P<label>[^\W\d_]{3,20}\(s\)|\w+[:*]in(?:nen)?)\s*[:：]\s*(?P<value>.*)$"
)
_LONGEST = 4000


class Labelled(NamedTuple):
    """A value with what its label says it is; *sure* if the label can mean nothing else."""

    name: str
    value: str
    label: str
    sure: bool = True


def labelled(text: str) -> Labelled | None:
    """What a line without markup of its own states behind a known label."""
    if not 2 < len(text) <= _LONGEST:
        return None
    picture = _PICTURE.match(text) if not text.isascii() else None
    if picture:
        pictured, value = _PICTOGRAMS[picture["picture"]], picture["value"].strip(" *_")
        return labelled(value) or Labelled(pictured, value, f"{pictured}s")
    found = _SLASHED.match(text) or _LABELLED.match(text) or _DASHED.match(text)
    if not found:
        return None
    parts = found.groupdict()
    label = (parts.get("boxed") or parts["label"]).strip(" *_")
    folded = fold(label)
    name = _NAMES.get(folded)
    if not name or (found.re is _DASHED and (name != "people" or folded in _WEAK)):
        return None
    return Labelled(name, found["value"].strip(" *_"), label, folded not in _WEAK)


def all_labelled(text: str) -> tuple[Labelled, ...]:
    """What a line states of several things, ``Room: 2 | Track: Data``; none if it says any more."""
    first = labelled(text)
    if not first:
        return ()
    pieces = _SEVERAL.split(text) if len(text) <= 500 else [text]
    found = [labelled(piece) for piece in pieces]
    if len(pieces) > 1 and all(found):
        return tuple(piece for piece in found if piece)
    return (first,)


def name_of_label(text: str) -> str | None:
    """What a heading that is nothing but a label is about: ``Abstract``, ``Speakers:``."""
    return _NAMES.get(fold(text).strip(" :：#*_")) if len(text) <= 40 else None
