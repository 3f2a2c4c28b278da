"""What headings say of the days of an event, and of the event itself.

# KubeCon 2017, # Notes from KubeCon 2017       the event
# OSCON EU - Day 2                              the event, and its second day
## Día 3, ## Day Two: Keynotes, ## 第一天        a day by its number
## 06.11. - Wednesday, ## May 4, 2022           a day by its date
## Wednesday                                    a day of which no more is known
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from talkctl.sources.grammar.days import is_span, names_span
from talkctl.sources.grammar.weekdays import names_weekday
from talkctl.sources.notes.hours import take_date, when_in
from talkctl.text import fold, words
from talkctl.when import parse_date, parse_day_heading

_CARDINALS = ("one uno un eins um i 一", "two dos deux zwei dois ii 二", "three tres trois drei iii 三",
              "four vier quatre cuatro quatro 四", "five funf cinq cinco 五")  # fmt: skip
_ORDINALS = (
    "first erster premier primeiro primer", "second zweiter deuxieme segundo",
    "third dritter troisieme terceiro tercer", "fourth vierter quatrieme quarto cuarto", "fifth",
)  # fmt: skip
_NUMBERS = {
    word: number
    for listed in (_CARDINALS, _ORDINALS)
    for number, words in enumerate(listed, 1)
    for word in words.split()
}
_WORD = "dia|day|tag|jour|giorno|dag|den|jornada|giornata|journee|conference day|konferenztag"
_NUMBER = "|".join([r"\d{1,2}", *" ".join(_CARDINALS).split()])
_ORDINAL = "|".join(" ".join(_ORDINALS).split())
_DAY = re.compile(
    rf"(?:(?:{_WORD})\s*(?:#|n[ro.]*)?\s*(?P<number>{_NUMBER})"
    rf"|(?P<word>{_ORDINAL}) (?:day|tag|jour|dia)|(?P<nth>\d)(?:st|nd|rd|th|\.|er|o)? (?:day"
    rf"|tag|jour|dia|giorno)"
    r"|第\s?(?P<kanji>[一二三四五\d])\s?(?:天|日目?)|(?P<nichi>\d)\s?日目|day(?P<tight>\d))"
    r"(?P<behind>$|\s*(?:[-–—:|,.(\[/·（：]|\s(?:notes?|notizen|notas|talks|sessions|sesiones"
    r"|vortrage|schedule|agenda"
    r"|recap|summary|programme?|at|of|von|del?|du)\b).*$|\s*$)"
)
_AT_END = re.compile(
    rf"(?P<before>\S.*?)\s*(?:[-–—:|,(（/·]\s*|\s)(?:(?:{_WORD})\s*#?\s*(?P<number>{_NUMBER})"
    r"|(?P<nth>\d)(?:st|nd|rd|th|\.|er?|o|º)? (?:day|tag|jour|dia|día|giorno|dag)"
    rf"|第\s?(?P<kanji>[一二三四五\d])\s?(?:天|日))\s*[)）]?\s*(?:notes?|notizen|notas)?(?:\s*\([^()]*\))?$",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_DATE_PIECES = re.compile(r"\s[-–—|]\s|[():|（）：]")
_OF_NOTES = re.compile(
    r"^(?:(?:my|meine|mis|mes|personal|trip|conference|session|talk|live) )*(?:notes?|notizen"
    r"|notas|apuntes|mitschrift(?:en)?)"
    r" (?:from|on|of|for|about|zu|zur|zum|von|vom|der|de|del|do|da|du|des|sobre|sur|aus) (?:the"
    r" |der |dem |la |las |le |el |a |o )?"
    r"|\s*(?:[-–—:|,]\s*)?(?:alle |die )?(?:folien|vortrage|vorträge|aufzeichnungen"
    r"|präsentationen|diapositivas|presentaciones|supports|vidéos|videos"
    r"|slides)(?: (?:und|y|et|e|and|&) (?:folien|videos|vidéos|slides|aufzeichnungen"
    r"|grabaciones|notizen|notes|links))?$"
    r"|(?:'s|’s)?(?: -| –|:|,)? (?:(?:trip|conference|session|talk|my|personal|and) )*(?:notes?"
    r"|notas|notizen|report|recap|mitschrift"
    r"|summary|talks|sessions|slides|videos|presentations"
    r"|plan|dump|log|picks)(?: (?:and|&) (?:notes|slides|videos|talks))?$"
    r"|^(?:(?:live )?notes|notas|notizen|recap|mitschrift|apuntes|appunti|aantekeningen"
    r"|(?:trip |conference )?report|konferenzbericht): "
    r"|(?:の?(?:参加)?(?:メモ|レポート|まとめ|参加記録|参加レポート)|笔记|筆記|议程|議程|参会笔记)$",
    re.IGNORECASE,
)
_TOLD_OF = (
    r"notes?|notas|notizen|apuntes|aantekeningen|appunti|mitschrift(?:en)?|verslag|compte[- ]rendu"
    r"|resum[eo]n?|recap|what (?:i|we) \w+"
    r"|talks?|charlas|ponencias|palestras|interventi|\w*vorträge|conférences|presentaties|presentations"
    r"|v[ií]d[eé]os?|recordings|slides|folien|diapositivas|schedule|agenda|programm|picks|sessions"
)
_MY = re.compile(r"^(?i:my|meine|mis|mes|minhas) (?=[^\W\d_a-z])")
_FAVOURITES = re.compile(
    rf"(?:[^\W\d_]+ )?(?:[a-zß-ÿ\d]+ ){{0,4}}?(?i:{_TOLD_OF})(?: (?:und|y|et|e|en|and|&) \w+)?"
    r"(?:(?: [a-zß-ÿ\d]+){0,6}? (?:of|from|at|for|de|d[aeio]|del|dell[ao]|a|al|à|aux?|von|vo[mn]"
    r"|zu[mr]?|van|op|uit|der|des)(?: (?:the|la|el|der|de))?|(?:\s?[-–—:])?) (?=[^\W\d_a-zß-ÿ])",
)
"""``My favourite talks of``, ``Charlas de``, ``Aantekeningen`` before an event with its year."""
_BEHIND_EVENT = re.compile(
    r"\s*\([^()]*\d[^()]*\)$|\s+[-–—]\s+(?:what|was|ce que|lo que|wat|my|meine|mis|mes) .*$",
    re.IGNORECASE,
)
"""Where and when it was, or what somebody saw there."""
_BEHIND_YEAR = re.compile(r"(?P<event>.*\b(?:19|20)\d\d)\s*[-–—:,|(]\s*(?P<rest>[^\W_].*)$")
_JOINT = re.compile(r"(?<=\S)(?:\s*[(,:|–—-]\s*|\s+)")
_BRACKET = re.compile(r"(?<=\S)\s*\((?P<inside>[^()]{4,80})\)$")
_NAMELESS = frozenset(
    "conference conf meetup event notes talks videos i we my our"
    " watched seen saw attended visited heard liked enjoyed went to in of from the and all at this year"
    " konferenz notizen vortrage gesehen besucht conferencia notas charlas vues".split()
)
"""What notes on several events are called by, and no event alone."""
_SEVERAL = frozenset(
    "conferences confs meetups events summits konferenzen tagungen conferencias congresos eventos".split()
)
_TOWN_BEHIND = re.compile(r",\s+[^\W\d_a-z][^\d,:;()]{2,40}$")
_LEAP = 2000
_LONGEST = 200
_CONFERENCE = re.compile(
    r"\b(?:conf\w*|konf\w*|kongress|congre\w+|\w+con|\w+conf|con|summit|meet-?up|camp|\w+camp"
    r"|days?|days \w+|fest\w*"
    r"|symposium|workshop|forum|expo|devoxx|fosdem|scipy|kaigi|week|tag(?:e|ung)?|jornadas"
    r"|journees|jsday|unconference|world"
    r"|hackathon|buzzwords|bootcamp|convention|dias|journees|open|reinvent|connect|live)\b|大会"
    r"|大會|会议|峰会|論壇|论坛|カンファレンス|勉強会|年会|年會"
)


_SURELY = re.compile(
    r"(?:[Ss]ummit|[Mm]eet-?[Uu]p|\w[Cc]onf|\wCon|\w[Cc]amp|\w[Ff]est|[Ss]ymposium|FOSDEM|Devoxx)\b"
)
_WEEKDAY_AND_FIGURES = re.compile(
    r"(?P<weekday>[^\W\d_]+)\.?,?\s+(?:the )?\d{1,2}(?:[/.]\d{1,2}\.?|st|nd|rd|th|\.)?$"
)
_WEEKDAY_FIRST = re.compile(r"(?P<weekday>[^\W\d_]+)\s*(?:[-–—:|,(]|\s)\s*(?P<rest>\S.*)$")
_BESIDE_WEEKDAY = re.compile(r"[\d./ ]+|talks|sessions|keynotes?|vortrage|notes|workshops")
_SHORT_YEAR = re.compile(r"\s?['’]\d\d\b")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")


class Day(NamedTuple):
    """A day as a heading names it: by its number or its date, and the event in front of it."""

    number: int | None = None
    date: str | None = None
    event: str | None = None


@lru_cache(maxsize=4096)
def day_named(text: str, year: int | None, bare: bool = True) -> Day | None:
    """The day that a heading is about; *bare* says that nobody is billed on it."""
    text = text.strip().strip("#*_ ")
    if not bare or len(text) > 80:
        return None
    digits = _COMPACT.fullmatch(text)
    date = parse_date("-".join(digits.groups())) if digits else _date_of(text, year)
    if date:
        return Day(None, date, _event_beside(text))
    folded = fold(text).strip(" -–—[]🗓📅")
    first = _WEEKDAY_FIRST.match(folded)
    behind = first["rest"] if first and names_weekday(first["weekday"]) else ""
    found = (_DAY.match(folded) if len(text) <= 60 else None) or _DAY.match(behind)
    if found:
        parts = found.groupdict().items()
        return Day(_number(next(part for name, part in parts if part and name != "behind")))
    at_end = _AT_END.match(text)
    if at_end and (YEAR.search(at_end["before"]) or looks_like_event(at_end["before"])):
        return Day(
            _number(fold(at_end["number"] or at_end["nth"] or at_end["kanji"])),
            take_date(text)[0],
            without_notes(at_end["before"].strip(" -–—:|,(")),
        )
    short = _WEEKDAY_AND_FIGURES.match(folded)
    short_date = short and names_weekday(short["weekday"])
    named = short_date or parse_day_heading(text) or names_weekday(text) or _weekday_alone(folded)
    return Day() if named else None


def _weekday_alone(folded: str) -> bool:
    """``Wednesday: Talks``, ``06.11. - Wednesday``, ``Mittwoch, 6. Dezember``."""
    pieces = [piece for piece in re.split(r"\s*[-–—:|,/()]\s*", folded) if piece]
    others = [piece for piece in pieces if not names_weekday(piece)]
    if len(pieces) != 2 or len(others) == 2:
        return False
    other = others[0] if others else ""
    return bool(_BESIDE_WEEKDAY.fullmatch(other) or when_in(other, _LEAP).date)


def _date_of(text: str, year: int | None) -> str | None:
    """The date that a heading is, alone or beside the number of the day, a weekday, or a word."""
    found = when_in(text, year)
    if not found.date or found.start:
        return None
    rest = fold(found.rest)
    if (
        not rest
        or _DAY.match(rest)
        or (len(rest.split()) == 1 and len(rest) < 20 and not YEAR.search(text))
    ):
        return found.date
    pieces = (take_date(piece.strip(" ,"), year) for piece in _DATE_PIECES.split(text))
    whole = next((date for date, left in pieces if date and not re.search(r"\w", left)), None)
    return whole if whole and (len(rest.split()) <= 4) else None


def _event_beside(text: str) -> str | None:
    """The event that stands beside its one date."""
    others = [one.strip(" ,") for one in _DATE_PIECES.split(text) if not take_date(one)[0]]
    return without_notes(others[0]) if len(others) == 1 and looks_like_event(others[0]) else None


def _number(text: str) -> int | None:
    return int(text) if text.isdigit() else _NUMBERS.get(text)


def without_notes(text: str) -> str:
    """The event in ``Notes from KubeCon 2017`` or ``KubeCon 2017 notes``."""
    named = without_days(text)
    bare = _OF_NOTES.sub("", named.rstrip(" ."))
    bare = named if bare == named.rstrip(" .") else bare.strip(" -–—:|") or text
    bare = _MY.sub("", bare) if bare != named else bare
    if len(bare) > _LONGEST or not YEAR.search(bare):
        return bare
    front = _FAVOURITES.match(bare)
    named = _BEHIND_EVENT.sub("", bare[front.end() :] if front else bare)
    behind = _BEHIND_YEAR.match(named)
    if behind and (behind["rest"][0].islower() or _only_days(behind["rest"])):
        named = behind["event"]
    return named if YEAR.search(named) and len(named) > 4 else bare


def without_days(text: str) -> str:
    """The event in ``KnotCon 7 (Aug 5-8)``; *text* where it names no several days."""
    if not names_span(text):
        return text
    bracket = _BRACKET.search(text[-90:]) if len(text) <= _LONGEST else None
    if bracket and names_span(bracket["inside"]):
        return text[: len(text) - len(bracket[0])]
    return before_days(text)


def before_days(text: str) -> str:
    """What stands before the day, or the days, and perhaps the town with which *text* ends."""
    joints = _JOINT.finditer(text) if len(text) <= _LONGEST else ()
    heads = (text[: one.start()] for one in joints if _only_days(text[one.end() :].rstrip(" )")))
    return next((head for head in heads if head.count("(") == head.count(")")), text)


def _only_days(text: str) -> bool:
    """Whether *text* says when something is, perhaps in which town, and nothing else."""
    text = _TOWN_BEHIND.sub("", text)
    date, rest = take_date(text, _LEAP)
    return is_span(text) or bool(date and not re.search(r"\w", rest))


def names_something(text: str) -> bool:
    """Whether *text* is the name of an event, rather than ``Conference notes 2023 (Jane)``."""
    behind = _BRACKET.search(text) if len(text) <= _LONGEST else None
    told = text[: behind.start()] if behind and not looks_like_event(behind["inside"]) else text
    said = words(told)
    named = any(not (word.isdigit() or word in _NAMELESS) for word in said)
    return named and _SEVERAL.isdisjoint(said)


def is_of_notes(text: str) -> bool:
    """Whether a heading says that notes follow."""
    told_of = len(text) <= _LONGEST and YEAR.search(text) and _FAVOURITES.match(text)
    return bool(told_of or _OF_NOTES.search(without_days(text.rstrip(" ."))))


def looks_like_event(text: str) -> bool:
    """Whether *text* has a word in it that conferences are called by."""
    return len(text) <= 120 and bool(_CONFERENCE.search(fold(_SHORT_YEAR.sub("", text))))


def surely_event(text: str) -> bool:
    """Whether *text* has a word in it that hardly anything but conferences are called by."""
    return len(text) <= 120 and bool(_SURELY.search(text))


def is_month(text: str) -> bool:
    """Whether *text* names a month with its year, and nothing else."""
    return parse_date(f"1 {text}") is not None


def year_in(text: str | None) -> int | None:
    """The one year that *text* names."""
    years = set(YEAR.findall(text or ""))
    return int(years.pop()) if len(years) == 1 else None
