"""Language codes as models record them (mostly ISO 639-3), and as documents do (BCP 47).

A multilingual model is told its target language by a token of its vocabulary, such as
``>>fra<<``; the codes inside are ISO 639-1, 639-2 or 639-3, some with a script or region, and
where a language has several varieties there is one code for each.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.model.language import primary_subtag

if TYPE_CHECKING:
    from collections.abc import Collection

SHORT_CODES: dict[str, str] = {
    long: short
    for pair in (
        "aar:aa abk:ab afr:af aka:ak amh:am ara:ar arg:an asm:as ava:av ave:ae aym:ay aze:az bak:ba"
        " bam:bm bel:be ben:bn bis:bi bod:bo bos:bs bre:br bul:bg cat:ca ces:cs cha:ch che:ce"
        " chu:cu chv:cv cor:kw cos:co cre:cr cym:cy dan:da deu:de div:dv dzo:dz ell:el eng:en"
        " epo:eo est:et eus:eu ewe:ee fao:fo fas:fa fij:fj fin:fi fra:fr fry:fy ful:ff gla:gd"
        " gle:ga glg:gl glv:gv grn:gn guj:gu hat:ht hau:ha hbs:sh heb:he her:hz hin:hi hmo:ho"
        " hrv:hr hun:hu hye:hy ibo:ig ido:io iii:ii iku:iu ile:ie ina:ia ind:id ipk:ik isl:is"
        " ita:it jav:jv jpn:ja kal:kl kan:kn kas:ks kat:ka kau:kr kaz:kk khm:km kik:ki kin:rw"
        " kir:ky kom:kv kon:kg kor:ko kua:kj kur:ku lao:lo lat:la lav:lv lim:li lin:ln lit:lt"
        " ltz:lb lub:lu lug:lg mah:mh mal:ml mar:mr mkd:mk mlg:mg mlt:mt mon:mn mri:mi msa:ms"
        " mya:my nau:na nav:nv nbl:nr nde:nd ndo:ng nep:ne nld:nl nno:nn nob:nb nor:no nya:ny"
        " oci:oc oji:oj ori:or orm:om oss:os pan:pa pli:pi pol:pl por:pt pus:ps que:qu roh:rm"
        " ron:ro run:rn rus:ru sag:sg san:sa sin:si slk:sk slv:sl sme:se smo:sm sna:sn snd:sd"
        " som:so sot:st spa:es sqi:sq srd:sc srp:sr ssw:ss sun:su swa:sw swe:sv tah:ty tam:ta"
        " tat:tt tel:te tgk:tg tgl:tl tha:th tir:ti ton:to tsn:tn tso:ts tuk:tk tur:tr twi:tw"
        " uig:ug ukr:uk urd:ur uzb:uz ven:ve vie:vi vol:vo wln:wa wol:wo xho:xh yid:yi yor:yo"
        " zha:za zho:zh zul:zu"
        # the bibliographic codes of ISO 639-2
        " alb:sq arm:hy baq:eu bur:my chi:zh cze:cs dut:nl fre:fr geo:ka ger:de gre:el ice:is"
        " mac:mk may:ms mao:mi per:fa rum:ro slo:sk tib:bo wel:cy"
        # the usual standard of a macrolanguage
        " arb:ar azj:az cmn:zh ekk:et gug:gn khk:mn kmr:ku lvs:lv npi:ne ory:or pbt:ps pes:fa"
        " plt:mg quz:qu swh:sw uzn:uz ydd:yi zsm:ms als:sq gaz:om iw:he in:id ji:yi jw:jv mo:ro"
    ).split()
    for long, short in [pair.split(":")]
}
"""The two-letter code that BCP 47 asks for, of each longer code that has one."""

VARIETIES: dict[str, tuple[str, ...]] = {
    "ar": ("ar", "ara", "arb", "arz", "apc", "ajp", "acm", "acq", "afb", "ary", "aeb", "arq"),
    "az": ("az", "aze", "azj", "azb"),
    "et": ("et", "est", "ekk", "vro"),
    "fa": ("fa", "fas", "per", "pes", "prs"),
    "ku": ("ku", "kur", "kmr", "ckb", "sdh"),
    "lv": ("lv", "lav", "lvs", "ltg"),
    "ms": ("ms", "msa", "may", "zsm", "zlm", "ind", "min"),
    "nb": ("nb", "nob", "no", "nor"),
    "nn": ("nn", "nno", "no", "nor"),
    "no": ("no", "nor", "nb", "nob", "nn", "nno"),
    "sh": ("sh", "hbs", "sr", "srp", "hr", "hrv", "bs", "bos"),
    "sr": ("sr", "srp", "sh", "hbs"),
    "hr": ("hr", "hrv", "sh", "hbs"),
    "bs": ("bs", "bos", "sh", "hbs"),
    "sq": ("sq", "sqi", "alb", "als", "aln"),
    "sw": ("sw", "swa", "swh", "swc"),
    "tl": ("tl", "tgl", "fil"),
    "fil": ("fil", "tl", "tgl"),
    "uz": ("uz", "uzb", "uzn", "uzs"),
    "zh": ("zh", "zho", "chi", "cmn", "zh_cn", "yue", "wuu", "lzh"),
}
"""The codes that a language goes by, best first; ISO 639-3's macrolanguages with the individual
languages that they are written in most."""

USUAL_SCRIPTS: dict[str, tuple[str, ...]] = {
    "zh": ("hans", "hant"), "sr": ("cyrl", "latn"), "sh": ("latn", "cyrl"), "az": ("latn", "cyrl"),
    "bs": ("latn", "cyrl"), "uz": ("latn", "cyrl"), "kk": ("cyrl", "latn"), "mn": ("cyrl",),
    "tt": ("cyrl",), "tg": ("cyrl",), "pa": ("guru",), "ks": ("arab",), "sd": ("arab",),
}  # fmt: skip
"""The scripts that a language is taken to be in where none is named, best first; elsewhere
Latin comes last where other codes name none."""

CHINESE_SCRIPTS = {"cn": "hans", "sg": "hans", "tw": "hant", "hk": "hant", "mo": "hant"}
"""The script in which each region writes Chinese."""

_ROMANCE = "fr es it pt ro ca gl oc an ast co sc wa rm lld lad la vec scn lmo pms nap mwl fur lij"
_NORDIC = "da sv no nb nn is fo"
_GERMANIC = f"en de nl af fy lb nds yi gsw {_NORDIC}"
_SLAVIC = "ru uk be rue pl cs sk hsb dsb csb szl bg mk sl hr sr bs sh"
_CELTIC = "ga gd gv cy br kw"

GROUPS: dict[str, frozenset[str]] = {
    name: frozenset(members.split())
    for names, members in (
        ("romance roa itc", _ROMANCE),
        ("gem", _GERMANIC),
        ("gmw", "en de nl af fy lb nds yi gsw"),
        ("gmq scandinavia north_eu", _NORDIC),
        ("sla", _SLAVIC),
        ("zle", "ru uk be rue"),
        ("zlw", "pl cs sk hsb dsb csb szl"),
        ("zls", "bg mk sl hr sr bs sh"),
        ("bat", "lt lv ltg sgs prg"),
        ("cel celtic", _CELTIC),
        ("fiu urj", "fi et hu se kv mdf myv krl vro liv"),
        ("sem", "ar he am ti mt arz apc ary arc syr"),
        ("trk", "tr az uz kk ky tk tt ba cv ug crh sah gag"),
        ("iir ira inc", "fa ku ps tg os hi ur bn pa gu mr ne si as or sd ks rom sa"),
        ("dra", "ta te kn ml"),
        ("zhx chinese", "zh yue wuu lzh"),
        ("map poz", "id ms tl jv su mg mi sm to haw fil ceb"),
        ("grk", "el grc"),
        ("sami", "se"),
    )
    for name in names.split()
}
"""Groups of languages by which models name their sources (ISO 639-5 and OPUS's own), with the
primary subtags of the languages in them."""


_LARGE_GROUPS = frozenset(
    "mul ine afa aav alv art ber bnt cau ccn ccs cpf cpp euq kar mkh ngf nic omv paa phi pqe pqw"
    " sai sal sit ssa taw tai tut".split()
)
"""Groups that are taken to have any language."""


def bcp47(code: str) -> str:
    """Return the BCP 47 tag of a language code from a model's files; unknown ones stay."""
    return SHORT_CODES.get(code, code)


def covers(code: str, language: str) -> bool:
    """Tell whether a model's language code names this language (a BCP 47 tag), or a group with it.

    A code of more than two letters that is no language known here may be such a group.
    """
    have, wanted = _short(code), _short(primary_subtag(language))
    if have == wanted or have in VARIETIES.get(wanted, ()):
        return True
    if have in GROUPS:
        return wanted in GROUPS[have]
    return have in _LARGE_GROUPS


def pick_code(codes: Collection[str], language: str) -> str | None:
    """Return the code by which a model is best asked for a language (a BCP 47 tag), None for none.

    "ar" is ``ara`` before any dialect, "pt-BR" ``pt_br`` before ``por``, "zh-TW" ``cmn_Hant``.
    """
    wanted = _subtags(language)
    primary = _short(wanted[0])
    names = VARIETIES.get(primary, (primary, *(c for c, s in SHORT_CODES.items() if s == primary)))
    fitting = [
        (names.index(subtags[0]), *_farness(primary, wanted[1:], subtags[1:]), code)
        for code in codes
        if (subtags := _subtags(code))[0] in names
    ]
    exact = [code for code in codes if _subtags(code) == wanted]
    if exact:
        return min(exact)
    return min(fitting, key=_nearest)[-1] if fitting else None


def _nearest(found: tuple[int, int, int, str]) -> tuple[object, ...]:
    variety, asked, usual, code = found
    return asked, variety, usual, code.lower(), code


def _farness(primary: str, wanted: list[str], have: list[str]) -> tuple[int, int]:
    """Return how far a code's script and region are from those asked for, and from the usual."""
    script = next((s for s in wanted if len(s) == 4), "")
    if primary == "zh" and not script:
        script = next((CHINESE_SCRIPTS[s] for s in wanted if s in CHINESE_SCRIPTS), "")
        have = [CHINESE_SCRIPTS.get(subtag, subtag) for subtag in have]
    asked = {*wanted, script} - {""}
    usual = USUAL_SCRIPTS.get(primary, ())
    scripts = [subtag for subtag in have if len(subtag) == 4]
    rank = usual.index(scripts[0]) if scripts and scripts[0] in usual else len(usual)
    if not scripts:
        rank = -1
    strange = sum(subtag not in asked for subtag in have if subtag not in usual)
    contrary = bool(script and scripts and script not in scripts)
    return 2 * contrary - len(asked & {*have}) + (strange > 0 and bool(asked)), rank + strange


def _subtags(code: str) -> list[str]:
    return re.split("[-_]", code.lower())


def _short(code: str) -> str:
    return SHORT_CODES.get(code.lower(), code.lower())
