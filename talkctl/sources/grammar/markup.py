"""Texts of programmes as plain text: HTML, escaped HTML, Markdown with a tag here and there.

<p>One.</p><p>Two.</p>            paragraphs, a blank line between them
<ul><li>One<li>Two</ul>           lines that begin with ``- ``; numbered ones with ``1. ``
Knots<br />and <b>bends</b>       a line break; words without their dress
&lt;p&gt;escaped&lt;/p&gt;        the same once more
List<String>, a < b               no HTML: only the names of tags that texts have are tags

Markdown stays as it is.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_INLINE = (
    "a abbr b big cite code em font i kbd label mark q s samp small span strike strong sub sup tt u"
)
_BLOCKS = (
    "address article aside blockquote center dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6"
    " header hr li main nav ol p pre section table tbody td tfoot th thead tr ul"
)
_OTHERS = "br img iframe script style body html head title wbr"
_NAMES = "|".join(sorted(f"{_INLINE} {_BLOCKS} {_OTHERS}".split(), key=len, reverse=True))
_TAG = re.compile(
    rf"(?P<comment><!--|-->)|<(?P<close>/)?(?P<name>{_NAMES})(?=[\s/>])(?P<rest>[^<>]*)>",
    re.IGNORECASE,
)
_BLOCK_TAG = re.compile(rf"</?(?:{_BLOCKS.replace(' ', '|')})(?=[\s/>])[^<>]*>", re.IGNORECASE)
_ESCAPED = re.compile(
    r"&lt;(?:/(?:p|li|ul|ol|div|strong|em|b|i|a|h\d|span)|br\s?/?)&gt;", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_NEW_LINE = re.compile(r" ?\n(?: ?\n\s*| ?(?=(?:[-*•]|\d{1,2}\.)\s))")
"""Where a text within HTML means its line break: a blank line, or a list made by hand."""

_BLANKS = re.compile(r"[^\S\n]+")
_NO_WIDTH = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Where a word may be parted, and marks of byte order that strayed into the text."""

_PICTOGRAM = re.compile(
    r"(?:[^\w\s\"'“”„«»‘’()\[\]{}<>#*@$+~|`&.,:;!?¿¡/\\=_•·–—➡→●○◦‣⁃-]{1,8}\s+"
    r"|(?:[\u2600-\u27bf\U0001f300-\U0001faff][\u200d\ufe0f]*\s*)++)(?=\S)"
)
_PARAGRAPHS = frozenset(
    "address article blockquote dl figure h1 h2 h3 h4 h5 h6 hr ol p pre section table ul".split()
)
_LINES = frozenset(_BLOCKS.split()) - _PARAGRAPHS - {"td", "th"}
_DEEPEST_LIST = 6


def resolved(text: str) -> str:
    """*text* with its entities as letters; what only looks like one stays."""
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text


def plain_text(text: str) -> str | None:
    """*text* without markup, or ``None`` if nothing is left."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _ESCAPED.search(text) and not _TAG.search(text):
        text = resolved(text)
    if _BLOCK_TAG.search(text):
        text = _Flow().of(text)
    elif "<" in text and _TAG.search(text):
        text = _without_tags(text)
    else:
        text = resolved(text)
    return tidy(text)


def tidy(text: str) -> str | None:
    """*text* without blanks at the ends of lines, several blank lines made one; or ``None``."""
    lines = [line.rstrip() for line in text.replace("\xa0", " ").split("\n")]
    kept = [line for n, line in enumerate(lines) if line or (n and lines[n - 1])]
    return "\n".join(kept).strip("\n").rstrip() or None


def without_pictogram(text: str) -> str:
    """*text* without the pictograms that decorate it in front of its words."""
    found = _PICTOGRAM.match(text)
    return text[found.end() :] if found else text


def one_line(text: str) -> str:
    """*text* on one line, entities as letters, without blanks of no width."""
    return " ".join(_NO_WIDTH.sub("", resolved(text)).split())


def _without_tags(text: str) -> str:
    """*text*, whose own lines count, without the few tags in it."""
    text = re.sub(r"<br\s*/?>[ \t]*\n?", "\n", text, flags=re.IGNORECASE)
    return "".join(piece for piece, tag in _pieces(text) if not tag)


def _pieces(text: str) -> Iterator[tuple[str, re.Match[str] | None]]:
    """Texts and tags in turn; comments, scripts and styles left out."""
    place, hidden = 0, ""
    last_comment = text.rfind("-->")
    for tag in _TAG.finditer(text):
        if not hidden:
            yield resolved(text[place : tag.start()]), None
        place = tag.end()
        name = (tag["name"] or "").lower()
        if tag["comment"] == "<!--" and tag.start() < last_comment and not hidden:
            hidden = "comment"
        elif tag["comment"]:
            hidden = "" if hidden == "comment" else hidden
        elif name in ("script", "style", "head"):
            hidden = "" if tag["close"] and hidden == name else hidden or name
        elif not hidden:
            yield "", tag
    if not hidden:
        yield resolved(text[place:]), None


class _Flow:
    """Plain text in the making: what is written, and which break is due before the next word."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.due = 0
        self.blank = False
        self.lists: list[int | None] = []
        self.verbatim = 0

    def of(self, text: str) -> str:
        """*text*, which is HTML, as plain text."""
        for piece, tag in _pieces(text):
            if tag:
                self._pass(tag["name"].lower(), bool(tag["close"]))
            elif self.verbatim:
                self._write(piece)
            else:
                self._flow(piece)
        return "".join(self.written)

    def _pass(self, name: str, closes: bool) -> None:
        if name == "br":
            self._break(self.due + 1 if self.due < 2 else self.due)
        elif name in ("ul", "ol"):
            self._break(1 if len(self.lists) > (1 if closes else 0) else 2)
            self._enter_list(name, closes)
        elif name == "li":
            self._break(1)
            if not closes:
                self._bullet()
        elif name in ("td", "th"):
            self.blank = True
        elif name in _PARAGRAPHS:
            self._break(1 if self.lists else 2)
            if name == "pre":
                self.verbatim = max(0, self.verbatim + (-1 if closes else 1))
        elif name in _LINES:
            self._break(1)

    def _enter_list(self, name: str, closes: bool) -> None:
        if not closes:
            self.lists.append(0 if name == "ol" else None)
        elif self.lists:
            self.lists.pop()

    def _bullet(self) -> None:
        count = self.lists[-1] if self.lists else None
        if count is not None:
            self.lists[-1] = count + 1
        indent = "  " * min(max(len(self.lists) - 1, 0), _DEEPEST_LIST)
        self._write(f"{indent}- " if count is None else f"{indent}{count + 1}. ")
        self.due, self.blank = -1, False

    def _break(self, lines: int) -> None:
        if self.due >= 0:
            self.due = max(self.due, lines)
        self.blank = False

    def _flow(self, text: str) -> None:
        text = _BLANKS.sub(" ", text)
        parts = _NEW_LINE.split(text)
        marks = [found[0].count("\n") for found in _NEW_LINE.finditer(text)]
        for n, part in enumerate(parts):
            if n:
                self._break(2 if marks[n - 1] > 1 else 1)
            words = " ".join(part.split())
            self.blank = self.blank or part[:1].isspace()
            if words:
                self._write(words)
                self.blank = part[-1:].isspace()

    def _write(self, text: str) -> None:
        if not text:
            return
        if self.due > 0 and self.written:
            self.written.append("\n" * self.due)
        elif self.blank and self.written and self.due == 0:
            self.written.append(" ")
        self.due, self.blank = 0, False
        self.written.append(text)
