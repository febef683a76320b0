"""So many at so much each: a rate, a number and what they come to, in one sentence."""

from collections.abc import Iterator, Sequence

from newslint.document import Document
from newslint.kinds.marked_figures import ABOUT, MARK, WORD, Marked, Pair, marked
from newslint.language.counted import singular, thing
from newslint.language.figure import Figure
from newslint.patterns import regex

_ANY_MARK = regex(MARK)
# “a night in the hostel is £22; four nights …”, “nine guards, each paid $1,200”
_ONE_COSTS = regex(rf"\b(?:an?|one|each) ({WORD})(?: {WORD}){{0,4}}? (?:costs?|is|was|sells? for|sold for) $")
_EACH_PAID = regex(rf"{MARK}(?: {WORD}){{1,3}}?,? each (?:of whom )?(?:{WORD} ){{1,2}}?{MARK}")
# What stands behind the rate, or before it.
_PER = regex(
    rf" (?:an?|per|each|every|for each|for every|to each|to every|for an?) (?:{WORD} )??({WORD})(?=[\s,.;:)]|$)"
)
_APIECE = regex(rf"(?: {WORD}){{0,2}}? (?:each|apiece|a piece|per head|a head|per person)\b")
_EACH = regex(
    rf"\b(?:each|every one) of (?:(?:the|its|their|his|her|those|these) )?{MARK}(?: {WORD}){{1,4}}?"
    rf"(?: (?:will|would|had|has|to|must|is|was))*"
    rf" (?:receiv|pa[iy]|get|got|earn|won|win|cost|ow[en]|contribut|gave|giv|put"
    rf"|lost|rais)(?:{WORD})?(?: {WORD})?? {ABOUT}{MARK}"
)
# What stands right before what they come to, or behind it.
_COMES_TO = regex(
    r"(?:\b(?:total|totals|totalled|totaled|totalling|totaling|sum|bill|cost|costs|costing|takings|outlay|or|so|came|comes"
    r"|come|coming|makes?|made|making|adds? up|added up|adding up|worth|pays?|paid|paying|raised|raising|brought in"
    r"|brings? in|bringing in|took in|taking in|takes? in|earned|earns?|earning|collected|collects?|collecting"
    r"|(?<=, )giving"
    r"|received?|receiving|netted|spent|spends?|spending|owes?|owed|charged?|charges|amounts?|amounting"
    r"|which is|that is|equal|receipts|proceeds|payout|revenue|saved|saves?|saving)"
    rf"(?: {WORD}){{0,4}}?,? )$"
)
_IN_ALL = regex(r"(?: \w+)? (?:in all|in total|altogether|all told|overall|combined)\b")
_MORE_THAN_THESE = regex(
    r"\b(?:from|between|plus|extra|additional|addition|including|include[sd]?|discount\w*|interest|tax|taxes|minus"
    r"|instead|rather|compared|than|increas\w+|rise|rises|rose|another|minimum|maximum|first|last|previous\w*|up|down|cut"
    r"|among|besides|also|nearly|almost|about|around|roughly|some|at least|more|less|fewer|estimated|projected|average"
    r"|averag\w+|both|either|fee|deposit|fine|fined|bonus|respectively|if|ranging|now|used"
    r" to|instead|earlier|ago|before)\b"
)
# Many units make a larger one, in which the sum may be given: $4 a day, five days, $20 a week.
_BEHIND = regex(rf"⟩((?: {WORD}){{1,2}})")
_LARGER = regex(r" (?:an?|per|each|every) (week|month|year|season|term)\b")
_FIGURES = 3
# Further off than this many times the third figure is something else, unless it is said to be the same.
_FURTHEST = 3.0
_SAME = regex(r"(?:, |,? \()(?:or|that is|which is|which makes|making|for a total of|a total of)(?: \w+)? $")
_SPELLS = (
    "day",
    "night",
    "week",
    "month",
    "year",
    "hour",
    "minute",
    "season",
    "shift",
    "mile",
    "kilometre",
    "kilometer",
)


def products_wrong(document: Document) -> Iterator[Pair]:
    """What a rate and a number are said to come to and do not, with the rate."""
    for one in marked(document):
        if len(one.figures) == _FIGURES:
            yield from _products(one)


def _products(one: Marked) -> Iterator[Pair]:
    text, figures = one
    marks = {int(found[1]): found for found in _ANY_MARK.finditer(text)}
    for rate, number in _rates(text, figures):
        first, last = min(marks[rate].start(), marks[number].start()), max(marks[rate].end(), marks[number].end())
        for at, found in marks.items():
            total = figures[at]
            if at in {rate, number} or (total.kind, total.unit) != (figures[rate].kind, figures[rate].unit):
                continue
            before, start, end = text[: found.start()], min(first, found.start()), max(last, found.end())
            told = _COMES_TO.search(before[-60:]) or _IN_ALL.match(text, found.end())
            if not told or _MORE_THAN_THESE.search(text, start, end) or _is_rate(text, found.end()):
                continue
            said = _SAME.search(before[-40:]) is not None
            if not _makes(figures[rate], figures[number], total, said=said):
                yield total, figures[rate]


def _rates(text: str, figures: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    """Rate and number of a sentence, by their places among its figures: “$4 a day … five days”."""
    each = _EACH.search(text) or _EACH_PAID.search(text)
    if each:
        yield int(each[2]), int(each[1])
        return
    numbers = [at for at, one in enumerate(figures) if _is_count(one)]
    for found in _ANY_MARK.finditer(text):
        rate = int(found[1])
        if figures[rate].kind not in {"money", "measure"} or figures[rate].qualifier:
            continue
        per, fitting = _PER.match(text, found.end()), []
        if per:
            unit = thing(singular(per[1]))
            fitting = [at for at in numbers if at != rate and unit in _nouns(text, at, figures[at])]
        one = _ONE_COSTS.search(text[: found.start()]) if not per else None
        if one:
            fitting = [at for at in numbers if thing(singular(one[1])) in _nouns(text, at, figures[at])]
        if not (per and fitting) and _APIECE.match(text, found.end()):
            fitting = [at for at in numbers if at != rate and figures[at].counted not in _SPELLS]
        if len(fitting) == 1:
            yield rate, fitting[0]


def _nouns(text: str, at: int, figure: Figure) -> set[str]:
    """What a number may count: its noun and the words right behind it, in the singular."""
    found = _BEHIND.search(text, text.find(f"⟨{at}⟩"))
    return {thing(figure.counted), *(thing(singular(word)) for word in (found[1].split() if found else ()))}


def _is_count(one: Figure) -> bool:
    return one.kind == "number" and bool(one.counted) and one.value > 1 and not one.qualifier


def _is_rate(text: str, end: int) -> bool:
    """Whether a figure is itself one for each of something, and not what a larger unit comes to."""
    return (_PER.match(text, end) is not None and not _LARGER.match(text, end)) or _APIECE.match(text, end) is not None


def _makes(rate: Figure, number: Figure, total: Figure, *, said: bool) -> bool:
    """Whether a rate times a number is a total within rounding, or so far from it that it is another thing."""
    made = rate.value * number.value
    if made <= 0 or total.value <= 0 or total.qualifier:
        return True
    off = min(total.step / 2, 0.05 * total.value) + number.value * min(rate.step / 2, 0.02 * rate.value)
    if abs(made - total.value) <= max(off, 0.01 * made):
        return True
    return not said and not made / _FURTHEST <= total.value <= made * _FURTHEST
