"""When two spellings are the same, and what text from outside may do to a terminal."""

from __future__ import annotations

import re

_PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
)
"""Letters that readers take for plain ones although Unicode does not decompose them."""

_WITHOUT_APOSTROPHES = _PLAIN_LETTERS | str.maketrans("", "", "'’‘ʼ`´")
_WORD = re.compile(r"[^\W_]+")
_ESCAPES = (
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor movement
    r"|\x1b[\]PX^_].*?(?:\x07|\x1b\\|$)"  # OSC and other strings: titles, links
    r"|\x1b[ -/]*[0-~]"  # two-letter escapes
)
"""Escape sequences as ECMA-48 writes them; few texts have one, so few processes compile this."""

_INVISIBLE = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_REORDERING = f"[{_INVISIBLE}]"
_CONTROL = dict.fromkeys(
    (*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, *map(ord, _INVISIBLE))
)

_ID_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""No 0, 1, i, l and o: ids are read aloud and typed."""

_ID_LENGTH = 7


def fold(text: str) -> str:
    """*text* without case, accents and apostrophes: what is equal folded is the same word."""
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    text = text.casefold().translate(_WITHOUT_APOSTROPHES)
    if text.isascii():
        return text
    import unicodedata  # a megabyte of tables, which few texts need

    # Some capitals only show once they are decomposed: the mathematical 𝓐 is an A.
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_PLAIN_LETTERS)
    if plain.isascii():
        return plain
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def words(text: str) -> list[str]:
    """The words of *text*, folded: ``Don’t panic!`` gives ``dont`` and ``panic``."""
    return _WORD.findall(fold(text))


def key(text: str) -> str:
    """*text* as its folded words with single blanks: the form in which titles are compared."""
    return " ".join(words(text))


def slug(text: str, limit: int = 60) -> str:
    """*text* as a name for addresses and command lines, at most *limit* letters, cut at a word."""
    name = "-".join(words(text))
    if len(name) > limit:
        name = name[: limit + 1].rpartition("-")[0] or name[:limit]
    return name or "untitled"


def short_id(identity: str) -> str:
    """Seven letters and digits that follow from *identity* alone."""
    import hashlib  # loading OpenSSL takes longer than a search; only building needs it

    number = int.from_bytes(hashlib.sha256(identity.encode()).digest()[:8], "big")
    letters = []
    for _ in range(_ID_LENGTH):
        number, place = divmod(number, len(_ID_LETTERS))
        letters.append(_ID_LETTERS[place])
    return "".join(letters)


def printable(text: str) -> str:
    """*text* without escape sequences, control characters and marks that reorder a line."""
    if text.replace("\n", "").isprintable():
        return text
    return re.sub(_ESCAPES, "", text, flags=re.DOTALL).translate(_CONTROL)


def in_order(text: str) -> str:
    """*text* with an escape for each mark that reorders a line: the same JSON, and to be seen."""
    if text.isascii():
        return text
    return re.sub(_REORDERING, lambda mark: f"\\u{ord(mark[0]):04x}", text)


def counted(number: int, thing: str) -> str:
    """``1 talk``, ``1,200 talks``."""
    return f"{number:,} {thing}{'s' * (number != 1)}"


def one_line(text: str) -> str:
    """*text*, printable, on one line with single blanks."""
    return " ".join(printable(text).split())
