"""A measure and the same once more in another unit, in the words and letters that rules of patterns cannot name."""

from collections.abc import Iterator
from itertools import pairwise

from newslint.document import Document
from newslint.kinds.marked_figures import Pair
from newslint.language.figure import Figure
from newslint.language.units import is_rest
from newslint.matching.measures import BASE
from newslint.patterns import regex
from newslint.records import NamedTuple

_HEDGE = (
    r"(?:(?:about|some|around|roughly|approximately|nearly|almost|over|just|under|more than|that is|i\.e\.) ?){0,2}"
)
_SIZE = r"(?: (?:wide|long|deep|high|tall|away|off|offshore|below|above|down|up|thick|across|square))?"
# “12 miles (19 km)”, “44 pounds, or 20 kilos,”, “100 acres – about 40 hectares”, “30 miles, about 48 km”
_BRACKET = regex(rf"{_SIZE} ?[(\[](?:or |= ?|≈ ?)?{_HEDGE}")
_APPOSED = regex(rf"{_SIZE}(?:, or | - | -- | ?[–—] ?|, (?=[a-z])| or (?=[a-z]))(?:or )?{_HEDGE}")
_CLOSED = regex(r"(?: [a-z]+){0,2} ?[)\]]")
_HEDGED = regex(r"\b(?:or|about|around|roughly|approximately|nearly|almost|that is)\b")
_LETTERS = regex(
    r" ?(metric ton|sq\.? m|sq\.? ft|m|g|l|t|lb|lbs|oz|yd|yds|mi|km/h|km/hr|kph|sq\.? mi)(?:(?<=ton)s)?(?![^\W_])"
)
_NAMED = {
    "metric ton": "tonne", "sq m": "square metre", "sq ft": "square foot", "m": "metre", "g": "gram", "l": "litre",
    "t": "tonne", "lb": "pound", "lbs": "pound", "oz": "ounce", "yd": "yard", "yds": "yard", "mi": "mile",
    "km/h": "kmh", "km/hr": "kmh", "kph": "kmh", "sq mi": "square mile",
}  # fmt: skip
# Units of more than one size: short, long and metric tons; American and British gallons.
_LOOSE = {"ton": ("mass", 907.0, 1017.0), "gallon": ("volume", 3.785, 4.547), "barrel": ("volume", 117.0, 164.0)}
_MILLION = 1e6
# The least that is no rounding; below so much, half of the last place is more.
_OFF, _SMALL = 0.08, 20.0


class Measure(NamedTuple):
    """What a figure measures, the least and the most of the kind's base unit that it is, and where its unit ends."""

    kind: str
    unit: str
    least: float
    most: float
    end: int
    read: bool


def conversions_wrong(document: Document) -> Iterator[Pair]:
    """The first of two measures that are not one, with the other behind it."""
    lower = document.folded.lower
    for first, second in pairwise(document.figures):
        if second.start - first.end > 40 or {first.kind, second.kind} - {"measure", "number", "label"}:
            continue
        one, other = _measure(lower, first), _measure(lower, second)
        if one is None or other is None or one.kind != other.kind or one.unit == other.unit:
            continue
        if _joined(lower, one, other, second.start) and not is_rest(lower, first.start):
            off = _OFF * other.most + _rounded(first, one) + _rounded(second, other)
            if one.least > other.most + off or other.least > one.most + off:
                yield first, second


def _joined(lower: str, one: Measure, other: Measure, start: int) -> bool:
    """Whether the second says the first again, and no pattern of the other rules says so."""
    if _BRACKET.fullmatch(lower, one.end, start):
        return not (one.read and other.read) and _CLOSED.match(lower, other.end) is not None
    beside = _APPOSED.fullmatch(lower, one.end, start)
    if beside is None or (one.read and other.read and lower.startswith(",", other.end) and ", or" in beside[0]):
        return False
    # "10 miles, 5 km" is a list
    return _HEDGED.search(beside[0]) is not None and (beside[0] != " or ")


def _measure(lower: str, figure: Figure) -> Measure | None:
    unit, end, value, read = figure.unit, figure.end, figure.value, True
    if figure.kind != "measure":
        if value >= _MILLION and lower[figure.number_end - 1] == "m":
            unit, value, read = "metre", value / _MILLION, False
        elif (found := _LETTERS.match(lower, end)) and lower[end - 1].isdigit():
            unit, end, read = _NAMED[found[1].replace(".", "")], found.end(), False
        else:
            return None
    if unit in _LOOSE:
        kind, least, most = _LOOSE[unit]
        return Measure(kind, unit, least * value, most * value, end, read=False)
    kind, factor = BASE.get(unit, ("", 0.0))
    return Measure(kind, unit, factor * value, factor * value, end, read=read) if kind and kind != "heat" else None


def _rounded(figure: Figure, measure: Measure) -> float:
    """Half of the last place of a small number, in base units."""
    scale = figure.value if measure.read or figure.value < _MILLION else figure.value / _MILLION
    step = min(figure.step, 1.0) if figure.value < _MILLION else 1.0
    return measure.most / scale * step / 2 if 0 < scale < _SMALL else 0.0
