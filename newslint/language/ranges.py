"""Two figures that are one range, "10 to 12 people", or one score, "3-1": each takes what only the other says."""

from newslint.language.figure import Figure
from newslint.patterns import regex

_BETWEEN = regex(r" +(to|or|and) +|( ?[-–] ?)")
_LEADING = regex(r"[0-9.,]*[0-9]")
_COUNTLESS = frozenset(("date", "label", "ordinal", "age", "year-like"))
# Before a scale word a lower figure without one shares it ("3 to 5 million"), unless it is that large itself.
_LARGE = 1000
_LONGEST_MONTH = 31


def paired(lower: str, first: Figure, second: Figure) -> tuple[Figure, Figure]:
    """The two figures as a reader takes them together; unchanged where they are no pair."""
    found = _BETWEEN.match(lower, first.end)
    if found is None or found.end() != second.start:
        return first, second
    if first.kind == "date" and second.kind == "number" and not second.counted and 1 <= second.value <= _LONGEST_MONTH:
        return first, second._replace(kind="date")
    if first.kind == "year-like" and second.kind == "number" and found[2] in ("-", "–"):
        return first, second._replace(kind="year-like", counted="", counted_start=second.end, counted_end=second.end)
    if first.kind in _COUNTLESS or (second.kind in _COUNTLESS and (second.kind != "age" or first.counted)):
        return first, second
    if first.kind == "money" and second.kind == "number" and not second.counted:
        second = second._replace(kind="money", unit=first.unit)
    factor = _shared_scale(lower, first, second)
    rising = first.value * factor < second.value
    source = lower[max(0, first.start - 8) : first.start].rstrip().endswith("from")
    says = second.kind != "number" or second.counted or second.state
    if found[2] in ("-", "–") and not (rising and says) and first.kind == second.kind == "number":
        return first._replace(kind="label"), second._replace(kind="label")
    share = second.kind == "percent" and found[1] == "to"
    if not says or not (rising or source or share) or (found[1] == "and" and first.qualifier != "between"):
        return first, second
    if first.kind not in ("number", second.kind) or first.unit not in ("", second.unit):
        return first, second
    qualifier = "between" if rising and not source else first.qualifier
    first = first._replace(
        value=first.value * factor,
        step=first.step * factor,
        kind=second.kind,
        unit=second.unit,
        qualifier=qualifier,
        counted=second.counted,
        counted_start=second.counted_start,
        counted_end=second.counted_end,
        state=second.state or first.state,
    )
    return first, second._replace(qualifier=qualifier or second.qualifier, state=first.state)


def _shared_scale(lower: str, first: Figure, second: Figure) -> float:
    if first.value >= _LARGE or not lower[first.number_end - 1].isdigit() or first.end != first.number_end:
        return 1.0
    digits = _LEADING.match(lower, second.number_start)
    bare = float(digits[0].replace(",", "")) if digits and digits[0].count(".") < 2 else 0.0
    return second.value / bare if bare and second.value != bare else 1.0
