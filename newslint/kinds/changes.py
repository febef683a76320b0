"""A change given beside the two figures it was made from: per cent, points or a fraction that they do not make."""

from collections.abc import Iterator
from itertools import chain

from newslint.document import Document
from newslint.kinds.marked_figures import ABOUT, MARK, WORD, marked
from newslint.language.figure import Figure
from newslint.patterns import regex

_RISEN = (
    "rose|risen|rises?|rising|grew|grown|grows?|growing|gain(?:s|ed|ing)?|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?"
    "|increas(?:es?|ed|ing)|surg(?:es?|ed|ing)|soared|soaring"
)
_FALLEN = (
    "fell|fallen|falls?|falling|dropp?(?:s|ed|ing)?|decreas(?:es?|ed|ing)|declin(?:es?|ed|ing)|shrank|shrunk|shrinking"
    "|plung(?:es?|ed|ing)|slumped|tumbled|slipped"
)
_NOUN = "increase|rise|jump|gain|growth|surge|decrease|decline|drop|fall|cut|reduction|slump|plunge|hike|raise"
_WORDS = rf"(?: {WORD}){{0,6}}?"
_FROM_TO = rf"from {ABOUT}{MARK}{_WORDS},? to {ABOUT}{MARK}"
_TO_FROM = rf"to {ABOUT}{MARK}{_WORDS},?(?: (?:up|down))? (?:from|compared with|compared to) {ABOUT}{MARK}"
_ANY = f"(?:{WORD}|⟨[0-9]+⟩)"
_POINTS = "(?:(?: of)?(?: a)? (?:percentage )?points?)?"
_IN_POINTS = regex("(?:(?: of)?(?: a)?|-)[ -]?(?:percentage[ -])?points?\\b")
_BEFORE = (
    rf"\b(?:(?:{_RISEN}|{_FALLEN}|up|down|cut|raised|reduced|lowered|lost|by)(?: by)? (?:a )?{ABOUT}{MARK}{_POINTS}"
    rf"|(?:an?|the) {MARK}{_POINTS} (?:{_NOUN}))"
    rf"(?: (?:in|over|during|since|this|last|within) {_ANY}(?: {_ANY}){{0,3}}?)?,?(?: \w+ly)? "
)
_AFTER = (
    rf"(?: {WORD}){{0,7}}?(?:,| -+| –| —|;| \()(?: ?(?:up|down|by|or|which is|representing|that is|for))?"
    rf"(?: by)?(?: an?)?(?: \w+)?(?: (?:{_NOUN}) of)? ?{ABOUT}(?:a )?{MARK}"
)
# Which mark is the change, the old figure, the new one, is told by the order of an expression.
_SHAPES = (
    (regex(_BEFORE + _FROM_TO), "CCON"),
    (regex(_BEFORE + _TO_FROM), "CCNO"),
    (regex(_FROM_TO + _AFTER), "ONC"),
    (regex(_TO_FROM + _AFTER), "NOC"),
)
_MOVED = rf"\b(?:(?P<up>{_RISEN}|up|added|adding|rallied)|{_FALLEN}|down|lost|losing|shed|shedding)(?: by)? {ABOUT}"
_OF_A_CHANGE = regex(
    rf"{_MOVED}{MARK}(?: points?)?(?:, or | \(){ABOUT}{MARK}(?: points?)?(?:,|\))?"
    rf"(?: to| at|,? to close at|,? closing at) {ABOUT}{MARK}"
)
_TIMES = {
    "twice": 2.0, "double": 2.0, "doubled": 2.0, "triple": 3.0, "tripled": 3.0, "trebled": 3.0, "quadrupled": 4.0,
    "quadrupling": 4.0, "halved": 0.5,
}  # fmt: skip
_HEDGE = r"(?P<hedge>more than |at least |nearly |almost |about |roughly |around |less than )?"
_MULTIPLE = regex(
    rf"⟨(?P<new>[0-9]+)⟩{_WORDS},? {_HEDGE}(?:(?P<times>twice|double|triple)|⟨(?P<so>[0-9]+)⟩ times) "
    rf"(?:as (?:many|much) as )?(?:the|its|their|last year's) (?:(?:number|amount|total) of )?⟨(?P<old>[0-9]+)⟩"
)
# “1,200 metres long, twice the length of the old one, which measured 600 metres”
_TIMES_THE = regex(
    rf"⟨(?P<new>[0-9]+)⟩(?: {WORD}){{0,5}}?,? {_HEDGE}(?:(?P<times>twice|double|triple)|⟨(?P<so>[0-9]+)⟩ times) "
    rf"(?:as {WORD}(?: {WORD})? as|(?:the (?:{WORD} ){{1,3}}?|that )of) [^⟨⟩;:()]{{1,60}}?"
    rf" (?:of|at|is|was|had|has|measured|measures"
    rf"|cost|costs|weighed|weighs|held|holds|made|to|with|from|with its|and"
    rf" its|only|just|took|drew|paid|sold|won) ⟨(?P<old>[0-9]+)⟩"
)
_FOURFOLD = (
    regex(rf"\b{_HEDGE}(?P<times>quadrupled|quadrupling){_WORDS},? {_FROM_TO}"),
    regex(rf"\b{_HEDGE}(?P<times>quadrupled|quadrupling){_WORDS},? {_TO_FROM}"),
)
_MULTIPLIED = regex(
    rf"\b{_HEDGE}(?P<times>doubled|tripled|trebled|quadrupled|halved){_WORDS},? (?:an?|or an?)"
    rf" (?:{_NOUN}) of {ABOUT}{MARK}"
)
_UPWARDS = (regex(rf"\b(?:{_RISEN})(?: \w+ly)? {_FROM_TO}"), regex(rf"\b(?:{_RISEN})(?: \w+ly)? {_TO_FROM}"))
_DOWNWARDS = (regex(rf"\b(?:{_FALLEN})(?: \w+ly)? {_FROM_TO}"), regex(rf"\b(?:{_FALLEN})(?: \w+ly)? {_TO_FROM}"))
# What a figure is of that follows so: another one than the change. And what makes of a change more than these two say.
_OF_ANOTHER = regex(r"(?: or so)? (?:of|on|in favou?r|tax|stake|shares?|more|less|higher|lower|owned|interest)\b")
OTHERWISE = regex(
    r"\b(?:constant|adjust\w+|exclud\w+|like-for-like|organic|seasonally|forecasts?|estimates?|expect\w+|analysts?"
    r"|targets?|an average of|averaging|on average|average (?:growth|rate|increase|rise)|annually|annuali[sz]ed"
    r"|annual (?:growth|rate|average|increase|rise)|(?<=⟩ )a year(?! (?:ago|earlier|before))"
    r"|(?:each|per|every) (?:year|month|week|day)|respectively|real terms|underlying|margin of error"
    r"|(?<!waiting )(?<!wait )(?<!response )(?<!travel )(?<!journey )(?<!delivery )(?<!processing )times"
    r"|compound\w*)\b"
)
_TWO_CLAUSES = regex(
    r"\b(?:and|after|having|while|when|but|whereas|although|though|before|following)\b(?! (?:a|that)\b)"
)
_PLACING = regex(
    r"\b(?:rank\w*|places?|spots?|seed\w*|table|standings?|position|class|grade|points?|minutes?|seconds?|hours?|days?"
    r"|weeks?|months?|years?|par|-|minus|negative|deficit|loss\w*|feet|foot|growth|one|handicap|age)\b"
)
_AMOUNTS = frozenset(("number", "money", "measure", "percent"))
# In points of per cent: what is lost in rounding.
_LEEWAY = 2.0
_IN_WORDS = 6.0
_MOST = 1000.0
_SHARED = 1000.0


def changes_wrong(document: Document) -> Iterator[tuple[Figure, Figure]]:
    """Each change that its two figures do not make, with the old of the two."""
    for text, figures in marked(document):
        for shape, order in _SHAPES if len(figures) > 2 and not OTHERWISE.search(text) else ():
            for found in shape.finditer(text):
                by = {what: figures[int(number)] for what, number in zip(order, found.groups(), strict=True) if number}
                if _TWO_CLAUSES.search(found[0]):
                    continue
                which = found.lastindex if order[-1] == "C" else 1 if found[1] else 2
                behind = found.end(which or 1) + 1
                if order[-1] == "C" and _OF_ANOTHER.match(text, behind):
                    continue
                points = by["C"].kind == "points" or _IN_POINTS.match(text, behind) is not None
                if alike_amounts(document, by["O"], by["N"]) and not makes(document, **by, points=points):
                    yield by["C"], by["O"]


def directions_wrong(document: Document) -> Iterator[tuple[Figure, Figure]]:
    """The new figure of what rose and is lower, or fell and is higher, with the old one."""
    for text, figures in marked(document):
        for expressions, sign in ((_UPWARDS, 1), (_DOWNWARDS, -1)):
            for which, expression in enumerate(expressions):
                for found in expression.finditer(text):
                    first, second = (figures[int(number)] for number in found.groups())
                    old, new = (first, second) if which == 0 else (second, first)
                    if (
                        alike_amounts(document, old, new)
                        and sign * (new.value - old.value) < 0
                        and not _PLACING.search(text)
                        and not old.value < 0 <= abs(new.value)
                    ):
                        yield new, old


def of_a_change(document: Document) -> Iterator[tuple[Figure, Figure]]:
    """A percentage that the amount beside it and the new figure do not make: down $5, or 10 percent, to $95."""
    for text, figures in marked(document):
        for found in _OF_A_CHANGE.finditer(text) if len(figures) > 2 else ():
            one, other, new = (figures[int(number)] for number in found.group(2, 3, 4))
            amount, share = (other, one) if one.kind == "percent" else (one, other)
            if share.kind != "percent" or amount.kind not in {"number", "money", "points", "measure"} or new.value <= 0:
                continue
            if new.kind in {"percent", "points"} or (new.kind == "money" and amount.kind == "measure"):
                continue
            old = new.value - amount.value if found["up"] else new.value + amount.value
            made = 100 * amount.value / old if old > 0 else share.value
            off = _half(document, amount) / amount.value + _half(document, new) / new.value if amount.value else 1.0
            if abs(made - share.value) > max(0.2, 0.12 * made, off * made) + min(share.step, 1.0) / 2:
                yield share, amount


def multiples_wrong(document: Document) -> Iterator[tuple[Figure, Figure]]:
    """A figure that is said to be twice another and is not; a percentage that is not what doubled means."""
    for text, figures in marked(document):
        for found in chain(_MULTIPLE.finditer(text), _TIMES_THE.finditer(text)) if len(figures) > 1 else ():
            new, old = figures[int(found["new"])], figures[int(found["old"])]
            times = _TIMES[found["times"]] if found["times"] else figures[int(found["so"])].value
            if alike_amounts(document, old, new) and not _multiplied(document, found["hedge"] or "", times, old, new):
                yield new, old
        if "quadrupl" in text:
            for which, expression in enumerate(_FOURFOLD):
                for found in expression.finditer(text):
                    old, new = (figures[int(number)] for number in found.groups()[-2:][:: -1 if which else 1])
                    if alike_amounts(document, old, new) and not _multiplied(
                        document, found["hedge"] or "", 4.0, old, new
                    ):
                        yield new, old
        for found in _MULTIPLIED.finditer(text):
            share, meant = figures[int(found[3])], 100 * abs(_TIMES[found["times"]] - 1)
            if share.kind == "percent" and abs(share.value - meant) > 0.3 * meant and not found["hedge"]:
                yield share, share


def _multiplied(document: Document, hedge: str, times: float, old: Figure, new: Figure) -> bool:
    least = 0.95 if hedge.startswith(("more", "at")) else 0.72 if hedge else 0.87
    most = 1.05 if hedge.startswith("less") else 99.0 if hedge.startswith(("more", "at")) else 1.15
    low = (new.value - _half(document, new)) / (old.value + _half(document, old))
    high = (new.value + _half(document, new)) / max(old.value - _half(document, old), 1e-9)
    return high >= times * least and low <= times * most


def alike_amounts(document: Document, old: Figure, new: Figure) -> bool:
    """Whether two figures may be one thing at two times: of one kind and unit; cents go with any currency."""
    if "fraction" in {old.kind, new.kind} or not {old.kind, new.kind} <= _AMOUNTS or not old.value > 0 < new.value:
        return False
    kinds = {old.kind, new.kind}
    if any(one.value >= _SHARED * _bare_value(document, one) for one in (old, new)):
        return False  # a scale that was taken from the other: “from $500 to $1 million”
    if kinds in ({"number", "percent"}, {"number", "money"}):
        # the first may borrow the unit of the second: “from 10 to 12 percent”, “from 4 to 5 million dollars”
        bare = old if old.kind == "number" else new
        return not bare.counted and ("money" in kinds or max(old.value, new.value) <= 100)
    if len(kinds) > 1 or (old.counted and new.counted and old.counted != new.counted):
        return False
    cents = any("cent" in _text(document, one) or "pence" in _text(document, one) for one in (old, new))
    return old.unit == new.unit or (old.kind == "money" and cents)


def _bare_value(document: Document, figure: Figure) -> float:
    """What a figure is worth by its own digits, where no scale or other word stands with them; else all it is worth."""
    text = document.folded.lower[figure.number_start : figure.number_end].replace(",", "")
    return float(text) if text.isdecimal() else figure.value


# How much rounder one of two amounts may be than the other.
_ZERO = 5


def makes(document: Document, O: Figure, N: Figure, C: Figure, *, points: bool) -> bool:  # noqa: E741, N803
    """Whether a change is what lies between two figures, in per cent or in points, within what rounding allows."""
    old, new, change = O, N, C
    rate = "percent" in {old.kind, new.kind}
    a, b = _half(document, new), _half(document, old)
    if (old.kind, old.unit) == (new.kind, new.unit) and not (old.qualifier or new.qualifier):
        # of two amounts side by side the rounder is as exact as the other, but for a zero
        a, b = min(a, _ZERO * b), min(b, _ZERO * a)
    low, high = new.value - a, new.value + a
    before, after = old.value - b, old.value + b
    if points:
        difference, off = abs(new.value - old.value), a + b + min(change.step, 1.0) / 2
        return not rate or abs(difference - change.value) <= max(off, 0.2)
    if change.kind not in {"percent", "fraction"}:
        alike = len({(one.kind, one.unit) for one in (old, new, change)}) == 1 and not rate
        off = a + b + _half(document, change)
        return (
            not alike
            or (change.counted and old.counted != change.counted)
            or abs(abs(new.value - old.value) - change.value) <= off
        )
    said = change.value * (100 if change.kind == "fraction" else 1)
    if said > _MOST or before <= 0:
        return True
    if rate and abs(abs(new.value - old.value) - said) <= max(a + b, 0.2) + _half(document, change):
        return True
    least, most = sorted((100 * (low / after - 1), 100 * (high / before - 1)))
    # as rounded as they are, it may have risen or fallen
    least, most = (max(0.0, least, -most), max(most, -least))
    leeway = max(_IN_WORDS if change.kind == "fraction" else _LEEWAY, 0.06 * said)
    if change.qualifier in {"about", "nearly", "almost", "more than", "at least", "less than", "up to"}:
        leeway = max(leeway, 0.15 * said)
    return least - leeway <= said <= most + leeway


def _half(document: Document, figure: Figure) -> float:
    """Half of the last place of a figure as printed: what rounding may hide; amounts in full are given exactly."""
    scaled = _text(document, figure).rstrip(")").endswith(("n", "m", "d", "k"))
    if figure.qualifier:
        return max(figure.step / 2 if scaled else 0.0, 0.04 * figure.value)
    if figure.kind in {"percent", "points", "measure"}:
        return min(figure.step, 1.0) / 2
    return min(figure.step / 2, 0.05 * figure.value) if scaled else 0.005 * figure.value


def _text(document: Document, figure: Figure) -> str:
    return document.folded.lower[figure.number_start : figure.end]
