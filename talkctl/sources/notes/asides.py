"""Headings of what a note-taker writes beside the talks, and of groups of talks.

Links | TODO | People I met | Hotel                no talk, whatever stands below
Keynotes | Talks | Program | Morning               talks stand below
"""

from __future__ import annotations

import re
from functools import lru_cache

from talkctl.sources.grammar.kinds import kind_named, kind_of
from talkctl.sources.notes.labels import name_of_label
from talkctl.text import fold

_NO_TALK = re.compile(
    r"\W*(?:[a-z0-9][.)] )?(?:links?|people (?:i )?met|resources?|references?|todos?|to-?do\b.*"
    r"|(?:my |meine |mis |mes )?(?:notes?|notas?|notizen)|misc\b.*"
    r"|miscellaneous|(?:other )?things to\b.*|(?:key |main |my |general |overall )*take-?aways?"
    r"|summary|resumen|resume|fazit"
    r"|conclusions?|lessons learned|people|contacts|swag|travel|reise|viaje|hotel|food"
    r"|hallway\b.*|photos?|ideas?"
    r"|questions?|glossary|index|(?:table of )?contents|toc|vendors?"
    r"|booths?|sponsors?|about\b.*|disclaimer|licen[cs]e|links? .*|.* links|further reading"
    r"|enlaces|recursos|liens"
    r"|(?:general |overall )?(?:overview|thoughts|impressions?|observations|themes|trends)"
    r"|general|logistics|before\b.*"
    r"|after\b.*|day \d+ .*summary|speakers?|authors?|attendees|organi[sz]ers|contributors?"
    r"|credits|thanks|acknowledge?ments"
    r"|readme|contributing|installation|install|usage|getting started|requirements|changelog"
    r"|setup|tags|books?( to read)?"
    r"|tools?|(?:interesting )?(?:tools|projects|companies|quotes)|reading list|action items?"
    r"|next steps|follow[- ]?ups?|homework"
    r"|packing.*|expenses|weblinks|ressourcen|quellen|zusammenfassung|allgemeines|sonstiges"
    r"|inhalt(?:sverzeichnis)?|anreise|eindrucke|sommaire|ressources|remerciements|bilan|divers"
    r"|introduction generale"
    r"|(?:open|offene) (?:questions|fragen)|(?:noch )?zu (?:tun|erledigen)|a faire|por hacer|da fare"
    r"|cose da fare|te doen|next meetup\b.*"
    r"|conclusiones|resumo|referencias|conclusao|pendientes|pendencias|indice|(?:my "
    r"|mis )?(?:highlights|favou?rites?)"
    r"|目录|目錄|总结|總結|参考|参考资料|參考資料|链接|連結|待办|目次|まとめ|感想|参考リンク"
    r"|リンク|参考資料|全体の感想|所感|结语|結語|后记"
    r"|後記|心得|q ?& ?a|qa|faq|social events?|sponsoren|teilnehmer|unsorted|random( notes|"
    r" thoughts)?|tl;?dr|intro to these notes)\W*$"
)
"""Headings of what a note-taker writes beside the talks."""

_GROUP = re.compile(
    r"\W*(?:(?:the )?(?:agenda|schedule|programme?)|programm|programa|ablauf|keynotes?"
    r"|(?:lightning )?talks?|sessions?|presentations?|workshops?|tutorials?"
    r"|panels?|vortrage|charlas|palestras"
    r"|conferences|videos?|slides|posters|议程列表|議程列表|演讲列表|議程|セッション一覧|发表"
    r"|track \w+|room \w+|morning|afternoon|evening"
    r"|vormittag|nachmittag|matin|apres-midi|manana|tarde|manha)\W*$"
)


def names_group(text: str) -> bool:
    """Whether a heading is nothing but a name for a group of talks."""
    return bool(_GROUP.fullmatch(fold(text)[:60]))


@lru_cache(maxsize=4096)
def beside_talks(text: str) -> tuple[bool, bool]:
    """Whether a heading names something beside the talks, and whether it does if nobody is billed."""
    name = name_of_label(text)
    always = bool(_NO_TALK.fullmatch(fold(text)[:100])) or name in ("people", "bio", "abstract")
    unbilled = name is not None and kind_named(text) is None
    return always, unbilled or kind_of(text, False) in ("break", "social")
