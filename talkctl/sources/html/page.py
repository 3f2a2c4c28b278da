"""A saved page as a tree, and what of it is no text: title, address, scripts, how it is cut off.

lxml reads it (libxml2 mends what is not closed, and is linear). Two things are refused before they
cost anything: a tag with hundreds of attributes, which libxml2 compares with one another, and what
is nested deeper than it goes, where its reading ends. Whatever encoding a page declares, its text
has been decoded before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin

if TYPE_CHECKING:
    from lxml.etree import _Element

_TOO_MANY_ATTRIBUTES = re.compile(
    r"<[a-zA-Z](?>(?:[\s/]*+[^\s=>/\"'<]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"']*+))?){400})"
)
_ATTRIBUTE = 400
_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d{1,6}\)|page saved with singlefile\s*url:\s*)(?P<url>https?://\S{1,500})",
    re.IGNORECASE,
)
_NOT_HTML = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_BETWEEN_NAMES = re.compile(r"\s+[-–—|·:]+\s+")
_LONGEST_ADDRESS = 2000


@dataclass(frozen=True, slots=True)
class Script:
    """What stands in a ``script`` element, and the line on which it begins."""

    kind: str
    text: str
    line: int


@dataclass(slots=True)
class Page:
    """A page: its tree (``None`` if there is nothing), and what its head and scripts say."""

    root: _Element | None
    title: str = ""
    metas: dict[str, str] = field(default_factory=dict)
    address: str = ""
    base: str = ""
    """What the page's own addresses are relative to, where that is not the page."""
    language: str = ""
    scripts: list[Script] = field(default_factory=list)
    broken: tuple[int, str] | None = None
    """The line where the reading ends before the page does, and why."""

    @property
    def names(self) -> list[str]:
        """The parts of the title, which names the page, the event and the site in any order."""
        return _BETWEEN_NAMES.split(self.title[:200])

    def absolute(self, address: str) -> str | None:
        """*address* as the web knows it, if it leads anywhere from here."""
        address = address.strip()
        if not address or len(address) > _LONGEST_ADDRESS or address.startswith("#"):
            return None
        try:
            url = urljoin(urljoin(self.address, self.base), address)
        except ValueError:
            return None
        return url if url.startswith(("http://", "https://")) else None


def read_page(text: str) -> Page:
    """The page that *text* is; whatever the text, this does not raise."""
    from lxml import etree

    text = _NOT_HTML.sub(" ", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    text = text.replace("\x0c", " ")
    bomb = _TOO_MANY_ATTRIBUTES.search(text)
    if bomb:
        line = text.count("\n", 0, bomb.start()) + 1
        return Page(None, broken=(line, f"a tag with more than {_ATTRIBUTE} attributes"))
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, MemoryError):
        root = None
    page = Page(root)
    deep = next((one for one in parser.error_log if "depth" in one.message), None)
    if deep is not None:
        page.broken = deep.line, "is nested too deep to be read on"
    if root is not None:
        _read_head(page, root)
        saved = _SAVED_FROM.search(text[:5000])
        page.address = page.address or (saved["url"] if saved else "")
    return page


def _read_head(page: Page, root: _Element) -> None:
    page.language = (root.get("lang") or "")[:40]
    based, canonical = "", ""
    for element in root.iter("title", "meta", "link", "base", "script"):
        tag = element.tag
        if tag == "title" and not page.title:
            page.title = " ".join((element.text or "").split())[:500]
        elif tag == "meta":
            name = (element.get("property") or element.get("name") or "").lower()
            content = " ".join((element.get("content") or "").split())
            if name and content:
                page.metas.setdefault(name[:80], content[:_LONGEST_ADDRESS])
        elif tag == "base":
            based = based or (element.get("href") or "")
        elif tag == "link" and "canonical" in (element.get("rel") or "").lower().split():
            canonical = canonical or (element.get("href") or "")
        elif tag == "script" and element.text and not element.text.isspace():
            kind = (element.get("type") or "").partition(";")[0].strip().lower()
            page.scripts.append(Script(kind, element.text, element.sourceline or 1))
    page.base = based[:_LONGEST_ADDRESS]
    found = (canonical, page.metas.get("og:url", ""), based)
    page.address = next(
        (one for one in found if one.startswith(("http://", "https://")) and len(one) < 2000), ""
    )
