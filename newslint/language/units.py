"""Units and currencies as newspapers write them, each with its one canonical name."""

import re

from newslint.language.numerals import Numeral
from newslint.patterns import regex
from newslint.records import NamedTuple

# Durations are not here: "five years" counts years, and a rule compares it as it compares five people.
_MEASURES = {
    "km": "km kms kilometer kilometers kilometre kilometres",
    "metre": "metre metres meter meters",
    "cm": "cm cms centimeter centimeters centimetre centimetres",
    "mm": "mm millimeter millimeters millimetre millimetres",
    "mile": "mile miles",
    "yard": "yard yards",
    "foot": "foot feet ft",
    "inch": "inch inches",
    "kg": "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes",
    "gram": "gram grams gramme grammes",
    "mg": "mg milligram milligrams",
    "pound": "pound pounds lb lbs",
    "ounce": "ounce ounces oz",
    "stone": "stone",
    "ton": "ton tons",
    "tonne": "tonne tonnes",
    "hectare": "hectare hectares ha",
    "acre": "acre acres",
    "litre": "litre litres liter liters",
    "ml": "ml millilitre millilitres milliliter milliliters",
    "gallon": "gallon gallons",
    "barrel": "barrel barrels",
    "mph": "mph",
    "kmh": "kmh kph",
    "knot": "knot knots",
    "celsius": "celsius centigrade",
    "fahrenheit": "fahrenheit",
    "degree": "degree degrees °",
    "watt": "watt watts",
    "kilowatt": "kw kilowatt kilowatts",
    "megawatt": "mw megawatt megawatts",
    "gigawatt": "gw gigawatt gigawatts",
    "megabyte": "mb megabyte megabytes",
    "gigabyte": "gb gigabyte gigabytes",
    "hertz": "hz hertz",
    "megahertz": "mhz megahertz",
    "gigahertz": "ghz gigahertz",
}
MEASURES = {form: name for name, forms in _MEASURES.items() for form in forms.split()}
# Written against the digits only: a blank before them would make "5 c" or "5 in" a measure.
GLUED = MEASURES | {"c": "celsius", "f": "fahrenheit", "°c": "celsius", "°f": "fahrenheit", "in": "inch", "g": "gram"}
DEGREES = {"c": "celsius", "f": "fahrenheit", "celsius": "celsius", "fahrenheit": "fahrenheit", "centigrade": "celsius"}
AREAS = frozenset({"square", "sq", "cubic"})

# Currency words with their canonical name and what one is worth in it.
_MONEY = {
    "usd": "dollar dollars buck bucks",
    "eur": "euro euros",
    "yen": "yen",
    "yuan": "yuan renminbi",
    "rub": "ruble rubles rouble roubles",
    "inr": "rupee rupees",
    "uah": "hryvnia hryvnias",
    "chf": "franc francs",
    "peso": "peso pesos",
    "ils": "shekel shekels",
    "krona": "krona kronor krone kroner",
    "zloty": "zloty zlotys",
    "lira": "lira liras",
    "real": "reais",
    "riyal": "riyal riyals",
    "dinar": "dinar dinars",
    "naira": "naira",
    "forint": "forint forints",
}
MONEY = {form: (name, 1.0) for name, forms in _MONEY.items() for form in forms.split()} | {
    "cent": ("usd", 0.01),
    "cents": ("usd", 0.01),
    "pence": ("gbp", 0.01),
    "sterling": ("gbp", 1.0),
}
SYMBOLS = {"$": "usd", "£": "gbp", "€": "eur", "¥": "yen", "₽": "rub", "₹": "inr", "₴": "uah", "₪": "ils"}
DOLLARS = {
    "us": "usd",
    "u.s.": "usd",
    "a": "aud",
    "au": "aud",
    "c": "cad",
    "ca": "cad",
    "nz": "nzd",
    "hk": "hkd",
    "s": "sgd",
    "r": "real",
}
CODES = {
    "usd": "usd",
    "eur": "eur",
    "gbp": "gbp",
    "rub": "rub",
    "cny": "yuan",
    "rmb": "yuan",
    "jpy": "yen",
    "chf": "chf",
    "rs": "inr",
    "rs.": "inr",
}


_PERCENT = regex(r"(?: ?%|[ -]+(?:per ?cent|per  +cent|pct)(?![a-z])|pc(?![a-z]))([ -]points?(?![a-z]))?")
_POINTS = regex(r"[ -]+percentage[ -]+points?(?![a-z])")
_AGE = regex(r"(?: +|-)(year|month|week|day)s?(?: +|-)(?:olds?|of +age)(?![a-z])")
_NEXT = regex(r"( +|-)?([a-z°]+)(?![^\W_])")
_WORD = regex(r"[ -]+([a-z]+)(?![^\W_])")
_HOUR = regex(r"(?: +(?:per|an?) +|/|/ )(hour|h)(?![a-z])")
_LETTERS = regex(r"[^\W_]+")
_SUFFIX_SCALES = {"m": 10**6, "b": 10**9, "t": 10**12}
_RACES = frozenset((50, 60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10000))
_DISTANCE = regex(
    r"[ -]+(?:high|long|deep|tall|wide|away|above|below|from|race|hurdles|final|sprint|butterfly|freestyle|relay|"
    r"champion|indoors?|record|backstroke|breaststroke|title|world|olympic|gold|tower|statue)(?![a-z])"
)


class Unit(NamedTuple):
    """What a number is measured in: its end, the kind of figure, the canonical name, and what one is worth in it."""

    end: int
    kind: str
    name: str
    worth: float = 1.0


def unit_after(lower: str, end: int, *, scaled: bool) -> Unit | None:
    """The unit that follows the number ending at ``end``; after a scale word, pounds are money."""
    first = lower[end : end + 2]
    if first[:1] not in _FIRST_OF_UNIT and first[1:] not in _FIRST_OF_UNIT:
        return None
    if found := _PERCENT.match(lower, end):
        return Unit(found.end(), "points" if found[1] else "percent", "")
    if found := _POINTS.match(lower, end):
        return Unit(found.end(), "points", "")
    if found := _AGE.match(lower, end):
        return Unit(found.end(), "age", f"{found[1]}-old")
    found = _NEXT.match(lower, end)
    if found is None:
        return None
    return _named(lower, found, scaled=scaled)


def letter_after(lower: str, number: Numeral, *, money: bool) -> tuple[Numeral, Unit | None, str]:
    """The number with a letter that scales it ("£12m"), its unit, and its kind if it is no figure ("1990s", "5G")."""
    scaled = lower[number.end - 1].isalpha()
    unit = unit_after(lower, number.end, scaled=scaled)
    if unit or not lower[number.end : number.end + 1].isalpha():
        return number, unit, ""
    letters = _LETTERS.match(lower, number.end)
    suffix = letters[0] if letters else ""
    end = number.end + len(suffix)
    if suffix in _SUFFIX_SCALES and (money or (suffix == "m" and _is_million(lower, number.value, end))):
        scale = _SUFFIX_SCALES[suffix]
        return number.times(scale, end), unit_after(lower, end, scaled=True), ""
    if suffix in ("m", "p"):
        return number, Unit(end, "measure", "metre") if suffix == "m" else Unit(end, "money", "gbp", 0.01), ""
    kind = "ordinal" if suffix in ("st", "nd", "rd", "th") else "label"
    if suffix == "s" and 1000 <= number.value < 2100:
        kind = "year-like"
    return number._replace(end=end), None, kind


def _is_million(lower: str, value: float, end: int) -> bool:
    """Whether the m after digits without a currency is a million: not in the length of a race or a distance."""
    return value not in _RACES and not _DISTANCE.match(lower, end)


def _named(lower: str, found: re.Match[str], *, scaled: bool) -> Unit | None:
    gap, word, end = found[1], found[2], found.end()
    if word in AREAS:
        size = _WORD.match(lower, end)
        name = MEASURES.get(size[1], "") if size else ""
        power = "cubic" if word == "cubic" else "square"
        return Unit(size.end(), "measure", f"{power} {name}") if size and name else None
    if gap is None:
        name = GLUED.get(word, "")
    elif word in MONEY or (scaled and word in ("pound", "pounds")):
        return Unit(end, "money", *MONEY.get(word, ("gbp", 1.0)))
    else:
        name = MEASURES.get(word, "")
    if name == "degree":
        scale = _WORD.match(lower, end) or _NEXT.match(lower, end)
        known = DEGREES.get(scale[scale.lastindex or 1]) if scale else None
        return Unit(scale.end(), "measure", known) if scale and known else Unit(end, "measure", "degree")
    if name in ("mile", "km") and (hour := _HOUR.match(lower, end)):
        return Unit(hour.end(), "measure", "mph" if name == "mile" else "kmh")
    return Unit(end, "measure", name) if name else None


_LARGER = regex(
    r"(?:(?<![a-z])(?:feet|foot|ft|pounds?|lbs?|stone|st|yards?|inch(?:es)?|cm|m|metres?|meters?|km|miles?|kg|kilos?"
    r"|degrees)(?:[.,]| and)?|[0-9][\'\u2032]) ?$"
)


def is_rest(lower: str, start: int) -> bool:
    """Whether a measure that starts here is the rest of one in a larger unit: the 4in of "6ft 4in"."""
    return _LARGER.search(lower, max(0, start - 12), start) is not None


_FIRST_OF_UNIT = frozenset(form[0] for form in (*GLUED, *MONEY, *AREAS, "%", "percent", "year", "month", "week", "day"))
