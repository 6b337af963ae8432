"""The glyphs of the SutonnyMJ family as data: what each Windows-1252 character of Bijoy text draws.

Bijoy text stores the drawing, not the letters: a vowel sign that stands left of its letter comes first, the
reph comes after the letter it sits on, and many conjuncts are one glyph. The roles say how a glyph joins:

BASES   letters and ready conjuncts          HALVES  left part, joins what follows (ন্ + …)
SUBS    right or lower part, joins what came before          PRE, POST  vowel signs before and after
"""

from __future__ import annotations

HASANTA, ZWJ, ZWNJ = "\u09cd", "\u200d", "\u200c"
REPH, JOINER = "©", "&"


def _pairs(table: str) -> dict[str, str]:
    """Lines of `glyph unicode glyph unicode …`."""
    words = table.split()
    return dict(zip(words[::2], words[1::2], strict=True))


VOWELS = _pairs("A অ B ই C ঈ D উ E ঊ F ঋ G এ H ঐ I ও J ঔ")

LETTERS = _pairs("""
    K ক L খ M গ N ঘ O ঙ P চ Q ছ R জ S ঝ T ঞ U ট V ঠ W ড X ঢ Y ণ Z ত _ থ ` দ a ধ b ন
    c প d ফ e ব f ভ g ম h য i র j ল k শ l ষ m স n হ o ড় p ঢ় q য় r ৎ
""")

# Ready conjuncts. The last four end in a vowel sign.
LIGATURES = _pairs("""
    ° ক্ক ± ক্ট ² ক্ষ্ম ³ ক্ত ´ ক্ম µ ক্র ¶ ক্ষ ÿ ক্ষ · ক্স º গ্দ » গ্ধ ¼ ঙ্ক ½ ঙ্গ ¾ জ্জ À জ্ঝ
    Á জ্ঞ Â ঞ্চ Ã ঞ্ছ Ä ঞ্জ Å ঞ্ঝ Æ ট্ট Ç ড্ড È ণ্ট É ণ্ঠ Ê ণ্ড Ð ণ্ড Ë ত্ত Ì ত্থ Î ত্র Ï দ্দ × দ্ধ Ø দ্ব
    Ù দ্ম Ú ন্ঠ Û ন্ড Ü ন্ধ Ý ন্স Þ প্ট ß প্ত à প্প á প্স â ব্জ ã ব্দ ä ব্ধ å ভ্র ç ম্ফ é ল্ক ê ল্গ
    ë ল্ট ì ল্ড í ল্প î ল্ফ ð শ্চ ñ শ্ছ ò ষ্ণ ó ষ্ট ô ষ্ঠ õ ষ্ফ ö স্খ ÷ স্ট ù স্ফ ý হ্ন þ হ্ম
    ¸ গু ï শু û হু ü হৃ
""")

HALVES = _pairs("• ঙ্ ” চ্ ˜ দ্ ™ দ্ š ন্ › ন্ ¤ ম্ ® ষ্ ¯ স্")

SUBS = _pairs("""
    ‘ ্তু ’ ্থ ‹ ্ক Œ ্ক্র — ্ত Í ্ত œ ্ন è ্ণ Ÿ ্ব ¡ ্ব ¦ ্ব ^ ্ব ¢ ্ভ £ ্ভ্র ¥ ্ম § ্ম ¨ ্য
    ª ্র « ্র Ö ্র ¬ ্ল ø ্ল ¿ ্ত্র ú ্প
""") | {"\u00ad": "\u09cd\u09b2"}

PRE = _pairs("w ি † ে ‡ ে ˆ ৈ ‰ ৈ")
POST = _pairs("v া x ী y ু z ু æ ু “ ু – ু ~ ূ ‚ ূ ƒ ূ … ৃ „ ৃ Š ৗ")
SIGNS = _pairs("s ং t ঃ")
CHANDRABINDU = "u"

PUNCTUATION = _pairs("| । Ñ — Ò “ Ó ” Ô ‘ Õ ’")
DIGITS = dict(zip("0123456789", "০১২৩৪৫৬৭৮৯", strict=True))

# Characters that are punctuation unless their neighbours make them glyphs.
QUOTE_AFTER_SPACE = "“„–…‚"  # a vowel sign only right after a letter without one
QUOTE_UNLESS_HALF = "‘’—"  # a lower part only right after a half
AFTER_CH_HALF = "PQT"  # ” is চ্ only before these
DASH_IS_U_AFTER = "opiªÖ«Îå"  # – is ু only after these

# How conjuncts are written where a ready glyph or the plain rule would draw badly or wrongly.
# Everything not listed is HALF + base, base + SUB, or base + & + base.
SPELLED = {
    "".join(unicode.split("+")): glyphs
    for unicode, glyphs in (
        row.split()
        for row in """
        ক্ব K¡ | ক্ল K¬ | ক্ন Kœ | ক্ষ্ণ ¶è | ক্ষ্ম ² | ক্ষ্ব ¶¡ | ক্স · | খ্র Lª
        গ্ন Mœ | গ্ম M¥ | গ্ল Mø | গ্র MÖ | গ্ব M¦ | গ্ধ » | ঘ্ন Nœ | ঘ্র Nª
        ঙ্ক ¼ | ঙ্খ •L | ঙ্গ ½ | ঙ্ঘ •N | ঙ্ক্ষ •¶ | ঙ্ম •g | চ্চ ”P | চ্ছ ”Q | চ্ছ্ব ”Q¡ | চ্ছ্র ”Qª | চ্ঞ ”T
        জ্জ্ব ¾¡ | জ্ব R¡ | জ্র Rª | জ্ঞ Á | ট্ব U¡ | ট্ম U¥ | ট্র Uª | ড্র Wª | ড্ম W¥ | ঢ্র Xª
        ণ্ট È | ণ্ড Ð | ণ্ণ Yœ | ণ্ব Y^ | ণ্ম Y§ | ত্ত্ব Ë¡ | ত্ন Zœ | ত্ম Z¥ | ত্ব Z¡ | ত্র Î | থ্ব _¡ | থ্র _ª
        দ্গ ˜M | দ্ঘ ˜N | দ্ব Ø | দ্ভ ™¢ | দ্ভ্র ™£ | দ্র `ª | দ্দ্ব Ï¡ | দ্ধ্ব ×¡ | ধ্ব aŸ | ধ্ন aœ | ধ্ম a¥ | ধ্র aª
        ন্ট ›U | ন্ট্র ›Uª | ন্ড্র Ûª | ন্ত šÍ | ন্তু š‘ | ন্ত্র š¿ | ন্ত্ব šÍ¡ | ন্থ š’ | ন্থ্র š’ª | ন্দ ›` | ন্দ্ব ›Ø | ন্দ্র ›`ª
        ন্ধ্র Üª | ন্ন bœ | ন্ব š^ | ন্ম b¥ | প্ন cœ | প্ল cø | প্র cÖ | ফ্ল d¬ | ফ্র d«
        ব্ব eŸ | ব্ল eø | ব্র eª | ভ্ল f¬ | ম্ন gœ | ম্প ¤ú | ম্প্র ¤cÖ | ম্ব ¤^ | ম্ভ ¤¢
        ম্ভ্র ¤£ | ম্ম ¤§ | ম্ল ¤ø | ম্র ¤ª
        ল্ব j¦ | ল্ম j¥ | ল্ল jø | শ্ন kœ | শ্ব k¦ | শ্ম k¥ | শ্র kÖ | শ্ল kø
        ষ্ক ®‹ | ষ্ক্র ®Œ | ষ্প ®ú | ষ্ম ®§ | ষ্ট্র óª | ষ্প্র ®cÖ
        স্ক ¯‹ | স্ক্র ¯Œ | স্ট্র ÷ª | স্ত ¯Í | স্তু ¯‘ | স্ত্র ¯¿ | স্থ ¯’ | স্ন mœ | স্প ¯ú | স্প্র ¯cÖ | স্প্ল ¯cø
        স্ব ¯^ | স্ম ¯§ | স্ল ¯ø | স্র ¯ª | হ্ণ nè | হ্ব nŸ | হ্র nª | হ্ল n¬
        """.replace("\n", "|").split("|")
        if row.strip()
    )
}

# The shape of ু, ূ and ৃ depends on the glyph before it.
U_AFTER_RA = "iªÖ«Îåø¿Œ£"  # æ and ƒ
U_AFTER_TAIL = "KPQSUVWXZdf¶Áþ¾°¼Ü×ä©‹÷ù"  # z and ‚
U_AFTER_FLAP = "op"  # –
RI_AFTER_STEM = "cNgekLMmlR_`abjhY§¥©ú"  # „
