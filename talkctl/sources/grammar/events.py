"""What heads the part of a page in which the organisers of one event tell of it."""

from __future__ import annotations

import re

OF_EVENT = (
    r"Details|Détails|Detalles|Detalhes|Dettagli|Sobre|Über|Beschreibung|Descrição|Description"
    r"|About(?: this| the)? event|Acerca del? (?:este )?evento"
    r"|Sobre (?:este|o) evento|Über (?:diese Veranstaltung|das Event)|À propos de (?:cet|l.)\s?événement"
)
"""The words of the sites on which they do, in any case of letters."""


def tells_of_event(text: str) -> bool:
    """Whether *text* heads what the organisers tell of their event, above any agenda."""
    return bool(re.fullmatch(OF_EVENT, text, re.IGNORECASE))
