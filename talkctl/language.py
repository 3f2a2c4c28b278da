"""Which language a text is written in, told from its commonest small words.

A statistical model would cost tens of megabytes for what programmes need: to tell somebody's notes
in Spanish from abstracts in English. Short or mixed texts have no language rather than a wrong one.
"""

from __future__ import annotations

import re

_SMALL_WORDS = {
    "en": "the of and to in is for on with that this are as by from how we you it be or at what will"
    " i a an not they their them he she his her our us your my me its was were has have had been but"
    " if so can could do does did into about more than then there these those which who when where why"
    " all any no up out over just only also very too after before would should",
    "es": "de la que el en los del las un por con una para no es al lo como más su sus se este está"
    " pero qué cómo hay son a y",
    "pt": "de que não os um para com uma do da em por mais as dos como mas ao ele das seu são você isso"
    " a o e é já foi também muito",
    "fr": "de la le les et des en un une du est pour que qui dans sur pas plus avec au ce sont nous"
    " vous aux comment on a à ont été être faire fait mais sans très tout tous cette ces notre votre",
    "de": "der die und das den von zu mit ist im für nicht ein eine dem auf sich des wie wir als auch"
    " werden wird oder über was wenn es ich sie er aber bei nach nur noch kann man hat haben ihr zum"
    " zur am dass sind war sehr durch",
    "it": "di che la il per un non una sono del con si da come le della gli è più nel alla anche questo",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als bij wij naar wordt",
    "sv": "och att det som en på är av för med den till inte om ett har de vi kan från",
    "pl": "w i na z się nie do to jest że jak o dla przez po co od czy oraz tym",
    "cs": "a v se na je že z do o to jak pro s ve k i jsou ale co nebo",
}
_LOOKUP = {code: frozenset(text.split()) for code, text in _SMALL_WORDS.items()}

_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
)
_LETTERS = re.compile(r"[^\W\d_]+")
_NO_WORDS = re.compile(
    r"\]\([^()\n]{0,300}\)|```[^`]*```|`[^`\n]*`|(?<![^\s\[\])])[^\s\[\]]*(?:://|\w\.\w|/)\S*"
)
"""Code and addresses, which are in no language."""
_LONGEST = 20_000


def language(text: str | None) -> str | None:
    """The ISO 639-1 code of the language of *text*, or ``None`` where that is not clear."""
    if not text:
        return None
    found = _LETTERS.findall(_NO_WORDS.sub(" ", text[:_LONGEST]).lower())
    letters = sum(map(len, found))
    for code, script in _SCRIPTS:
        if letters >= 8 and len(script.findall(text)) > 0.3 * letters:
            return code
    if len(found) < 5:
        return None
    counts = {code: sum(word in small for word in found) for code, small in _LOOKUP.items()}
    best = max(counts, key=lambda code: counts[code])
    runner_up = max(count for code, count in counts.items() if code != best)
    if counts[best] < 2 or counts[best] < 0.08 * len(found) or counts[best] <= runner_up:
        return None
    return best
