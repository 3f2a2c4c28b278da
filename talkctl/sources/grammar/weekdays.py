"""Weekdays in the languages that pages come in.

Mittwoch, 8. März | sexta-feira, 3 de maio | 星期三 | Wed        the name
mi., mer, qua.                                               short, where a mark shows that it is one
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from talkctl.text import fold

_WEEKDAYS = (
    "monday mon montag lundi lunes lun segunda segunda-feira lunedi maandag poniedzialek pondeli mandag"
    " mandag понедельник 月曜日 星期一 周一 週一 礼拜一 월요일",
    "tuesday tue tues dienstag mardi martes terca terca-feira martedi dinsdag wtorek utery tisdag"
    " tirsdag вторник 火曜日 星期二 周二 週二 礼拜二 화요일",
    "wednesday wed weds mittwoch mercredi miercoles mie quarta quarta-feira mercoledi woensdag sroda streda"
    " onsdag среда 水曜日 星期三 周三 週三 礼拜三 수요일",
    "thursday thu thur thurs donnerstag jeudi jueves jue quinta quinta-feira giovedi donderdag czwartek"
    " ctvrtek torsdag четверг 木曜日 星期四 周四 週四 礼拜四 목요일",
    "friday fri freitag vendredi viernes vie sexta sexta-feira venerdi vrijdag piatek patek fredag"
    " пятница 金曜日 星期五 周五 週五 礼拜五 금요일",
    "saturday sat samstag sonnabend samedi sabado sab sabato zaterdag sobota lordag суббота 土曜日 星期六"
    " 周六 週六 礼拜六 토요일",
    "sunday sun sonntag dimanche domingo domenica zondag niedziela nedele sondag воскресенье 日曜日"
    " 星期日 星期天 周日 週日 礼拜天 일요일",
)
_DAY_OF = {fold(word): n for n, words in enumerate(_WEEKDAYS) for word in words.split()}
_SHORT = frozenset(
    "mo di mi do fr sa so lun mar mer jeu ven sam dim mie jue vie sab dom seg ter qua qui sex gio ma wo"
    " vr za zo".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:-feira)?")
_OPENING = re.compile(
    r"(?P<name>[^\W\d_]+)(?:-feira)?(?P<mark>\s*,|\.,?)?\s+(?:de[nr]?\s+|le\s+)?", re.IGNORECASE
)


def names_weekday(text: str) -> bool:
    """Whether *text* is nothing but the name of a weekday."""
    return fold(text).strip(" .:,#*") in _DAY_OF


def weekdays_in(text: str) -> set[int]:
    """The weekdays that *text* names, Monday 0."""
    return {_DAY_OF[word] for word in map(fold, _WORD.findall(text)) if word in _DAY_OF}


def agree(day: str, weekdays: Collection[int]) -> bool:
    """Whether the date *day* is on one of the *weekdays* that are named, if any are."""
    return not weekdays or date.fromisoformat(day).weekday() in weekdays


def behind_weekday(text: str) -> str | None:
    """What stands behind the weekday with which *text* opens; ``None`` if it opens with none."""
    found = _OPENING.match(text)
    name = fold(found["name"]) if found else ""
    named = name in _DAY_OF or (name in _SHORT and found and found["mark"])
    return text[found.end() :] if found and named else None
