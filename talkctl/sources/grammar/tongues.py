"""Languages as exports name them, as ISO 639-1 codes.

en, EN, en-US, en_GB, de-formal, eng, English, englisch, Englisch / English      en
Python, TBD, de / en, multilingual                                              unknown
"""

from __future__ import annotations

import re

from talkctl.text import fold

_NAMES = {
    "en": "eng english englisch anglais ingles inglese engels engelsk anglictina angielski",
    "de": "deu ger german deutsch allemand aleman tedesco duits tysk nemecky niemiecki",
    "fr": "fra fre french francais franzosisch frances francese frans fransk",
    "es": "spa spanish espanol spanisch espagnol castellano spagnolo spaans spansk espanhol",
    "pt": "por portuguese portugues portugiesisch portugais portoghese brazilian",
    "it": "ita italian italiano italienisch italien",
    "nl": "nld dut dutch nederlands niederlandisch neerlandais flemish vlaams",
    "sv": "swe swedish svenska schwedisch", "da": "dan danish dansk danisch",
    "nb": "nob bokmal", "nn": "nno nynorsk", "no": "nor norwegian norsk norwegisch",
    "fi": "fin finnish suomi finnisch", "pl": "pol polish polski polnisch",
    "cs": "ces cze czech cestina tschechisch", "sk": "slk slo slovak slovencina",
    "sl": "slv slovene slovenian slovenscina", "hu": "hun hungarian magyar ungarisch",
    "ro": "ron rum romanian romana", "bg": "bul bulgarian", "hr": "hrv croatian hrvatski",
    "sr": "srp serbian srpski", "el": "ell gre greek", "tr": "tur turkish turkce",
    "ru": "rus russian russisch русскии", "uk": "ukr ukrainian ukrainisch українська",
    "ja": "jpn japanese japanisch japonais 日本語", "ko": "kor korean 한국어",
    "zh": "zho chi cmn chinese mandarin chinesisch 中文", "ar": "ara arabic", "he": "heb hebrew",
    "hi": "hin hindi", "id": "ind indonesian", "vi": "vie vietnamese", "th": "tha thai",
    "ca": "cat catalan catala", "eu": "eus baq basque euskara", "gl": "glg galician galego",
    "et": "est estonian eesti", "lv": "lav latvian latviesu", "lt": "lit lithuanian lietuviu",
    "is": "isl ice icelandic islenska", "ga": "gle irish", "cy": "cym wel welsh",
    "eo": "epo esperanto", "fa": "fas per persian farsi", "bn": "ben bengali", "ta": "tam tamil",
    "ml": "mal malayalam", "mr": "mar marathi", "ur": "urd urdu", "sq": "sqi alb albanian",
    "mk": "mkd macedonian", "bs": "bos bosnian", "ms": "msa may malay", "tl": "tgl tagalog",
    "sw": "swa swahili", "lb": "ltz luxembourgish",
}  # fmt: skip
_CODES = {name: code for code, names in _NAMES.items() for name in (code, *names.split())}
_CODE = re.compile(r"(?P<code>[a-z]{2,3})[-_](?:[a-z]{2,4}|\d{3}|formal|informal)(?:[-_.].*)?")
_OTHER_ALPHABETS = {"русский": "ru", "українська": "uk", "한국어": "ko"}
_LONGEST = 40


def language_named(text: str | None) -> str | None:
    """The code of the one language that *text* names; ``None`` for none, several and others."""
    if not text or len(text) > _LONGEST:
        return None
    given = text.strip()
    name = fold(given)
    if given.lower() in _OTHER_ALPHABETS:
        return _OTHER_ALPHABETS[given.lower()]
    if name in _CODES:
        return _CODES[name]
    regional = _CODE.fullmatch(name)
    if regional:
        return _CODES.get(regional["code"])
    found = {_CODES[word] for word in re.findall(r"[^\W\d_]{4,}", name) if word in _CODES}
    return found.pop() if len(found) == 1 else None
