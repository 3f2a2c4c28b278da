"""What stands in Markdown without being Markdown: comments, HTML, the commands of site generators.

<!-- not for readers -->                 left out
<a href="https://…">Slides</a>           [Slides](https://…)
<iframe src="https://youtu.be/x">        <https://youtu.be/x>
{{< youtube x >}}, {% youtube x %}       <https://www.youtube.com/watch?v=x>
<h2>Title</h2>                           ## Title
[[Page]], [[Page|its name]]             Page, its name
<br>, <b>, <div align="center">, …       only their text; names that no HTML has stay
@Metadata { … }                          left out, a directive of a documentation compiler
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from talkctl.sources.grammar.markup import resolved
from talkctl.sources.notes.markdown import Fence
from talkctl.sources.source import Line

_ANCHOR = re.compile(
    r"<a\s[^<>]{0,400}?href\s*=\s*[\"']?(?P<url>[^\"'\s<>]{1,600})[^<>]{0,400}>(?P<label>[^<>]{0,300})</a>",
    re.IGNORECASE,
)
_FRAME = re.compile(
    r"<(?:iframe|embed|source|video)\s[^<>]{0,400}?src\s*=\s*[\"']?(?P<url>[^\"'\s<>]{4,600})[^<>]{0,600}>",
    re.IGNORECASE,
)
_HEADING = re.compile(r"\s*<h(?P<depth>[1-6])\b[^<>]{0,300}>(?P<text>.{1,400}?)</h[1-6]>\s*$", re.I)
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|br|center|cite|code|dd|del|details|div|dl|dt|em|figcaption|figure"
    r"|font|footer|h[1-6]|header|hr|i|iframe|img|ins|kbd|li|main|mark|nav|ol|p|picture|script|section"
    r"|small|source|span|strong|style|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul|video)"
    r"(?=[\s/>])[^<>]{0,1000}>",
    re.IGNORECASE,
)
_COMMAND = re.compile(r"\{\{[<%]?(?P<hugo>[^{}]{1,300})[>%]?\}\}|\{%(?P<liquid>[^{}]{1,300})%\}")
_PLAYER = re.compile(
    r"\W*(?:(?:include|render)\s+)?(?P<host>youtube|vimeo)\S*\s+(?:id\s*=\s*|\w+=)?[\"']?"
    r"(?P<id>[\w-]{5,20})[\"']?",
    re.IGNORECASE,
)
_ADDRESSES = {"youtube": "https://www.youtube.com/watch?v=", "vimeo": "https://vimeo.com/"}
_WIKI_LINK = re.compile(r"!?\[\[(?:[^\[\]|]{1,200}\|)?(?P<name>[^\[\]|]{1,200})\]\](?!\()")
_DIRECTIVE = re.compile(r"@[A-Z]\w{2,40}(?:\([^()]{0,200}\))?\s*\{\s*$")
_LONGEST_DIRECTIVE = 30
_COMMENT = re.compile(r"<!--.*?-->")
_LONGEST = 5000


def cleaned(lines: Sequence[Line]) -> tuple[list[Line], set[int]]:
    """*lines* in Markdown alone, and the numbers of those of which nothing is left."""
    kept: list[Line] = []
    left_out: set[int] = set()
    fence, within = Fence(), False
    directive = 0
    closing = max((n for n, line in enumerate(lines) if "-->" in line.text), default=-1)
    for index, line in enumerate(lines):
        text = line.text
        if not within and fence.takes(text):
            kept.append(line)
            continue
        if directive or (text[:1] == "@" and _DIRECTIVE.match(text)):
            directive = directive or _end_of_directive(lines, index)
            if index <= directive:
                left_out.add(line.number)
                kept.append(Line(line.number, ""))
                continue
            directive = 0
        if within or "<!--" in text:
            text, within = _without_comment(text, within, index < closing)
        if len(text) < _LONGEST and ("<" in text or "{" in text or "&" in text):
            text = _without_tags(text)
        if "[[" in text and len(text) < _LONGEST:
            text = _WIKI_LINK.sub(r"\g<name>", text)
        if text is not line.text and not text.strip() and not line.blank:
            left_out.add(line.number)
        kept.append(line if text is line.text else Line(line.number, text))
    return kept, left_out


def _end_of_directive(lines: Sequence[Line], index: int) -> int:
    """Where the directive that opens at *index* ends; before it, if it does not end."""
    after = range(index + 1, min(index + _LONGEST_DIRECTIVE, len(lines)))
    return next((n for n in after if lines[n].text.startswith("}")), -1)


def _without_comment(text: str, within: bool, closes: bool) -> tuple[str, bool]:
    """*text* without its comments, and whether one goes on behind it."""
    if within:
        _, closed, text = text.partition("-->")
        if not closed:
            return "", True
    text = _COMMENT.sub("", text) if "-->" in text else text
    head, opened, _ = text.partition("<!--")
    return (head, True) if opened and closes else (text, False)


def _without_tags(text: str) -> str:
    heading = _HEADING.match(text)
    if heading:
        text = f"{'#' * int(heading['depth'])} {heading['text'].strip()}"
    if "<" in text:
        text = _ANCHOR.sub(_link, text)
        text = _FRAME.sub(_player, text)
        text = _TAG.sub(_break, text)
    if "{%" in text or "{{" in text:
        text = _COMMAND.sub(_command, text)
    return resolved(text)


def _link(found: re.Match[str]) -> str:
    label = found["label"].strip()
    return f"[{label}]({found['url']})" if label else ""


def _player(found: re.Match[str]) -> str:
    url = found["url"]
    return f"<{'https:' if url.startswith('//') else ''}{url}>"


def _break(found: re.Match[str]) -> str:
    return " " if found[0].lower().startswith("<br") else ""


def _command(found: re.Match[str]) -> str:
    inside = (found["hugo"] or found["liquid"]).strip()
    player = _PLAYER.fullmatch(inside.strip(" <>%"))
    return f"<{_ADDRESSES[player['host'].lower()]}{player['id']}>" if player else ""
