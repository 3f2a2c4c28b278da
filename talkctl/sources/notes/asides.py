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
    r"|(?:my |meine |mis |mes )?(?:notes?|notas?|notizen)|misc\b.*|miscellaneous"
    r"|(?:other )?things to\b.*|(?:key |main |my |general |overall )*take-?aways?|summary|resumen"
    r"|resume|fazit|conclusions?|lessons learned|people|contacts|swag|travel|reise|viaje|hotel|food"
    r"|hallway\b.*|photos?|ideas?|questions?|glossary|index|(?:table of )?contents|toc|vendors?"
    r"|booths?|sponsors?|about\b.*|disclaimer|licen[cs]e|links? .*|.* links|further reading|enlaces"
    r"|recursos|liens|(?:general |overall )?(?:overview|thoughts|impressions?|observations|themes"
    r"|trends)|general|logistics|before\b.*|after\b.*|day \d+ .*summary|speakers?|authors?"
    r"|attendees|organi[sz]ers|contributors?|credits|thanks|acknowledge?ments|readme|contributing"
    r"|installation|install|usage|getting started|requirements|changelog|setup|tags"
    r"|books?( to read)?|tools?|(?:interesting )?(?:tools|projects|companies|quotes)|reading list"
    r"|action items?|next steps|follow[- ]?ups?|homework|packing.*|expenses|weblinks|ressourcen"
    r"|quellen|zusammenfassung|allgemeines|sonstiges|inhalt(?:sverzeichnis)?|anreise|eindrucke"
    r"|sommaire|ressources|remerciements|bilan|divers|introduction generale|(?:open"
    r"|offene) (?:questions|fragen)|(?:noch )?zu (?:tun|erledigen)|a faire|por hacer|da fare"
    r"|cose da fare|te doen|next meetup\b.*|conclusiones|resumo|referencias|conclusao|pendientes"
    r"|pendencias|indice|(?:my |mis )?(?:highlights|favou?rites?)|目录|目錄|总结|總結|参考|参考资料"
    r"|參考資料|链接|連結|待办|目次|まとめ|感想|参考リンク|リンク|参考資料|全体の感想|所感|结语"
    r"|結語|后记|後記|心得|q ?& ?a|qa|faq|social events?|sponsoren|teilnehmer|unsorted"
    r"|random( notes| thoughts)?|tl;?dr|intro to these notes)\W*$"
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
