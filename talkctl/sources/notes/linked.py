"""Links that stand behind a title on its line, and what is left of the line without them.

- Tying Clusters - Maria Oduya [slides](https://…) | [video](https://…)
- Logs Without Tears - Hanna Roth https://…
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from talkctl.model import Link
from talkctl.sources.grammar.links import bare_address, kind_of_link, repair_address
from talkctl.sources.notes.markdown import Markup, links_in, without_markup
from talkctl.text import fold

GENERIC = re.compile(
    r"\W*+(?:slides?|videos?|recordings?|youtube|watch|here|link|links?|website|page|playlist\b.*"
    r"|github|schedule|programme?|agenda|home ?page|code|repo|notes?|all (?:the )?(?:videos|slides"
    r"|talks|recordings)\b.*|(?:the )?(?:videos|slides|recordings|talks) (?:of|from|on|at)\b.*"
    r"|.*\bplaylist|.*\bchannel|aufzeichnungen|photos?|blog(?: post)?|[vs])\W*$",
    re.IGNORECASE,
)
"""Words that only say what is behind a link, and name no talk."""
_LINK_BEHIND = re.compile(
    r"[\s|,;:/·•&+()\[\]–—-]*(?:slides?|videos?|recording|youtube|watch|pdf|folien|スライド"
    r"|動画|视频|幻灯片|ppt)?[\s|,;:/·•&+()\[\]–—-]*",
    re.I,
)
_BETWEEN_LINKS = re.compile(r"[\s|,;:/·•&+()\[\]–—：、／｜-]+")
_JOINTS = frozenset("and und et y e or the the in at on to for from as my here link watch".split())
_LABELS_OF_LINKS = frozenset(
    fold(word)
    for word in "vid yt rec slide slides deck slidedeck video videos youtube recording recordings"
    " watch link links slideshare speakerdeck folien aufzeichnung mitschnitt diapositivas"
    " diapositivos diapositives grabacion apresentacao gravacao laminas code repo repository github"
    " gitlab pdf ppt pptx presentation presentacion paper resources materials material handout demo"
    " more info page website sched schedule vimeo audio podcast transparents support transparencias"
    " enregistrement captation lien liens enlace enlaces slajdy blog talk twitter url web details"
    " session 幻灯片 簡報 简报 投影片 课件 スライド 資料 资料 発表資料 音声 音频 動画 ビデオ 録画"
    " 視頻 视频 影片 录像 錄影 回放 共筆 議程 议程 代码 源码 슬라이드 영상 слайды видео презентация"
    " запись".split()
)


def without_links_behind(
    plain: str, text: str, marked: list[Markup], references: dict[str, str]
) -> tuple[str, tuple[Link, ...]]:
    """The words of a bullet without ``[slides](…) [video](…)`` at its end, and its links."""
    keep = list(marked)
    cut = text
    while (
        keep
        and _LINK_BEHIND.fullmatch(cut[keep[-1].end :])
        and GENERIC.match(keep[-1].label or "link")
        and keep[-1].start > 0
    ):
        cut = cut[: keep[-1].start].rstrip(" |,;:/·•&+([–—-")
        keep.pop()
    head = without_markup(cut, references)[0] if cut != text else plain
    words = head.split()
    bare = [word for word in words[1:] if "." in word and bare_address(word.strip("<>()"))]
    if bare and words[-1] == bare[-1]:
        head = head[: head.rfind(bare[-1])].rstrip(" |,;:–—-(<")
    links = [
        *links_of(marked),
        *(link for word in bare for link in links_of([Markup(0, 0, "", word.strip("<>()"))])),
    ]
    return head or plain, tuple(links)


def named_links(text: str, references: dict[str, str]) -> tuple[list[tuple[str, Markup]], bool]:
    """The links of a line, each behind the words that name it, and whether it holds nothing else."""
    links = links_in(text, references) or _bare_links(text)
    ends = [0, *(link.end for link in links)]
    starts = [*(link.start for link in links), len(text)]
    labels = [_label_in(text[end:start]) for end, start in zip(ends, starts, strict=True)]
    named = [(label or "", link) for label, link in zip(labels, links, strict=False)]
    return named, bool(links) and None not in labels


def _bare_links(text: str) -> list[Markup]:
    """Addresses that stand in *text* without any markup."""
    if len(text) > 1000 or "." not in text:
        return []
    return [
        Markup(word.start(), word.end(), "", word[0])
        for word in re.finditer(r"(?:(?<=：)|(?<!\S))[^\s：]+", text)
        if "." in word[0] and bare_address(word[0])
    ]


def _label_in(gap: str) -> str | None:
    """What names the link behind *gap*: nothing, a word for slides or the like, or ``None`` if
    the line says more than that."""
    if len(gap) > 80:
        return None
    words = [word.strip("*_") for word in _BETWEEN_LINKS.split(fold(gap))]
    words = [word for word in words if word not in _JOINTS and re.search(r"\w", word)]
    if not words:
        return ""
    return " ".join(words) if len(words) <= 4 and _LABELS_OF_LINKS.intersection(words) else None


def links_of(marked: Sequence[Markup]) -> tuple[Link, ...]:
    """The links of a line, without those to the same page and to people."""
    found = ((link, repair_address(link.target)) for link in marked)
    return tuple(
        Link(kind_of_link(link.label, url), url, link.target)
        for link, url in found
        if url and not link.target.startswith("#") and not is_profile(url)
    )


def is_profile(url: str) -> bool:
    """Whether an address is somebody's page on a network, and nothing of the talk's."""
    return bool(
        re.match(
            r"https?://(?:www\.)?(?:twitter|x|linkedin|github|mastodon\.social|bsky)\.(?:com"
            r"|app)?/?(?:in/|@)?[\w-]+/?$",
            url,
        )
    )
