"""Plain text out of reStructuredText, in which descriptions of recordings are often written.

    `the slides <https://x.org/s>`_      the slides (https://x.org/s)
    ``print``, **very**, :pep:`8`        print, very, 8
    a heading underlined with ====       the heading
    Example::                            Example:

https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html has the marks. Descriptions say
nowhere that they use them, so only what can mean nothing else is taken for one.
"""

from __future__ import annotations

import re

_LINK = re.compile(
    r"`(?P<text>[^`<>\n]{1,300}(?:\n[^`<>\n]{1,300})?)\s<(?P<url>[^`<>\s]{1,1000})>`__?"
)
_ROLE = re.compile(r":[a-z][a-z:+-]{0,30}:`(?P<text>[^`<\n]{1,200}?)(?:\s{0,9}<[^`<>\n]{1,500}>)?`")
_LITERAL = re.compile(r"``(?P<text>[^`\n](?:[^\n`]|`(?!`)){0,300})``")
_STRONG = re.compile(r"(?<![\w*\\])\*\*(?=[^\s*])(?P<text>[^*\n]{1,300})(?<=[^\s*])\*\*(?![\w*])")
_EMPHASIS = re.compile(r"(?<![\w*\\])\*(?=[^\s*])(?P<text>[^*\n]{1,300})(?<=[^\s*])\*(?![\w*])")
_REFERENCE = re.compile(r"(?<![\w`])`(?P<text>[^`<>\n]{1,200})`__?(?!\w)")
_RULE = re.compile(r"([=~^\"+#`:.'*-])\1{2,}")
_DIRECTIVE = re.compile(r"\s*\.\. (?:[\w:+-]{1,40}::(?P<said>.*)|_[^:\n]{1,200}:(?P<url>.*))?$")
_OPTION = re.compile(r"\s{2,}:[a-z-]{2,20}:(?:\s|$)")
_ONE_WORD = re.compile(r"[\w+-]+")


def plain_of_rst(text: str) -> str:
    """*text* without the marks of reStructuredText; what is plain or Markdown stays as it is."""
    if "`" in text or "*" in text:
        text = _without_marks(text)
    if ".. " in text or "::" in text or _RULE.search(text):
        text = _without_blocks(text)
    return text


def _without_marks(text: str) -> str:
    text = _LINK.sub(lambda found: f"{' '.join(found['text'].split())} ({found['url']})", text)
    for form in (_ROLE, _LITERAL, _REFERENCE, _STRONG, _EMPHASIS):
        text = form.sub(lambda found: found["text"], text)
    return text


def _without_blocks(text: str) -> str:
    lines: list[str] = []
    in_directive = False
    for line in text.split("\n"):
        directive = _DIRECTIVE.match(line) if ".. " in line else None
        if directive:
            in_directive = True
            said = (directive["said"] or directive["url"] or "").strip()
            if said and not _ONE_WORD.fullmatch(said):
                lines.append(said)
        elif in_directive and _OPTION.match(line):
            continue
        elif _is_rule(line, lines):
            in_directive = False
        else:
            in_directive = in_directive and not line.strip()
            lines.append(_without_double_colon(line.rstrip()))
    return "\n".join(lines)


def _is_rule(line: str, above: list[str]) -> bool:
    """Whether *line* underlines what is above it, or stands alone."""
    bare = line.strip()
    if not _RULE.fullmatch(bare):
        return False
    heading = above[-1].strip() if above else ""
    return not heading or len(bare) >= len(heading) - 2


def _without_double_colon(line: str) -> str:
    if not line.endswith("::"):
        return line
    return "" if line.strip() == "::" else line[:-1]
