"""Links that stand behind a title on its line, and what is left of the line without them.

- Tying Clusters - Maria Oduya [slides](https://…) | [video](https://…)
- Logs Without Tears - Hanna Roth https://…
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from talkctl.model import Link
from talkctl.sources.grammar.links import bare_address, kind_of_link, repair_address
from talkctl.sources.notes.markdown import Markup, without_markup

GENERIC = re.compile(
    r"\W*+(?:slides?|videos?|recordings?|youtube|watch|here|link|links?|website|page|playlist\b.*|github"
    r"|schedule|programme?|agenda|home ?page|code|repo|notes?|all (?:the )?(?:videos|slides"
    r"|talks|recordings)\b.*"
    r"|(?:the )?(?:videos|slides|recordings|talks) (?:of|from|on|at)\b.*|.*\bplaylist"
    r"|.*\bchannel|aufzeichnungen"
    r"|photos?|blog(?: post)?)\W*$",
    re.IGNORECASE,
)
"""Words that only say what is behind a link, and name no talk."""
_LINK_BEHIND = re.compile(
    r"[\s|,;:/·•&+()\[\]–—-]*(?:slides?|videos?|recording|youtube|watch|pdf|folien|スライド"
    r"|動画|视频|幻灯片|ppt)?[\s|,;:/·•&+()\[\]–—-]*",
    re.I,
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
