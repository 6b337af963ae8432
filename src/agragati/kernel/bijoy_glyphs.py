"""Bijoy glyphs ↔ Unicode letters, every character taken as Bijoy or Bangla (detection: `bijoy_detect`).

Both ways work on one written cluster at a time: [reph] consonants [vowel sign] [ঁ]. Reading collects the
glyphs of a cluster in whatever order they were typed and writes the letters in Unicode's order; writing does
the reverse. docs/algorithms/bangla-text.md tells the rules with examples.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from agragati.kernel import bijoy_tables as t
from agragati.kernel.bijoy_tables import CHANDRABINDU, HASANTA, JOINER, REPH, ZWJ, ZWNJ

# Windows-1252 read as Latin-1 leaves C1 control codes where the glyphs were.
_C1 = {c: bytes([c]).decode("cp1252") for c in range(0x80, 0xA0) if c not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
_BASES = t.VOWELS | t.LETTERS | t.LIGATURES
_ROLES: dict[str, str] = {
    **dict.fromkeys(_BASES, "base"),
    **dict.fromkeys(t.HALVES, "half"),
    **dict.fromkeys(t.SUBS, "sub"),
    **dict.fromkeys(t.PRE, "pre"),
    **dict.fromkeys(t.POST, "post"),
    REPH: "reph",
    JOINER: "joiner",
    CHANDRABINDU: "moon",
}
_PLAIN = t.SIGNS | t.PUNCTUATION | t.DIGITS

_BY_UNICODE = {u: g for g, u in reversed({**t.LETTERS, **t.LIGATURES}.items())} | t.SPELLED
_SUB_AFTER_BASE = {"্ন": "œ", "্ণ": "è", "্ব": "¡", "্ম": "¥", "্য": "¨", "্র": "ª", "্ল": "¬"}
_SUB_AFTER_HALF = {u: g for g, u in reversed(t.SUBS.items())} | {"্ব": "^", "্ম": "§", "্র": "ª", "্ল": "ø"}
_HALF_OF = {u.rstrip(HASANTA): g for g, u in reversed(t.HALVES.items())}
_VOWEL_OF = {u: g for g, u in t.VOWELS.items()}
_MARK_OF = {u: g for g, u in {**t.SIGNS, **t.PUNCTUATION, **t.DIGITS}.items()} | {"\u0981": CHANDRABINDU}

_CONSONANT = "(?:[ডঢয]\u09bc|[ক-নপ-রলশ-হৎ])"
_CLUSTER = re.compile(
    f"(?P<chain>[অ-ঋএঐওঔ](?:{HASANTA}য)?|{_CONSONANT}(?:{ZWJ}?{HASANTA}{_CONSONANT}){{0,6}})"
    f"(?:(?P<dead>{HASANTA}{ZWNJ}?)|(?P<kar>[\u09be-\u09c3\u09c7\u09c8\u09cb\u09cc]?)(?P<moon>\u0981?))"
)
_RA_YA = re.compile(f"র(?:{ZWNJ}{HASANTA}|{HASANTA}{ZWJ})য")  # র‍্যালি as other keyboards write it
_LOOSE_JOINERS = re.compile(f"(?<!(?<!{HASANTA})র){ZWJ}|{ZWJ}(?!{HASANTA}য)|(?<!{HASANTA}){ZWNJ}")


@dataclass(slots=True)
class _Cluster:
    """One written cluster while its glyphs come in."""

    letters: str = ""
    pre: str = ""
    post: str = ""
    reph: bool = False
    moon: bool = False
    last: str = ""

    def is_begun(self) -> bool:
        return bool(self.letters or self.pre or self.post or self.moon)

    def waits(self) -> bool:
        """A half or a joiner waits for the next letter."""
        return self.letters.endswith(HASANTA)

    def is_bare(self) -> bool:
        """Letters without a vowel sign: the only place where a doubtful glyph is a vowel sign."""
        return bool(self.letters) and not self.waits() and not self.post

    def write(self) -> str:
        """The cluster in the order of Unicode."""
        reph = "র" + HASANTA if self.reph else ""
        letters = self.letters.replace(ZWJ, "") if self.reph else self.letters
        return reph + letters + self.pre + self.post + ("\u0981" if self.moon else "")


def decode(text: str) -> str:
    """Unicode (NFC) for Bijoy glyphs; characters that are no glyphs stay. Takes any string, raises nothing."""
    text = text.translate(_C1)
    out: list[str] = []
    cluster = _Cluster()
    for i, glyph in enumerate(text):
        role = _role(glyph, cluster, text[i + 1 : i + 2])
        if cluster.is_begun() and _starts_anew(role, glyph, cluster):
            out.append(cluster.write())
            cluster = _Cluster()
        if role == "plain":
            out.append(_PLAIN.get(glyph, glyph))
        else:
            _add(cluster, glyph, role)
    out.append(cluster.write())
    return unicodedata.normalize("NFC", "".join(out).replace("অ\u09be", "আ").replace("অ\u0981\u09be", "আঁ"))


def _role(glyph: str, cluster: _Cluster, following: str) -> str:
    """What the glyph is here: several are punctuation unless their neighbours make them parts of a letter."""
    doubtful = (
        (glyph == "–" and not (cluster.is_bare() and cluster.last in t.DASH_IS_U_AFTER))
        or (glyph in t.QUOTE_AFTER_SPACE and not cluster.is_bare())
        or (glyph in t.QUOTE_UNLESS_HALF and cluster.last not in t.HALVES)
        or (glyph == "”" and (not following or following not in t.AFTER_CH_HALF))
        or (glyph in "^&" and not cluster.letters)
    )
    return "plain" if doubtful else _ROLES.get(glyph, "plain")


def _starts_anew(role: str, glyph: str, cluster: _Cluster) -> bool:
    """Whether the glyph ends the cluster at hand; a joiner left between two letters becomes a non-joiner."""
    if role in ("plain", "pre"):
        if role == "pre" and cluster.last == JOINER:
            cluster.letters += ZWNJ
        return True
    if role == "half":
        return bool(cluster.letters) and not cluster.waits()
    if role != "base" or not cluster.letters:
        return False
    if cluster.last == JOINER and _could_join(cluster.letters, _BASES[glyph]):
        cluster.letters += ZWNJ
        return True
    return not cluster.waits()


def _could_join(letters: str, base: str) -> bool:
    """The font has a conjunct for the two: the writer kept them apart on purpose (উদ্‌যাপন)."""
    if letters == "র" + HASANTA:
        return True
    consonants = re.findall(_CONSONANT, letters[-14:] + base)[-7:]
    return JOINER not in _glyphs(tuple(consonants))


def _add(cluster: _Cluster, glyph: str, role: str) -> None:
    """Put one glyph into its place in the cluster."""
    if role in ("base", "half"):
        letters, cluster.post = _split_kar(_BASES.get(glyph) or t.HALVES[glyph], cluster.post)
        cluster.letters += letters
    elif role == "sub":
        _add_sub(cluster, glyph)
    elif role == "pre":
        cluster.pre = t.PRE[glyph]
    elif role == "post" and t.POST[glyph] != cluster.post:
        cluster.post += t.POST[glyph]
    elif role == "reph":
        cluster.reph = True
    elif role == "moon":
        cluster.moon = True
    elif role == "joiner" and not cluster.waits():
        cluster.letters += HASANTA
    cluster.last = glyph


def _add_sub(cluster: _Cluster, glyph: str) -> None:
    """A lower part: two glyphs read differently by what they hang on."""
    letters, cluster.post = _split_kar(t.SUBS[glyph], cluster.post)
    if glyph == "Í" and cluster.last not in t.HALVES:
        letters = HASANTA + "ত" if cluster.letters else "ত্ম"  # older fonts draw a whole ত্ম there
    elif glyph == "œ" and cluster.letters.endswith("ণ"):
        letters = HASANTA + "ণ"
    elif letters == HASANTA + "য" and cluster.letters == "র":
        letters = ZWJ + letters
    cluster.letters = cluster.letters.removesuffix(HASANTA) + letters


def _split_kar(unicode: str, post: str) -> tuple[str, str]:
    """Some glyphs draw letter and vowel sign together (গু, শু, ন্তু)."""
    if unicode[-1] in "\u09c1\u09c3":
        return unicode[:-1], unicode[-1]
    return unicode, post


def encode(text: str) -> str:
    """Bijoy glyphs for Bangla Unicode; every other character stays. Takes any string, raises nothing."""
    text = _RA_YA.sub(f"র{ZWJ}{HASANTA}য", unicodedata.normalize("NFC", text))
    text = _LOOSE_JOINERS.sub("", text)
    out: list[str] = []
    at = 0
    for match in _CLUSTER.finditer(text):
        out.extend(_MARK_OF.get(c, _loose(c)) for c in text[at : match.start()])
        at = match.end()
        starts_word = match.start() == 0 or not _is_bangla(text[match.start() - 1])
        out.append(_write(match, starts_word=starts_word))
    out.extend(_MARK_OF.get(c, _loose(c)) for c in text[at:])
    return "".join(out)


def _loose(c: str) -> str:
    """A vowel sign or hasanta without a letter; anything else is itself."""
    for table in (t.POST, t.PRE):
        for glyph, unicode in table.items():
            if c == unicode:
                return glyph
    if c in "\u09cb\u09cc":
        return "‡" + ("v" if c == "\u09cb" else "Š")
    return JOINER if c == HASANTA else "" if c in (ZWNJ, ZWJ) else c


def _is_bangla(c: str) -> bool:
    return "\u0980" <= c <= "\u09e5" or c in (ZWNJ, ZWJ)


def _write(match: re.Match[str], *, starts_word: bool) -> str:
    """The glyphs of one cluster, in the order they are typed."""
    chain, kar = match["chain"], match["kar"] or ""
    body, reph = _body(chain, kar)
    if (chain + kar) in _BY_UNICODE and kar and not reph:
        kar = ""
    body += (REPH if reph else "") + (CHANDRABINDU if match["moon"] else "")
    pre, post = _kar_glyphs(kar, body[-1:], starts_word=starts_word)
    if chain == "আ":
        post = "v" + post
    return pre + body + post + (JOINER if match["dead"] else "")


def _body(chain: str, kar: str) -> tuple[str, bool]:
    """The glyphs of the letters, and whether a reph sits on them."""
    if chain == "আ":
        return "A", False
    if chain[0] in _VOWEL_OF:
        return _VOWEL_OF[chain[0]] + ("¨" if len(chain) > 1 else ""), False
    consonants = re.findall(_CONSONANT, chain)
    reph = len(consonants) > 1 and consonants[0] == "র" and ZWJ not in chain[:2]
    if not reph and chain + kar in _BY_UNICODE:
        return _BY_UNICODE[chain + kar], False
    return _glyphs(tuple(consonants[1:] if reph else consonants)), reph


@lru_cache(maxsize=4096)
def _glyphs(consonants: tuple[str, ...]) -> str:
    """The fewest visible joiners, then the fewest glyphs, that write a chain of consonants."""
    return _shortest(consonants, "start")[1]


@lru_cache(maxsize=4096)
def _shortest(rest: tuple[str, ...], after: str) -> tuple[int, str]:
    """(cost, glyphs) for the rest of a chain; a visible joiner costs more than any number of glyphs."""
    if not rest:
        return (10_000, "") if after == "half" else (0, "")
    options: list[tuple[int, str]] = []
    for n in range(min(len(rest), 4), 0, -1):
        chain = HASANTA.join(rest[:n])
        if after != "base" and chain in _BY_UNICODE:
            options.append(_then(1, _BY_UNICODE[chain], rest[n:], "base"))
        subs = _SUB_AFTER_HALF if after == "half" else _SUB_AFTER_BASE
        if after != "start" and HASANTA + chain in subs:
            options.append(_then(2, subs[HASANTA + chain], rest[n:], "base"))
    if after != "base" and rest[0] in _HALF_OF:
        options.append(_then(3, _HALF_OF[rest[0]], rest[1:], "half"))
    if after == "base":
        cost, glyphs = _shortest(rest, "start")
        options.append((cost + 100, JOINER + glyphs))
    return min(options)


def _then(cost: int, glyphs: str, rest: tuple[str, ...], after: str) -> tuple[int, str]:
    more, tail = _shortest(rest, after)
    return cost + more, glyphs + tail


def _kar_glyphs(kar: str, last: str, *, starts_word: bool) -> tuple[str, str]:
    """(before, after): the glyphs of a vowel sign, shaped by the glyph it stands beside."""
    e, oi = ("†", "ˆ") if starts_word else ("‡", "‰")
    if kar in "\u09c1\u09c2" and kar:
        return "", _u_glyph(last, long=kar == "\u09c2")
    if kar == "\u09c3":
        return "", "„" if last in t.RI_AFTER_STEM else "…"
    return {
        "": ("", ""),
        "\u09be": ("", "v"),
        "\u09bf": ("w", ""),
        "\u09c0": ("", "x"),
        "\u09c7": (e, ""),
        "\u09c8": (oi, ""),
        "\u09cb": (e, "v"),
        "\u09cc": (e, "Š"),
    }[kar]


def _u_glyph(last: str, *, long: bool) -> str:
    if last in t.U_AFTER_RA:
        return "ƒ" if long else "æ"
    if last in t.U_AFTER_TAIL:
        return "‚" if long else "z"
    return "~" if long else "–" if last in t.U_AFTER_FLAP else "y"
