"""What numbers count: measures, money and stretches of time, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: ``of`` names what it measures, ``size`` how much of it in its base unit is one.

    ``arabic`` has its forms without the article, ``dual`` those that mean two of it;
    ``english`` its forms in lower case. A unit without a size is compared, never converted.
    """

    id: str
    of: str
    size: str
    arabic: str
    english: str
    dual: str = ""


UNITS: tuple[Unit, ...] = (
    Unit("km", "length", "1000", "كم كلم كيلومتر كيلومترات كيلومترا",
         "km kms kilometre kilometres kilometer kilometers klicks", "كيلومتران كيلومترين"),
    Unit("m", "length", "1", "متر متراً مترا أمتار م", "m metre metres meter meters", "متران مترين"),
    Unit("cm", "length", "0.01", "سم سنتيمتر سنتيمترا سنتيمترات سنتمتر",
         "cm centimetre centimetres centimeter centimeters", "سنتيمتران سنتيمترين"),
    Unit("mm", "length", "0.001", "مم ملم ميليمتر مليمتر ملليمتر مليمترا مليمترات",
         "mm millimetre millimetres millimeter millimeters", "مليمترين"),
    Unit("mile", "length", "1609.344", "ميل ميلا أميال", "mile miles mi", "ميلان ميلين"),
    Unit("nautical", "length", "1852", "", "nautical nmi"),
    Unit("foot", "length", "0.3048", "قدم قدما أقدام", "ft foot feet"),
    Unit("inch", "length", "0.0254", "بوصة بوصات إنش إنشات", "inch inches", "بوصتان بوصتين"),
    Unit("yard", "length", "0.9144", "ياردة ياردات", "yd yard yards", "ياردتان ياردتين"),
    Unit("hectare", "area", "10000", "هكتار هكتارا هكتارات", "ha hectare hectares", "هكتارين"),
    Unit("acre", "area", "4046.856", "فدان فدانا أفدنة آكر أكر",
         "acre acres feddan feddans", "فدانين"),
    Unit("kg", "mass", "1",
         "كغ كغم كجم كيلوغرام كيلوغراما كيلوغرامات كيلوجرام كيلوجراما كيلوجرامات",
         "kg kgs kilogram kilograms kilogramme kilogrammes kilo kilos", "كيلوغرامين كيلوجرامين"),
    Unit("g", "mass", "0.001", "غرام غراما غرامات جرام جراما جرامات", "g gram grams gramme grammes",
         "غرامين جرامين"),
    Unit("t", "mass", "1000", "طن طنا أطنان", "t ton tons tonne tonnes"),
    Unit("lb", "mass", "0.4536", "رطل رطلا أرطال باوند", "lb lbs pound pounds", "رطلان رطلين"),
    Unit("oz", "mass", "0.02835", "أونصة أونصات أوقية", "oz ounce ounces", "أونصتين"),
    Unit("l", "volume", "1", "لتر لترا لترات ليتر", "l litre litres liter liters", "لتران لترين"),
    Unit("gallon", "volume", "3.785", "غالون غالونا غالونات جالون", "gallon gallons", "غالونين"),
    Unit("barrel", "volume", "159", "برميل برميلا براميل", "barrel barrels bbl", "برميلان برميلين"),
    Unit("c", "temperature", "", "مئوية", "°c celsius centigrade"),
    Unit("f", "temperature", "", "فهرنهايت", "°f fahrenheit"),
    Unit("percent", "share", "", "٪ بالمئة بالمائة بالمية", "% percent percentage percentile"),
    Unit("second", "time", "1", "ثوان ثواني", "second seconds secs sec", "ثانيتان ثانيتين"),
    Unit("minute", "time", "60", "دقيقة دقائق", "minute minutes min mins", "دقيقتان دقيقتين"),
    Unit("hour", "time", "3600", "ساعة ساعات", "hour hours hr hrs hourlong", "ساعتان ساعتين"),
    Unit("day", "time", "86400", "يوم يوما أيام", "day days", "يومان يومين"),
    Unit("week", "time", "604800", "أسبوع أسبوعا أسابيع", "week weeks", "أسبوعان أسبوعين"),
    Unit("month", "time", "2629746", "شهر شهرا أشهر شهور", "month months", "شهران شهرين"),
    Unit("year", "time", "31556952", "سنة سنوات سنين عام عاما أعوام",
         "year years yr yrs", "عامان عامين سنتان سنتين"),
    Unit("decade", "time", "315569520", "عقود", "decade decades", "عقدان عقدين"),
    Unit("century", "time", "3155695200", "قرن قرنا قرون", "century centuries", "قرنان قرنين"),
    Unit("dollar", "money", "", "دولار دولارا دولارات", "$ dollar dollars usd us$ bucks",
         "دولاران دولارين"),
    Unit("euro", "money", "", "يورو", "€ euro euros eur"),
    Unit("sterling", "money", "", "إسترليني استرليني", "£ gbp sterling quid"),
    Unit("yen", "money", "", "ين", "¥ yen jpy"),
    Unit("yuan", "money", "", "يوان", "yuan renminbi cny rmb"),
    Unit("riyal", "money", "", "ريال ريالا ريالات", "riyal riyals rial rials sar", "ريالين"),
    Unit("dirham", "money", "", "درهم درهما دراهم", "dirham dirhams aed mad", "درهمين"),
    Unit("dinar", "money", "", "دينار دينارا دنانير", "dinar dinars kwd iqd jod",
         "ديناران دينارين"),
    Unit("lira", "money", "", "ليرة ليرات", "lira liras try", "ليرتين"),
    Unit("rouble", "money", "", "روبل روبلا روبلات", "rouble roubles ruble rubles rub ₽", "روبلين"),
    Unit("rupee", "money", "", "روبية روبيات", "rupee rupees inr ₹", "روبيتين"),
    Unit("shekel", "money", "", "شيكل شيقل شواكل", "shekel shekels nis ₪", "شيكلين"),
)  # fmt: skip
"""Pounds of money are those of weight in English, and called so in many countries in Arabic."""

BY_ID = {unit.id: unit for unit in UNITS}
SQUARED, CUBED = "²³"
"""What the id of a unit of area or volume ends in, behind that of its side."""

_ROUNDED = Decimal("0.06")
"""How far converted figures may be off, as they are rounded."""


def converts(first: Decimal, unit: str, second: Decimal, other: str) -> bool:
    """Tell whether so much of one unit is about so much of another one."""
    if {unit, other} == {"c", "f"}:
        celsius, fahrenheit = (first, second) if unit == "c" else (second, first)
        return abs(celsius * 9 / 5 + 32 - fahrenheit) <= 3
    ours, theirs = _size(unit), _size(other)
    if ours is None or theirs is None or ours[0] != theirs[0] or unit == other:
        return False
    here, there = first * ours[1], second * theirs[1]
    return abs(here - there) <= max(here, there) * _ROUNDED


def same_measure(unit: str, other: str) -> bool:
    """Tell whether two units measure the same, so that one stands there for the other."""
    ours, theirs = BY_ID.get(unit.rstrip(SQUARED + CUBED)), BY_ID.get(other.rstrip(SQUARED + CUBED))
    return ours is not None and theirs is not None and ours.of == theirs.of


def unit_with_power(text: str, sides: Mapping[str, str]) -> str:
    """Return the unit that a short form with a raised figure says: km2 is square kilometres."""
    side = sides.get(text[:-1], "")
    return side and side + (SQUARED if text[-1] in "2²" else CUBED)


def _size(unit: str) -> tuple[str, Decimal] | None:
    """Return what a unit measures and its size, that of squares as an area."""
    known = BY_ID.get(unit.rstrip(SQUARED + CUBED))
    if known is None or not known.size:
        return None
    size = Decimal(known.size)
    if unit.endswith(SQUARED):
        return "area", size * size
    return ("volume", size**3 * 1000) if unit.endswith(CUBED) else (known.of, size)
