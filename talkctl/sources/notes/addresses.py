"""What the links of notes lead to, by the words of many languages that they stand behind."""

from __future__ import annotations

from talkctl.sources.grammar.links import kind_of_link
from talkctl.text import fold

_WORDS = {
    "video": "動画 ビデオ 録画 视频 視頻 影片 录像 錄影 回放 映像 영상 видео запись mitschnitt captation"
    " aufnahme nagranie video registrazione",
    "slides": "スライド 発表資料 登壇資料 幻灯片 幻燈片 簡報 简报 投影片 课件 講義 ppt slajdy"
    " презентация слайды 슬라이드"
    " transparents diapo slideshow keynote.pdf",
    "code": "代码 源码 程式碼 コード ソースコード codigo",
    "paper": "论文 論文",
    "audio": "音频 音声 音頻",
}
_FOLDED = {kind: tuple(fold(word) for word in words.split()) for kind, words in _WORDS.items()}


def note_link_kind(label: str, url: str) -> str:
    """What an address leads to, by its host, the words it stands behind, or its ending."""
    kind = kind_of_link(label, url)
    if kind not in ("page", "other"):
        return kind
    folded = fold(label[:200])
    found = (kind for kind, words in _FOLDED.items() if any(word in folded for word in words))
    return next(found, kind)
