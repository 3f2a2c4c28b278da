"""What a title or an export says has become of a talk.

[Cancelled] Knots, CANCELLED: Knots, Knots (abgesagt)    cancelled; the title is ``Knots``
CANCELLED Knots                                          the same, for it stands in capitals
Cancelled flights: a data story                          a title
"""

from __future__ import annotations

import re

_WORD = (
    r"cancell?ed|abgesagt|entf[äa]llt|f[äa]llt aus|ausgefallen|annulée?|annullato|cancelad[oa]|geannuleerd"
    r"|odwołane|inställt|aflyst|avlyst"
)
_BEFORE = re.compile(
    rf"\s*(?:\*\*)?(?:[\[(<]\s*(?:{_WORD})!?\s*[\])>]\s*[:–—-]?|(?:{_WORD})!?\s*(?::|!|\s[–—-]+\s)"
    rf"|(?-i:(?:CANCELL?ED|ABGESAGT|ENTFÄLLT|AUSGEFALLEN))\b)(?:\*\*)?\s*(?=\S)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"\s*(?:[\[(<]\s*(?:{_WORD})!?\s*[\])>]|\s[–—-]+\s(?:{_WORD})!?|(?-i:\sCANCELL?ED))\s*$",
    re.IGNORECASE,
)
_STATED = re.compile(
    rf"(?:event|https?://schema\.org/event)?\s*(?:{_WORD}|withdrawn|cancellation)", re.IGNORECASE
)
_LONGEST = 1000


def take_cancelled(title: str) -> tuple[str, bool]:
    """*title* without the word that the talk is cancelled, and whether it was there."""
    if len(title) > _LONGEST:
        return title, False
    before = _BEFORE.match(title)
    if before:
        return title[before.end() :].strip(), True
    behind = _BEHIND.search(title[-40:])
    if behind and title[: len(title) - len(behind[0])].strip():
        return title[: len(title) - len(behind[0])].strip(), True
    return title, False


def is_cancelled(state: object) -> bool:
    """Whether a field for the state of a talk says that it does not take place."""
    return isinstance(state, str) and bool(_STATED.fullmatch(state.strip()[:_LONGEST]))
