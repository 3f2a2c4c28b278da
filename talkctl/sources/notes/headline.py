"""Titles with the people behind them, in every script that notes are written in.

Title - Jane Doe (Acme)           as ``grammar.titles`` reads it; so with | and / for the dash
Title｜Jane Doe（Acme）            the same in full-width letters; the title stays as written
用 eBPF 观察网络 - 张伟，华为      Chinese, Japanese and Korean names behind a dash, in brackets or
許宏翔 (Mike Hsu)／DevOps, OpenNet before a slash with role and organisation
「潮の満ち引き」田中太郎さん       a title in corner brackets
"""

from __future__ import annotations

import re
from dataclasses import replace

from talkctl.givennames import begins_with_given_name
from talkctl.names import looks_like_name
from talkctl.record import Credit
from talkctl.sources.grammar.billing import Known, is_person, parse_billing
from talkctl.sources.grammar.kinds import take_kind
from talkctl.sources.grammar.positions import is_job
from talkctl.sources.grammar.roles import billed_by_label
from talkctl.sources.grammar.titles import TitleLine, parse_title

_FULL_WIDTH = str.maketrans("（）［］，；＆＠　－０１２３４５６７８９", "()[],;&@ -0123456789")
_SPACED = {"：": ": ", "｜": " | ", "／": " / ", "、": ", ", "——": " - ", "──": " - "}
_BAR = re.compile(r"\s(?:[|/•·‖]|::)\s")
_ELLIPSIS = re.compile(r"(?:\.\.\.|…)\s+(?=\S)")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WIDE_NAME = re.compile(
    r"(?P<name>[\u3040-\u30ff\u3005\u3400-\u9fff\uac00-\ud"
    r"7af]{2,5}(?:[ ·・][\u3040-\u30ff\u3400-\u9fff]{1,8})?"
    r"(?:\s?\([A-Z][A-Za-z .'-]{1,40}\))?)\s?(?:さん|氏|様|先生|老师|老師|女士|博士|님)?"
)
_SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈"
    "曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史"
    "顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文欧歐温溫曲施洪翁游柯莊庄簡简詹凌章祝耿牛樊关關安毕"
)
_DOUBLE_SURNAMES = ("欧阳", "歐陽", "司马", "司馬", "诸葛", "上官", "夏侯")
_JAPANESE_SURNAMES = tuple(
    "佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邉 渡邊 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上"
    " 木村 斎藤 斉藤 齋藤 清水 山崎 池田 橋本 阿部 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田"
    " 後藤 近藤 村上 遠藤 青木 坂本 西村 福田 太田 三浦 藤井 岡本 松田 中川 中野 原田 小野 田村"
    " 竹内 金子 和田 中山 石田 上田 森田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島 谷口 今井"
    " 工藤 高田 増田 丸山 杉山 村田 大塚 新井 小山 平野 藤原 河野 上野 野口 武田 松井 千葉 岩崎"
    " 菅原 木下 久保 佐野 野村 松尾 市川 菊地 菊池 杉本 古川 大西 島田 水野 桜井 渡部 高野 吉川"
    " 山内 西田 飯田 西川 小松 北村 安田 五十嵐 川口 平田 関 中田 久保田 服部 東 岩田 土屋 川崎"
    " 福島 本田 辻 樋口 永井 秋山 田口 山中 中西 吉村 川上 石原 大橋 松岡 馬場 浜田 森本 星野 矢野"
    " 浅野 吉岡 大久保 松下 堀 林 森".split()
)
_KOREAN_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류홍전고문양손배백허유남심노하곽성차주우구민"
)
_HONORIFIC = re.compile(r"(?:さん|氏|様|先生|老师|老師|女士|님)$")
_PEOPLE_SPLIT = re.compile(
    r"\s*(?:[、&＆+;；/]|，(?=[\u3400-\u9fff]{2,4}(?:[、，]|$))|\s(?:and|和|与|與|及)\s)\s*"
)
_DASH = re.compile(r"\s+[-–—|｜/]{1,2}\s+|\s*[｜／]\s*|\s*(?:——|──)\s*")
_BEHIND = re.compile(
    r"^(?P<title>.{2,300}?)\s*[(（](?P<people>[^()（）]{2,80}(?:[(（][^()（）]{1,40}[)）])?)[)）]$"
)
_CORNERED = re.compile(
    r"^[「『《“\"](?P<title>[^「」『』《》]{2,200})[」』》”\"]\s*(?:by"
    r"|[-–—｜|:：／/@])?\s*(?P<people>\S.{1,80})$"
)
_QUOTED = re.compile(
    r"[\"“„«]\s?(?P<title>[^\"“”„«»]{2,200}?)\s?[\"“”»],?\s+(?:by|von|de|par|por|di|door)\s+"
    r"(?P<people>\S.*)$"
)
_SPOKEN = re.compile(
    r"^(?P<people>[^「」『』《》:：]{2,60}?)\s*(?:[:：]"
    r"|\s[-–—]\s)?\s*[「『《](?P<title>[^「」『』《》]{2,200})[」』》]$"
)
_WIDE_JOB = re.compile(
    r"(?:工程师|工程師|架构师|架構師|经理|經理|总监|總監|主任|教授|研究员|研究員|負責人|负责人|创始人"
    r"|創辦人|顧問|专家|專家|エンジニア|代表|部長|課長|開発者|学生|學生|博士|CTO|CEO)$"
)
_EVENT = re.compile(r"[^\W\d_a-z][^,()]{1,60}\s(?:19|20)\d\d")
_TAIL = re.compile(
    r"\s*[\[(](?:\d{1,2}:\d\d(?::\d\d)?|\d{1,3}\s?min\w*\.?|[^()\[\]]{0,40}\b(?:19|20)\d\d)[\])]\s*$"
)
_NOT_IN_NAMES = re.compile(r"[`<>{}=|\\:*#$%^~\[\]\d]|^[\'\"(]|://")
_LONGEST = 500


def read_headline(line: str, known: Known) -> TitleLine:
    """What a title line says; the title stands as it is written."""
    line = line.strip()
    if len(line) > 2000:
        return parse_title(line, known)
    wide = _by_wide_names(line)
    if wide:
        title, people = wide
        bare, kind = take_kind(_narrowed(title)[0])
        found = parse_title(
            title if not kind else title[-len(bare) :] if title.endswith(bare) else bare, known
        )
        return replace(
            found,
            raw=line,
            credits=people,
            kind=kind or (found.kind if found.kind not in ("break", "social", "other") else "talk"),
        )
    plain, places = _narrowed(line)
    quoted = _QUOTED.match(plain) if plain[:1] in '"“„«' else None
    if quoted and (found := parse_title(f"{quoted['title']} - {quoted['people']}", known)).credits:
        return replace(found, raw=line)
    found = _seated(parse_title(plain, known))
    tail = _TAIL.search(plain)
    if tail and not _is_named(found):
        shorter = parse_title(plain[: tail.start()], known)
        found = shorter if shorter.credits else found
    if not found.credits and (_BAR.search(plain) or _ELLIPSIS.search(plain)):
        found = _behind_other_joints(plain, found, known)
    if plain == line:
        return found
    return replace(found, raw=line, title=_as_written(found.title, plain, places, line))


def _seated(found: TitleLine) -> TitleLine:
    """A panel whose people stand with commas between them, none of whom works for another."""
    seated = [
        name
        for one in found.credits
        for name in (one.name, one.org)
        if name and (name == one.name or (not one.job and begins_with_given_name(name)))
    ]
    apart = all(one.org is None or one.org in seated for one in found.credits)
    if found.kind != "panel" or not apart or len(seated) == len(found.credits):
        return found
    return replace(found, credits=tuple(Credit(name) for name in seated))


def take_event_of(title: TitleLine) -> tuple[TitleLine, str | None]:
    """*title* without the event that stands where people's organisation might, and that event."""
    events = {one.org for one in title.credits if one.org and _EVENT.fullmatch(one.org)}
    if len(events) != 1:
        return title, None
    people = tuple(
        one._replace(org=None, org_shared=False) if one.org in events else one
        for one in title.credits
    )
    return replace(title, credits=people), events.pop()


def _is_named(found: TitleLine) -> bool:
    """Whether people are billed, none of them by a year or a length for an organisation."""
    return bool(found.credits) and not any(
        re.search(r"\d{4}|\d:\d\d", f"{one.name} {one.org}") for one in found.credits
    )


def _behind_other_joints(plain: str, found: TitleLine, known: Known) -> TitleLine:
    """People behind a bar, a slash, or the dots of a title that was cut."""
    for joint in reversed(list(_BAR.finditer(plain))[-3:]):
        tried = parse_title(f"{plain[: joint.start()]} - {plain[joint.end() :]}", known)
        # The same number of letters, so that places in the line stay what they are.
        if tried.credits and joint.start() >= len(tried.title) - 12:
            return replace(tried, raw=found.raw)
    for joint in reversed(list(_ELLIPSIS.finditer(plain))[-2:]):
        people = parse_billing(plain[joint.end() :], known)
        if people and all(is_person(one.name, known, first=True) for one in people):
            cut = parse_title(plain[: joint.end()].strip(), known)
            return replace(cut, raw=found.raw, credits=people)
    return found


def _narrowed(line: str) -> tuple[str, list[int]]:
    """*line* with full-width marks as narrow ones, and where each letter stands in *line*."""
    if line.isascii():
        return line, []
    letters: list[str] = []
    places: list[int] = []
    for index, letter in enumerate(line):
        for narrow in _SPACED.get(letter, letter.translate(_FULL_WIDTH)):
            letters.append(narrow)
            places.append(index)
    return "".join(letters), places


def _as_written(title: str, plain: str, places: list[int], line: str) -> str:
    """The part of *line* that *title*, a part of *plain*, was made from."""
    begin = plain.find(title) if places else -1
    if begin < 0 or not title:
        return title
    return line[places[begin] : places[begin + len(title) - 1] + 1].strip()


def _by_wide_names(line: str) -> tuple[str, tuple[Credit, ...]] | None:
    """Title and people of a line whose people have Chinese, Japanese or Korean names."""
    if len(line) > _LONGEST or not _WIDE.search(line):
        return None
    for form in (_CORNERED, _SPOKEN, _BEHIND):
        found = form.match(line)
        people = people_in_wide(found["people"], bool(form is not _BEHIND)) if found else ()
        if found and people:
            return found["title"].strip(), people
    joints = list(_DASH.finditer(line))[-4:]
    for joint in reversed(joints):
        people = people_in_wide(line[joint.end() :])
        if people and line[: joint.start()].strip():
            return line[: joint.start()].strip(" -–—"), people
    for joint in joints[:1] or list(re.finditer(r"\s*[：]\s*|:\s+", line))[:1]:
        head, tail = line[: joint.start()].strip(), line[joint.end() :].strip()
        people = people_in_wide(head)
        if people and len(tail) > 3:
            return tail, people
    return None


def people_in_wide(text: str, sure: bool = False) -> tuple[Credit, ...]:
    """The people of *text*, if it bills at least one with a Chinese, Japanese or Korean name.

    *sure* says that only people can stand there.
    """
    text = text.strip(" \u3000")
    if not 2 <= len(text) <= 160 or not _WIDE.search(text) or re.search(r"[。！？!?]", text):
        return ()
    found: list[Credit] = []
    for part in _PEOPLE_SPLIT.split(_sides(text)[0]):
        credit = _wide_person(part.strip(), sure)
        if credit is None:
            return ()
        found.append(credit)
    job, org = _affiliation(_sides(text)[1])
    if len(job or "") > 60 or len(org or "") > 60:
        return ()
    if (job or org) and found:
        shared = len(found) > 1
        found = [
            credit
            if credit.org
            else credit._replace(job=credit.job or job, org=org, org_shared=shared)
            for credit in found
        ]
    return tuple(found)


def _sides(text: str) -> tuple[str, str]:
    """The names, and the role and organisation behind a slash, a comma or an ``@``."""
    joint = re.search(r"\s*[／@＠|｜]\s*|\s+/\s+|，|,\s*|\s[-–—]\s", text)
    if not joint or joint.start() < 2:
        return text, ""
    tail = text[joint.end() :].strip()
    if _is_wide_name(_PEOPLE_SPLIT.split(tail)[0].strip(), False):
        return text.replace("，", "、").replace(",", "、"), ""
    return text[: joint.start()].strip(), tail


def _affiliation(text: str) -> tuple[str | None, str | None]:
    """Job and organisation of ``DevOps, OpenNet``, ``华为`` or ``CTO``."""
    fields = [part.strip() for part in re.split(r"\s*[,，、／/|｜@＠]\s*", text) if part.strip()]
    if not fields:
        return None, None
    if len(fields) == 1:
        return (
            (fields[0], None) if is_job(fields[0]) or _is_wide_job(fields[0]) else (None, fields[0])
        )
    if _is_wide_job(fields[-1]) or (is_job(fields[-1]) and not is_job(fields[0])):
        return fields[-1], ", ".join(fields[:-1])
    return fields[0], ", ".join(fields[1:])


def _is_wide_job(text: str) -> bool:
    return bool(_WIDE_JOB.search(text))


def _wide_person(part: str, sure: bool) -> Credit | None:
    bracket = re.fullmatch(r"(?P<name>[^()（）]+?)\s*[(（](?P<org>[^()（）]+)[)）]", part)
    if bracket and _WIDE.search(bracket["name"]):
        latin = bool(re.fullmatch(r"[A-Z][A-Za-z .'-]+", bracket["org"]))
        name = _HONORIFIC.sub("", bracket["name"]).strip()
        given = latin and (
            len(bracket["org"].split()) > 1 or begins_with_given_name(bracket["org"])
        )
        if _is_wide_name(name, sure):
            if given:
                return Credit(part)
            job, org = _affiliation(bracket["org"])
            return Credit(name, job=job, org=org)
        return None
    honoured = bool(_HONORIFIC.search(part))
    name = _HONORIFIC.sub("", part).strip()
    if _is_wide_name(name, sure or honoured):
        return Credit(name)
    if not _WIDE.search(name) and looks_like_name(name) and is_person(name, Known(), first=True):
        return Credit(name)
    return None


def _is_wide_name(text: str, sure: bool) -> bool:
    """Whether *text* is a name of people who write their family's name first."""
    found = _WIDE_NAME.fullmatch(text)
    if not found:
        return False
    letters = text.replace(" ", "").replace("·", "").replace("・", "").split("(")[0]
    if sure:
        return 2 <= len(letters) <= 8
    if re.match(r"[\uac00-\ud7af]", letters):
        return 2 <= len(letters) <= 4 and letters[0] in _KOREAN_SURNAMES
    if any(
        letters.startswith(name) and 1 <= len(letters) - len(name) <= 3
        for name in _JAPANESE_SURNAMES
    ):
        return True
    if any(letters.startswith(name) for name in _DOUBLE_SURNAMES):
        return 3 <= len(letters) <= 4
    return 2 <= len(letters) <= 3 and letters[0] in _SURNAMES


def people_by_label(text: str, several: bool = False) -> tuple[Credit, ...]:
    """The people behind a label such as ``Speaker:``, in any script."""
    text = text.strip().strip("*_").strip()
    wide = people_in_wide(text, sure=True)
    if wide:
        return wide
    text = re.sub(r"\s+[–—]\s+|\s+\|\s+", ", ", _narrowed(text)[0])
    names = text.split(" / ")
    if several and all(is_person(name, Known(), first=True) for name in names):
        text = " & ".join(names)
    people = billed_by_label(text, several)
    return people if all(_may_be_called(one.name) for one in people) else ()


def _may_be_called(name: str) -> bool:
    """Whether somebody can have *name*: no code, no sentence."""
    return len(name) <= 60 and len(name.split()) <= 6 and not _NOT_IN_NAMES.search(name)
