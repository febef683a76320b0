"""Measures brought to one unit of their kind, so that a conversion in brackets can be held against what it converts."""

# kind of measure: its units, each with how many of the kind's base unit it is
_KINDS = {
    "length": {
        "mm": 0.001, "cm": 0.01, "metre": 1.0, "km": 1000.0,
        "inch": 0.0254, "foot": 0.3048, "yard": 0.9144, "mile": 1609.344,
    },
    "mass": {
        "mg": 1e-6, "gram": 0.001, "kg": 1.0, "tonne": 1000.0,
        "ounce": 0.0283495, "pound": 0.453592, "stone": 6.35029,
    },
    "volume": {"ml": 0.001, "litre": 1.0},
    "area": {
        "square metre": 1.0, "hectare": 1e4, "square km": 1e6,
        "square foot": 0.092903, "square yard": 0.836127, "acre": 4046.856, "square mile": 2.589988e6,
    },
    "speed": {"kmh": 1.0, "mph": 1.609344, "knot": 1.852},
    "heat": {"celsius": 1.0, "fahrenheit": 5 / 9},
}  # fmt: skip
BASE = {unit: (kind, factor) for kind, units in _KINDS.items() for unit, factor in units.items()}
# A temperature has another nought, too.
NOUGHT = {"fahrenheit": -160 / 9}


def to_base(value: float, unit: str) -> tuple[float, str] | None:
    """A measure in the base unit of its kind (metre, kg, litre, square metre, km/h, Celsius) and that kind."""
    if unit not in BASE:
        return None
    kind, factor = BASE[unit]
    return value * factor + NOUGHT.get(unit, 0.0), kind
